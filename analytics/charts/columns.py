"""Upright columns in time or size order, each with its value on top."""

import pandas as pd

from analytics.charts.layout import SIZE, Figure, figure, plain
from analytics.theme import State, Theme


def columns(frame: pd.DataFrame, theme: Theme, *, unit: str = "", height: int = 260, size: int = SIZE) -> Figure:
    """Returns columns from a frame with `name`, `height`, `text` and, if they differ, `state`; in the frame's order."""
    names = [plain(name) for name in frame["name"]]
    heights = [0.0 if pd.isna(value) else float(value) for value in frame["height"]]
    states: list[State] = list(frame["state"]) if "state" in frame else ["done"] * len(frame)
    trace = {
        "type": "bar",
        "x": list(range(len(frame))),
        "y": heights,
        "width": 0.56,
        "marker": {"color": [theme.mark(state).fill for state in states], "line": {"width": 0}},
        "text": [f"<b>{plain(text)}</b>" for text in frame["text"]],
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"size": size, "color": theme.ink},
        "customdata": names,
        "hovertemplate": f"%{{customdata}}<br><b>%{{y}}{unit}</b><extra></extra>",
    }
    return figure(
        theme,
        [trace],
        height=height,
        margin=(4, 4, 28, 4),
        x={
            "tickvals": list(range(len(frame))), "ticktext": names, "ticks": "",
            "range": [-0.5, max(len(frame), 1) - 0.5],
        },
        y={"visible": False, "range": [0, (max(heights, default=0) or 1) * 1.08]},
        size=size,
    )  # fmt: skip

"""Ranking: one horizontal bar a row, the value written at its end."""

from collections.abc import Sequence

import pandas as pd

from analytics.charts.layout import SIZE, Figure, cut, figure, fitting, note, plain
from analytics.theme import State, Theme

ROW = 34


def bars(
    frame: pd.DataFrame,
    theme: Theme,
    *,
    full: float | None = None,
    mark: float | None = None,
    mark_text: str = "",
    row: int = ROW,
    size: int = SIZE,
) -> Figure:
    """Returns bars from a frame with `name`, `length`, `text` and, if they differ, `state`; first row on top.

    `length` None or NaN draws no bar but keeps the row and its text (「—」). `full` is the
    length of a whole bar (100 for shares): it is drawn as a track. `mark` draws a line at a
    length, such as the average, with its text above. With either, the texts stand in a column.
    """
    frame = fitting(frame, theme)
    names = [plain(name) for name in frame["name"]]
    lengths = [0.0 if pd.isna(value) else float(value) for value in frame["length"]]
    states: Sequence[State] = list(frame["state"]) if "state" in frame else ["done"] * len(frame)
    most = full or max([*lengths, mark or 0.0]) or 1.0
    places = list(range(len(frame)))
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "y": places,
            "x": lengths,
            "width": 0.58,
            "marker": {"color": [theme.mark(state).fill for state in states], "line": {"width": 0}},
            "customdata": [plain(text) for text in frame["text"]],
            "text": names,
            "textposition": "none",
            "hovertemplate": "%{text}<br><b>%{customdata}</b><extra></extra>",
        }
    ]
    shapes = []
    if full:
        shapes += [
            {
                "type": "rect", "x0": 0, "x1": full, "y0": place - 0.29, "y1": place + 0.29,
                "fillcolor": theme.panel, "line": {"width": 0}, "layer": "below",
            }
            for place in places
        ]  # fmt: skip
    top = 8
    notes = [
        note(
            plain(text), most if full or mark is not None else length, place, colour=theme.ink, size=size,
            xanchor="left", yanchor="middle", xshift=8, align="left",
        )
        for place, (length, text) in enumerate(zip(lengths, frame["text"], strict=True))
    ]  # fmt: skip
    if mark is not None:
        top = 8 + round(size * 1.6)
        shapes.append(
            {
                "type": "line", "x0": mark, "x1": mark, "y0": -0.5, "y1": len(frame) - 0.5,
                "line": {"color": theme.quiet, "width": 1.5, "dash": "dot"},
            }
        )  # fmt: skip
        notes.append(
            note(plain(mark_text), mark, -0.5, colour=theme.quiet, size=size - 1, xanchor="center", yanchor="bottom")
        )
    # Room for the longest text beside the longest bar.
    widest = max((width(text) for text in frame["text"]), default=0) * size * 0.56 + 24
    return figure(
        theme,
        traces,
        height=len(frame) * row + top + 8,
        margin=(4, round(widest), top, 4),
        x={"range": [0, most], "visible": False},
        y={
            "tickvals": places, "ticktext": [name + "  " for name in names], "range": [len(frame) - 0.5, -0.5],
            "showline": False, "ticks": "", "tickfont": {"size": size, "color": theme.ink},
        },
        notes=notes,
        shapes=shapes,
        size=size,
        **cut(theme, frame),
    )  # fmt: skip


def width(text: object) -> int:
    """Returns how wide a text is in half-width characters."""
    return sum(2 if ord(character) > 0x2E7F else 1 for character in str(text))

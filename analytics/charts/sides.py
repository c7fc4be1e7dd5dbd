"""Two directions: one row a name, what goes out to the left of the middle, what comes in to the right."""

import pandas as pd

from analytics.charts.layout import SIZE, Figure, figure, note, plain
from analytics.theme import State, Theme

ROW = 40


def sides(
    frame: pd.DataFrame, theme: Theme, *, left: str, right: str, unit: str = "", row: int = ROW, size: int = SIZE,
    states: tuple[State, State] = ("done", "doing"),
) -> Figure:  # fmt: skip
    """Returns bars from a frame with `name`, `left` and `right`; first row on top.

    `left` and `right` say above the bars what each side is, in its colour. A number None or NaN draws
    no bar and is 「—」: nothing known is not zero.
    """
    names = [plain(name) for name in frame["name"]]
    places = list(range(len(frame)))
    amounts = {side: [None if pd.isna(value) else float(value) for value in frame[side]] for side in ("left", "right")}
    # Room beside the longest bar for its number.
    widest = max((value or 0 for values in amounts.values() for value in values), default=0) * 1.18 or 1.0
    traces, notes = [], []
    for side, sign, label, state in zip(("left", "right"), (-1, 1), (left, right), states, strict=True):
        said = ["—" if value is None else f"{value:g}" for value in amounts[side]]
        traces.append(
            {
                "type": "bar", "orientation": "h", "y": places, "x": [sign * (value or 0) for value in amounts[side]],
                "width": 0.58, "name": label, "marker": {"color": theme.mark(state).fill, "line": {"width": 0}},
                "text": names, "textposition": "none", "customdata": said,
                "hovertemplate": f"%{{text}} · {plain(label)}<br><b>%{{customdata}}{plain(unit)}</b><extra></extra>",
            }
        )  # fmt: skip
        notes += [
            note(
                text, sign * (value or 0), place, colour=theme.ink, size=size, yanchor="middle",
                xanchor="right" if sign < 0 else "left", xshift=sign * 7,
            )
            for place, text, value in zip(places, said, amounts[side], strict=True)
        ]  # fmt: skip
        notes.append(
            note(
                f'<span style="color:{theme.mark(state).edge}">■</span> {plain(label)}', 0, 1, colour=theme.quiet, size=size,
                yref="paper", xanchor="right" if sign < 0 else "left", yanchor="bottom", xshift=sign * 8, yshift=4,
            )
        )  # fmt: skip
    return figure(
        theme,
        traces,
        height=len(frame) * row + 40,
        margin=(4, 8, 32, 4),
        x={"range": [-widest, widest], "visible": False},
        y={
            "tickvals": places, "ticktext": [name + "  " for name in names], "range": [len(frame) - 0.5, -0.5],
            "showline": False, "ticks": "", "tickfont": {"size": size, "color": theme.ink},
        },
        notes=notes,
        shapes=[
            {
                "type": "line", "x0": 0, "x1": 0, "y0": -0.5, "y1": len(frame) - 0.5,
                "line": {"color": theme.quiet, "width": 1},
            }
        ],
        size=size,
        barmode="overlay",
    )  # fmt: skip

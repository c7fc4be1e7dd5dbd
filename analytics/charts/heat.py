"""Rows against columns, the number in each cell, the darker the more."""

import pandas as pd

from analytics.absence import ABSENCES, UNREPORTED
from analytics.charts.enlarge import wrapped
from analytics.charts.ink import on_ramp, readable_on
from analytics.charts.layout import SIZE, Figure, figure, note, plain
from analytics.theme import Theme

ROW = 40
ACROSS, DOWN = 5, 6
"""Characters after which a column's and a row's name breaks where the theme breaks names at all."""


def heat(
    frame: pd.DataFrame, theme: Theme, *, rows: str, columns: str, value: str = "value", unit: str = "",
    row: int = ROW, size: int = SIZE,
) -> Figure:  # fmt: skip
    """Returns a heat map of a long frame; rows and columns in the order of their first appearance.

    A pair that the frame does not have is no zero: it has an empty cell with the sign of its reason, the frame's
    `absent` or else 未报. A zero is the palest cell. The greatest number is bold.
    """
    down, across = list(dict.fromkeys(frame[rows]))[: theme.rows], list(dict.fromkeys(frame[columns]))
    # Columns are in time: the latest ones stay.
    across = across[-(theme.columns or len(across)) :]
    frame = frame[frame[rows].isin(down) & frame[columns].isin(across)]
    cells = {
        (one, other): float(number)
        for one, other, number in zip(frame[rows], frame[columns], frame[value], strict=True)
        if not pd.isna(number)
    }
    why = {(one, other): name for one, other, name in zip(frame[rows], frame[columns], frame["absent"], strict=True) if name} if "absent" in frame else {}
    empty = {
        (one, other): ABSENCES[why.get((one, other), UNREPORTED.name)].sign for one in down for other in across if (one, other) not in cells
    }
    most = max(cells.values(), default=0.0) or 1.0
    notes = []
    for (one, other), number in cells.items():
        ink = readable_on(on_ramp(theme.ramp, number / most))
        text = f"<b>{number:g}</b>" if number == most else f"{number:g}"
        notes.append(note(text, across.index(other), down.index(one), colour=ink, size=size))
    notes += [note(said, across.index(other), down.index(one), colour=theme.quiet, size=size - 1) for (one, other), said in empty.items()]
    trace = {
        "type": "heatmap",
        "z": [[cells.get((one, other)) for other in across] for one in down],
        "x": list(range(len(across))),
        "y": list(range(len(down))),
        "customdata": [[f"{plain(one)} · {plain(other)}" for other in across] for one in down],
        "text": [[empty.get((one, other), "") for other in across] for one in down],
        "colorscale": [[step / (len(theme.ramp) - 1), colour] for step, colour in enumerate(theme.ramp)],
        "zmin": 0,
        "zmax": most,
        "showscale": False,
        "hoverongaps": False,
        "xgap": 3,
        "ygap": 3,
        "hovertemplate": f"%{{customdata}}<br><b>%{{z}}{unit}</b><extra></extra>",
    }
    return figure(
        theme,
        [trace],
        height=len(down) * row + 40,
        margin=(4, 4, 28, 4),
        x={
            "side": "top", "tickvals": list(range(len(across))), "ticktext": [named(name, theme, ACROSS) for name in across],
            "ticks": "", "showline": False, "range": [-0.5, len(across) - 0.5], "tickangle": 0,
        },
        y={
            "tickvals": list(range(len(down))), "ticktext": [named(name, theme, DOWN, "  ") for name in down], "ticks": "",
            "showline": False, "range": [len(down) - 0.5, -0.5], "tickfont": {"size": size, "color": theme.ink},
        },
        notes=notes,
        shapes=[blank(across.index(other), down.index(one), theme) for one, other in empty],
        size=size,
    )  # fmt: skip


def blank(x: int, y: int, theme: Theme) -> dict[str, object]:
    """Returns the dashed frame of a cell without a value."""
    return {
        "type": "rect", "x0": x - 0.46, "x1": x + 0.46, "y0": y - 0.42, "y1": y + 0.42, "layer": "below",
        "line": {"color": theme.line, "width": 1.5, "dash": "dot"},
    }  # fmt: skip


def named(name: object, theme: Theme, most: int, end: str = "") -> str:
    """Returns a name as Plotly shows it, on several lines where the theme asks for it."""
    return wrapped(plain(name) + end, most) if theme.wrap else plain(name) + end

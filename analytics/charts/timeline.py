"""A way through time: one row a unit, a bar for what lasted, a mark of its own for each step that followed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd

from analytics.charts.layout import SIZE, Figure, figure, note, plain
from analytics.theme import Theme

ROW = 30
MARGIN = 0.03
"""Share of the span left free on either side, so that a mark on the first or last day is whole."""

TICKS = ((2000, (1,)), (730, (1, 7)), (120, (1, 4, 7, 10)), (-1, tuple(range(1, 13))))
"""More days than this → the months that are named on the axis."""

Shape = Literal["bar", "diamond", "square", "triangle-up", "circle"]
GLYPHS: dict[str, str] = {"bar": "▬", "diamond": "◆", "square": "■", "triangle-up": "▲", "circle": "●"}


@dataclass(frozen=True, kw_only=True)
class Step:
    """One kind of step: what it is called, its shape, and the place of its colour in the theme's categories."""

    name: str
    shape: Shape
    colour: int


def timeline(frame: pd.DataFrame, theme: Theme, steps: Sequence[Step], *, row: int = ROW, size: int = SIZE) -> Figure:
    """Returns the chart of a frame with `name`, `step`, `day`, `until` and `text` (its tooltip), one row a step that happened.

    Rows stand in the order of their first appearance, the first on top. A step of the shape `bar` is drawn from `day` to
    `until`, all others at `day`. The steps that occur are named once above
    the rows, each with its glyph and colour.
    """
    steps = [step for step in steps if (frame["step"] == step.name).any()]
    names = list(dict.fromkeys(frame["name"]))
    places = {name: place for place, name in enumerate(names)}
    days = [pd.Timestamp(day).date() for day in [*frame["day"], *frame["until"].dropna()]]
    shapes = [
        {
            "type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": place, "y1": place, "layer": "below",
            "line": {"color": theme.line, "width": 1},
        }
        for place in places.values()
    ]  # fmt: skip
    return figure(
        theme,
        [trace(frame[frame["step"] == step.name], places, theme, step) for step in steps],
        height=len(names) * row + 64,
        margin=(4, 12, 34, 4),
        x=years(days, theme.line) if days else {"visible": False},
        y={
            "tickvals": list(places.values()), "ticktext": [plain(name) + "  " for name in names],
            "range": [len(names) - 0.5, -0.5], "showline": False, "ticks": "", "tickfont": {"size": size, "color": theme.ink},
        },
        notes=[legend(theme, steps, size)],
        shapes=shapes,
        size=size,
    )  # fmt: skip


def trace(found: pd.DataFrame, places: dict[str, int], theme: Theme, step: Step) -> dict[str, object]:
    """Returns the marks of one step, or its bars as lines with a gap between them."""
    colour = theme.categories[step.colour]
    one = {"type": "scatter", "name": step.name, "hovertemplate": "%{customdata}<extra></extra>", "cliponaxis": False}
    x: list[str | None] = []
    y: list[int | None] = []
    said: list[str | None] = []
    for each in found.itertuples():
        ends = [each.day] if step.shape != "bar" else [each.day, each.day if pd.isna(each.until) else each.until]
        for day in ends:
            x.append(pd.Timestamp(day).date().isoformat())
            y.append(places[each.name])
            said.append(plain(each.text))
        if step.shape == "bar":
            x.append(None)
            y.append(None)
            said.append(None)
    if step.shape == "bar":
        # Round points at both ends keep a bar of a day to be seen and to be pointed at.
        return one | {
            "mode": "lines+markers", "x": x, "y": y, "customdata": said, "connectgaps": False,
            "line": {"color": colour, "width": 10}, "marker": {"color": colour, "size": 10},
        }  # fmt: skip
    marker = {"symbol": step.shape, "size": 16 if step.shape == "triangle-up" else 13, "color": colour, "line": {"width": 1.5, "color": theme.card}}
    return one | {"mode": "markers", "x": x, "y": y, "customdata": said, "marker": marker}


def years(days: Sequence[date], colour: str) -> dict[str, object]:
    """Returns a time axis from the first day to the last, ticked as finely as its length leaves room for."""
    first, last = min(days), max(days)
    free = max(round((last - first).days * MARGIN), 5)
    low, high = date.fromordinal(first.toordinal() - free), date.fromordinal(last.toordinal() + free)
    spread = (last - first).days
    months = next(each for most, each in TICKS if spread > most)
    ticks = [date(year, month, 1) for year in range(low.year, high.year + 1) for month in months]
    ticks = [day for day in ticks if low <= day <= high]
    return {
        "type": "date", "range": [low.isoformat(), high.isoformat()], "ticks": "outside", "showgrid": True, "gridcolor": colour,
        "tickvals": [day.isoformat() for day in ticks],
        "ticktext": [f"{day.year}年" if months == (1,) else f"{day.year}年{day.month}月" for day in ticks],
    }  # fmt: skip


def legend(theme: Theme, steps: Sequence[Step], size: int) -> dict[str, object]:
    """Returns the line that names the steps."""
    said = "　".join(f'<span style="color:{theme.categories[one.colour]}">{GLYPHS[one.shape]}</span> {plain(one.name)}' for one in steps)
    return note(said, 0, 1, colour=theme.quiet, size=size, xref="paper", yref="paper", xanchor="left", yanchor="bottom", yshift=6)

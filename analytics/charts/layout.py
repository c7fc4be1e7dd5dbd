"""What all charts have in common: type, margins, quiet axes, no toolbar, no legend."""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import inf

import pandas as pd

from analytics.charts.enlarge import enlarged, escaped
from analytics.theme import SANS, Theme

Figure = dict[str, object]

SIZE = 14
CLEAR = "rgba(0,0,0,0)"


def figure(
    theme: Theme,
    data: Sequence[Mapping],
    *,
    height: int,
    margin: tuple[int, int, int, int] = (4, 8, 8, 4),
    x: Mapping | None = None,
    y: Mapping | None = None,
    notes: Sequence[Mapping] = (),
    shapes: Sequence[Mapping] = (),
    size: int = SIZE,
    **layout: object,
) -> Figure:
    """Returns a figure; `margin` is left, right, top, bottom in pixels, `notes` are annotations.

    The card's colour is the background, so that a saved picture is not transparent. The (empty)
    template keeps Plotly from adding seven kilobytes of its own. All numbers are the screen's pixels; the theme
    enlarges them.
    """
    font = {"family": SANS, "size": size, "color": theme.ink}
    left, right, top, bottom = margin
    axis = {
        "automargin": True,
        "ticklabeloverflow": "allow",
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "linecolor": theme.line,
        "tickcolor": theme.line,
        "tickfont": {"size": size, "color": theme.quiet},
    }
    made = {
        "data": [dict(trace) for trace in data],
        "layout": {
            "template": {"data": {}, "layout": {}},
            "font": font,
            "paper_bgcolor": theme.card,
            "plot_bgcolor": theme.card,
            "height": height,
            "margin": {"l": left, "r": right, "t": top, "b": bottom, "pad": 0},
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
            "hoverlabel": {"font": font, "bgcolor": theme.card, "bordercolor": theme.line, "align": "left"},
            "modebar": {"bgcolor": CLEAR, "color": theme.quiet, "activecolor": theme.ink},
            "xaxis": {**axis, **(x or {})},
            "yaxis": {**axis, **(y or {})},
            "annotations": [dict(note) for note in notes],
            "shapes": [dict(shape) for shape in shapes],
            **layout,
        },
    }
    return enlarged(made, theme.scale, theme.wrap)


def note(text: str, x: object, y: object, *, colour: str, size: float = SIZE, **place: object) -> dict[str, object]:
    """Returns a label drawn on the chart instead of a legend; `text` must be escaped by `plain`."""
    return {"text": text, "x": x, "y": y, "showarrow": False, "font": {"size": size, "color": colour}, **place}


def spread(heights: Sequence[float], apart: float, within: tuple[float, float] = (-inf, inf)) -> list[float]:
    """Returns where labels at these heights stand, in their order, moved so that none is nearer to another than `apart`.

    They stay `within` two heights as long as there is room for all.
    """
    order = sorted(range(len(heights)), key=lambda place: heights[place])
    found = [heights[place] for place in order]
    for _ in range(len(found) * 8):
        for place in range(1, len(found)):
            if (near := apart - (found[place] - found[place - 1])) > 1e-9:
                found[place - 1] -= near / 2
                found[place] += near / 2
    # What was moved out comes back, and moves its neighbours on.
    for place in range(len(found)):
        found[place] = max(found[place], within[0] + place * apart)
    for place in range(len(found)):
        found[-1 - place] = min(found[-1 - place], within[1] - place * apart)
    return [found[order.index(place)] for place in range(len(heights))]


def plain(text: object) -> str:
    """Returns a text that Plotly shows as it stands: it reads tags and entities in labels."""
    return escaped(str(text))


def fitting(frame: pd.DataFrame, theme: Theme, latest: bool = False) -> pd.DataFrame:
    """Returns the rows that a theme has room for, a `name` that breaks counted by its lines: the first ones, or the last."""
    if not theme.rows:
        return frame
    names = list(frame["name"])[:: -1 if latest else 1]
    lines = accumulate(-(-len(str(name)) // (theme.wrap or len(str(name)) or 1)) for name in names)
    room = sum(line <= theme.rows for line in lines)
    return frame.tail(room) if latest else frame.head(room)


def cut(theme: Theme, frame: pd.DataFrame) -> dict[str, object]:
    """Returns what a figure remembers of its rows where the theme shows only some: how many it has."""
    return {"meta": {"rows": len(frame)}} if theme.rows else {}

"""Parts of very different size side by side: how large each is, what its rate is, and within which limits chance alone moves it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.charts.bars import width
from analytics.charts.layout import SIZE, Figure, figure, note, plain, spread
from analytics.intervals import LEVELS, Limits
from analytics.theme import Theme

HEIGHT = 320
PLOT = {False: (380, 240), True: (370, 136)}
"""The least width and height that the plot has, on screen and on a slide, in the pixels of the chart before it is enlarged."""
LINE = 1.42
"""How high a line of text is, and how much of a text's half-width characters its size: with these labels are kept apart."""
LETTER = 0.56
BESIDE, ABOVE = 10, 18
"""How far the middle of a mark is from a name beside it, and from the middle of one above or below."""
STEPS = 120
ROOM = 1.08
"""How far the axes go beyond the largest part."""


@dataclass(frozen=True, kw_only=True)
class Scale:
    """What is on the axes: the rate of all parts, its unit, the most it can be (None: no end), what a part's size counts.

    `better`: whether a high rate is welcome, which colours the parts beyond the limits.
    """

    overall: float
    limits: Callable[[Sequence[float], float], Limits]
    unit: str
    across: str
    most: float | None = None
    better: str = "none"


def funnel_plot(frame: pd.DataFrame, theme: Theme, scale: Scale, *, height: int = HEIGHT, size: int = SIZE) -> Figure:
    """Returns a funnel plot of a frame with `name`, `n`, `value`, `text` and `beyond` (−1, 0 or 1: below, within, above the limits).

    The overall rate is a line, the limits of both levels are curves named where they end. Parts beyond them are
    named, with a triangle that points the way; the others have their names in the tooltip.
    """
    largest = float(frame["n"].max()) * ROOM
    sizes = np.linspace(max(1.0, largest / STEPS), largest, STEPS)
    traces, labels, highest = [], [], float(frame["value"].max())
    for level, dash, thick in zip(LEVELS, ("dot", "solid"), (1.5, 1.5), strict=True):
        for limit, upper in zip(scale.limits(sizes, level), (False, True), strict=True):
            traces.append(
                {
                    "type": "scatter", "mode": "lines", "x": [round(float(one), 3) for one in sizes], "y": [round(float(one), 4) for one in limit],
                    "line": {"color": theme.quiet, "width": thick, "dash": dash}, "hoverinfo": "skip",
                }
            )  # fmt: skip
            highest = max(highest, float(limit[-1]))
            if not upper or scale.most is None or limit[-1] < scale.most * 0.995:
                labels.append((f"{level * 100:g}%控制限", float(limit[-1]), theme.quiet))
    labels.append((f"总体 {scale.overall:.1f}{scale.unit}", scale.overall, theme.ink))
    traces.append(
        {
            "type": "scatter", "mode": "lines", "x": [0, round(largest, 3)], "y": [scale.overall] * 2, "hoverinfo": "skip",
            "line": {"color": theme.ink, "width": 2},
        }
    )  # fmt: skip
    traces += [points(frame[frame["beyond"] == way], theme, way, scale) for way in (0, -1, 1) if (frame["beyond"] == way).any()]
    top = scale.most if scale.most is not None else highest * ROOM
    low = 0.0
    if scale.most is not None:
        # Shares that are all high leave the lower half of a scale from 0 empty.
        low = max(0.0, float(np.floor(min(frame["value"].min(), scale.overall / 2) / 10) * 10))
    ticks = [float(one) for one in np.linspace(low, top, 5)] if scale.most is not None else nice(top)
    bottom, ceiling = low - (top - low) * 0.02, top + (top - low) * 0.03
    wide, high = PLOT[theme.scale > 1]
    # In the middle of its line, a label at either end stays within the plot.
    half = (ceiling - bottom) * size * LINE / high / 2
    heights = spread([y for _, y, _ in labels], half * 2, within=(bottom + half, ceiling - half))
    notes = outliers(frame, theme, scale, size, Room(x=wide / largest, y=high / (ceiling - bottom), most=(largest, ceiling), least=(0.0, bottom)))
    notes += [named(text, largest, y, colour, size) for y, (text, _, colour) in zip(heights, labels, strict=True)]
    right = max(width(text) for text, _, _ in labels) * size * LETTER + 16
    return figure(
        theme,
        traces,
        height=height,
        margin=(4, round(right), 14, 4),
        x={
            "range": [0, largest], "ticks": "outside", "tickvals": nice(largest), "ticktext": [f"{one:g}" for one in nice(largest)],
            "title": {"text": plain(scale.across), "font": {"size": size, "color": theme.quiet}, "standoff": 8},
        },
        y={
            "range": [bottom, ceiling], "tickvals": ticks, "ticktext": [f"{one:g}{scale.unit}  " for one in ticks],
            "showgrid": True, "gridcolor": theme.line, "ticks": "", "showline": False,
        },
        notes=notes,
        size=size,
    )  # fmt: skip


def points(rows: pd.DataFrame, theme: Theme, way: int, scale: Scale) -> dict[str, object]:
    """Returns the marks of the parts within the limits, or of those below or above."""
    colour = verdict(way, theme, scale) if way else theme.blue
    symbol = {0: "circle", -1: "triangle-down", 1: "triangle-up"}[way]
    return {
        "type": "scatter", "mode": "markers", "x": [float(one) for one in rows["n"]], "y": [float(one) for one in rows["value"]], "cliponaxis": False,
        "marker": {"color": colour, "symbol": symbol, "size": 15 if way else 11, "line": {"width": 1.5, "color": theme.card}},
        "text": [plain(one) for one in rows["name"]], "customdata": [plain(one) for one in rows["text"]],
        "hovertemplate": "%{text}<br><b>%{customdata}</b><extra></extra>",
    }  # fmt: skip


def verdict(way: int, theme: Theme, scale: Scale) -> str:
    """Returns the colour of a part beyond the limits: a warning's only where the way is unwelcome."""
    if scale.better == "none":
        return theme.ink
    return theme.blue if (way > 0) == (scale.better == "up") else theme.late


@dataclass(frozen=True, kw_only=True)
class Room:
    """The plot: how many pixels a unit of each axis takes, and what the axes begin and end with."""

    x: float
    y: float
    least: tuple[float, float]
    most: tuple[float, float]


def outliers(frame: pd.DataFrame, theme: Theme, scale: Scale, size: int, room: Room) -> list[dict[str, object]]:
    """Returns the names of the parts beyond the limits, farthest from the whole first, each where it covers the fewest other parts.

    A name stands beside its part, or above or below it, within the plot and on no other name; where there is no such
    place, its tooltip, the sentence and the table have it.
    """
    beyond = frame[frame["beyond"] != 0]
    order = (beyond["value"] - scale.overall).abs().sort_values(ascending=False, kind="stable").index
    taken: list[Box] = []
    notes = []
    for one in beyond.loc[order].itertuples():
        free = [
            (placed, box) for placed in PLACES if (box := box_of(one, placed, size, room)).within(room) and not any(box.meets(other) for other in taken)
        ]  # fmt: skip
        if not free:
            continue
        (across, down), box = min(free, key=lambda place: sum(place[1].holds(x * room.x, y * room.y) for x, y in zip(frame["n"], frame["value"], strict=True)))
        taken.append(box)
        notes.append(
            note(
                f"<b>{plain(one.name)}</b>", float(one.n), float(one.value), colour=verdict(one.beyond, theme, scale), size=size,
                xanchor={-1: "right", 0: "center", 1: "left"}[across], yanchor="middle", xshift=BESIDE * across, yshift=ABOVE * down, bgcolor=theme.card,
            )
        )  # fmt: skip
    return notes


PLACES = ((1, 0), (-1, 0), (0, 1), (0, -1))
"""Where a name may stand, best first: right, left, above, below."""


@dataclass(frozen=True)
class Box:
    """Where a name is, in pixels from the zero of both axes."""

    left: float
    right: float
    low: float
    high: float

    def within(self, room: Room) -> bool:
        """Whether all of it is in the plot."""
        (left, low), (right, high) = room.least, room.most
        return self.left >= left * room.x and self.right <= right * room.x and self.low >= low * room.y and self.high <= high * room.y

    def meets(self, other: "Box") -> bool:
        """Whether two names stand on one another."""
        return self.left < other.right and other.left < self.right and self.low < other.high and other.low < self.high

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is behind it."""
        return self.left < x < self.right and self.low < y < self.high


def box_of(one: object, place: tuple[int, int], size: int, room: Room) -> Box:
    """Returns where the name of a part would be at one of the places beside it."""
    across, down = place
    wide, high = width(one.name) * size * LETTER, size * LINE
    middle = float(one.n) * room.x + across * (BESIDE + wide / 2)
    level = float(one.value) * room.y + down * ABOVE
    return Box(middle - wide / 2, middle + wide / 2, level - high / 2, level + high / 2)


def named(text: str, x: float, y: float, colour: str, size: int) -> dict[str, object]:
    """Returns the name of a line at its right end."""
    return note(plain(text), float(x), float(y), colour=colour, size=size, xanchor="left", yanchor="middle", xshift=6)


def nice(most: float) -> list[float]:
    """Returns up to six round numbers from 0 up to `most`."""
    rough = most / 5 or 1.0
    power = 10.0 ** np.floor(np.log10(rough))
    step = next(float(one * power) for one in (1, 2, 5, 10) if one * power >= rough)
    return [round(float(place * step), 6) for place in range(int(most // step) + 1)]

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
APART = {False: 0.07, True: 0.115}
"""Share of the height that labels keep from each other, on screen and on a slide."""
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
    notes = [outlier(one, largest, theme, scale, size) for one in frame[frame["beyond"] != 0].itertuples()]
    top = scale.most if scale.most is not None else highest * ROOM
    low = 0.0
    if scale.most is not None:
        # Shares that are all high leave the lower half of a scale from 0 empty.
        low = max(0.0, float(np.floor(min(frame["value"].min(), scale.overall / 2) / 10) * 10))
    ticks = [float(one) for one in np.linspace(low, top, 5)] if scale.most is not None else nice(top)
    heights = spread([y for _, y, _ in labels], (top - low) * APART[theme.scale > 1])
    notes += [named(text, largest, y, colour, size) for y, (text, _, colour) in zip(heights, labels, strict=True)]
    right = max(width(text) for text, _, _ in labels) * size * 0.56 + 16
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
            "range": [low - (top - low) * 0.02, top + (top - low) * 0.03], "tickvals": ticks, "ticktext": [f"{one:g}{scale.unit}  " for one in ticks],
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


def outlier(one: object, largest: float, theme: Theme, scale: Scale, size: int) -> dict[str, object]:
    """Returns the name of a part beyond the limits, on the side that has room."""
    left = one.n > largest / 2
    return note(
        f"<b>{plain(one.name)}</b>", float(one.n), float(one.value), colour=verdict(one.beyond, theme, scale), size=size, xanchor="right" if left else "left",
        yanchor="middle", xshift=-10 if left else 10, bgcolor=theme.card,
    )  # fmt: skip


def named(text: str, x: float, y: float, colour: str, size: int) -> dict[str, object]:
    """Returns the name of a line at its right end."""
    return note(plain(text), float(x), float(y), colour=colour, size=size, xanchor="left", yanchor="middle", xshift=6)


def nice(most: float) -> list[float]:
    """Returns up to six round numbers from 0 up to `most`."""
    rough = most / 5 or 1.0
    power = 10.0 ** np.floor(np.log10(rough))
    step = next(float(one * power) for one in (1, 2, 5, 10) if one * power >= rough)
    return [round(float(place * step), 6) for place in range(int(most // step) + 1)]

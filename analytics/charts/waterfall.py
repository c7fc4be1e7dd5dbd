"""From then to now: a whole bar at either end, between them a bar for what each cause has added or taken."""

import pandas as pd

from analytics.charts.bars import width
from analytics.charts.layout import SIZE, Figure, figure, note, plain
from analytics.theme import Theme

ROW = 36
GLYPHS = {"up": "▲", "down": "▼", "same": ""}
# Where all changes together are less than this share of the longest bar, the axis begins further up.
SLIGHT = 0.35


def waterfall(frame: pd.DataFrame, theme: Theme, *, unit: str = "", row: int = ROW, size: int = SIZE) -> Figure:
    """Returns the chart of a frame with `name`, `before`, `after`, `text` and `good`; first row on top.

    Rows without a `before` are the whole figure at one end. `good`: whether a change is welcome, None for neither. Where the
    changes are slight the axis does not begin at nought: the whole bars are then shown broken, and the chart says where it begins.
    """
    places = list(range(len(frame)))
    whole = [bool(pd.isna(before)) for before in frame["before"]]
    after = [0.0 if pd.isna(value) else float(value) for value in frame["after"]]
    base = beginning([*after, *(float(value) for value in frame["before"].dropna())])
    before = [base if one else float(value) for one, value in zip(whole, frame["before"], strict=True)]
    turns = ["same" if one or now == then else "up" if now > then else "down" for one, then, now in zip(whole, before, after, strict=True)]
    colours = [_colour(theme, one, good) for one, good in zip(whole, frame["good"], strict=True)]
    most = max([*before, *after, base + 1e-9])
    bars = {
        "type": "bar", "orientation": "h", "y": places, "base": [min(pair) for pair in zip(before, after, strict=True)],
        "x": [abs(now - then) for then, now in zip(before, after, strict=True)], "width": 0.62,
        "marker": {"color": colours, "line": {"width": 0}}, "text": [plain(name) for name in frame["name"]], "textposition": "none",
        "customdata": [plain(text) for text in frame["text"]], "hovertemplate": "%{text}<br><b>%{customdata}</b><extra></extra>",
    }  # fmt: skip
    # A thread from each bar's end to the next one's beginning: what is left by one cause is what the next begins with.
    shapes = [
        {
            "type": "line", "x0": level, "x1": level, "y0": place + 0.31, "y1": place + 0.69,
            "line": {"color": theme.quiet, "width": 1.2},
        }
        for place, level in zip(places[:-1], after, strict=False)
    ]  # fmt: skip
    notes = [
        note(
            f'<span style="color:{colour}">{GLYPHS[turn]}</span> {plain(text)}' if GLYPHS[turn] else f"<b>{plain(text)}</b>" if one else plain(text),
            max(pair), place, colour=theme.ink, size=size, xanchor="left", yanchor="middle", xshift=8, align="left",
        )
        for place, one, pair, text, turn, colour in zip(
            places, whole, zip(before, after, strict=True), frame["text"], turns, colours, strict=True
        )
    ]  # fmt: skip
    bottom = 8
    if base > 0:
        span = most - base
        shapes += [
            {
                "type": "line", "x0": base + span * 0.030, "x1": base + span * 0.042, "y0": place + 0.36, "y1": place - 0.36,
                "line": {"color": theme.card, "width": 5},
            }
            for place, one in zip(places, whole, strict=True)
            if one
        ]  # fmt: skip
        bottom = 8 + round(size * 1.9)
        notes.append(
            note(
                f"横轴自 {base:,g}{plain(unit)}起，不从零起", base, len(frame) - 0.5, colour=theme.quiet, size=size - 2,
                xanchor="left", yanchor="top", yshift=-2,
            )
        )  # fmt: skip
    widest = max((width(text) for text in frame["text"]), default=0) * size * 0.56 + 44
    return figure(
        theme, [bars], height=len(frame) * row + 8 + bottom, margin=(4, round(widest), 8, bottom),
        x={"range": [base, most], "visible": False},
        y={
            "tickvals": places, "ticktext": [plain(name) + "  " for name in frame["name"]], "range": [len(frame) - 0.5, -0.5],
            "showline": False, "ticks": "", "tickfont": {"size": size, "color": theme.ink},
        },
        notes=notes, shapes=shapes, size=size, barmode="overlay",
    )  # fmt: skip


def beginning(levels: list[float]) -> float:
    """Returns where the axis begins: nought, or a round number below the lowest level where all lie close together."""
    low, high = min(levels, default=0.0), max(levels, default=0.0)
    if low <= 0 or high - low >= SLIGHT * high or high == low:
        return 0.0
    step = 10.0 ** len(str(int(high - low))) / 10 if high - low >= 1 else 0.1
    return max(0.0, round((low - (high - low)) // step * step, 6))


def _colour(theme: Theme, whole: bool, good: bool | None) -> str:
    if whole:
        return theme.mark("todo").edge
    return {True: theme.blue, False: theme.late}.get(good, theme.amber)

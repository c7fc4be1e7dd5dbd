"""Rounds over time: one bar a round from its first to its last day, with the day of the figures and the term's end as lines."""

from datetime import date, timedelta

import pandas as pd

from analytics.charts.bars import width
from analytics.charts.layout import SIZE, Figure, figure, note, plain
from analytics.charts.stacked import Segment, legend_entry
from analytics.theme import Theme

ROW = 32
DAY = 86_400_000


def gantt(
    frame: pd.DataFrame, theme: Theme, segments: tuple[Segment, ...], *, today: date | None = None, end: date | None = None,
    row: int = ROW, size: int = SIZE,
) -> Figure:  # fmt: skip
    """Returns the chart of a frame with `name`, `start`, `end`, `state` and `text` (written behind the bar); first row on top.

    `segments` name the states for the legend; their `column` is the state. `today` and `end` draw lines.
    """
    places = list(range(len(frame)))
    starts, ends = list(frame["start"]), list(frame["end"])
    first, last = min([*starts, *filter(None, (today,))]), max([*ends, *filter(None, (today, end))])
    whole = max((last - first).days, 1)
    shown = [segment for segment in segments if segment.state in set(frame["state"])]
    trace = {
        "type": "bar", "orientation": "h", "y": places, "width": 0.6,
        "base": [one.isoformat() for one in starts],
        "x": [((stop - start).days + 1) * DAY for start, stop in zip(starts, ends, strict=True)],
        "marker": {
            "color": [theme.mark(state).fill for state in frame["state"]],
            "line": {"width": 1.5, "color": [theme.mark(state).edge for state in frame["state"]]},
        },
        "customdata": [
            [plain(one.name), f"{one.start:%Y-%m-%d} 至 {one.end:%Y-%m-%d}", plain(one.text)] for one in frame.itertuples()
        ],
        "hovertemplate": "%{customdata[0]}<br><b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>",
    }  # fmt: skip
    # The text stands behind its bar; where that would leave the chart, in front of it.
    notes = []
    for place, (start, stop, text) in enumerate(zip(starts, ends, frame["text"], strict=True)):
        behind = (stop - first).days < whole * 0.68
        notes.append(
            note(
                plain(text), (stop + timedelta(days=1) if behind else start).isoformat(), place, colour=theme.ink, size=size - 1,
                xanchor="left" if behind else "right", yanchor="middle", xshift=8 if behind else -8, bgcolor=theme.card,
            )
        )  # fmt: skip
    shapes = []
    near = today and end and abs((end - today).days) < whole * 0.2
    for day, said, colour, dash in ((today, "截至", theme.ink, "dot"), (end, "届末", theme.late, "solid")):
        if day is None:
            continue
        shapes.append(
            {
                "type": "line", "x0": day.isoformat(), "x1": day.isoformat(), "y0": -0.5, "y1": len(frame) - 0.5, "layer": "below",
                "line": {"color": colour, "width": 1.5, "dash": dash},
            }
        )  # fmt: skip
        side = ("right" if day == min(today, end) else "left") if near else "right" if (day - first).days > whole * 0.9 else "center"
        text = f"{said} {day.year}年{day.month}月{day.day}日"
        notes.append(note(text, day.isoformat(), -0.5, colour=colour, size=size - 1, xanchor=side, yanchor="bottom", yshift=2))
    notes.append(
        note(
            "　".join(legend_entry(segment, theme) for segment in shown), 0, 1, colour=theme.quiet, size=size,
            xref="paper", yref="paper", xanchor="left", yanchor="bottom", yshift=22,
        )
    )  # fmt: skip
    names = [plain(name) for name in frame["name"]]
    left = max((width(name) for name in frame["name"]), default=0)
    pad = timedelta(days=max(10, whole // 40))
    return figure(
        theme,
        [trace],
        height=len(frame) * row + 84,
        margin=(8 + round(left * size * 0.2), 16, 50, 28),
        x={
            "type": "date", "range": [(first - pad).isoformat(), (last + pad).isoformat()], "tickformat": "%Y年%-m月", "nticks": 8,
            "showgrid": True, "gridcolor": theme.line, "ticks": "", "showline": False,
        },
        y={
            "tickvals": places, "ticktext": [name + "  " for name in names], "range": [len(frame) - 0.5, -0.5],
            "showline": False, "ticks": "", "tickfont": {"size": size, "color": theme.ink},
        },
        notes=notes,
        shapes=shapes,
        size=size,
    )  # fmt: skip

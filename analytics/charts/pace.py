"""What is done against what should be done by now, over the term, with the gap drawn where it is."""

from datetime import date

import pandas as pd

from analytics.charts.layout import SIZE, Figure, figure, note
from analytics.theme import Theme


def pace(
    frame: pd.DataFrame, theme: Theme, *, start: date | None, end: date | None, target: float = 100.0,
    height: int = 320, size: int = SIZE,
) -> Figure:  # fmt: skip
    """Returns the chart of a frame with `day` and `value` (% done by that day), oldest first.

    `start` and `end` of the term draw the line of pace from zero to the target; without them
    there is none, nor a gap. Labels stand on the lines; there is no legend.
    """
    days = [pd.Timestamp(day).date() for day in frame["day"]]
    values = [float(value) for value in frame["value"]]
    traces: list[dict] = []
    notes: list[dict] = []
    first = min([*days, *([start] if start else [])])
    last = max([*days, *([end] if end else [])])
    shapes = [
        {
            "type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": target, "y1": target,
            "line": {"color": theme.ink, "width": 2},
        }
    ]  # fmt: skip
    notes.append(
        note(
            f"目标 {target:g}%", 0, target, colour=theme.ink, size=size,
            xref="paper", xanchor="left", yanchor="bottom", yshift=1,
        )
    )  # fmt: skip
    if days:
        traces.append(
            {
                "type": "scatter", "mode": "lines", "x": [day.isoformat() for day in days], "y": values,
                "line": {"color": theme.blue, "width": 3, "shape": "hv"},
                "customdata": [f"{day.year}年{day.month}月" for day in days],
                "hovertemplate": "%{customdata}　实际 <b>%{y:.1f}%</b><extra></extra>",
            }
        )  # fmt: skip
    if start and end:
        due = [target * share_passed(start, end, day) for day in (start, end)]
        traces.insert(
            0,
            {
                "type": "scatter", "mode": "lines", "x": [start.isoformat(), end.isoformat()], "y": due,
                "line": {"color": theme.quiet, "width": 2, "dash": "dot"}, "hoverinfo": "skip",
            },
        )  # fmt: skip
        middle = date.fromordinal((start.toordinal() * 2 + end.toordinal()) // 3)
        notes.append(
            note(
                "序时进度", middle.isoformat(), target * share_passed(start, end, middle), colour=theme.quiet, size=size,
                xanchor="right", yanchor="bottom", xshift=-6, yshift=2,
            )
        )  # fmt: skip
    if days:
        traces += now_marks(days[-1], values[-1], start, end, target, theme)
        notes += now_notes(days[-1], values[-1], start, end, target, theme, size)
    years = range(first.year, last.year + 2)
    return figure(
        theme,
        traces,
        height=height,
        margin=(4, 24, 18, 4),
        x={
            "type": "date", "range": [first.isoformat(), last.isoformat()], "ticks": "outside",
            "tickvals": [f"{year}-01-01" for year in years], "ticktext": [f"{year}年" for year in years],
        },
        y={
            "range": [0, target * 1.1], "tickvals": [0, 20, 40, 60, 80, 100], "showgrid": True, "gridcolor": theme.line,
            "ticktext": [f"{tick}%  " for tick in (0, 20, 40, 60, 80, 100)], "ticks": "", "showline": False,
        },
        notes=notes,
        shapes=shapes,
        size=size,
    )  # fmt: skip


def share_passed(start: date, end: date, day: date) -> float:
    """Returns the share of a term (0 to 1) that has passed on a day."""
    return max(0.0, min(1.0, (day - start).days / ((end - start).days or 1)))


def now_marks(day: date, value: float, start: date | None, end: date | None, target: float, theme: Theme) -> list[dict]:
    """Returns the point of today and, where it lags, the bar up to where it should be."""
    dot = {
        "type": "scatter", "mode": "markers", "x": [day.isoformat()], "y": [value], "hoverinfo": "skip",
        "marker": {"color": theme.blue, "size": 12, "line": {"color": theme.card, "width": 2}},
    }  # fmt: skip
    if not (start and end) or (due := target * share_passed(start, end, day)) <= value:
        return [dot]
    gap = {
        "type": "scatter", "mode": "lines", "x": [day.isoformat()] * 2, "y": [value, due], "hoverinfo": "skip",
        "line": {"color": theme.late, "width": 4},
    }  # fmt: skip
    return [gap, dot]


def now_notes(
    day: date, value: float, start: date | None, end: date | None, target: float, theme: Theme, size: int
) -> list[dict]:
    """Returns the labels of today's point and of the gap to pace."""
    crowded = bool(start and end and share_passed(start, end, day) > 0.75)
    notes = [
        note(
            f"<b>实际 {value:.1f}%</b>", day.isoformat(), value, colour=theme.blue, size=size + 1,
            xanchor="right" if crowded else "left", yanchor="top", yshift=-14, xshift=24 if crowded else -8,
            bgcolor=theme.card,
        )
    ]  # fmt: skip
    if not (start and end):
        return notes
    gap = target * share_passed(start, end, day) - value
    if abs(gap) >= 0.05:
        text = f"<b>差 {gap:.1f}<br>个百分点</b>" if gap > 0 else f"<b>超 {-gap:.1f}<br>个百分点</b>"
        notes.append(
            note(
                text, day.isoformat(), value + gap / 2, colour=theme.late if gap > 0 else theme.blue, size=size,
                xanchor="left", align="left", xshift=10, bgcolor=theme.card,
            )
        )  # fmt: skip
    return notes

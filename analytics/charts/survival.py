"""Shares that grow with time: one step line a cohort, dotted where only part of it has been watched so long."""

from collections.abc import Sequence
from dataclasses import dataclass

from analytics.charts.bars import width
from analytics.charts.layout import SIZE, Figure, figure, note, plain, spread
from analytics.survival import Course
from analytics.theme import Theme

HEIGHT = 320
APART = {False: 0.17, True: 0.27}
"""Share of the height that labels keep from each other, on screen and on a slide."""


@dataclass(frozen=True, kw_only=True)
class Cohort:
    """One line: its name, its course, whether it may still grow."""

    name: str
    course: Course
    growing: bool


def survival(cohorts: Sequence[Cohort], theme: Theme, *, growing: str, months: Sequence[int], height: int = HEIGHT, size: int = SIZE) -> Figure:
    """Returns the chart of the share (%) reached by each month; `growing` is written where a cohort's data end early, `months` are named below."""
    last = max([*(one.course.last for one in cohorts), months[0]])
    large = theme.scale > 1
    traces, labels = [], []
    for place, one in enumerate(cohorts):
        colour = theme.categories[place % len(theme.categories)]
        solid, dotted = stepped(one.course, 0.0, one.course.full), stepped(one.course, one.course.full, one.course.last)
        for points, dash in ((solid, "solid"), (dotted, "dot")):
            traces.append(line(points, one, colour, dash))
        parts = "" if large else f"（已立案 {one.course.reached}/{one.course.count}）"
        text = f"<b>{plain(one.name)}　估计 {one.course.end:.1%}</b>{parts}" + (f"<br>{plain(growing)}" if one.growing else "")
        labels.append((one.course.end * 100, text, colour))
    top = min(100.0, max(20.0, max((y for y, _, _ in labels), default=0) * 1.15))
    room = max((width(part.replace("<b>", "").replace("</b>", "")) for _, text, _ in labels for part in text.split("<br>")), default=0) * size * 0.54 + 16
    heights = spread([y for y, _, _ in labels], top * APART[large])
    ticks = [0, *(month for month in months if month <= last)]
    return figure(
        theme,
        traces,
        height=height,
        margin=(4, round(room), 14, 4),
        x={
            "range": [0, last], "tickvals": ticks, "ticktext": [f"{tick}个月" if tick else "移送" for tick in ticks], "ticks": "outside",
        },
        y={
            # Below 0 there is room between its label and the first one of the other axis.
            "range": [-top * 0.05, top * 1.03], "tickvals": [0, 25, 50, 75, 100], "ticktext": [f"{tick}%  " for tick in (0, 25, 50, 75, 100)], "showgrid": True,
            "gridcolor": theme.line, "ticks": "", "showline": False,
        },
        notes=[
            note(text, last, y, colour=colour, size=size, xanchor="left", yanchor="middle", align="left", xshift=8)
            for y, (_, text, colour) in zip(heights, labels, strict=True)
        ],
        size=size,
    )  # fmt: skip


def stepped(course: Course, start: float, end: float) -> list[tuple[float, float]]:
    """Returns the corners of the course between two months, in percent."""
    if end <= start:
        return []
    found = [(start, course.share(start) * 100)]
    for month in (one for one in course.months if start < one <= end):
        found += [(month, found[-1][1]), (month, course.share(month) * 100)]
    return [*found, (end, found[-1][1])]


def line(points: list[tuple[float, float]], one: Cohort, colour: str, dash: str) -> dict[str, object]:
    """Returns one part of a cohort's line; its tooltip says how many were still watched."""
    return {
        "type": "scatter", "mode": "lines", "x": [round(x, 4) for x, _ in points], "y": [round(y, 4) for _, y in points],
        "line": {"color": colour, "width": 3, "dash": dash}, "name": one.name,
        "customdata": [f"{plain(one.name)}　满{x:.1f}个月<br><b>{y:.1f}%</b>　仍在观察 {one.course.still(x)} 件" for x, y in points],
        "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip

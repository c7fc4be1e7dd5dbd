"""A chart whose every number can be chosen with the mouse, and which mark a choice means."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from analytics.charts.layout import Figure
from analytics.figures.points import Mark, points


def unchanged(trace: Mapping) -> dict[str, object]:
    """Returns a trace whose marks and their texts look the same, chosen or not."""
    font = {"textfont": {"color": trace["textfont"]["color"]}} if "textfont" in trace else {}
    return {**trace, **{state: {"marker": {"opacity": 1}, **font} for state in ("selected", "unselected")}}


def choosable(trace: Mapping) -> bool:
    """Whether the browser lets choose a trace's marks."""
    return trace["type"] == "bar" or trace.get("mode") == "markers"


SQUARE, DOT = 36, 18


@dataclass(frozen=True, kw_only=True)
class Clickable:
    """`figure`: the chart with unseen marks over what the browser cannot choose; `covered`: what these stand for."""

    figure: Figure
    covered: tuple[Mark, ...] = ()
    curves: int = field(default=0)

    def mark(self, point: Mapping) -> Mark | None:
        """Returns the mark that the browser names (curve_number, point_index); None where a later chart has none such."""
        curve, place = point.get("curve_number"), point.get("point_index", point.get("point_number"))
        if curve is None or place is None:
            return None
        if curve == self.curves:
            return self.covered[place] if place < len(self.covered) else None
        return (curve, place) if curve < self.curves and place < len(self.figure["data"][curve].get("x", ())) else None


def clickable(figure: Figure) -> Clickable:
    """Returns a chart of which bars, cells of a heat map and points of a line can be chosen.

    Plotly lets choose bars and markers only: cells and points are covered with markers that nobody sees. What was chosen
    is not set off from the rest, the line under the chart says which it is.
    """
    traces = [unchanged(trace) if trace["type"] in ("bar", "scatter") else trace for trace in figure["data"]]
    covered = [mark for mark in points(figure) if not choosable(figure["data"][mark[0]])]
    if not covered:
        return Clickable(figure={**figure, "data": traces}, curves=len(traces))
    places = [place(figure["data"][curve], number) for curve, number in covered]
    heat = figure["data"][covered[0][0]]["type"] == "heatmap"
    cover = {
        "type": "scatter", "mode": "markers", "x": [x for x, _, _ in places], "y": [y for _, y, _ in places], "text": [text for *_, text in places],
        "marker": {"size": SQUARE if heat else DOT, "symbol": "square", "color": "rgba(0,0,0,0)"}, "hovertemplate": "%{text}<extra></extra>",
    }  # fmt: skip
    return Clickable(figure={**figure, "data": [*traces, unchanged(cover)]}, covered=tuple(covered), curves=len(traces))


def place(trace: Mapping, number: int) -> tuple[object, object, str]:
    """Returns where a mark stands, and its tooltip as the chart itself would show it."""
    if trace["type"] == "heatmap":
        row, column = divmod(number, len(trace["x"]))
        x, y, name, value = trace["x"][column], trace["y"][row], trace["customdata"][row][column], trace["z"][row][column]
        tip = trace["hovertemplate"].replace("%{customdata}", str(name)).replace("%{z}", f"{value:g}")
    else:
        x, y, name = trace["x"][number], trace["y"][number], trace["customdata"][number]
        tip = trace["hovertemplate"].replace("%{customdata}", str(name)).replace("%{y:.1f}", f"{y:.1f}")
    return x, y, tip.removesuffix("<extra></extra>")

"""What a figure shows, read back from it: names, series and values, so that a native chart can be made of the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Literal

from analytics.absence import is_sign
from analytics.charts.layout import Figure

Form = Literal["bars", "stacked", "sides", "columns", "heat"]


@dataclass(frozen=True, kw_only=True)
class Series:
    """One series: its name, a value per row (None: not known), the colour of each, and of a heat map what stands where there is no value."""

    name: str
    values: tuple[float | None, ...]
    colours: tuple[str, ...]
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """Rows of a chart in the figure's order. `texts` is what stands at the end of each row; `most` the length of a whole
    one where it is fixed; `share`: rows are drawn equally long; `mark`: what a line across the rows says; `columns`: of a heat map.
    """

    form: Form
    names: tuple[str, ...]
    series: tuple[Series, ...]
    texts: tuple[str, ...] = ()
    most: float | None = None
    share: bool = False
    mark: str = ""


def drawn(figure: Figure) -> Drawn | None:
    """Returns what a chart shows; None for one over time, which its table tells better."""
    first, layout = figure["data"][0], figure["layout"]
    if first["type"] == "heatmap":
        return heat(first, layout)
    if first["type"] != "bar" or "base" in first:
        return None
    if first.get("orientation") != "h":
        return columns(first)
    if layout.get("barmode") == "stack":
        return stacked(figure["data"], layout)
    if layout.get("barmode") == "overlay":
        return sides(figure["data"])
    return bars(first, layout)


def bars(trace: Mapping, layout: Mapping) -> Drawn:
    """A ranking."""
    texts = tuple(text_of(one) for one in trace["customdata"])
    values = tuple(None if is_sign(text) else float(value) for value, text in zip(trace["x"], texts, strict=True))
    marks = [one for one in layout["annotations"] if one.get("yanchor") == "bottom" and one.get("xanchor") == "center"]
    lines = {shape["type"] for shape in layout["shapes"]}
    # A track behind the bars says how long a whole one is.
    most = float(layout["xaxis"]["range"][1]) if "rect" in lines else None
    return Drawn(
        form="bars", names=names_of(trace["text"]), series=(Series(name="", values=values, colours=colours(trace, len(values))),),
        texts=texts, most=most, mark=text_of(marks[0]["text"]) if marks and "line" in lines else "",
    )  # fmt: skip


def stacked(traces: Sequence[Mapping], layout: Mapping) -> Drawn:
    """Parts of a whole; the counts, not the lengths."""
    names = names_of([one[0] for one in traces[0]["customdata"]])
    series = tuple(
        Series(name=trace["name"], values=tuple(float(one[1]) for one in trace["customdata"]), colours=colours(trace, len(names)))
        for trace in traces
    )
    share = any(float(one[1]) != length for trace in traces for one, length in zip(trace["customdata"], trace["x"], strict=True))
    texts = tuple(text_of(one["text"]) for one in layout["annotations"][: len(names)])
    return Drawn(form="stacked", names=names, series=series, texts=texts, share=share)


def sides(traces: Sequence[Mapping]) -> Drawn:
    """Two directions: both counted from the middle; one that is not known has no value."""
    series = tuple(
        Series(
            name=trace["name"], colours=colours(trace, len(trace["x"])),
            values=tuple(None if said == "—" else float(value) for value, said in zip(trace["x"], trace["customdata"], strict=True)),
        )
        for trace in traces
    )  # fmt: skip
    return Drawn(form="sides", names=names_of(traces[0]["text"]), series=series)


def columns(trace: Mapping) -> Drawn:
    """Upright columns."""
    texts = tuple(text_of(one) for one in trace["text"])
    values = tuple(None if is_sign(text) else float(value) for value, text in zip(trace["y"], texts, strict=True))
    return Drawn(
        form="columns", names=names_of(trace["customdata"]), texts=texts,
        series=(Series(name="", values=values, colours=colours(trace, len(values))),),
    )  # fmt: skip


def heat(trace: Mapping, layout: Mapping) -> Drawn:
    """Rows against columns, a series for each column; the colour of each value is where it stands on the ramp."""
    names, across = names_of(layout["yaxis"]["ticktext"]), names_of(layout["xaxis"]["ticktext"])
    series = tuple(
        Series(name=name, values=tuple(None if row[place] is None else float(row[place]) for row in trace["z"]), colours=(), signs=tuple(row[place] for row in trace["text"]))
        for place, name in enumerate(across)
    )
    return Drawn(form="heat", names=names, series=series, most=float(trace["zmax"]))


def names_of(texts: Sequence[object]) -> tuple[str, ...]:
    """Returns names of rows on one line."""
    return tuple(text_of(one) for one in texts)


def text_of(text: object) -> str:
    """Returns a label of a figure as plain text."""
    said = str(text)
    for tag in ("<b>", "</b>", "<br>"):
        said = said.replace(tag, "")
    return unescape(said).strip(" ")


def colours(trace: Mapping, count: int) -> tuple[str, ...]:
    """Returns the colour of each row."""
    given = trace["marker"]["color"]
    return (given,) * count if isinstance(given, str) else tuple(given)

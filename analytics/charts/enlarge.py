"""A chart at another size: every length in pixels times the same factor, long names on two lines."""

from collections.abc import Mapping
from html import unescape

LENGTHS = {"size", "height", "width", "xshift", "yshift", "xgap", "ygap", "l", "r", "t", "b", "ticklen", "standoff"}
"""What Plotly counts in pixels wherever it stands, save the width of a bar, which is in the axis' own unit."""
HOVER = {"hoverlabel", "hovertemplate", "customdata", "template"}


def enlarged(figure: dict[str, object], scale: float, wrap: int | None = None) -> dict[str, object]:
    """Returns a figure whose type, lines and distances are `scale` times as large; names of rows break after `wrap` characters."""
    if scale == 1 and wrap is None:
        return figure
    data = [{name: grown(name, value, scale, within="trace") for name, value in trace.items()} for trace in figure["data"]]
    layout = {name: grown(name, value, scale) for name, value in figure["layout"].items()}
    names = layout.get("yaxis", {}).get("ticktext")
    if wrap and names:
        names = [wrapped(name, wrap) for name in names]
        layout["yaxis"] = {**layout["yaxis"], "ticktext": names}
        # Plotly's own margin for labels falls short of broken ones.
        longest = max(wide(unescape(line)) for name in names for line in name.split("<br>"))
        margin = layout["margin"]
        layout["margin"] = {**margin, "l": max(margin["l"], longest * layout["font"]["size"] / 2 + 8)}
    return {"data": data, "layout": layout}


def grown(name: str, value: object, scale: float, within: str = "") -> object:
    """Returns one attribute enlarged, and what it holds."""
    if name in HOVER or isinstance(value, bool | str):
        return value
    if isinstance(value, Mapping):
        return {inner: grown(inner, one, scale, within=name) for inner, one in value.items()}
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return [{inner: grown(inner, one, scale) for inner, one in each.items()} for each in value]
    # `width` of a bar is a share of its row; only lines have one in pixels.
    if name in LENGTHS and isinstance(value, int | float) and not (name == "width" and within == "trace"):
        return value * scale
    return value


def wrapped(name: str, most: int) -> str:
    """Returns a row's name (escaped for Plotly) on as many lines as it needs, about equally long."""
    text, end = unescape(name.rstrip(" ")), name[len(name.rstrip(" ")) :]
    # What broke already keeps its lines.
    if len(text) <= most or "<br>" in name:
        return name
    lines = -(-len(text) // most)
    each = -(-len(text) // lines)
    parts = (text[start : start + each] for start in range(0, len(text), each))
    return "<br>".join(escaped(part) + end for part in parts)


def wide(text: str) -> int:
    """Returns how wide a text is in half-width characters."""
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)


def escaped(text: str) -> str:
    """Returns a text that Plotly shows as it stands: it reads tags and entities in labels."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

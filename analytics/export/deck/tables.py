"""Native tables on slides: lists, heat maps, the wall of villages, and the whole tables behind the charts."""

from collections.abc import Mapping, Sequence

import pandas as pd
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Inches

from analytics import absence
from analytics.charts.bars import width
from analytics.charts.ink import on_ramp, readable_on
from analytics.export.deck.columns import lines, widths
from analytics.export.deck.drawn import Drawn
from analytics.export.deck.lettering import Box, colour, write
from analytics.formats import shown
from analytics.theme import LIGHT

PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The style of tables without fills or lines, which every Office knows."""
SIZE, SMALL = 15, 12
TILES = 20
POINTS = 134
"""Half-width characters of one point in an inch, with some to spare: fonts differ."""


def grid(shapes: SlideShapes, box: Box, rows: int, widths: Sequence[float], name: str) -> object:
    """Adds an empty table without a style of its own; `widths` are shares of the box."""
    left, top, whole, height = box
    frame = shapes.add_table(rows, len(widths), Inches(left), Inches(top), Inches(whole), Inches(height))
    frame.name = name
    made = frame.table
    made._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN
    made.horz_banding = False
    for column, share in zip(made.columns, widths, strict=True):
        column.width = round(Inches(whole) * share / sum(widths))
    return made


def cell(made: object, row: int, place: int, text: str, size: float = SIZE, *, fill: str = "", ink: str = LIGHT.ink, margin: float = 0.12, **how: object) -> None:
    """Fills one cell."""
    one = made.cell(row, place)
    one.margin_left = one.margin_right = Inches(margin)
    one.margin_top = one.margin_bottom = Inches(0.02)
    one.vertical_anchor = MSO_ANCHOR.MIDDLE
    if fill:
        one.fill.solid()
        one.fill.fore_color.rgb = colour(fill)
    if text:
        write(one.text_frame, text, size, ink=ink, **how)
    else:
        # An empty paragraph would keep the row as high as 18 points ask for.
        one.text_frame.paragraphs[0]._p.get_or_add_endParaRPr().set("sz", str(round(size * 100)))


def rows_table(shapes: SlideShapes, box: Box, head: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[bool], name: str) -> None:
    """Adds a table of texts: a head with a tint, numbers to the right; small letters where there are many rows."""
    left, top, whole, height = box
    size = SIZE
    shares = widths(head, rows, room(whole, size))
    if sum(lines(rows, shares)) > 9 or len(head) > 7:
        size = SMALL
        shares = widths(head, rows, room(whole, size))
    # A row does not grow with its text before somebody edits it.
    counts = [max(lines([[str(one) for one in head]], shares)), *lines(rows, shares)]
    each = min(0.52, height / sum(counts))
    wide = min(whole, sum(shares) * size / POINTS)
    made = grid(shapes, (left, top, wide, each * sum(counts)), len(rows) + 1, shares, name)
    for row, count in zip(made.rows, counts, strict=True):
        row.height = Inches(each * count if count == 1 else max(each, count * size * 1.3 / 72 + 0.06))
    margin = 0.12 if len(head) <= 7 else 0.06
    for place, title in enumerate(head):
        cell(made, 0, place, title, size, fill=LIGHT.panel, bold=True, margin=margin, align="right" if numbers[place] else "left")
    for number, row in enumerate(rows, start=1):
        for place, text in enumerate(row):
            cell(made, number, place, text, size, fill=LIGHT.sidebar if number % 2 == 0 else "", margin=margin, align="right" if numbers[place] else "left")


def room(inches: float, size: float) -> float:
    """Returns how many half-width characters of a size stand beside each other."""
    return inches * POINTS / size


def texts(table: pd.DataFrame) -> list[list[str]]:
    """Returns a table's values as people read them."""
    return [[shown(value) for value in row] for row in table.itertuples(index=False, name=None)]


def numeric(table: pd.DataFrame) -> list[bool]:
    """Returns which columns are numbers."""
    return [absence.numeric(table[heading]) for heading in table.columns]


def heat_table(shapes: SlideShapes, box: Box, chart: Drawn, name: str) -> None:
    """Adds a heat map as a table whose cells have the colours of the figure."""
    left, top, whole, height = box
    each = min(0.62, height / (len(chart.names) + 1))
    label = max(width(one) for one in chart.names) + 2
    share = max(12.0, *(width(one.name) + 2 for one in chart.series))
    wide = min(whole, (label + share * len(chart.series)) * 0.14)
    made = grid(shapes, (left, top, wide, each * (len(chart.names) + 1)), len(chart.names) + 1, [label, *([share] * len(chart.series))], name)
    cell(made, 0, 0, "")
    for place, one in enumerate(chart.series, start=1):
        cell(made, 0, place, one.name, SIZE, align="center", ink=LIGHT.quiet)
        for row, value in enumerate(one.values, start=1):
            fill = on_ramp(LIGHT.ramp, value / chart.most) if value is not None and chart.most else LIGHT.card
            text = one.signs[row - 1] if value is None else f"{value:,.10g}"
            cell(made, row, place, text, SIZE + 2, fill=fill, ink=readable_on(fill) if value is not None else LIGHT.quiet, align="center", bold=value == chart.most)
    for row, one in enumerate(chart.names, start=1):
        cell(made, row, 0, one, SIZE)


def wall_table(shapes: SlideShapes, box: Box, wall: Mapping, name: str) -> None:
    """Adds towns as rows of coloured cells, a cell a village; finished towns by name and count below them."""
    left, top, whole, height = box
    lines = [(town if start == 0 else None, town["tiles"][start : start + TILES]) for town in wall["rows"] for start in range(0, len(town["tiles"]), TILES)]
    chips = -(-len(wall["chips"]) // 4)
    each = min(0.44, height / max(len(lines) + chips, 1))
    if lines:
        made = grid(shapes, (left, top, whole, each * len(lines)), len(lines), [16, 8, *([4] * TILES)], name)
        for number, (town, tiles) in enumerate(lines):
            cell(made, number, 0, town["name"] if town else "", SIZE)
            cell(made, number, 1, town["count"] if town else "", SIZE, align="right", bold=True)
            for place in range(TILES):
                mark = LIGHT.mark(tiles[place]["state"]) if place < len(tiles) else None
                cell(
                    made, number, place + 2, mark.glyph if mark else "", SMALL, fill=mark.fill if mark else "", ink=mark.ink if mark else LIGHT.ink,
                    align="center", bold=True, margin=0.02,
                )  # fmt: skip
        bordered(made)
    if chips:
        below = grid(shapes, (left, top + each * len(lines) + 0.1, whole, each * chips), chips, [1] * 4, f"{name}（已完成）")
        for place, text in enumerate(wall["chips"]):
            cell(below, place // 4, place % 4, f"✓ {text}", SIZE, ink=LIGHT.blue)


def bordered(made: object) -> None:
    """Draws white lines between the tiles, so that they can be counted."""
    for row in made.rows:
        for one in list(row.cells)[2:]:
            properties = one._tc.get_or_add_tcPr()
            for place, tag in enumerate(("a:lnL", "a:lnR", "a:lnT", "a:lnB")):
                edge = properties.makeelement(qn(tag), {"w": "25400"})
                fill = edge.makeelement(qn("a:solidFill"), {})
                fill.append(fill.makeelement(qn("a:srgbClr"), {"val": "FFFFFF"}))
                edge.append(fill)
                # Lines stand before the fill, or Office calls the file broken.
                properties.insert(place, edge)

"""Files read back, and what the screen shows for the same panel: plain lists to compare."""

import io
import math
from collections.abc import Iterator, Mapping
from html import unescape

import pandas as pd
from openpyxl import load_workbook
from pptx import Presentation
from pptx.chart.chart import Chart

from analytics.absence import is_sign
from analytics.formats import shown
from analytics.panels import PANELS
from analytics.panels.panel import Built, build
from analytics.theme import LIGHT
from data.facts import Facts

_BUILT: dict[tuple, tuple[Facts, Built]] = {}


def on_screen(name: str, facts: Facts, where: Mapping[str, str]) -> Built:
    """A panel as the screen shows it; made once, as the screen does."""
    asked = (id(facts), name, *where.items())
    if asked not in _BUILT:
        # The facts are kept too: others would come to have their number.
        _BUILT[asked] = facts, build(PANELS[name], facts, where, LIGHT)
    return _BUILT[asked][1]


def opened(content: bytes) -> Presentation:
    """A presentation."""
    return Presentation(io.BytesIO(content))


def texts_of(slide: object) -> list[str]:
    """All texts of a slide's shapes."""
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def tables_of(slide: object) -> list[list[list[str]]]:
    """All tables of a slide."""
    return [[[cell.text_frame.text for cell in row.cells] for row in shape.table.rows] for shape in slide.shapes if shape.has_table]


def charts_of(slide: object) -> Iterator[Chart]:
    """All charts of a slide."""
    return (shape.chart for shape in slide.shapes if shape.has_chart)


def series_of(chart: Chart) -> list[list[float | None]]:
    """The values that a chart draws, which must be those of the workbook behind it."""
    drawn = [list(one.values) for one in chart.plots[0].series]
    sheet = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    behind = [[cell.value for cell in column][1:] for column in list(sheet.iter_cols())[1:]]
    assert same(behind, drawn)
    return drawn


def same(one: list[list[float | None]], other: list[list[float | None]]) -> bool:
    """Whether the values are the same; the sixteenth digit is a matter of who wrote it."""
    if [[value is None for value in row] for row in one] != [[value is None for value in row] for row in other]:
        return False
    pairs = zip((value for row in one for value in row), (value for row in other for value in row), strict=True)
    return all(value is None or math.isclose(value, wanted, rel_tol=1e-14, abs_tol=1e-14) for value, wanted in pairs)


def series_on_screen(made: Built) -> list[list[float | None]]:
    """The values of a chart on screen, straight from its traces."""
    found = []
    for trace in made.figure["data"]:
        if trace["type"] == "heatmap":
            return [list(column) for column in zip(*trace["z"], strict=True)]
        if made.figure["layout"].get("barmode") == "stack":
            values, said = [one[1] for one in trace["customdata"]], [one[1] for one in trace["customdata"]]
        else:
            values = trace["x"] if trace.get("orientation") == "h" else trace["y"]
            said = trace["customdata"] if trace.get("orientation") == "h" else trace["text"]
        found.append([None if is_sign(plain(text)) else float(value) for value, text in zip(values, said, strict=True)])
    return found


def plain(text: object) -> str:
    """A label without its tags."""
    said = str(text)
    for tag in ("<b>", "</b>", "<br>"):
        said = said.replace(tag, "")
    return unescape(said).strip(" ")


def rows_on_screen(table: pd.DataFrame) -> list[list[str]]:
    """A table as people read it."""
    return [[shown(value) for value in row] for row in table.itertuples(index=False, name=None)]

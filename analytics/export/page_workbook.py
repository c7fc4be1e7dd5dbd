"""What a page shows as one workbook: a sheet a panel, 口径, and the ledgers' cells behind each figure, linked."""

import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from analytics.export.definitions import HEADINGS, definition, metrics_of, scope_words
from analytics.export.origins import Origin, Sheet, add_sheet, sheet_of, titled
from analytics.export.table import text_cell, value_cell, width
from analytics.figures import Found, figures
from analytics.formats import held
from analytics.metrics import METRICS
from analytics.panels import PANELS
from analytics.panels.panel import Built, day
from analytics.theme import LIGHT
from data.facts import Facts

MARKS = re.compile(r"\*\*|!!")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
LINK = Font(color=LIGHT.link.lstrip("#"), underline="single")
SCOPE = "口径"
WIDTHS = (28, 12, 70, 40, 36, 50)


def page_workbook(title: str, panels: Sequence[Built], facts: Facts, where: Mapping[str, str], marking: str = "") -> bytes:
    """Returns an .xlsx of a page. Its numbers and dates are numbers and dates, a missing value is 「—」, texts compute nothing.

    A figure is a link to the rows of the sheet 来源 that it rests on.
    """
    taken = {SCOPE}
    titles = {made.panel: titled(made.title, taken) for made in panels}
    found = {made.panel: list(figures(made, facts, where)) for made in panels}
    sheets = origins(panels, found, facts, where, taken)
    book = Workbook(write_only=True)
    for made in panels:
        add_panel(book, titles[made.panel], made, found[made.panel], sheets, scope_words(where))
    add_scope(book, title, panels, facts, where, marking, sheets)
    for sheet in sheets.values():
        add_sheet(book, sheet)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def origins(panels: Sequence[Built], found: Mapping[str, list[Found]], facts: Facts, where: Mapping[str, str], taken: set[str]) -> dict[str, Sheet]:
    """Returns the sheets 来源 by metric: the whole of each panel that asks for it, then the parts that its figures link to."""
    wanted: defaultdict[str, list[Origin]] = defaultdict(list)
    for made in panels:
        for name in metrics_of([made.panel]):
            scope = {one: value for one, value in where.items() if one in PANELS[made.panel].takes and one in (*METRICS[name].by, *METRICS[name].dated)}
            wanted[name].append(Origin(metric=name, where=scope, part="全部"))
    for made in panels:
        for one in found[made.panel]:
            wanted[one.metric].append(Origin(metric=one.metric, where=one.where, part=one.part))
    return {name: sheet_of(name, asked, taken, facts) for name, asked in wanted.items()}


def add_panel(book: Workbook, title: str, made: Built, found: Sequence[Found], sheets: Mapping[str, Sheet], scope: str) -> None:
    """Adds a panel's sheet: title, scope, sentence, its metrics as links, then its table."""
    sheet = book.create_sheet(title)
    lines = [text for text in (made.unit, f"范围：{scope}", "　".join(made.foot), MARKS.sub("", made.say), made.note) if text]
    metrics = metrics_of([made.panel])
    sheet.freeze_panes = f"A{len(lines) + len(metrics) + 4}"
    for place, heading in enumerate(made.table.columns, start=1):
        longest = max([width(heading), *(width(text_of(value)) for value in made.table[heading].head(200))])
        sheet.column_dimensions[get_column_letter(place)].width = min(60, longest + 3)
    sheet.append([text_cell(sheet, made.title, Font(bold=True, size=14))])
    for line in lines:
        sheet.append([text_cell(sheet, line, Font(color=LIGHT.quiet.lstrip("#")))])
    for name in metrics:
        sheet.append([linked(text_cell(sheet, f"{METRICS[name].label}：查看来源"), sheets[name].title, 1)])
    sheet.append([])
    sheet.append([text_cell(sheet, str(heading), Font(bold=True), fill=True) for heading in made.table.columns])
    links = {(one.row, one.column): one for one in reversed(found)}
    for row, values in enumerate(made.signed.itertuples(index=False, name=None)):
        sheet.append([figure_cell(sheet, value, str(made.table.columns[place]), links.get((row, place)), sheets) for place, value in enumerate(values)])
    if made.table.empty:
        sheet.append([text_cell(sheet, "此范围内没有数据。")])


def figure_cell(sheet: object, value: object, heading: str, link: Found | None, sheets: Mapping[str, Sheet]) -> WriteOnlyCell:
    """Returns a cell of a table; a figure is a link to what it rests on."""
    told = dated(held(value))
    cell = value_cell(sheet, told)
    if isinstance(told, float):
        # A column of rates keeps its decimal where one is whole.
        cell.number_format = "0.0" if heading.endswith("（%）") else "0.00" if "万元" in heading else "0.0" if not told.is_integer() else "0"
    if link:
        origin = Origin(metric=link.metric, where=link.where, part=link.part)
        return linked(cell, sheets[link.metric].title, sheets[link.metric].places[origin.key])
    return cell


def dated(value: object) -> object:
    """Returns a day that a table holds as text as a date; everything else as it is."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str) and DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value


def linked(cell: WriteOnlyCell, title: str, row: int) -> WriteOnlyCell:
    """Makes a cell a link to a row of a sheet."""
    cell.hyperlink = Hyperlink(ref="", location=f"'{title}'!A{row}")
    cell.font = LINK
    return cell


def text_of(value: object) -> str:
    """Returns what a cell takes for its width."""
    told = held(value)
    return f"{told:.2f}" if isinstance(told, float) else str(told)


def add_scope(
    book: Workbook, title: str, panels: Sequence[Built], facts: Facts, where: Mapping[str, str], marking: str, sheets: Mapping[str, Sheet]
) -> None:
    """Adds the sheet 口径: whose figures, in which scope, as of when, in which version, and what each metric means."""
    sheet = book.create_sheet(SCOPE)
    for letter, wide in zip("ABCDEF", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = wide
    sheet.append([text_cell(sheet, f"{title}　口径", Font(bold=True, size=14))])
    for heading, text in said(facts, where, marking):
        sheet.append([text_cell(sheet, heading, Font(bold=True)), value_cell(sheet, text)])
    sheet.append([])
    sheet.append([text_cell(sheet, heading, Font(bold=True), fill=True) for heading in HEADINGS])
    for name in metrics_of([made.panel for made in panels]):
        cells = [text_cell(sheet, text) for text in definition(name, facts.settings)]
        for cell in cells:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
        sheet.append([linked(cells[0], sheets[name].title, 1), *cells[1:]])


def said(facts: Facts, where: Mapping[str, str], marking: str) -> Iterator[tuple[str, object]]:
    """Yields what the figures stand for."""
    yield "单位", facts.settings.office or "—"
    yield "范围", scope_words(where)
    yield "数据截至", pd.Timestamp(facts.as_of_date).date() if facts.as_of_date else "—"
    yield "数据版本", facts.edition
    yield "密级标注", marking or facts.settings.marking or "—"
    yield "导出说明", "带下划线的数字可点击，查看所依据的台账单元格；“—”表示没有数据，与0不同。"
    if facts.as_of_date:
        yield "读法", f"各数字为截至{day(facts.as_of_date)}的数字，与同一版本的屏幕一致。"

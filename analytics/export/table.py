"""One table as a workbook: what a panel shows, with its scope, cut-off date and version above it."""

import io
from collections.abc import Sequence
from datetime import date

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from analytics.formats import CONTROL, held

HEAD = PatternFill("solid", fgColor="ECE8DF")


def table_workbook(title: str, lines: Sequence[str], table: pd.DataFrame) -> bytes:
    """Returns an .xlsx: the title, one row per line, a blank row, the headings, the rows.

    Numbers stay numbers; a missing value is 「—」, never an empty cell or zero. Text that
    looks like a formula is stored as text, so that opening the file computes nothing.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet("数据")
    sheet.freeze_panes = f"A{len(lines) + 4}"
    for place, heading in enumerate(table.columns, start=1):
        longest = max([width(heading), *(width(held(value)) for value in table[heading].head(200))])
        sheet.column_dimensions[get_column_letter(place)].width = min(60, longest + 3)
    sheet.append([text_cell(sheet, title, Font(bold=True, size=14))])
    for line in lines:
        sheet.append([text_cell(sheet, line, Font(color="5A5F66"))])
    sheet.append([])
    sheet.append([text_cell(sheet, str(heading), Font(bold=True), fill=True) for heading in table.columns])
    for row in table.itertuples(index=False, name=None):
        sheet.append([value_cell(sheet, held(value)) for value in row])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def value_cell(sheet: object, value: object) -> WriteOnlyCell:
    """Returns a cell; text is stored as text whatever it begins with."""
    if isinstance(value, str):
        return text_cell(sheet, value)
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, float) and not value.is_integer():
        cell.number_format = "0.0"
    return cell


def text_cell(sheet: object, text: str, font: Font | None = None, fill: bool = False) -> WriteOnlyCell:
    """Returns a cell of type text, which Excel and WPS never take for a formula."""
    cell = WriteOnlyCell(sheet, value=CONTROL.sub("", text))
    cell.data_type = "s"
    cell.alignment = Alignment(vertical="top")
    if font:
        cell.font = font
    if fill:
        cell.fill = HEAD
    return cell


def width(value: object) -> int:
    """Returns how wide a value stands in a column, in half-width characters."""
    return sum(2 if ord(character) > 0x2E7F else 1 for character in str(value))

"""The last sheet of a marked workbook, which lists every cell to mend."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet.hyperlink import Hyperlink

from data.annotate import HEADINGS, LIST_SHEET, is_list
from data.workbook import Sheet, Value
from data.workbook import Workbook as Read
from data.workbook.values import text

WIDTHS = (22, 10, 32, 8, 70)
_LIVE = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")


def add_list(book: Workbook, read: Read, said: list[tuple[str, str, str, str]]) -> None:
    """Append the list of `said` (sheet, cell, label, message) to `book`, in place of one from an earlier round."""
    for sheet in [sheet for sheet in book.worksheets if is_list(sheet.title, [cell.value for cell in sheet[1]])]:
        book.remove(sheet)
    made = book.create_sheet(LIST_SHEET)
    standing = {sheet.name: sheet for sheet in read.sheets}
    for column, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True), 1):
        cell = made.cell(1, column, heading)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="D9D9D9")
        made.column_dimensions[cell.column_letter].width = width
    for row, (sheet, address, label, message) in enumerate(said, 2):
        values = (sheet, address, _standing(standing.get(sheet), address), label, message)
        for column, value in enumerate(values, 1):
            write(made.cell(row, column), text(value) if isinstance(value, str) else value)
            made.cell(row, column).alignment = Alignment(vertical="top", wrap_text=True)
        if address and sheet in book.sheetnames:
            place = f"'{sheet.replace(chr(39), chr(39) * 2)}'!{address}"
            made.cell(row, 2).hyperlink = Hyperlink(ref=made.cell(row, 2).coordinate, location=place)
    made.freeze_panes = "A2"
    if not any(sheet.sheet_state == "visible" for sheet in book.worksheets[:-1]):
        book.active = len(book.worksheets) - 1


def write(cell: Cell, value: Value) -> None:
    """Set `cell` to `value`; text stays text, also where it looks like a formula and after somebody edits it."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_LIVE)


def _standing(sheet: Sheet | None, address: str) -> Value:
    """Return what the file says at `address`, an error as its sign."""
    if sheet is None or not address:
        return None
    row, column = coordinate_to_tuple(address)
    at = row - 1, column - 1
    if at in sheet.errors:
        return sheet.errors[at]
    if at in sheet.uncached:
        return "公式未计算"
    values = sheet.rows[at[0]] if at[0] < len(sheet.rows) else []
    return values[at[1]] if at[1] < len(values) else None

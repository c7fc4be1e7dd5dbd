"""The child process that marks cells: openpyxl opens what strangers made, so it works under limits."""

from __future__ import annotations

import io
import re
import warnings

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data.listing import add_list, write
from data.workbook import Limits, read_in_process
from data.workbook import Workbook as Read
from data.workbook.child import answer
from data.workbook.values import text

AUTHOR = "巡察数据看板"
FILLS = {"error": "FFC7CE", "warning": "FFEB9C", "info": "DDEBF7"}
LABELS = {"error": "错误", "warning": "提醒", "info": "说明"}
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")

Said = tuple[str, str, str, str]  # sheet, cell, severity, message


def mark(name: str, content: bytes, said: list[Said], as_sent: bool, limits: Limits) -> bytes:
    """Return the marked workbook as .xlsx; with `as_sent` an .xlsx itself, else its values."""
    read = read_in_process(name, content, limits)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # What openpyxl cannot keep, it says; there is nobody here to hear it.
        # What openpyxl cannot open ends this process, and the next one works from the values.
        book = load_workbook(io.BytesIO(content)) if as_sent and content[:2] == b"PK" else _rebuilt(read)
        for sheet in book.worksheets:
            _unmark(sheet)
        _mark_all(book, said)
        add_list(book, read, [(*one[:2], LABELS.get(one[2], one[2]), one[3]) for one in said])
        buffer = io.BytesIO()
        book.save(buffer)
    return buffer.getvalue()


def _rebuilt(read: Read) -> Workbook:
    """Return a plain workbook with the values, merges and hidden marks of `read`."""
    book = Workbook()
    book.remove(book.active)
    for sheet in read.sheets:
        made = book.create_sheet(re.sub(r"[\[\]:*?/\\]", "_", sheet.name)[:31] or "表格")
        made.sheet_state = "visible" if sheet.visible else "hidden"
        for row, values in enumerate(sheet.rows, 1):
            for column, value in enumerate(values, 1):
                if value is not None:
                    write(made.cell(row, column), value)
        for (row, column), error in sheet.errors.items():
            made.cell(row + 1, column + 1).value = error
        for top, left, bottom, right in sheet.merges:
            block = [value for row in sheet.rows[top : bottom + 1] for value in row[left : right + 1]]
            if all(value is None for value in block[1:]):  # Merging would delete what the other cells hold.
                made.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
        for row in sheet.hidden_rows:
            made.row_dimensions[row + 1].hidden = True
        for column in sheet.hidden_columns:
            made.column_dimensions[get_column_letter(column + 1)].hidden = True
    return book


def _unmark(sheet: Worksheet) -> None:
    """Take away the marks of an earlier round: a cell that was mended must not stay red."""
    # Only the cells that are there: going by rows and columns would make a billion where a format reaches the edge.
    for cell in list(sheet._cells.values()):
        if cell.comment is not None and cell.comment.author == AUTHOR:
            cell.comment = None
            cell.fill = PatternFill()


def _mark_all(book: Workbook, said: list[Said]) -> None:
    sheets = {text(sheet.title): sheet for sheet in book.worksheets}
    sheets.update({title[:31]: sheet for title, sheet in sheets.items() if title})
    cells: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for name, cell, severity, message in said:
        cells.setdefault((name, cell), []).append((severity, message))
    for (name, address), messages in cells.items():
        sheet = sheets.get(name) or sheets.get(re.sub(r"[\[\]:*?/\\]", "_", name)[:31])
        if sheet is not None and _CELL.fullmatch(address):
            _mark(_anchor(sheet, address), messages)


def _anchor(sheet: Worksheet, address: str) -> Cell:
    """Return the cell at `address`, or of a merged block the one that holds its value."""
    if isinstance(cell := sheet[address], MergedCell):
        for block in sheet.merged_cells.ranges:
            if address in block:
                return sheet.cell(block.min_row, block.min_col)
    return cell


def _mark(cell: Cell, messages: list[tuple[str, str]]) -> None:
    worst = min((severity for severity, _ in messages), key=lambda one: list(FILLS).index(one) if one in FILLS else 9)
    lines = [f"{LABELS.get(severity, severity)}:{text(message)}" for severity, message in messages]
    if cell.comment is not None:
        lines.insert(0, cell.comment.text)
    cell.fill = PatternFill("solid", fgColor=FILLS.get(worst, FILLS["info"]))
    cell.comment = Comment("\n".join(lines)[:32000], AUTHOR, width=320, height=40 + 36 * len(lines))


if __name__ == "__main__":
    answer(mark)

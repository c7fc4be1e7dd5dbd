"""A workbook as read, written back as .xlsx: every text stays text, nothing becomes a formula."""

import io

from openpyxl import Workbook as Book
from openpyxl.cell import WriteOnlyCell

from data.workbook import Workbook


def workbook_bytes(book: Workbook) -> bytes:
    """The sheets of a workbook with their values at their addresses, as the bytes of an .xlsx."""
    out = Book(write_only=True)
    for sheet in book.sheets:
        page = out.create_sheet(_title(sheet.name))
        for row in sheet.rows:
            page.append([_cell(page, value) for value in row])
    buffer = io.BytesIO()
    out.save(buffer)
    return buffer.getvalue()


def _cell(page: object, value: object) -> object:
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(page, value)
    cell.data_type = "s"
    return cell


def _title(name: str) -> str:
    return "".join("_" if c in r"\/*?:[]" else c for c in name)[:31] or "Sheet"

"""Workbooks of 1997 to 2003 and of WPS (.xls, .et): values by calamine, the rest from the records."""

from __future__ import annotations

import io

from python_calamine import CalamineWorkbook

from . import biff
from .compound import book_stream
from .limits import Limits
from .model import Sheet, Unreadable, address
from .refusals import too_wide, unparsable
from .values import plain, text, widen

_WORKSHEET = 0


def sheets(content: bytes, limits: Limits) -> list[Sheet]:
    """Return the worksheets of a compound file, in order; chart and macro sheets are left out."""
    marks = biff.marks(book_stream(content))
    if len(marks) > limits.sheets:
        raise Unreadable("too_many_sheets", f"工作簿里有 {len(marks)} 个工作表，超过 {limits.sheets} 个，请拆分后再传。")
    left = limits.cells
    for number, mark in enumerate(marks, 1):
        left -= (mark.last_row + 1) * (mark.last_column + 1)
        if left < 0:
            raise too_wide(f"第 {number} 个工作表", address(mark.last_row, mark.last_column))
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    if len(book.sheet_names) != len(marks):
        raise unparsable()
    return [_sheet(book, index, mark) for index, mark in enumerate(marks) if mark.kind == _WORKSHEET]


def _sheet(book: CalamineWorkbook, index: int, mark: biff.Marks) -> Sheet:
    rows, errors = plain(book.get_sheet_by_index(index).to_python(skip_empty_area=False))
    errors |= mark.errors
    widen(rows, [*errors, *mark.uncached])
    for row, column in mark.uncached:
        rows[row][column] = None
    return Sheet(
        name=text(book.sheet_names[index]) or f"第{index + 1}个工作表",
        visible=mark.visible,
        rows=rows,
        merges=tuple(mark.merges),
        hidden_rows=frozenset(mark.hidden_rows),
        hidden_columns=frozenset(mark.hidden_columns),
        errors=errors,
        uncached=frozenset(mark.uncached),
    )

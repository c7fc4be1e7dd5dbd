"""Workbooks of the .xlsx kind: values by calamine, the rest from the XML."""

from __future__ import annotations

import io

from python_calamine import CalamineWorkbook

from .limits import Limits
from .model import Sheet, Unreadable, address
from .package import pack
from .refusals import too_wide
from .sheetxml import Marks, look
from .values import plain, widen
from .xlsxparts import Listed, in_usual_places, worksheets


def sheets(parts: dict[str, bytes], limits: Limits) -> list[Sheet]:
    """Return the worksheets of an inflated package, in order; chart and macro sheets are left out.

    Raises `Unreadable` for parts that are missing or lie outside, and for sheets beyond `limits`.
    """
    listed = worksheets(parts)
    if len(listed) > limits.sheets:
        raise Unreadable("too_many_sheets", f"工作簿里有 {len(listed)} 个工作表，超过 {limits.sheets} 个，请拆分后再传。")
    parts = in_usual_places(parts)
    marks: list[Marks] = []
    for entry in listed:
        found = look(parts[entry.part], limits.cells // len(listed))
        row, column = found.corner
        if (row + 1) * (column + 1) > limits.cells:
            raise too_wide(entry.name, address(row, column))
        marks.append(found)
        parts[entry.part] = found.xml
    book = CalamineWorkbook.from_filelike(io.BytesIO(pack(parts)))
    return [_sheet(book, entry, found) for entry, found in zip(listed, marks, strict=True)]


def _sheet(book: CalamineWorkbook, entry: Listed, marks: Marks) -> Sheet:
    rows, errors = plain(book.get_sheet_by_index(entry.index).to_python(skip_empty_area=False))
    errors |= marks.errors
    widen(rows, [*errors, *marks.uncached])
    return Sheet(
        name=entry.name,
        visible=entry.visible,
        rows=rows,
        merges=marks.merges,
        hidden_rows=marks.hidden_rows,
        hidden_columns=marks.hidden_columns,
        errors=errors,
        uncached=marks.uncached,
    )

"""Workbooks of the .xlsx kind: values by calamine, the rest from the XML."""

from __future__ import annotations

import io
import posixpath
from dataclasses import dataclass

from python_calamine import CalamineWorkbook

from . import sheetxml
from .limits import Limits
from .markup import Attributes, walk
from .model import Sheet, Unreadable, address
from .package import pack
from .refusals import RESAVE, damaged, too_wide
from .values import plain, text, widen

WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True, kw_only=True)
class _Listed:
    name: str
    index: int
    visible: bool
    part: str


def sheets(parts: dict[str, bytes], limits: Limits) -> list[Sheet]:
    """Return the worksheets of an inflated package, in order; chart and macro sheets are left out.

    Raises `Unreadable` for parts that are missing or lie outside, and for sheets beyond `limits`.
    """
    listed = _listed(parts)
    if len(listed) > limits.sheets:
        raise Unreadable("too_many_sheets", f"工作簿里有 {len(listed)} 个工作表,超过 {limits.sheets} 个,请拆分后再传。")
    parts = dict(parts)
    marks: list[sheetxml.Marks] = []
    for entry in listed:
        found = sheetxml.look(parts[entry.part], limits.cells // len(listed))
        row, column = found.corner
        if (row + 1) * (column + 1) > limits.cells:
            raise too_wide(entry.name, address(row, column))
        marks.append(found)
        parts[entry.part] = found.xml
    book = CalamineWorkbook.from_filelike(io.BytesIO(pack(parts)))
    return [_sheet(book, entry, found) for entry, found in zip(listed, marks, strict=True)]


def _sheet(book: CalamineWorkbook, entry: _Listed, marks: sheetxml.Marks) -> Sheet:
    read = book.get_sheet_by_index(entry.index)
    rows, errors = plain(read.to_python(skip_empty_area=False))
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


def _listed(parts: dict[str, bytes]) -> list[_Listed]:
    """Return the worksheets that the workbook part lists, with the member each of them lives in."""
    relations = _relations(parts)
    entries: list[Attributes] = []
    walk(
        parts.get(WORKBOOK) or b"",
        start=lambda name, attributes: entries.append(attributes) if name == "sheet" else None,
    )
    listed = []
    for index, entry in enumerate(entries):
        kind, part = relations.get(entry.get("id", ""), ("", ""))
        if kind.endswith("/worksheet"):
            if part not in parts:
                raise damaged()
            name = text(entry.get("name", "")) or f"第{index + 1}个工作表"
            visible = entry.get("state", "visible") == "visible"
            listed.append(_Listed(name=name, index=index, visible=visible, part=part))
    return listed


def _relations(parts: dict[str, bytes]) -> dict[str, tuple[str, str]]:
    """Return relation id to kind and member name; refuse a worksheet that lies outside the package."""
    found: list[Attributes] = []
    walk(
        parts.get("xl/_rels/workbook.xml.rels") or b"",
        start=lambda name, attributes: found.append(attributes) if name == "Relationship" else None,
    )
    relations = {}
    for relation in found:
        kind, target = relation.get("Type", ""), relation.get("Target", "").replace("\\", "/")
        part = target.removeprefix("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        if kind.endswith("/worksheet") and (relation.get("TargetMode") == "External" or part.startswith("..")):
            raise Unreadable("escaping_part", f"工作表指向文件之外的路径,已拒绝读取,{RESAVE}")
        relations[relation.get("Id", "")] = (kind, part)
    return relations

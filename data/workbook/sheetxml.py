"""What the reader of values hides, found in the XML of one worksheet by a few fast patterns.

An error cell and a formula without a stored result look empty to the reader, a hidden row looks like any other.
A full parse in Python would take three times as long as reading the values; patterns over the bytes take a sixth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .model import Address
from .sheetpatterns import Patterns, patterns_for
from .sheetplaces import COLUMNS, cell_of, cells, column_of, corner, row_of

Merge = tuple[int, int, int, int]

_CDATA = re.compile(rb"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_SPECIAL = re.compile(rb"<!")  # Several times faster than `in` for so short a needle.
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_HIDDEN = re.compile(rb"""\bhidden=["'](?:1|true)["']""")
_BOUND = re.compile(rb"""\b(min|max)=["'](\d{1,5})["']""")
_TEXT_RESULT = re.compile(rb"""\bt=["']str["']""")
_ERROR = re.compile(rb"""t=["']e["']""")
_HIDDEN_AT_ALL = re.compile(rb"hidden=")
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})")


@dataclass(frozen=True, kw_only=True)
class Marks:
    """What one worksheet's XML says beside its values; addresses count from zero.

    `corner` bounds the last row and column in use; `xml` is the worksheet for the reader of values, which stops
    at errors that it does not know and therefore gets none.
    """

    corner: Address
    merges: tuple[Merge, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    errors: dict[Address, str]
    uncached: frozenset[Address]
    xml: bytes


def look(xml: bytes, enough: int) -> Marks:
    """Return the marks of worksheet `xml`; the corner is exact where it spans more than `enough` cells."""
    xml = _tidy(xml)
    patterns = patterns_for(xml)
    found = patterns.data.search(xml)
    start, end = found.span() if found else (len(xml), len(xml))
    data = (found[1] if found else None) or b""
    errors, bare = _errors(patterns, data), _bare_formulas(patterns, data)
    unplaced = any(cell_of(match[1]) is None for match in errors + bare)
    places = {match.start(): place for place, match in cells(patterns, data)} if unplaced else {}

    def place(match: re.Match[bytes]) -> Address:
        return cell_of(match[1]) or places[match.start()]

    return Marks(
        corner=corner(patterns, data, enough),
        merges=tuple(_merges(patterns, xml[end:])),
        hidden_rows=frozenset(_hidden_rows(patterns, data)),
        hidden_columns=frozenset(_hidden_columns(patterns, xml[:start])),
        errors={place(match): _error(patterns, match) for match in errors},
        uncached=frozenset(map(place, bare)),
        xml=patterns.error.sub(lambda match: _emptied(patterns, match), xml) if errors else xml,
    )


def _tidy(xml: bytes) -> bytes:
    """Return `xml` without comments and CDATA, so that a pattern meets markup only where there is markup."""
    if not _SPECIAL.search(xml):
        return xml
    from html import escape

    xml = _CDATA.sub(lambda match: escape(match[1].decode("utf-8", "replace"), quote=False).encode(), xml)
    return _COMMENT.sub(b"", xml)


def _errors(patterns: Patterns, data: bytes) -> list[re.Match[bytes]]:
    return list(patterns.error.finditer(data)) if _ERROR.search(data) else []


def _error(patterns: Patterns, match: re.Match[bytes]) -> str:
    from html import unescape

    value = patterns.value.search(match[2])
    return (unescape(value[1].decode("utf-8", "replace")).strip()[:20] if value else "") or "#N/A"


def _emptied(patterns: Patterns, match: re.Match[bytes]) -> bytes:
    return b"<" + patterns.prefix + b"c " + _ERROR.sub(b"", match[1]) + b"/>"


def _bare_formulas(patterns: Patterns, data: bytes) -> list[re.Match[bytes]]:
    """Return the cells whose formula has no stored result; a stored empty text is a result."""
    if not patterns.any_formula.search(data):
        return []
    return [
        match
        for match in patterns.formula.finditer(data)
        if not (match[2] and _TEXT_RESULT.search(match[1])) and not _ERROR.search(match[1])
    ]


def _hidden_rows(patterns: Patterns, data: bytes) -> Iterator[int]:
    if not _HIDDEN_AT_ALL.search(data):
        return
    row = -1
    for attributes in patterns.row.findall(data):
        row = row_of(attributes, row)
        if _HIDDEN.search(attributes):
            yield row


def _hidden_columns(patterns: Patterns, head: bytes) -> Iterator[int]:
    for attributes in patterns.column.findall(head):
        bounds = {key: int(value) for key, value in _BOUND.findall(attributes)}
        if _HIDDEN.search(attributes) and len(bounds) == 2:
            yield from range(bounds[b"min"] - 1, min(bounds[b"max"], COLUMNS))


def _merges(patterns: Patterns, tail: bytes) -> Iterator[Merge]:
    for reference in patterns.merge.findall(tail):
        if found := _RANGE.fullmatch(reference.decode("ascii", "replace")):
            left, right = sorted((column_of(found[1]), column_of(found[3])))
            top, bottom = sorted((int(found[2]) - 1, int(found[4]) - 1))
            if (top, left) != (bottom, right):
                yield top, left, bottom, right

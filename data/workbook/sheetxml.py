"""What the reader of values hides, found in the XML of one worksheet by a few fast patterns.

An error cell and a formula without a stored result look empty to the reader, a hidden row looks like any other.
A full parse in Python would take three times as long as reading the values; patterns over the bytes take a sixth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape

from .model import Address

Merge = tuple[int, int, int, int]

_CDATA = re.compile(rb"<!\[CDATA\[(.*?)\]\]>", re.S)
_COMMENT = re.compile(rb"<!--.*?-->", re.S)
_ROOT = re.compile(rb"<((?:[\w.-]+:)?)worksheet[\s>/]")
_PLACE = re.compile(rb"""\br=["']([A-Za-z]{0,3})([0-9]{1,7})["']""")
_HIDDEN = re.compile(rb"""\bhidden=["'](?:1|true)["']""")
_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")


@dataclass(frozen=True, kw_only=True)
class Marks:
    """What one worksheet's XML says beside its values; addresses count from zero."""

    merges: tuple[Merge, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    errors: dict[Address, str]
    uncached: frozenset[Address]


@dataclass(frozen=True, kw_only=True)
class _Patterns:
    data: re.Pattern[bytes]
    row: re.Pattern[bytes]
    step: re.Pattern[bytes]
    placeless: re.Pattern[bytes]
    wide: re.Pattern[bytes]
    error: re.Pattern[bytes]
    formula: re.Pattern[bytes]
    value: re.Pattern[bytes]
    column: re.Pattern[bytes]
    merge: re.Pattern[bytes]


@lru_cache(maxsize=8)
def _patterns(prefix: bytes) -> _Patterns:
    def made(pattern: bytes) -> re.Pattern[bytes]:
        return re.compile(pattern.replace(b"~", re.escape(prefix)), re.S)

    return _Patterns(
        data=made(rb"<~sheetData\b[^>]*?(?:/>|>(.*)</~sheetData\s*>)"),
        row=made(rb"<~row\b([^>]*)>"),
        step=made(rb"<~(row|c)\b([^>]*?)(/?)>"),
        placeless=made(rb"""<~(?:c|row)(?=[\s>/])(?![^>]*\br=["'])"""),
        wide=made(rb"""<~c\b[^>]*?\br=["'][A-Za-z]{3}"""),
        error=made(rb"""<~c\b([^>]*\bt=["']e["'][^>]*)(?<!/)>(.*?)</~c\s*>"""),
        formula=made(rb"<~c\b([^>]*)(?<!/)>\s*<~f\b[^>]*(?:/>|>[^<]*</~f\s*>)\s*(?!<~v[^>]*>[^<]|<~is\b)(<~v\b)?"),
        value=made(rb"<~v\b[^>]*>([^<]*)</~v"),
        column=made(rb"<~col\b([^>]*)>"),
        merge=made(rb"""<~mergeCell\b[^>]*?\bref=["']([^"']*)["']"""),
    )


def tidy(xml: bytes) -> bytes:
    """Return `xml` without comments and CDATA, so that a pattern meets markup only where there is markup."""
    if b"<![CDATA[" in xml:
        xml = _CDATA.sub(lambda match: escape(match[1].decode("utf-8", "replace"), quote=False).encode(), xml)
    return _COMMENT.sub(b"", xml) if b"<!--" in xml else xml


def marks(xml: bytes) -> Marks:
    """Return what tidied worksheet `xml` says about merges, hidden rows and columns, errors and bare formulas."""
    patterns, data, start, end = _data(xml)
    tag = _PLACE
    errors: dict[Address, str] = {}
    uncached: set[Address] = set()
    troubles = [(match, True) for match in _errors(patterns, data)]
    if b"<" + _prefix(xml) + b"f" in data:
        # A cached empty text is written as t="str" with an empty value; anything else without a value has no result.
        troubles += [
            (match, False)
            for match in patterns.formula.finditer(data)
            if not (match[2] and re.search(rb"""\bt=["']str["']""", match[1])) and not re.search(rb"""\bt=["']e["']""", match[1])
        ]
    places = _places(patterns, data) if any(not _complete(tag.search(match[1])) for match, _ in troubles) else {}
    for match, is_error in troubles:
        place = tag.search(match[1])
        at = _address(place) if _complete(place) else places[match.start()]
        if is_error:
            value = patterns.value.search(match[2])
            errors[at] = unescape(value[1].decode("utf-8", "replace")).strip()[:20] if value else "#N/A"
        else:
            uncached.add(at)
    return Marks(
        merges=tuple(_merges(patterns, xml[end:])),
        hidden_rows=frozenset(_hidden_rows(patterns, data)),
        hidden_columns=frozenset(_hidden_columns(patterns, xml[:start])),
        errors=errors,
        uncached=frozenset(uncached - errors.keys()),
    )


def corner(xml: bytes, enough: int) -> Address:
    """Return the last row and column that tidied worksheet `xml` may use.

    They are exact only where the rectangle down to them has more than `enough` cells; otherwise they are a bound.
    """
    patterns, data, _, _ = _data(xml)
    rows = [int(match[2]) for match in map(_PLACE.search, patterns.row.findall(data)) if match]
    placeless = patterns.placeless.search(data) is not None
    columns = 16384 if patterns.wide.search(data) else 702
    if not placeless and max(rows, default=0) * columns <= enough:
        return max(rows, default=0) - 1, columns - 1
    last_row = last_column = -1
    for row, column, content in _cells(patterns, data):
        if content:
            last_row, last_column = max(last_row, row), max(last_column, column)
    return last_row, last_column


def without_errors(xml: bytes) -> bytes:
    """Return tidied worksheet `xml` with its error cells empty: an error unknown to the reader stops it."""
    patterns, _, _, _ = _data(xml)
    if not _may_have_errors(xml):
        return xml
    empty = b"<" + _prefix(xml) + b"c "
    return patterns.error.sub(lambda match: empty + _only_place(match[1]) + b"/>", xml)


def _data(xml: bytes) -> tuple[_Patterns, bytes, int, int]:
    patterns = _patterns(_prefix(xml))
    found = patterns.data.search(xml)
    if found is None:
        return patterns, b"", len(xml), len(xml)
    return patterns, found[1] or b"", found.start(), found.end()


def _prefix(xml: bytes) -> bytes:
    root = _ROOT.search(xml, 0, 4096)
    return root[1] if root else b""


def _may_have_errors(data: bytes) -> bool:
    return b't="e"' in data or b"t='e'" in data


def _errors(patterns: _Patterns, data: bytes) -> Iterator[re.Match[bytes]]:
    return patterns.error.finditer(data) if _may_have_errors(data) else iter(())


def _only_place(attributes: bytes) -> bytes:
    place = _PLACE.search(attributes)
    return place[0] if place else b""


def _complete(place: re.Match[bytes] | None) -> bool:
    return place is not None and bool(place[1])


def _address(place: re.Match[bytes]) -> Address:
    return int(place[2]) - 1, _column(place[1].decode().upper())


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _walk(patterns: _Patterns, data: bytes) -> Iterator[tuple[int, int, re.Match[bytes]]]:
    """Yield every cell with its row and column, also where the file leaves them to be counted."""
    row, column = -1, -1
    for match in patterns.step.finditer(data):
        place = _PLACE.search(match[2])
        if match[1] == b"row":
            row, column = (int(place[2]) - 1 if place else row + 1), -1
        else:
            row, column = _address(place) if _complete(place) else (row, column + 1)
            yield row, column, match


def _places(patterns: _Patterns, data: bytes) -> dict[int, Address]:
    return {match.start(): (row, column) for row, column, match in _walk(patterns, data)}


def _cells(patterns: _Patterns, data: bytes) -> Iterator[tuple[int, int, bool]]:
    for row, column, match in _walk(patterns, data):
        follows = data[match.end() : match.end() + 3]
        yield row, column, not match[3] and not follows.startswith(b"</")


def _hidden_rows(patterns: _Patterns, data: bytes) -> Iterator[int]:
    if b"hidden=" not in data:
        return
    row = -1
    for attributes in patterns.row.findall(data):
        place = _PLACE.search(attributes)
        row = int(place[2]) - 1 if place else row + 1
        if _HIDDEN.search(attributes):
            yield row


def _hidden_columns(patterns: _Patterns, head: bytes) -> Iterator[int]:
    for attributes in patterns.column.findall(head):
        bounds = {key: int(value) for key, value in re.findall(rb"""\b(min|max)=["'](\d{1,5})["']""", attributes)}
        if _HIDDEN.search(attributes) and len(bounds) == 2:
            yield from range(bounds[b"min"] - 1, min(bounds[b"max"], 16384))


def _merges(patterns: _Patterns, tail: bytes) -> Iterator[Merge]:
    for reference in patterns.merge.findall(tail):
        found = _RANGE.fullmatch(reference.decode("ascii", "replace").replace("$", ""))
        if found:
            left, right = sorted((_column(found[1]), _column(found[3])))
            top, bottom = sorted((int(found[2]) - 1, int(found[4]) - 1))
            if (top, left) != (bottom, right):
                yield top, left, bottom, right

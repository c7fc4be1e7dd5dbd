"""What the reader of values hides in an .xls: a walk over the records of its BIFF stream."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from .model import Address
from .refusals import damaged, encrypted

ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_EOF, _BOUNDSHEET, _FILEPASS, _BOF = 0x000A, 0x0085, 0x002F, 0x0809
_FORMULA, _BOOLERR, _ROW, _COLINFO, _MERGES = 0x0006, 0x0205, 0x0208, 0x007D, 0x00E5
# Records that hold one value each and begin with row and column: number, label, label of shared text, RK, rich text.
_VALUES = {0x0203, 0x0204, 0x00FD, 0x027E, 0x00D6, _FORMULA, _BOOLERR}
_MANY = 0x00BD
# How the tokens of a formula end that can only give a number: plus to power, signs and percent; SUM in two spellings.
_ARITHMETIC = {bytes([token]) for token in (*range(0x03, 0x08), 0x12, 0x13, 0x14)}
_SUM = b"\x19\x10"
_FUNCTION = {b"\x22", b"\x42", b"\x62"}


@dataclass(kw_only=True)
class Marks:
    """What one sheet's records say beside its values; addresses count from zero."""

    visible: bool
    kind: int
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    errors: dict[Address, str] = field(default_factory=dict)
    uncached: set[Address] = field(default_factory=set)
    last_row: int = -1
    last_column: int = -1


def marks(stream: bytes) -> list[Marks]:
    """Return the marks of every sheet in the order of the workbook; raises `Unreadable` if it is encrypted."""
    found, at = [], 0
    while at + 4 <= len(stream):
        record, length = struct.unpack_from("<HH", stream, at)
        body = stream[at + 4 : at + 4 + length]
        at += 4 + length
        if record == _FILEPASS:
            raise encrypted()
        if record == _BOUNDSHEET and length >= 6:
            start, state, kind = struct.unpack_from("<IBB", body)
            mark = Marks(visible=not state & 3, kind=kind)
            _sheet(stream, start, mark)
            found.append(mark)
        elif record == _EOF:
            return found
    raise damaged()


def _sheet(stream: bytes, at: int, mark: Marks) -> None:
    """Fill `mark` from the records of the sheet that begins at `at`; charts inside it are skipped."""
    depth = 0
    while at + 4 <= len(stream):
        record, length = struct.unpack_from("<HH", stream, at)
        start, at = at + 4, at + 4 + length
        if at > len(stream):
            raise damaged()
        if record == _BOF:
            depth += 1
        elif record == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1 and (record in _VALUES or record == _MANY) and length >= 6:
            _value(stream, record, start, length, mark)
        elif depth == 1:
            _layout(stream[start:at], record, mark)


def _value(stream: bytes, record: int, start: int, length: int, mark: Marks) -> None:
    row, column = struct.unpack_from("<HH", stream, start)
    last = struct.unpack_from("<H", stream, start + length - 2)[0] if record == _MANY else column
    mark.last_row, mark.last_column = max(mark.last_row, row), max(mark.last_column, last)
    if record == _BOOLERR and length >= 8 and stream[start + 7]:
        mark.errors[row, column] = ERRORS.get(stream[start + 6], "#N/A")
    elif record == _FORMULA and length >= 16:
        kind = stream[start + 6] if stream[start + 12 : start + 14] == b"\xff\xff" else None
        if kind == 2:
            mark.errors[row, column] = ERRORS.get(stream[start + 8], "#N/A")
        elif kind == 3 and _gives_number(stream[start + 22 : start + length]):
            # Programs that cannot calculate store an empty text; no sum ever comes to that.
            mark.uncached.add((row, column))


def _gives_number(tokens: bytes) -> bool:
    """Tell whether a formula ends in arithmetic or a sum."""
    return (
        tokens[-1:] in _ARITHMETIC or tokens[-4:-2] == _SUM or (tokens[-4:-3] in _FUNCTION and tokens[-2:] == b"\4\0")
    )


def _layout(body: bytes, record: int, mark: Marks) -> None:
    if record == _ROW and len(body) >= 14:
        if body[12] & 0x20:
            mark.hidden_rows.add(struct.unpack_from("<H", body)[0])
    elif record == _COLINFO and len(body) >= 10:
        first, last, _, _, options = struct.unpack_from("<5H", body)
        if options & 1:
            mark.hidden_columns.update(range(first, min(last, 255) + 1))
    elif record == _MERGES and len(body) >= 2:
        for at in range(2, len(body) - 7, 8):
            top, bottom, left, right = struct.unpack_from("<4H", body, at)
            mark.merges.append((top, left, bottom, right))

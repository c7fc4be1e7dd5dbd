"""What a workbook is once read: sheets of plain values, each at the address a person sees."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time

Value = str | float | int | date | datetime | time | None
Address = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One worksheet; all indices count from zero and ``rows[0][0]`` is always A1.

    Empty cells are ``None``, never ``""``; truth values are the texts TRUE and FALSE; whole numbers that a
    float holds exactly are ``int``. Cells listed in `errors` (address to e.g. ``#DIV/0!``) and in `uncached`
    (formulas whose result the file does not hold) are ``None`` in `rows` and must not be taken for empty.
    `merges` are (top, left, bottom, right), both ends included, and like the hidden marks never beyond `rows`.
    """

    name: str
    visible: bool
    rows: list[list[Value]]
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    errors: dict[Address, str]
    uncached: frozenset[Address] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Workbook:
    """A file as read: `name` as sent, for display only; `notes` are sentences its sender should know."""

    name: str
    sha256: str
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()


def within_use(sheet: Sheet) -> Sheet:
    """Return `sheet` with merges and hidden marks cut to the cells it has: some files mark all of a billion cells."""
    last_row, last_column = len(sheet.rows) - 1, max(map(len, sheet.rows), default=0) - 1
    cut = ((top, left, min(bottom, last_row), min(right, last_column)) for top, left, bottom, right in sheet.merges)
    return replace(
        sheet,
        merges=tuple(merge for merge in cut if merge[:2] < merge[2:] and merge[0] <= merge[2] and merge[1] <= merge[3]),
        hidden_rows=frozenset(row for row in sheet.hidden_rows if row <= last_row),
        hidden_columns=frozenset(column for column in sheet.hidden_columns if column <= last_column),
    )


class Unreadable(Exception):
    """The file cannot be read, through no fault of ours.

    `code` is stable; `message` is one Chinese sentence with the reason and what to do about it.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message


def column_letters(column: int) -> str:
    """Return the letters of a zero-based column: 0 is "A", 26 is "AA"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """Return the address of a cell counted from zero: ``address(13, 3)`` is "D14"."""
    return f"{column_letters(column)}{row + 1}"

"""Where the rows and cells of worksheet XML are, also where the file leaves that to be counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .model import Address
from .sheetpatterns import Patterns

COLUMNS = 16384
_WIDTH_OF_ZZ = 26 * 27
_PLACE = re.compile(rb"""\br=["']([A-Za-z]{0,3})([0-9]{1,7})["']""")


def column_of(letters: str) -> int:
    """Return the zero-based number of a column: "A" is 0, "AA" is 26."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def cell_of(attributes: bytes) -> Address | None:
    """Return the address in the attributes of a cell, or ``None`` if they have none."""
    place = _PLACE.search(attributes)
    return (int(place[2]) - 1, column_of(place[1].decode())) if place and place[1] else None


def row_of(attributes: bytes, before: int) -> int:
    """Return the number of the row with these attributes, which follows row `before`."""
    place = _PLACE.search(attributes)
    return int(place[2]) - 1 if place else before + 1


def cells(patterns: Patterns, data: bytes) -> Iterator[tuple[Address, re.Match[bytes]]]:
    """Yield every cell, empty ones too, with its address and the match of its opening tag."""
    row, column = -1, -1
    for match in patterns.step.finditer(data):
        if match[1] == b"row":
            row, column = row_of(match[2], row), -1
        else:
            row, column = cell_of(match[2]) or (row, column + 1)
            yield (row, column), match


def corner(patterns: Patterns, data: bytes, enough: int) -> Address:
    """Return the last row and the last column that cells may use, -1 for none.

    It is a bound, and exact only where the rectangle down to it has more than `enough` cells.
    """
    if not patterns.odd.search(data):
        height = max(map(int, patterns.row_number.findall(data)), default=0)
        width = _WIDTH_OF_ZZ
        if height * width > enough:
            width = max((column_of(letters.decode()) + 1 for letters in set(patterns.letters.findall(data))), default=0)
        if height * width <= enough:
            return height - 1, width - 1
    last_row = last_column = -1
    for (row, column), match in cells(patterns, data):
        # A cell that only carries a format is no content, however far out it stands.
        if not match[3] and data[match.end() : match.end() + 2] != b"</":
            last_row, last_column = max(last_row, row), max(last_column, column)
    return last_row, last_column

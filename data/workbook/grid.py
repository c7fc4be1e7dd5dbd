"""Cells collected one by one, for formats in which a few bytes can stand for a million cells."""

from __future__ import annotations

from dataclasses import dataclass, field

from .limits import Limits
from .model import Address, Sheet, Value, address
from .refusals import too_wide


@dataclass(kw_only=True)
class Grid:
    """One sheet in the making; `put` refuses what would span more cells than `limits` allow."""

    name: str
    limits: Limits
    visible: bool = True
    cells: dict[Address, Value] = field(default_factory=dict)
    errors: dict[Address, str] = field(default_factory=dict)
    uncached: set[Address] = field(default_factory=set)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    last_row: int = -1
    last_column: int = -1

    def put(self, row: int, column: int, value: Value, error: str | None = None) -> None:
        """Set one cell; an `error` such as "#DIV/0!" leaves it without a value."""
        self.weigh(row, column)
        if error:
            self.errors[row, column] = error
        else:
            self.cells[row, column] = value

    def weigh(self, row: int, column: int) -> None:
        """Let the sheet reach to `row` and `column`; raises `Unreadable` if that is too far."""
        self.last_row, self.last_column = max(self.last_row, row), max(self.last_column, column)
        if (self.last_row + 1) * (self.last_column + 1) > self.limits.cells:
            raise too_wide(self.name, address(self.last_row, self.last_column))

    def sheet(self) -> Sheet:
        """Return the finished sheet, as high and wide as its cells reach."""
        rows: list[list[Value]] = [[None] * (self.last_column + 1) for _ in range(self.last_row + 1)]
        for (row, column), value in self.cells.items():
            rows[row][column] = value
        return Sheet(
            name=self.name,
            visible=self.visible,
            rows=rows,
            merges=tuple(self.merges),
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            errors=self.errors,
            uncached=frozenset(self.uncached),
        )

"""One block of a sheet on its way to a table: everything known of it, before names are looked up."""

from dataclasses import dataclass, field

from data.columns import Values
from data.headers import Column
from data.ledger import Ledger
from data.problems import Problem
from data.sheets.layout import Block
from data.sheets.rows import Sorted
from data.sheets.titles import Said
from data.workbook.model import Sheet, address


@dataclass(kw_only=True)
class Question:
    """Something the user must decide. `about` is heading or ledger; `proposal` what would be taken, in the answer's own terms."""

    about: str
    cell: str
    text: str
    candidates: tuple[str, ...]
    proposal: str


@dataclass(kw_only=True)
class Draft:
    """A block while it is read. `status` and `reason` are set at the end; `ledger` None means no ledger recognised."""

    file: str
    sha256: str
    sheet: Sheet
    said: Said
    block: Block | None = None
    ledger: Ledger | None = None
    columns: list[Column] = field(default_factory=list)
    rows: Sorted | None = None
    values: Values = field(default_factory=Values)
    filled: dict[str, frozenset[int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    left_out: dict[int, str] = field(default_factory=dict)
    refused: str = ""

    @property
    def data(self) -> tuple[int, ...]:
        """Zero-based sheet rows of the data rows."""
        return self.rows.data if self.rows else ()

    def owned(self) -> dict[str, int]:
        """Field → its own column (zero-based)."""
        return {c.field: c.index for c in self.columns if c.fate == "field" and c.field}

    def cell(self, position: int, name: str) -> str:
        """The address that shows a field of a data row: its own column, else that of the field it was read with, else the first."""
        owned = self.owned()
        column = owned.get(name)
        if column is None and self.ledger:
            column = next((owned[f.name] for f in self.ledger.fields if name in f.also and f.name in owned), None)
        return address(self.data[position], self.columns[0].index if column is None else column)

    def name_of_cell(self, column: int) -> str:
        """The address of a heading."""
        return address(self.block.heading_rows[-1], column)

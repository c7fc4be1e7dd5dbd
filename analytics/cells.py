"""Where a row of a ledger stands for a person to look it up: file › sheet › D14."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from data.facts import Facts
from data.ledgers import LEDGERS

# What identifies one sheet of one import: number of the import, name of the sheet, ledger it was read as.
Sheet = tuple[int, str, str]


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A sheet as it was sent: its file, its place among the sheets, and field → letter of its column."""

    file: str
    position: int
    columns: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One cell; `address` is only the row's number where the value has no column of its own (it came from a title)."""

    file: str
    sheet: str
    letter: str
    row: int


def sheets(facts: Facts) -> dict[Sheet, Kept]:
    """Every sheet of every import, live or not."""
    rows = facts.rows(
        """
        SELECT t."import", t.sheet, t.ledger, i.file, t.position, t.columns
        FROM main.import_tables t JOIN main.imports i USING ("import")
        """
    )
    return {
        (number, sheet, ledger): Kept(file=file, position=position, columns=json.loads(columns))
        for number, sheet, ledger, file, position, columns in rows
    }


def column(kept: Kept | None, ledger: str, fields: Iterable[str]) -> tuple[str | None, str | None]:
    """Label and letter of the first of these fields that the sheet has; None and None where it has none of them."""
    field = next((one for one in fields if kept and one in kept.columns), None)
    return (LEDGERS[ledger][field].label, kept.columns[field]) if field else (None, None)


def spoken(cells: Sequence[Cell], most: int = 4) -> tuple[str, ...]:
    """The cells as lines, one a sheet: 第十轮.xlsx › Sheet1 › D4—D12、D15; after `most` lines, how many cells are left."""
    lines, shown = [], 0
    ordered = sorted(set(cells), key=lambda c: (c.file, c.sheet, c.letter, c.row))
    for (file, sheet), group in groupby(ordered, key=lambda c: (c.file, c.sheet)):
        inside = list(group)
        if len(lines) < most:
            lines.append(f"{file} › {sheet} › {_runs(inside)}")
            shown += len(inside)
    left = len(ordered) - shown
    return (*lines, *((f"另有 {left} 格",) if left else ()))


def _runs(cells: Sequence[Cell], most: int = 6) -> str:
    """Cells of one sheet with those below each other put together: D4—D12、D15; 第 4 行 without a column."""
    runs: list[list[Cell]] = []
    for cell in cells:
        if runs and runs[-1][-1].letter == cell.letter and runs[-1][-1].row + 1 == cell.row:
            runs[-1].append(cell)
        else:
            runs.append([cell])
    said = [_run(one) for one in runs[:most]]
    return "、".join(said) + (f" 等 {len(cells)} 格" if len(runs) > most else "")


def _run(cells: Sequence[Cell]) -> str:
    first, last = cells[0], cells[-1]
    if not first.letter:
        return f"第 {first.row} 行" if first is last else f"第 {first.row}—{last.row} 行"
    start = f"{first.letter}{first.row}"
    return start if first is last else f"{start}—{last.letter}{last.row}"

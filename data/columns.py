"""Columns of a block → fields, and their cells → values. Column by column: equal cells are read once."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.headers import BOTH, Column, match, normal, sensitive
from data.kinds import Choice, Count, Flag, Kind, Money, Read, Tokens
from data.kinds.kind import Raw
from data.ledger import Field, Ledger
from data.sheets.layout import ROUND_HEADING, Block
from data.workbook.model import Sheet, Value

MATRIX = "rounds"  # the register's field that takes rounds written across as columns; elsewhere each tick is a row


class Memo(dict):
    """raw cell → its reading by one kind, each read once."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind

    def __missing__(self, raw: Raw) -> Read:
        read = self[raw] = self.kind.read(raw)
        return read


@dataclass(frozen=True, kw_only=True)
class Values:
    """The readings of a block: `values` field → one value a data row, `marks` and `troubles` (row position, field) → what."""

    values: dict[str, list[object]] = field(default_factory=dict)
    marks: dict[tuple[int, str], str] = field(default_factory=dict)
    troubles: dict[tuple[int, str], tuple[Raw, Read]] = field(default_factory=dict)


def matched(ledger: Ledger, sheet: Sheet, block: Block, answers: Mapping[str, str]) -> list[Column]:
    """Every column of the block with the field it means in the ledger, after looking at its cells where headings leave a choice."""
    columns = [match(ledger, i, path, answers) for i, path in block.columns]
    across = next((n for n in (MATRIX, "round") if n in ledger.by_name and ledger.across), None)
    if across:
        columns = [
            dataclasses.replace(c, field=across, fate="matrix")
            if c.path and c.fate != "personal" and ROUND_HEADING.fullmatch(normal(c.path[-1]))
            else c
            for c in columns
        ]
    taken = {c.field for c in columns if c.fate == "field"}
    columns = [_choose(ledger, c, sample(sheet, block, c.index), taken) for c in columns]
    return _once(ledger, columns)


def _choose(ledger: Ledger, column: Column, sample: Sequence[Value], taken: set[str | None]) -> Column:
    """A heading that may mean several fields means the first one, closed lists before open ones, that can read its cells."""
    if (
        column.fate == "sequence"
        and ledger.identifier
        and normal(column.path[-1]) == "编号"
        and any(isinstance(v, str) for v in sample)
    ):
        return dataclasses.replace(column, field=ledger.identifier, fate="field")
    running = sample and all(isinstance(v, int) and v < 10000 for v in sample)
    if running and column.field == ledger.identifier and column.fate == "field" and normal(column.path[-1]) == "编号":
        # 1, 2, 3 under 编号 is a running number, not a name of the row
        return dataclasses.replace(column, field=None, fate="sequence")
    if column.fate != "ask" or len(column.candidates) < 2 or sensitive(column.path[-1]):
        return column
    exact = [n for n in column.candidates if any(normal(column.path[-1]) == normal(s) for s in ledger[n].spellings)]
    free = [n for n in exact if n not in taken] or exact
    fitting = [n for n in free if _share(ledger[n].kind, sample) >= 0.9]
    fitting.sort(key=lambda n: not isinstance(ledger[n].kind, Choice | Tokens | Flag))
    if not fitting or not sample:
        return column
    taken.add(fitting[0])
    return dataclasses.replace(column, field=fitting[0], fate="field")


def _once(ledger: Ledger, columns: list[Column]) -> list[Column]:
    """A field has one column; further ones are asked about, save those that say something else of the row where both stand."""
    owners: dict[str, list[Column]] = {}
    for column in columns:
        if column.fate == "field":
            owners.setdefault(column.field, []).append(column)
    aside = {normal(a) for a in ledger.aside}
    result = []
    for column in columns:
        mine = owners.get(column.field, []) if column.fate == "field" else []
        if len(mine) > 1:
            other = [c for c in mine if normal(c.path[-1]) not in aside]
            keeper = (other or mine)[0]
            if column is not keeper and column not in other:
                column = dataclasses.replace(column, field=None, fate="aside")
            elif column is not keeper:
                column = dataclasses.replace(column, field=None, fate="ask", candidates=(column.field,))
        result.append(column)
    return result


def sample(sheet: Sheet, block: Block, column: int, most: int = 60) -> list[Value]:
    """The first non-empty cells below a heading, at most `most`."""
    found = []
    for r in block.rows:
        row = sheet.rows[r]
        if column < len(row) and row[column] is not None and r not in block.repeated:
            found.append(row[column])
            if len(found) == most:
                break
    return found


def _share(kind: Kind, sample: Sequence[Value]) -> float:
    return sum(kind.read(v).trouble is None for v in sample) / len(sample) if sample else 0.0


def kind_of(field: Field, unit: str | None, money_unit: str | None) -> Kind:
    """The field's kind, an amount's with the unit of its heading, else of the title, else 万元."""
    if isinstance(field.kind, Money):
        named = unit if unit in ("元", "万元", "千元", "亿元") else money_unit
        return dataclasses.replace(field.kind, unit=named or "万元")
    if isinstance(field.kind, Count) and field.also and unit in BOTH:
        return dataclasses.replace(field.kind, paired=True)
    return field.kind


def read_column(into: Values, field: Field, kind: Kind, raws: Sequence[Value], owned: Mapping[str, int]) -> None:
    """Read one column into `into`: the field's values, those of its `also` fields that have no column, marks and troubles."""
    memo = Memo(kind)
    empty = Read()
    reads = [empty if raw is None else memo[raw] for raw in raws]
    into.values[field.name] = [r.value for r in reads]
    if any(r.trouble or r.mark for r in memo.values()):
        for i, read in enumerate(reads):
            if read.trouble:
                into.troubles[i, field.name] = (raws[i], read)
            elif read.mark:
                into.marks[i, field.name] = read.mark
    for position, name in enumerate(field.also):
        if name in owned or not any(len(r.also) > position and r.also[position] is not None for r in memo.values()):
            continue
        second = [r.also[position] if len(r.also) > position else None for r in reads]
        own = into.values.get(name)
        into.values[name] = (
            second if own is None else [a if a is not None else b for a, b in zip(own, second, strict=True)]
        )

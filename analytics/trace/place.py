"""Where a ledger's row stands: which table of which import, under which columns, and what was stored of it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from data import ddl
from data.difference import plain
from data.facts import Facts
from data.ledgers import LEDGERS


class Spot(NamedTuple):
    """A row of a ledger: the number of its import, its sheet and its number there."""

    ledger: str
    import_: int
    sheet: str
    row: int


@dataclass(frozen=True, kw_only=True)
class Place:
    """A row in its table: `position` among the tables of its import, field → letter, and the row as stored (with _key, _marks)."""

    spot: Spot
    position: int
    columns: Mapping[str, str]
    values: Mapping[str, object]


def naming(ledger: str) -> tuple[str, ...]:
    """The fields by which `data.difference.name_of` calls a row."""
    one = LEDGERS[ledger]
    names = ("round", one.identifier, "organisation", "town", "village", *one.content)
    return tuple(dict.fromkeys(name for name in names if name and name in one.by_name))


def places(facts: Facts, spots: Sequence[Spot], fields: Mapping[str, Sequence[str]] | None = None) -> dict[Spot, Place]:
    """The place of each row that the store has. `fields`: of each ledger the fields whose values are wanted; all where it is left out."""
    found: dict[Spot, Place] = {}
    tables = _tables(facts, {spot.import_ for spot in spots})
    for ledger in dict.fromkeys(spot.ledger for spot in spots):
        mine = [spot for spot in spots if spot.ledger == ledger]
        for spot, values in _stored(facts, ledger, mine, fields):
            position, columns = _table_of(facts, spot, tables.get(spot[:3], ()))
            # Of two tables side by side the left one stands for the row.
            found.setdefault(spot, Place(spot=spot, position=position, columns=columns, values=values))
    return found


def chosen(place: Place, fields: Sequence[str]) -> str | None:
    """The field that shows why a row counts: the first that holds something and has a column, else holds something, else has one."""
    holding = [name for name in fields if plain(place.values.get(name)) is not None]
    shown = [name for name in fields if name in place.columns]
    both = [name for name in holding if name in place.columns]
    return next(iter((*both, *holding, *shown, *fields)), None)


def _stored(
    facts: Facts, ledger: str, spots: Sequence[Spot], fields: Mapping[str, Sequence[str]] | None
) -> Iterable[tuple[Spot, dict[str, object]]]:
    """The rows as stored."""
    known = ddl.columns_of(LEDGERS[ledger])
    columns = list(known if fields is None else dict.fromkeys(n for n in (*ddl.SOURCE, *fields.get(ledger, ())) if n in known))
    rows = facts.sql(
        f"""
        SELECT {", ".join(f"l.{ddl.quoted(name)}" for name in columns)}
        FROM main.{ddl.quoted(ddl.table_name(ledger))} l
        JOIN (SELECT DISTINCT unnest($imports) AS "import", unnest($sheets) AS sheet, unnest($rows) AS "row") k
            ON k."import" = l._import AND k.sheet = l._sheet AND k."row" = l._row
        ORDER BY l.rowid
        """,
        {"imports": [s.import_ for s in spots], "sheets": [s.sheet for s in spots], "rows": [s.row for s in spots]},
    )
    for row in zip(*(rows[name].tolist() for name in columns), strict=True):
        values = dict(zip(columns, row, strict=True))
        yield Spot(ledger, int(values["_import"]), values["_sheet"], int(values["_row"])), values


def _tables(facts: Facts, imports: Iterable[int]) -> dict[tuple[str, int, str], list[tuple[int, dict[str, str], int]]]:
    """(ledger, import, sheet) → its tables: position, field → letter, how many rows."""
    found: dict[tuple[str, int, str], list[tuple[int, dict[str, str], int]]] = {}
    for number, sheet, ledger, position, columns, rows in facts.rows(
        'SELECT "import", sheet, ledger, position, columns, rows FROM main.import_tables WHERE list_contains($imports, "import") ORDER BY position',
        {"imports": sorted(imports)},
    ):
        found.setdefault((ledger, number, sheet), []).append((position, json.loads(columns), rows))
    return found


def _table_of(facts: Facts, spot: Spot, tables: Sequence[tuple[int, dict[str, str], int]]) -> tuple[int, dict[str, str]]:
    """The position and columns of the table that holds a row: tables of one sheet were written one after the other."""
    if len(tables) < 2:
        return tables[0][:2] if tables else (0, {})
    before = facts.rows(
        f"SELECT _row FROM main.{ddl.quoted(ddl.table_name(spot.ledger))} WHERE _import = $number AND _sheet = $sheet ORDER BY rowid",
        {"number": spot.import_, "sheet": spot.sheet},
    )
    left = [row for (row,) in before].index(spot.row)
    for position, columns, rows in tables:
        if left < rows:
            return position, columns
        left -= rows
    return tables[-1][:2]

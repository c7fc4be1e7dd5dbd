"""Building the fact tables: live rows, names resolved, each row placed in its round, then one view file after another."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb

from data import categories, handled, making, naming, placing, rectifying, resolving
from data.kinds import Round, deadlines
from data.ledger import Ledger
from data.ledgers import LEDGERS
from data.ledgers.clues import CLUE_STATES
from data.making import make, rows_table, takes_from
from data.placing import Spot, place
from data.rectifying import rectifying_tables
from data.resolving import live_tables
from data.settings import Settings

FOLDER = Path(__file__).parent / "views"

# Every ledger whose rows stand in a year is placed in a round where they say which.
PLACED = tuple(one for one in LEDGERS.values() if "year" in one.by_name)


def _in_order() -> dict[str, str]:
    """The views and their SQL, each after those that it reads; what begins with fact_ is kept, the rest are steps on the way."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.sql"))}
    reads = {name: sorted({*re.findall(r"\w+", text)} & (texts.keys() - {name})) for name, text in texts.items()}
    return {name: texts[name] for name in TopologicalSorter(reads).static_order()}


VIEWS = _in_order()
_FACT = re.compile(r"\bfact_\w+")


def sources() -> Iterator[str]:
    """All text that decides what the fact tables hold, for noticing that it has changed."""
    yield from VIEWS.values()
    for module in (categories, handled, making, naming, placing, resolving, rectifying, deadlines):
        yield Path(module.__file__).read_text(encoding="utf-8")
    yield Path(__file__).read_text(encoding="utf-8")


@dataclass(frozen=True, kw_only=True)
class Basis:
    """What the fact tables are built from, besides the live rows: the event, its day, settings, confirmed names."""

    event: int
    as_of_date: date | None
    settings: Settings
    names: Mapping[str, str]


def build(cursor: duckdb.DuckDBPyConnection, schema: str, basis: Basis) -> int | None:
    """Makes every fact table in the schema from the rows that `live_<ledger>_id` marks; returns the current term."""
    settings, as_of = basis.settings, basis.as_of_date
    filled = live_tables(cursor, settings, basis.names)
    if filled:
        filled |= {"live_row", "spotted", "spot"}
    if "live_organisations" in filled:
        filled.add("register_round")
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE live_row AS {' UNION ALL '.join(map(_rows, LEDGERS.values()))}")
    _register_rounds(cursor)
    term = _places(cursor, settings, as_of)
    _categories(cursor)
    _persons(cursor)
    rectifying_tables(cursor, settings)
    cursor.execute(
        "CREATE OR REPLACE TEMP TABLE moment AS SELECT $as_of::DATE AS as_of, $term::INTEGER AS term, $predecessors AS predecessors",
        {"as_of": as_of, "term": term, "predecessors": settings.predecessor_counts},
    )
    cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
    for name, text in VIEWS.items():
        target = f"TABLE {schema}.{name}" if _FACT.match(name) else f"TEMP TABLE {name}"
        if make(cursor, target, _FACT.sub(rf"{schema}.\g<0>", text), empty=takes_from(text).isdisjoint(filled)):
            filled.add(name)
    return term


def _register_rounds(cursor: duckdb.DuckDBPyConnection) -> None:
    """`register_round`: what the register itself says of inspections, one organisation and round a row."""
    read, found = Round().read, []
    for key, inspected, rounds in cursor.execute("SELECT _id, inspected, rounds FROM live_organisations").fetchall():
        tokens = [
            t
            for t in (rounds or "")
            .replace(",", "、")
            .replace("，", "、")
            .replace(";", "、")
            .replace("；", "、")
            .split("、")
            if t.strip()
        ]
        for token in tokens:
            said = read(token)
            batch, year, theme = said.also or (None, None, None)
            if said.value or theme:
                found.append((key, year, said.value, batch, theme, inspected is not False))
        if not tokens and inspected is not None:
            found.append((key, None, None, None, None, inspected))
    columns = {
        "_id": "BIGINT",
        "year": "INTEGER",
        "round": "INTEGER",
        "batch": "INTEGER",
        "theme": "VARCHAR",
        "inspected": "BOOLEAN",
    }
    rows_table(cursor, "register_mark", found, columns)
    cursor.execute(
        """
        CREATE OR REPLACE TEMP TABLE register_round AS
        SELECT o._import, o._sheet, o._row, o.county, o.organisation, o.term, m.year, m.round, m.batch, m.theme, m.inspected,
            o.start, o."end", o.team
        FROM register_mark m JOIN live_organisations o USING (_id)
        WHERE o.organisation IS NOT NULL
        """
    )


def _places(cursor: duckdb.DuckDBPyConnection, settings: Settings, as_of: date | None) -> int | None:
    """`spotted`: what each row says of its round; `spot`: the round that this is. Returns the current term."""
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE spotted AS {' UNION ALL '.join(_spotted(one) for one in PLACED)}")
    said = "SELECT county, term, year, round, theme, start FROM"
    # A ledger of plans, of teams made up beforehand, or rows of inspections still to come.
    planned_rows = " UNION ALL ".join(f"SELECT '{n}' AS ledger, _id FROM live_{n} WHERE status = '计划'" for n in ("rounds", "village_reaches"))
    held = f"ledger NOT IN ('plans', 'teams') AND (ledger, _id) NOT IN ({planned_rows})"
    known = f"{said} spotted WHERE {held} UNION {said} register_round"
    spots = [Spot(*row) for row in cursor.execute(f"{known} UNION {said} spotted").fetchall()]
    planned = set(spots) - {Spot(*row) for row in cursor.execute(known).fetchall()}
    places = place(spots, settings)
    rows = [
        (*spot, p.round_id, p.term, p.year, p.round, p.theme, p.round_name, p.round_order, p.kind)
        for spot, p in places.items()
    ]
    columns = {
        "county": "VARCHAR", "given_term": "INTEGER", "given_year": "INTEGER", "given_round": "INTEGER", "given_theme": "VARCHAR",
        "given_start": "DATE", "round_id": "VARCHAR", "term": "INTEGER", "year": "INTEGER", "round": "INTEGER", "theme": "VARCHAR",
        "round_name": "VARCHAR", "round_order": "INTEGER", "kind": "VARCHAR",
    }  # fmt: skip
    rows_table(cursor, "spot", rows, columns)
    # What is only planned, perhaps for the term to come, makes no term current.
    return settings.term_of(as_of) or max((places[spot].term for spot in set(spots) - planned if places[spot].term), default=None)


def _rows(ledger: Ledger) -> str:
    """SQL: the live rows of a ledger, whatever they hold, with the unit or village that they name."""
    name = next((f"l.{n}" for n in ("organisation", "village") if n in ledger.by_name), "NULL::VARCHAR")
    return f"SELECT '{ledger.name}' AS ledger, l._id, {name} AS name, l._import, l._sheet, l._row FROM live_{ledger.name} l"


def _spotted(ledger: Ledger) -> str:
    """SQL: what the rows of a ledger say of their round. What follows an inspection has a year of its own beside it,
    which says no more than the term where the row names no inspection."""
    after = "inspected_year" in ledger.by_name
    own_year = "CASE WHEN round IS NULL AND theme IS NULL THEN year END"
    said = {
        "organisation": "organisation" if "organisation" in ledger.by_name else "NULL::VARCHAR",
        "term": "term" if "term" in ledger.by_name else "NULL::INTEGER",
        "year": f"coalesce(inspected_year, {own_year})" if after else "year",
        "round": "round" if "round" in ledger.by_name else "NULL::INTEGER",
        "theme": "theme" if "theme" in ledger.by_name else "NULL::VARCHAR",
        "start": ledger.dated or "NULL::DATE",
    }
    columns = ", ".join(f"{sql} AS {name}" for name, sql in said.items())
    return f"SELECT '{ledger.name}' AS ledger, _id, county, {columns}, {after} AS after FROM live_{ledger.name}"


def _categories(cursor: duckdb.DuckDBPyConnection) -> None:
    given = cursor.execute("SELECT DISTINCT category, subcategory FROM live_issues").fetchall()
    rows_table(
        cursor, "category_of", [(c, s, categories.category(c, s)) for c, s in given],
        {"given": "VARCHAR", "sub": "VARCHAR", "category": "VARCHAR"},
    )  # fmt: skip
    rows_table(
        cursor, "category_reported", list(categories.REPORTED.items()), {"measure": "VARCHAR", "category": "VARCHAR"}
    )
    closed = [(word,) for word in CLUE_STATES if word in ("予以了结", "已办结")]
    rows_table(cursor, "closed_state", closed, {"state": "VARCHAR"})


def _persons(cursor: duckdb.DuckDBPyConnection) -> None:
    """`persons_said`: how many persons each text of the clue ledger on what became of them speaks of."""
    texts = " UNION ".join(f"SELECT {name} FROM live_clues" for name in ("org_handling", "detained", "judicial"))
    said = [(text, handled.persons_in(text)) for (text,) in cursor.execute(texts).fetchall() if text]
    rows_table(cursor, "persons_said", said, {"said": "VARCHAR", "n": "INTEGER"})

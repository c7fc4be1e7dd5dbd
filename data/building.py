"""Building the fact tables: live rows, names resolved, each row placed in its round, then one view file after another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd

from data import categories, ddl, naming, placing
from data.kinds import Round, Text
from data.ledgers import LEDGERS
from data.ledgers.clues import CLUE_STATES
from data.placing import Spot, place
from data.settings import Settings

FOLDER = Path(__file__).parent / "views"

# In this order; what begins with fact_ is kept, the rest are steps on the way.
VIEWS = (
    "fact_organisation", "round_row", "reported_row", "fact_reported", "fact_total", "fact_inspection", "inspection_of", "fact_coverage",
    "fact_issue", "fact_clue", "reach_row", "fact_village_reach", "fact_village", "fact_round", "fact_round_kind",
)  # fmt: skip
# Free text that the views read; the rest stays where it is.
WORDS = ("theme", "parent", "predecessor", "rounds", "last_term", "planned")
PLACED = ("rounds", "issues", "clues", "village_reaches")


def sources() -> Iterator[str]:
    """All text that decides what the fact tables hold, for noticing that it has changed."""
    yield from ((FOLDER / f"{name}.sql").read_text(encoding="utf-8") for name in VIEWS)
    for module in (categories, naming, placing):
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
    _live_views(cursor, settings, basis.names)
    _register_rounds(cursor)
    term = _places(cursor, settings, as_of)
    _categories(cursor)
    cursor.execute(
        "CREATE OR REPLACE TEMP TABLE moment AS SELECT $as_of::DATE AS as_of, $term::INTEGER AS term, $predecessors AS predecessors",
        {"as_of": as_of, "term": term, "predecessors": settings.predecessor_counts},
    )
    cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
    for name in VIEWS:
        text = (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
        target = f"TABLE {schema}.{name}" if name.startswith("fact_") else f"TEMP TABLE {name}"
        cursor.execute(f"CREATE OR REPLACE {target} AS\n{text}")
        if name.startswith("fact_"):
            # The next views find it by its bare name, whatever schema it is in.
            cursor.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS FROM {schema}.{name}")
    for name in VIEWS:
        if name.startswith("fact_"):
            cursor.execute(f"DROP VIEW temp.{name}")
    return term


def _county(cursor: duckdb.DuckDBPyConnection, settings: Settings) -> str:
    """The county of rows that name none: the office's own, else the only one that any row names."""
    if settings.county:
        return settings.county
    union = " UNION ".join(
        f"SELECT county FROM main.{ddl.table_name(n)} WHERE rowid IN (SELECT id FROM live_{n}_id) AND county IS NOT NULL"
        for n in LEDGERS
    )
    found = cursor.execute(union).fetchall()
    return found[0][0] if len(found) == 1 else "本县"


def _live_views(cursor: duckdb.DuckDBPyConnection, settings: Settings, answers: Mapping[str, str]) -> None:
    """`live_<ledger>`: the live rows with their county, and names as the register has them."""
    county = _county(cursor, settings)
    cursor.execute("CREATE OR REPLACE TEMP TABLE own_county AS SELECT $county AS county", {"county": county})
    names = _names(cursor, answers, county)
    _frame(
        cursor,
        "resolved",
        names,
        {"kind": "VARCHAR", "county": "VARCHAR", "town": "VARCHAR", "given": "VARCHAR", "name": "VARCHAR"},
    )
    kinds = {row[0] for row in names}
    for ledger in LEDGERS.values():
        replaced, joins = ["coalesce(l.county, own.county) AS county"], []
        for kind in ("organisation", "town", "village"):
            if kind not in ledger.by_name:
                continue
            named = f"l.{kind}"
            if kind in kinds:
                town = "coalesce(towns.name, l.town)" if "town" in kinds else "l.town"
                within = f"AND {kind}s.town IS NOT DISTINCT FROM {town}" if kind == "village" else ""
                joins.append(
                    f"LEFT JOIN resolved {kind}s ON {kind}s.kind = '{kind}' AND {kind}s.given = l.{kind} "
                    f"AND {kind}s.county = coalesce(l.county, own.county) {within}"
                )
                named = f"coalesce({kind}s.name, l.{kind})"
            # 某村 and ××镇 stand for a unit that the figures must not count.
            replaced.append(f"CASE WHEN {_masked(kind)} THEN NULL ELSE {named} END AS {kind}")
        unit = "organisation" if "organisation" in ledger.by_name else "village"
        unused = ["_key", "_marks", *(f.name for f in ledger.stored if isinstance(f.kind, Text) and f.name not in WORDS)]
        cursor.execute(
            f"""
            CREATE OR REPLACE TEMP TABLE live_{ledger.name} AS
            SELECT l.rowid AS _id, {_masked(unit)} AS masked, l.* EXCLUDE ({", ".join(unused)}) REPLACE ({", ".join(replaced)})
            FROM main.{ddl.table_name(ledger.name)} l CROSS JOIN own_county own {" ".join(joins)}
            WHERE l.rowid IN (SELECT id FROM live_{ledger.name}_id)
            """
        )


def _masked(field: str) -> str:
    """SQL: whether a row's name of a unit is a placeholder. Almost no row has a mark, so the JSON is seldom looked into."""
    return f"CASE WHEN contains(l._marks, '隐名') THEN coalesce(json_extract_string(l._marks, '$.{field}'), '') = '隐名' ELSE FALSE END"


def _names(cursor: duckdb.DuckDBPyConnection, answers: Mapping[str, str], county: str) -> list[tuple]:
    """Every spelling that is not the register's: (kind, county, town, given, name)."""

    def rows(ledger: str, *columns: str) -> list[tuple]:
        listed = ", ".join(["coalesce(county, $county)", *columns])
        return cursor.execute(
            f"SELECT DISTINCT {listed} FROM main.{ddl.table_name(ledger)} WHERE rowid IN (SELECT id FROM live_{ledger}_id) "
            f"AND {columns[0]} IS NOT NULL",
            {"county": county},
        ).fetchall()

    def mapped(register: list[tuple], unknown: set[tuple], kind: str) -> list[tuple]:
        # Rows of the register: (county, town or None, name, further spellings…); unknown: (county, town or None, spelling).
        found = []
        for group in {row[:2] for row in unknown}:
            known = naming.spellings([row[2:] for row in register if row[:2] == group])
            found += [
                (kind, *group, g, n)
                for g, n in naming.named({u[2] for u in unknown if u[:2] == group}, known, answers, group[0]).items()
            ]
        return found

    organisations = [
        (c, None, *rest) for c, *rest in rows("organisations", "organisation", "short_name", "aliases", "predecessor")
    ]
    unknown = {(c, None, n) for ledger in ("rounds", "issues", "clues") for c, n in rows(ledger, "organisation")}
    found = mapped(organisations, unknown, "organisation")
    villages = rows("villages", "village", "town")
    towns = mapped(
        [(c, None, t) for c, _, t in villages if t],
        {(c, None, n) for ledger in ("issues", "clues", "village_reaches") for c, n in rows(ledger, "town")},
        "town",
    )
    town_of = {(c, g): n for _, c, _, g, n in towns}
    reached = {(c, town_of.get((c, t), t), v) for c, v, t in rows("village_reaches", "village", "town")}
    return found + towns + mapped([(c, t, v) for c, v, t in villages], reached, "village")


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
    _frame(cursor, "register_mark", found, columns)
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
    """`spot`: what rows say of their round → the round they are in. Returns the current term."""
    dated = {"rounds": "start", "village_reaches": "start"}
    parts = [
        f"SELECT county, term, year, round, theme, {dated.get(n, 'NULL::DATE')} AS start FROM live_{n}" for n in PLACED
    ]
    parts.append("SELECT county, term, year, round, theme, start FROM register_round")
    spots = [Spot(*row) for row in cursor.execute(" UNION ".join(parts)).fetchall()]
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
    _frame(cursor, "spot", rows, columns)
    return settings.term_of(as_of) or max((p.term for p in places.values() if p.term), default=None)


def _categories(cursor: duckdb.DuckDBPyConnection) -> None:
    given = cursor.execute("SELECT DISTINCT category, subcategory FROM live_issues").fetchall()
    _frame(
        cursor, "category_of", [(c, s, categories.category(c, s)) for c, s in given],
        {"given": "VARCHAR", "sub": "VARCHAR", "category": "VARCHAR"},
    )  # fmt: skip
    _frame(
        cursor, "category_reported", list(categories.REPORTED.items()), {"measure": "VARCHAR", "category": "VARCHAR"}
    )
    closed = [(word,) for word in CLUE_STATES if word in ("予以了结", "已办结")]
    _frame(cursor, "closed_state", closed, {"state": "VARCHAR"})


def _frame(cursor: duckdb.DuckDBPyConnection, name: str, rows: list[tuple], columns: dict[str, str]) -> None:
    """A temporary table from rows, every column with its type."""
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE {name} ({', '.join(f'{c} {kind}' for c, kind in columns.items())})")
    if rows:
        cursor.register("incoming", pd.DataFrame(rows, columns=list(columns), dtype=object))
        cursor.execute(
            f"INSERT INTO {name} SELECT {', '.join(f'{c}::{kind}' for c, kind in columns.items())} FROM incoming"
        )
        cursor.unregister("incoming")

"""The live rows as facts are built from: every row with its county, every unit under its register's name."""

import re
from collections.abc import Collection, Mapping

import duckdb

from data import ddl, naming
from data.kinds import Text
from data.ledgers import LEDGERS
from data.making import make, rows_table
from data.settings import Settings

# Free text that the views read; the rest stays where it is.
WORDS = ("theme", "parent", "predecessor", "rounds", "last_term", "planned", "title")

# Which ledgers name units that a register holds.
NAMING = {
    kind: tuple(n for n, one in LEDGERS.items() if kind in one.by_name and n not in ("organisations", "villages"))
    for kind in ("organisation", "town", "village")
}


def _county(cursor: duckdb.DuckDBPyConnection, settings: Settings, sent: Collection[str]) -> str:
    """The county of rows that name none: the office's own, else the only one that any row names."""
    if settings.county:
        return settings.county
    union = " UNION ".join(
        f"SELECT county FROM main.{ddl.table_name(n)} WHERE rowid IN (SELECT id FROM live_{n}_id) AND county IS NOT NULL"
        for n in sent
    )
    found = cursor.execute(union).fetchall() if union else []
    return found[0][0] if len(found) == 1 else "本县"


def live_tables(cursor: duckdb.DuckDBPyConnection, settings: Settings, answers: Mapping[str, str]) -> set[str]:
    """Makes `live_<ledger>`: the live rows with their county, and names as the register has them. Returns which have rows."""
    sent = [name for name in LEDGERS if cursor.execute(f"FROM live_{name}_id LIMIT 1").fetchone()]
    county = _county(cursor, settings, sent)
    cursor.execute("CREATE OR REPLACE TEMP TABLE own_county AS SELECT $county AS county", {"county": county})
    names = _names(cursor, answers, county, sent)
    rows_table(
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
        unused = [
            "_key",
            "_marks",
            *(f.name for f in ledger.stored if isinstance(f.kind, Text) and f.name not in WORDS),
        ]
        make(
            cursor,
            f"TEMP TABLE live_{ledger.name}",
            f"""
            SELECT l.rowid AS _id, {_masked(unit)} AS masked, l.* EXCLUDE ({", ".join(unused)}) REPLACE ({", ".join(replaced)})
            FROM main.{ddl.table_name(ledger.name)} l CROSS JOIN own_county own {" ".join(joins)}
            WHERE l.rowid IN (SELECT id FROM live_{ledger.name}_id)
            """,
            empty=ledger.name not in sent,
        )
    return {f"live_{name}" for name in sent}


def _masked(field: str) -> str:
    """SQL: whether a row's name of a unit is a placeholder. Almost no row has a mark, so the JSON is seldom looked into."""
    return f"CASE WHEN contains(l._marks, '隐名') THEN coalesce(json_extract_string(l._marks, '$.{field}'), '') = '隐名' ELSE FALSE END"


def _names(cursor: duckdb.DuckDBPyConnection, answers: Mapping[str, str], county: str, sent: Collection[str]) -> list[tuple]:
    """Every spelling that is not the register's: (kind, county, town, given, name)."""

    def rows(ledger: str, *columns: str) -> list[tuple]:
        if ledger not in sent:
            return []
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
    unknown = {(c, None, n) for ledger in NAMING["organisation"] for c, n in rows(ledger, "organisation")}
    unknown |= {(c, None, n) for c, listed in rows("teams", "avoid_organisations") for n in separated(listed)}
    found = mapped(organisations, unknown, "organisation")
    villages = rows("villages", "village", "town")
    towns = mapped(
        [(c, None, t) for c, _, t in villages if t],
        {(c, None, n) for ledger in NAMING["town"] for c, n in rows(ledger, "town")}
        | {(c, None, n) for c, listed in rows("teams", "avoid_towns") for n in separated(listed)},
        "town",
    )
    town_of = {(c, g): n for _, c, _, g, n in towns}
    reached = {
        (c, town_of.get((c, t), t), v) for ledger in NAMING["village"] for c, v, t in rows(ledger, "village", "town")
    }
    return found + towns + mapped([(c, t, v) for c, v, t in villages], reached, "village")


def separated(listed: str) -> list[str]:
    """The names in a cell that lists several, as views/fact_avoidance.sql takes them apart."""
    return [name.strip() for name in re.split(r"[、,，;；/]", listed) if name.strip()]

"""Which rows are live: of each key the newest live import's, less those that a complete sending no longer contains."""

import json
from collections.abc import Iterable
from datetime import date

import duckdb

from data import ddl
from data.ledger import Ledger
from data.ledgers import LEDGERS
from data.store import events


def mark(
    cursor: duckdb.DuckDBPyConnection, event: int, ledgers: Iterable[str] = LEDGERS, known: int | None = None
) -> None:
    """Makes the temporary tables `live_import` and, for each ledger, `live_<ledger>_id` (row ids) as of an event.

    `known`: only of the imports that had been made by that event.
    """
    mark_imports(cursor, event, known)
    # Of each ledger that any of them holds, the scopes of its complete tables.
    scopes: dict[str, set[tuple[str, ...]]] = {}
    for ledger, scope in cursor.execute(
        'SELECT DISTINCT ledger, CASE WHEN complete THEN scope END FROM main.import_tables JOIN live_import USING ("import")'
    ).fetchall():
        scopes.setdefault(ledger, set()).update([tuple(json.loads(scope))] if scope else [])
    for name in ledgers:
        made = f"AS {_ids(LEDGERS[name], scopes[name])}" if name in scopes else "(id BIGINT)"
        cursor.execute(f"CREATE OR REPLACE TEMP TABLE live_{name}_id {made}")


def mark_imports(cursor: duckdb.DuckDBPyConnection, event: int, known: int | None = None) -> None:
    """Makes the temporary table `live_import` alone, as `mark` does."""
    made = 'AND i."import" IN (SELECT "import" FROM main.imports WHERE event <= $known)' if known is not None else ""
    cursor.execute(
        f"CREATE OR REPLACE TEMP TABLE live_import AS {events.LIVE} {made}",
        {"event": event} | ({"known": known} if made else {}),
    )


def day(cursor: duckdb.DuckDBPyConnection) -> date | None:
    """The day that the marked imports stand for: their latest cut-off, else the day of the last of them."""
    return cursor.execute("SELECT coalesce(max(cut_off), max(day)) FROM live_import").fetchone()[0]


def _ids(ledger: Ledger, scopes: set[tuple[str, ...]]) -> str:
    """SQL for the ids of a ledger's live rows. Rows are only ever appended, so the highest id of a key is its newest row."""
    table = f"main.{ddl.quoted(ddl.table_name(ledger.name))}"
    newest = f"""
        SELECT r.id, l._import FROM (
            SELECT max(rowid) AS id FROM {table} WHERE _import IN (SELECT "import" FROM live_import) GROUP BY _key
        ) r JOIN {table} l ON l.rowid = r.id
    """
    sql = f'SELECT id, sending FROM ({newest}) n JOIN live_import i ON i."import" = n._import'
    for scope in sorted(scopes):
        fields = [ddl.quoted(name) for name in scope if name in ledger.by_name]
        same = " AND ".join(f"s.{f} IS NOT DISTINCT FROM l.{f}" for f in fields) or "TRUE"
        grouped = ", ".join(f"r.{f}" for f in fields)
        # Workbooks sent together complete each other; only an earlier sending is superseded by absence.
        sql = f"""
            SELECT n.id, n.sending FROM ({sql}) n
            JOIN {table} l ON l.rowid = n.id
            LEFT JOIN (
                SELECT {grouped + "," if grouped else ""} max(i.sending) AS sending
                FROM {table} r
                JOIN main.import_tables t ON t."import" = r._import AND t.sheet = r._sheet
                    AND t.ledger = '{ledger.name}' AND t.complete AND t.scope = '{json.dumps(scope)}'
                JOIN live_import i ON i."import" = r._import
                {"GROUP BY " + grouped if grouped else ""}
            ) s ON {same}
            WHERE s.sending IS NULL OR n.sending >= s.sending
        """
    return f"SELECT id FROM ({sql})"

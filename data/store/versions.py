"""The history of one row: every sending of it, what each changed, and what became of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import duckdb

from data import ddl
from data.difference import plain
from data.ledger import Ledger
from data.ledgers import LEDGERS
from data.store import events, live

LIVE, SUPERSEDED, WITHDRAWN, LEFT_OUT = "live", "superseded", "withdrawn", "left out"


@dataclass(frozen=True, kw_only=True)
class Version:
    """One sending of a row.

    `position` is the table among those of its import; `values` field → value as stored (only fields that say something),
    `marks` field → reservation kept beside it (约, 未报, …); `changes` field → (old, new) against the version before.
    `fate`: LIVE; SUPERSEDED by a later sending of the same row; WITHDRAWN with its import, at `ended_at` by `ended_by`; LEFT_OUT of
    a later sending that was complete for its scope. `by_import`: the import that superseded it or left it out.
    """

    number: int
    position: int
    file: str
    sheet: str
    row: int
    at: datetime
    who: str
    values: Mapping[str, object]
    marks: Mapping[str, str]
    changes: Mapping[str, tuple[object, object]]
    fate: str = LIVE
    by_import: int | None = None
    ended_at: datetime | None = None
    ended_by: str = ""


def versions(cursor: duckdb.DuckDBPyConnection, ledger: str, key: str, event: int) -> list[Version]:
    """Every version of the row with a key that was sent up to an event, oldest first; empty for a key there is not."""
    declared = LEDGERS[ledger]
    sent = _sent(cursor, declared, key, event)
    turned = _turned(cursor, event)
    standing = [one for one in sent if turned[one["_import"]][0] != events.WITHDRAWAL]
    found: list[Version] = []
    before: dict[str, object] = {}
    for one in sent:
        number, values = one["_import"], _values(declared, one)
        kind, at, who = turned[number]
        fate: dict[str, object] = {"fate": LIVE}
        if kind == events.WITHDRAWAL:
            fate = {"fate": WITHDRAWN, "ended_at": at, "ended_by": who}
        elif later := next((other for other in standing if other["rowid"] > one["rowid"]), None):
            fate = {"fate": SUPERSEDED, "by_import": later["_import"]}
        elif (gone := _left_out(cursor, declared, one["rowid"], event)) is not None:
            fate = {"fate": LEFT_OUT, "by_import": gone}
        names = [name for name in declared.by_name if values.get(name) != before.get(name)] if found else []
        found.append(
            Version(
                number=number, position=one["position"], file=one["file"], sheet=one["_sheet"], row=one["_row"], at=one["at"], who=one["who"],
                values=values, marks=json.loads(one["_marks"] or "{}"), changes={n: (before.get(n), values.get(n)) for n in names}, **fate,
            )
        )  # fmt: skip
        before = values
    return found


def _sent(cursor: duckdb.DuckDBPyConnection, ledger: Ledger, key: str, event: int) -> list[dict]:
    """The stored rows of a key with their imports, oldest first."""
    columns = ", ".join(f"l.{ddl.quoted(name)}" for name in ddl.columns_of(ledger))
    rows = cursor.execute(
        f"""
        SELECT l.rowid, {columns}, i.file, e."at", e.who, coalesce(t.position, 0) AS position
        FROM main.{ddl.quoted(ddl.table_name(ledger.name))} l
        JOIN main.imports i ON i."import" = l._import
        JOIN main.events e ON e.event = i.event
        LEFT JOIN (
            SELECT "import", sheet, ledger, min(position) AS position FROM main.import_tables GROUP BY ALL
        ) t ON t."import" = l._import AND t.sheet = l._sheet AND t.ledger = $ledger
        WHERE l._key = $key AND i.event <= $event ORDER BY l.rowid
        """,
        {"ledger": ledger.name, "key": key, "event": event},
    )
    names = [one[0] for one in rows.description]
    return [dict(zip(names, row, strict=True)) for row in rows.fetchall()]


def _turned(cursor: duckdb.DuckDBPyConnection, event: int) -> dict[int, tuple[str, datetime, str]]:
    """Import → what last happened to it up to an event, when and by whom."""
    rows = cursor.execute(
        """
        SELECT "import", arg_max(kind, event), arg_max("at", event), arg_max(who, event) FROM main.events
        WHERE kind IN ('import', 'withdrawal', 'restoration') AND event <= ? GROUP BY "import"
        """,
        [event],
    ).fetchall()
    return {number: (kind, at, who) for number, kind, at, who in rows}


def _left_out(cursor: duckdb.DuckDBPyConnection, ledger: Ledger, row: int, event: int) -> int | None:
    """The import whose complete sending no longer holds a stored row, None where the row is live."""
    cursor.execute("BEGIN")
    try:
        live.mark(cursor, event, [ledger.name])
        if cursor.execute(f"SELECT 1 FROM live_{ledger.name}_id WHERE id = ?", [row]).fetchone():
            return None
        return _sweeping(cursor, ledger, row)
    finally:
        cursor.execute("ROLLBACK")


def _sweeping(cursor: duckdb.DuckDBPyConnection, ledger: Ledger, row: int) -> int | None:
    """The last live import with a complete table whose scope a row lies in."""
    table = f"main.{ddl.quoted(ddl.table_name(ledger.name))}"
    tables = cursor.execute(
        """
        SELECT t."import", t.sheet, t.scope FROM main.import_tables t JOIN live_import i ON i."import" = t."import"
        WHERE t.complete AND t.ledger = ? ORDER BY i.sending DESC, t."import" DESC
        """,
        [ledger.name],
    ).fetchall()
    for number, sheet, scope in tables:
        fields = [ddl.quoted(name) for name in json.loads(scope) if name in ledger.by_name]
        same = " AND ".join(f"s.{f} IS NOT DISTINCT FROM l.{f}" for f in fields) or "TRUE"
        if cursor.execute(
            f"SELECT 1 FROM {table} l, {table} s WHERE l.rowid = ? AND s._import = ? AND s._sheet = ? AND {same} LIMIT 1", [row, number, sheet]
        ).fetchone():  # fmt: skip
            return number
    return None


def _values(ledger: Ledger, row: Mapping[str, object]) -> dict[str, object]:
    """The fields of a stored row that say something."""
    return {f.name: value for f in ledger.stored if (value := plain(row[f.name])) is not None}

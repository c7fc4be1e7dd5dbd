"""What the office has answered and set: kept as events, the newest one holds."""

import json

import duckdb

from data.settings import NAMES, Settings, changed, from_json, to_json
from data.store import events


def settings(cursor: duckdb.DuckDBPyConnection, event: int) -> Settings:
    """The settings as of an event."""
    rows = cursor.execute(
        "SELECT name, arg_max(value, event) FROM main.settings WHERE event <= ? GROUP BY name", [event]
    ).fetchall()
    found = Settings()
    for name, value in rows:
        # A setting that an older version knew is left where it is.
        if name in NAMES:
            found = changed(found, name, from_json(name, json.loads(value)))
    return found


def write_setting(cursor: duckdb.DuckDBPyConnection, name: str, value: object, who: str) -> int:
    """Writes one setting within the caller's transaction; ValueError where it makes no sense."""
    changed(settings(cursor, events.last(cursor)), name, value)
    event = events.record(cursor, events.SETTING, who)
    cursor.execute("INSERT INTO main.settings VALUES (?, ?, ?)", [event, name, json.dumps(to_json(name, value))])
    return event


def answers(cursor: duckdb.DuckDBPyConnection, kind: str, ledger: str, event: int) -> dict[str, str]:
    """given → meant, for answers of a kind to one ledger and to all ledgers (''), as of an event."""
    rows = cursor.execute(
        """
        SELECT given, arg_max(meant, event) FROM main.answers
        WHERE kind = $kind AND ledger IN ('', $ledger) AND event <= $event GROUP BY given
        """,
        {"kind": kind, "ledger": ledger, "event": event},
    ).fetchall()
    return dict(rows)


def write_answer(cursor: duckdb.DuckDBPyConnection, kind: str, ledger: str, given: str, meant: str, who: str) -> int:
    """Writes one answer within the caller's transaction."""
    event = events.record(cursor, events.ANSWER, who)
    cursor.execute("INSERT INTO main.answers VALUES (?, ?, ?, ?, ?)", [event, kind, ledger, given, meant])
    return event

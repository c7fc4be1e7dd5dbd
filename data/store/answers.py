"""What the office has answered and set: kept as events, the newest one holds."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import duckdb

from data.settings import NAMES, Settings, changed_all, from_json, to_json
from data.store import events

# Of every question of $kind the answer that holds at $event, with when and by whom it was given.
ANSWERED = """
    SELECT a.given, a.meant, e."at", e.who
    FROM main.answers a JOIN main.events e USING (event)
    WHERE a.kind = $kind AND a.event <= $event
    QUALIFY row_number() OVER (PARTITION BY a.given ORDER BY a.event DESC) = 1
"""


@dataclass(frozen=True, kw_only=True)
class Change:
    """One setting changed: in which event, when, by whom, from what to what."""

    event: int
    at: datetime
    who: str
    name: str
    old: object
    new: object


def settings(cursor: duckdb.DuckDBPyConnection, event: int) -> Settings:
    """The settings as of an event."""
    rows = cursor.execute(
        "SELECT name, arg_max(value, event) FROM main.settings WHERE event <= ? GROUP BY name", [event]
    ).fetchall()
    # A setting that an older version knew is left where it is. All at once: some make sense only together.
    return changed_all(Settings(), {n: from_json(n, json.loads(value)) for n, value in rows if n in NAMES})


def write_settings(cursor: duckdb.DuckDBPyConnection, values: Mapping[str, object], who: str) -> None:
    """Writes settings within the caller's transaction, an event each; ValueError where together they make no sense."""
    changed_all(settings(cursor, events.last(cursor)), values)
    for name, value in values.items():
        event = events.record(cursor, events.SETTING, who)
        cursor.execute("INSERT INTO main.settings VALUES (?, ?, ?)", [event, name, json.dumps(to_json(name, value))])


def changes(cursor: duckdb.DuckDBPyConnection) -> list[Change]:
    """Every change of a setting, the newest first."""
    rows = cursor.execute(
        'SELECT s.event, e."at", e.who, s.name, s.value FROM main.settings s JOIN main.events e USING (event) ORDER BY s.event'
    ).fetchall()
    now = {name: getattr(Settings(), name) for name in NAMES}
    found = []
    for event, at, who, name, value in rows:
        if name in NAMES:
            new = from_json(name, json.loads(value))
            found.append(Change(event=event, at=at, who=who, name=name, old=now[name], new=new))
            now[name] = new
    return found[::-1]


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

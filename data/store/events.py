"""The one sequence of events, and which imports are live at any point of it."""

from datetime import datetime

import duckdb

IMPORT, WITHDRAWAL, RESTORATION, ANSWER, SETTING, DEFINITION = (
    "import", "withdrawal", "restoration", "answer", "setting", "definition",
)  # fmt: skip
# A meeting is marked, or its mark taken away: no figure moves.
MEETING = "meeting"


def last(cursor: duckdb.DuckDBPyConnection) -> int:
    """The number of the last event, 0 in an empty store."""
    return cursor.execute("SELECT coalesce(max(event), 0) FROM main.events").fetchone()[0]


def record(cursor: duckdb.DuckDBPyConnection, kind: str, who: str, import_id: int | None = None) -> int:
    """Writes an event and returns its number."""
    event = last(cursor) + 1
    at = datetime.now().replace(microsecond=0)
    cursor.execute("INSERT INTO main.events VALUES (?, ?, ?, ?, ?)", [event, kind, import_id, at, who])
    return event


# Of each import the newest event that makes or unmakes it, up to $event. `day`: what it was sent as of, else when it was sent.
LIVE = """
    SELECT i."import", i.sending, i.file, i.cut_off, coalesce(i.cut_off, CAST(made."at" AS DATE)) AS day
    FROM main.imports i
    JOIN main.events made ON made.event = i.event
    JOIN (
        SELECT "import", arg_max(kind, event) AS kind
        FROM main.events
        WHERE kind IN ('import', 'withdrawal', 'restoration') AND event <= $event
        GROUP BY "import"
    ) e ON e."import" = i."import"
    WHERE e.kind <> 'withdrawal'
"""


def event_of(cursor: duckdb.DuckDBPyConnection, import_id: int) -> int:
    """The event that made an import; KeyError with a Chinese sentence where there is none."""
    row = cursor.execute('SELECT event FROM main.imports WHERE "import" = ?', [import_id]).fetchone()
    if row is None:
        raise KeyError(f"没有编号为 {import_id} 的导入")
    return row[0]

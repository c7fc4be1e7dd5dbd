"""What the office sets about rectification, and what deadlines say in words, as small tables for the views."""

import duckdb

from data import categories
from data.kinds.deadlines import due
from data.making import rows_table
from data.settings import Settings


def rectifying_tables(cursor: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Makes `done_state`, `rectify_days`, `deadline_says` and `rectify_category` of the settings and the live rows."""
    rows_table(cursor, "done_state", [(state,) for state in settings.done_states], {"state": "VARCHAR"})
    days = (settings.at_once_days, settings.yellow_days, settings.green_days)
    rows_table(cursor, "rectify_days", [days], {"at_once": "INTEGER", "yellow": "INTEGER", "green": "INTEGER"})
    texts = cursor.execute("SELECT DISTINCT deadline FROM live_rectifications WHERE deadline IS NOT NULL").fetchall()
    rows_table(
        cursor, "deadline_says", [(text, *due(text)) for (text,) in texts],
        {"given": "VARCHAR", "day": "DATE", "continuing": "BOOLEAN", "at_once": "BOOLEAN"},
    )  # fmt: skip
    given = cursor.execute("SELECT DISTINCT category FROM live_rectifications WHERE category IS NOT NULL").fetchall()
    rows_table(
        cursor, "rectify_category", [(text, categories.category(text)) for (text,) in given], {"given": "VARCHAR", "category": "VARCHAR"}
    )

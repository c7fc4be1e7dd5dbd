"""A connection to a store's file: alone with it, its tables brought up to the declarations."""

from pathlib import Path

import duckdb

from data import ddl


class StoreBusy(Exception):
    """Another process holds the store; the message is one Chinese sentence for the user."""


def connect(path: Path | None) -> duckdb.DuckDBPyConnection:
    """A connection to a store file (None: in memory) that loads no extension and reaches no other file."""
    # A table of an office fits into one of DuckDB's row groups, which it never divides: further threads would only wait for each other.
    config = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false", "threads": "1"}
    try:
        connection = duckdb.connect(str(path) if path else ":memory:", config=config)
    except (duckdb.IOException, duckdb.ConnectionException) as error:
        if "lock" in str(error) or "used by another process" in str(error) or "different configuration" in str(error):
            raise StoreBusy("数据正由另一程序使用(通常是看板本身),请先关闭看板再执行，或直接在看板页面操作。") from error
        raise
    connection.execute("SET enable_external_access = false")
    # Figures as of an earlier import are built here, beside the file.
    connection.execute("ATTACH ':memory:' AS scratch")
    _bring_up(connection)
    connection.execute("SET lock_configuration = true")
    return connection


def _bring_up(connection: duckdb.DuckDBPyConnection) -> None:
    present: dict[str, set[str]] = {}
    rows = connection.execute(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'main' AND NOT internal"
    ).fetchall()
    for table, column in rows:
        present.setdefault(table, set()).add(column)
    if todo := ddl.statements(present):
        connection.execute("BEGIN")
        for statement in todo:
            connection.execute(statement)
        connection.execute("COMMIT")
        # An ALTER left in the write-ahead log can make the file unreadable; in the file itself it is safe.
        connection.execute("CHECKPOINT")

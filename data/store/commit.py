"""Writing imports: one frame a sheet, INSERT … SELECT, every column by name and typed by its field."""

import json
from collections.abc import Sequence

import duckdb
import pandas as pd

from data import ddl
from data.ledgers import LEDGERS
from data.reading import Import, Table
from data.store import events

_DTYPES = {"INTEGER": "Int64", "DOUBLE": "Float64", "BOOLEAN": "boolean"}


def write(cursor: duckdb.DuckDBPyConnection, imports: Sequence[Import], who: str) -> list[int]:
    """Writes the imports within the caller's transaction and returns their numbers. They count as sent together."""
    sending = events.last(cursor) + 1
    ids = []
    for one in imports:
        number = cursor.execute('SELECT coalesce(max("import"), 0) + 1 FROM main.imports').fetchone()[0]
        event = events.record(cursor, events.IMPORT, who, number)
        report = json.dumps(one.report, ensure_ascii=False, default=str)
        cursor.execute(
            "INSERT INTO main.imports VALUES (?, ?, ?, ?, ?, ?, ?)",
            [number, event, sending, one.file, one.sha256, one.cut_off, report],
        )
        for position, table in enumerate(one.tables):
            _write_table(cursor, number, position, table)
        ids.append(number)
    return ids


def _write_table(cursor: duckdb.DuckDBPyConnection, number: int, position: int, table: Table) -> None:
    cursor.execute(
        "INSERT INTO main.import_tables VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            number, position, table.sheet, table.ledger, json.dumps(table.columns, ensure_ascii=False),
            json.dumps(table.headings, ensure_ascii=False), table.complete, json.dumps(table.scope), len(table.frame),
        ],
    )  # fmt: skip
    if table.frame.empty:
        return
    frame = typed(table, number)
    columns = ", ".join(ddl.quoted(c) for c in frame.columns)
    cursor.register("incoming", frame)
    cursor.execute(
        f"INSERT INTO main.{ddl.quoted(ddl.table_name(table.ledger))} ({columns}) SELECT {columns} FROM incoming"
    )
    cursor.unregister("incoming")


def typed(table: Table, number: int) -> pd.DataFrame:
    """The table's frame with the columns of the ledger's table that it has, each with the type of its field."""
    kinds = ddl.columns_of(LEDGERS[table.ledger])
    frame = table.frame.assign(_import=number, _sheet=table.sheet)
    return pd.DataFrame({name: _cast(frame[name], kind) for name, kind in kinds.items() if name in frame.columns})


def _cast(column: pd.Series, kind: str) -> pd.Series:
    # A frame of objects would have its types guessed from a sample of rows.
    if kind == "VARCHAR":
        return column.astype("str")
    if kind == "DATE":
        return pd.to_datetime(column, errors="raise")
    return column.astype(_DTYPES[kind])

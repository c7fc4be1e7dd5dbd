"""Writing imports: one table a sheet, INSERT … SELECT, every column by name and typed by its field."""

import json
from collections.abc import Sequence

import duckdb
import pyarrow

from data import ddl
from data.ledgers import LEDGERS
from data.reading import Import, Table
from data.store import events

_TYPES = {
    "VARCHAR": pyarrow.string(), "INTEGER": pyarrow.int32(), "DOUBLE": pyarrow.float64(), "BOOLEAN": pyarrow.bool_(), "DATE": pyarrow.date32(),
}  # fmt: skip


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
    rows = typed(table, number)
    columns = ", ".join(map(ddl.quoted, rows.column_names))
    cursor.register("incoming", rows)
    cursor.execute(
        f"INSERT INTO main.{ddl.quoted(ddl.table_name(table.ledger))} ({columns}) SELECT {columns} FROM incoming"
    )
    cursor.unregister("incoming")


def typed(table: Table, number: int) -> pyarrow.Table:
    """The columns of the ledger's table that the sent table has, each with the type of its field; pyarrow's error for a value of another."""
    kinds = ddl.columns_of(LEDGERS[table.ledger])
    frame = table.frame.assign(_import=number, _sheet=table.sheet)
    # A frame of objects would have its types guessed from a sample of rows.
    return pyarrow.table(
        {name: pyarrow.array(frame[name], type=_TYPES[kind], from_pandas=True) for name, kind in kinds.items() if name in frame.columns}
    )

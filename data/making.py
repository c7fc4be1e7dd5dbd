"""Making the tables on the way to the facts: from rows, from queries, and from their columns alone where no row can come of the query."""

import re

import duckdb

# DuckDB plans a long query far longer than it takes to answer it from a few rows. What columns come of a query never depends on rows.
_COLUMNS: dict[str, str] = {}
_FROM = re.compile(r"\b(?:FROM|UNPIVOT)\s+(?:\w+\.)?(\w+)")


def takes_from(sql: str) -> frozenset[str]:
    """The tables that a query takes its rows from: none come of it where all of them are empty. What it joins adds no rows."""
    return frozenset(_FROM.findall(sql))


def make(cursor: duckdb.DuckDBPyConnection, target: str, sql: str, empty: bool) -> bool:
    """Makes `TABLE …` or `TEMP TABLE …` from a query and returns whether it has rows; `empty`: it is known that it has none."""
    name = target.rpartition(" ")[2].rpartition(".")[2]
    if empty and name in _COLUMNS:
        cursor.execute(f"CREATE OR REPLACE {target} ({_COLUMNS[name]})")
        return False
    (count,) = cursor.execute(f"CREATE OR REPLACE {target} AS\n{sql}").fetchone()
    if name not in _COLUMNS:
        described = cursor.execute(f"DESCRIBE {target.rpartition(' ')[2]}").fetchall()
        _COLUMNS[name] = ", ".join(f'"{column}" {kind}' for column, kind, *_ in described)
    return count > 0


def rows_table(cursor: duckdb.DuckDBPyConnection, name: str, rows: list[tuple], columns: dict[str, str]) -> None:
    """A temporary table from rows, every column with its type."""
    listed = ", ".join(f"unnest(?::{kind}[]) AS {column}" for column, kind in columns.items())
    values = [list(column) for column in zip(*rows, strict=True)] or [[]] * len(columns)
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT {listed}", values)

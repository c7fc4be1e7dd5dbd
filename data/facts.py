"""Facts: the plain tables that every figure is computed from, built anew after each event from the rows that are live then."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

import duckdb
import pandas as pd

from data import building
from data.building import Basis
from data.settings import Settings

CURRENT = "facts"
KEPT_ANSWERS = 5000

T = TypeVar("T")


class Lease:
    """Held by all facts that read one schema, copies included: while it lives the schema stays."""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The fact tables of one version of the store.

    `as_of_date`: the day the figures stand for, the latest cut-off among the live imports, else the day of the last one;
    None in an empty store. `term`: the term that is current then, None if no ledger names one. `transaction`: the tables
    exist only within `connection`'s open transaction (a preview), which ends with its `with` block. `rows` of one version
    never change, so the object keeps its answers: one page asks the same of it many times, and so do all its readers.
    `past`: they were asked for as of an event that others have followed; `lease` then keeps their schema in place.
    `below`: counts of persons under it are not told, since they tell who it was; 0 tells all.
    """

    connection: duckdb.DuckDBPyConnection
    schema: str
    version: int
    as_of_date: date | None
    term: int | None
    settings: Settings
    transaction: bool = False
    below: int = 0
    past: bool = False
    lease: Lease | None = field(default=None, repr=False, compare=False)
    _answers: dict[tuple, list[tuple]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _known: dict[Callable, object] = field(init=False, repr=False, compare=False, default_factory=dict)

    @property
    def edition(self) -> str:
        """The version as it is printed beside figures: 第12版, 第12版（历史版本）."""
        return f"第{self.version}版{'（历史版本）' if self.past else ''}"

    def table(self, name: str) -> str:
        """A fact table's name for use in SQL."""
        return f"{self.schema}.{name}"

    def rows(self, sql: str, parameters: dict[str, object] | None = None) -> list[tuple]:
        """The rows of a query; `$name` in it stands for a parameter."""
        if self.transaction:
            return self._cursor().execute(sql, parameters or {}).fetchall()
        asked = (sql, repr(parameters))
        found = self._answers.get(asked)
        if found is None:
            found = self._cursor().execute(sql, parameters or {}).fetchall()
            if len(self._answers) >= KEPT_ANSWERS:
                self._answers.clear()
            self._answers[asked] = found
        # A list of its own, for whoever sorts or extends it.
        return list(found)

    def once(self, make: Callable[["Facts"], T]) -> T:
        """What a function makes of these facts in whatever scope: made when first asked for, then shared, so nobody may change it."""
        if self.transaction:
            return make(self)
        if make not in self._known:
            self._known[make] = make(self)
        return self._known[make]

    def sql(self, sql: str, parameters: dict[str, object] | None = None) -> pd.DataFrame:
        """The rows of a query as a frame."""
        return self._cursor().execute(sql, parameters or {}).df()

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        # A cursor per query, so that sessions can share the object; what a transaction has not committed only it can see.
        return self.connection if self.transaction else self.connection.cursor()


@dataclass(frozen=True, kw_only=True)
class Built:
    """What the current fact tables were built from."""

    definition: str
    as_of_date: date | None
    term: int | None


def definition() -> str:
    """A fingerprint of the SQL and the lists behind the fact tables: when it changes, they are built anew."""
    return hashlib.sha256("\n".join(building.sources()).encode()).hexdigest()[:16]


def built(cursor: duckdb.DuckDBPyConnection) -> Built | None:
    """What the current fact tables were built from, None in a new store."""
    known = cursor.execute(
        "SELECT count(*) FROM duckdb_tables() WHERE schema_name = $schema AND table_name = 'built' AND database_name = current_database()",
        {"schema": CURRENT},
    ).fetchone()[0]
    if not known:
        return None
    row = cursor.execute(f"SELECT definition, as_of_date, term FROM {CURRENT}.built").fetchone()
    return Built(definition=row[0], as_of_date=row[1], term=row[2])


def current(connection: duckdb.DuckDBPyConnection, settings: Callable[[int], Settings]) -> Facts:
    """The current fact tables; `settings` gives the settings as of the event that they were built at."""
    version, as_of_date, term = (
        connection.cursor().execute(f"SELECT version, as_of_date, term FROM {CURRENT}.built").fetchone()
    )
    return Facts(
        connection=connection, schema=CURRENT, version=version, as_of_date=as_of_date, term=term, settings=settings(version)
    )  # fmt: skip


def build(cursor: duckdb.DuckDBPyConnection, schema: str, basis: Basis) -> Facts:
    """Builds the fact tables from the marked live rows into a schema, within the cursor's transaction if there is one."""
    term = building.build(cursor, schema, basis)
    cursor.execute(
        f"CREATE OR REPLACE TABLE {schema}.built AS SELECT $version::INTEGER AS version, $definition AS definition, "
        "$as_of::DATE AS as_of_date, $term::INTEGER AS term",
        {"version": basis.event, "definition": definition(), "as_of": basis.as_of_date, "term": term},
    )
    return Facts(
        connection=cursor, schema=schema, version=basis.event, as_of_date=basis.as_of_date, term=term, settings=basis.settings, transaction=True
    )  # fmt: skip


def renumber(cursor: duckdb.DuckDBPyConnection, event: int) -> None:
    """Gives the current fact tables the number of an event that moved no figure."""
    cursor.execute(f"UPDATE {CURRENT}.built SET version = $event", {"event": event})

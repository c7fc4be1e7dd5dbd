"""From one moment to another, one cause after another: the facts after each, and the rows that it moved.

The last facts of one cause are the first of the next, so that whatever is computed from them adds up to the whole.
Each cause is applied to what the ones before it have left: imports withdrawn or restored, the registers, names confirmed
(before the rows that were sent under them), rows corrected, rows no longer sent, new rows, settings, and the day at last.
"""

import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

import duckdb

from data import ddl, facts
from data.building import Basis
from data.facts import Facts, Lease
from data.ledgers import LEDGERS
from data.settings import NAMES as SETTINGS_NAMES
from data.store import answers, live

WITHDRAWN, REGISTERS, NAMES, CORRECTED, GONE, NEW, SETTINGS, DAY = (
    "withdrawn", "registers", "names", "corrected", "gone", "new", "settings", "day",
)  # fmt: skip
ROW_CAUSES = (WITHDRAWN, REGISTERS, CORRECTED, GONE, NEW)
REGISTER_LEDGERS = ("organisations", "villages")
# Settings that no figure depends on.
SILENT = frozenset({"office", "marking", "keep_files", "templates", "mask_below", "resend", "rank_below", "interval_below"})
# Kinds of answers that say which unit of a register a spelling means.
NAMED = ("organisation", "town", "village")
# How many pairs of moments stay ready; each holds as many copies of the facts as there were causes.
KEPT = 3
# Of each row: which cause moved it, which ledger it is of, what happened to it, and its ids and places before and after.
MOVED = {
    "cause": "VARCHAR", "ledger": "VARCHAR", "what": "VARCHAR", "old": "BIGINT", "new": "BIGINT", "old_import": "INTEGER",
    "old_sheet": "VARCHAR", "old_row": "INTEGER", "new_import": "INTEGER", "new_sheet": "VARCHAR", "new_row": "INTEGER",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Stage:
    """The facts once a cause has done its work; the first stage has none.

    `moved`: ledger → new, corrected, same (sent again as it was) or gone → how many rows. `changed`: what else the cause
    changed, from what to what: names as given, settings by name, the day under "".
    """

    cause: str
    facts: Facts
    moved: Mapping[str, Mapping[str, int]]
    changed: Mapping[str, tuple[object, object]]


@dataclass(frozen=True, kw_only=True)
class Stages:
    """All stages from one event to another, the first as of `then`, the last as of `now`; good until the store's next event.

    `moved`: the table of the rows moved, with the columns of MOVED.
    """

    then: int
    now: int
    steps: tuple[Stage, ...]
    moved: str


@dataclass(frozen=True, kw_only=True)
class _Moment:
    """What holds at an event, besides the rows."""

    names: Mapping[str, str]
    settings: object
    day: date | None


class Between:
    """Stages built in the scratch database, the last few pairs kept. Used under the store's lock."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._kept: dict[tuple[int, int], Stages] = {}
        self._numbers = count(1)
        self._unused: list[str] = []

    def stages(self, then: int, now: int, at: Callable[[int], Facts]) -> Stages:
        """The stages between two events; `at` gives the facts as of an event."""
        if now < then:
            raise ValueError(f"Event {now} is before event {then}")
        found = self._kept.pop((then, now), None)
        # The tables of the current facts are filled anew with each event: what was current when asked is so no more.
        if found is None or any(s.facts.schema == facts.CURRENT and at(s.facts.version) is not s.facts for s in found.steps):
            while len(self._kept) >= KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._sweep()
            with self._connection.cursor() as cursor:
                found = self._built(cursor, then, now, at)
        self._kept[then, now] = found
        return found

    def _built(self, cursor: duckdb.DuckDBPyConnection, then: int, now: int, at: Callable[[int], Facts]) -> Stages:
        before, after = _moment(cursor, then), _moment(cursor, now)
        moved, counts = self._moved(cursor, then, now)
        names = _differing(before.names, after.names)
        settings = {
            name: (old, new)
            for name in SETTINGS_NAMES
            if name not in SILENT and (old := getattr(before.settings, name)) != (new := getattr(after.settings, name))
        }
        changed = {NAMES: names, SETTINGS: settings, DAY: {} if before.day == after.day else {"": (before.day, after.day)}}
        causes = [c for c in (WITHDRAWN, REGISTERS, NAMES, CORRECTED, GONE, NEW, SETTINGS, DAY) if counts.get(c) or changed.get(c)]
        steps = [Stage(cause="", facts=at(then if causes else now), moved={}, changed={})]
        live.mark(cursor, then)
        live.mark_imports(cursor, now)
        basis = Basis(event=now, as_of_date=before.day, settings=before.settings, names=before.names)
        for cause in causes:
            if cause in ROW_CAUSES:
                _move(cursor, moved, cause, counts[cause])
            elif cause == NAMES:
                basis = replace(basis, names=after.names)
            elif cause == SETTINGS:
                basis = replace(basis, settings=after.settings)
            else:
                basis = replace(basis, as_of_date=after.day)
            built = at(now) if cause == causes[-1] else self._facts(cursor, basis)
            steps.append(Stage(cause=cause, facts=built, moved=counts.get(cause, {}), changed=changed.get(cause, {})))
        return self._owned(Stages(then=then, now=now, steps=tuple(steps), moved=moved), moved)

    def _facts(self, cursor: duckdb.DuckDBPyConnection, basis: Basis) -> Facts:
        """Facts of the marked rows in a schema of their own, which goes when nobody holds them any more."""
        schema, lease = f"scratch.stage_{next(self._numbers)}", Lease()
        built = facts.build(cursor, schema, basis)
        self._owned(lease, schema)
        return replace(built, connection=self._connection, transaction=False, past=True, lease=lease)

    def _moved(self, cursor: duckdb.DuckDBPyConnection, then: int, now: int) -> tuple[str, dict[str, dict[str, dict[str, int]]]]:
        """The table of moved rows, and of each cause and ledger how many of them are what."""
        table = f"scratch.moved_{next(self._numbers)}.moved"
        cursor.execute(f"CREATE SCHEMA {table.removesuffix('.moved')}")
        # What had been sent by then is told apart from what came later: only the one can be withdrawn or restored.
        moments = {"then": (then, None), "kept": (now, then), "now": (now, None)}
        imports = {name: _imports(cursor, *moment) for name, moment in moments.items()}
        pairs = {pair: _ledgers(cursor, imports[pair[0]] ^ imports[pair[1]]) for pair in (("then", "kept"), ("kept", "now"))}
        for name, (event, known) in moments.items():
            touched = {ledger for pair, ledgers in pairs.items() if name in pair for ledger in ledgers}
            live.mark(cursor, event, touched, known)
            for ledger in touched:
                cursor.execute(f"CREATE OR REPLACE TEMP TABLE {name}_{ledger}_id AS FROM live_{ledger}_id")
        steps = [_compared(ledger, *pair) for pair, ledgers in pairs.items() for ledger in ledgers]
        cursor.execute(f"CREATE TABLE {table} ({', '.join(f'{column} {kind}' for column, kind in MOVED.items())})")
        for step in steps:
            cursor.execute(f"INSERT INTO {table} {step}")
        counts: dict[str, dict[str, dict[str, int]]] = {}
        for cause, ledger, what, number in cursor.execute(
            f"SELECT cause, ledger, what, count(*) FROM {table} GROUP BY ALL ORDER BY ALL"
        ).fetchall():
            counts.setdefault(cause, {}).setdefault(ledger, {})[what] = number
        return table, counts

    def _owned(self, one, schema: str):
        """The same object, whose schema is dropped some time after nobody holds it any more."""
        weakref.finalize(one, self._unused.append, schema.removesuffix(".moved")).atexit = False
        return one

    def _sweep(self) -> None:
        while self._unused:
            self._connection.cursor().execute(f"DROP SCHEMA IF EXISTS {self._unused.pop()} CASCADE")


def _moment(cursor: duckdb.DuckDBPyConnection, event: int) -> _Moment:
    live.mark_imports(cursor, event)
    names = {given: meant for kind in NAMED for given, meant in answers.answers(cursor, kind, "", event).items()}
    return _Moment(names=names, settings=answers.settings(cursor, event), day=live.day(cursor))


def _imports(cursor: duckdb.DuckDBPyConnection, event: int, known: int | None) -> set[int]:
    live.mark_imports(cursor, event, known)
    return {number for (number,) in cursor.execute('SELECT "import" FROM live_import').fetchall()}


def _ledgers(cursor: duckdb.DuckDBPyConnection, imports: set[int]) -> list[str]:
    """The ledgers that any of these imports has a sheet of."""
    sql = 'SELECT DISTINCT ledger FROM main.import_tables WHERE "import" IN (SELECT unnest($imports))'
    found = {ledger for (ledger,) in cursor.execute(sql, {"imports": list(imports)}).fetchall()} if imports else set()
    return [ledger for ledger in LEDGERS if ledger in found]


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, tuple[object, object]]:
    both = sorted(before.keys() | after.keys())
    return {one: (before.get(one), after.get(one)) for one in both if before.get(one) != after.get(one)}


def _compared(ledger: str, before: str, after: str) -> str:
    """SQL: the rows of a ledger that are live in one marking and not in the other, put together by their key."""
    sent = after == "now"
    table = f"main.{ddl.quoted(ddl.table_name(ledger))}"
    fields = ["_marks", *(f.name for f in LEDGERS[ledger].stored)]
    differs = " OR ".join(f"o.{ddl.quoted(f)} IS DISTINCT FROM n.{ddl.quoted(f)}" for f in fields)
    what = f"CASE WHEN o._id IS NULL THEN '{NEW}' WHEN n._id IS NULL THEN '{GONE}' WHEN {differs} THEN '{CORRECTED}' ELSE 'same' END"
    cause = f"'{REGISTERS}'" if ledger in REGISTER_LEDGERS else f"CASE what WHEN 'same' THEN '{CORRECTED}' ELSE what END"

    def only(here: str, there: str) -> str:
        return f"(SELECT rowid AS _id, * FROM {table} WHERE rowid IN (SELECT id FROM {here}_{ledger}_id EXCEPT SELECT id FROM {there}_{ledger}_id))"

    return f"""
        SELECT {cause if sent else f"'{WITHDRAWN}'"} AS cause, '{ledger}' AS ledger, * FROM (
            SELECT {what} AS what, o._id AS old, n._id AS new,
                o._import AS old_import, o._sheet AS old_sheet, o._row AS old_row,
                n._import AS new_import, n._sheet AS new_sheet, n._row AS new_row
            FROM {only(before, after)} o FULL JOIN {only(after, before)} n ON o._key = n._key
        )
    """


def _move(cursor: duckdb.DuckDBPyConnection, moved: str, cause: str, ledgers: Mapping[str, object]) -> None:
    """Takes a cause's old rows out of the marked ones and puts its new ones in."""
    for ledger in ledgers:
        of = f"FROM {moved} WHERE cause = '{cause}' AND ledger = '{ledger}'"
        cursor.execute(f"DELETE FROM live_{ledger}_id WHERE id IN (SELECT old {of} AND old IS NOT NULL)")
        cursor.execute(f"INSERT INTO live_{ledger}_id SELECT new {of} AND new IS NOT NULL")

"""The store's public face: commit, preview, withdraw, ask as of. One connection, a cursor a use, one writer at a time."""

import contextlib
import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd

from data import ddl, facts, journal
from data.building import Basis
from data.facts import Facts
from data.ledgers import LEDGERS
from data.reading import Import
from data.settings import Settings, to_json
from data.store import answers, commit, events, live, moments, register
from data.store.connecting import connect
from data.store.past import Past
from data.store.since import Since
from data.store.stages import NAMED, Between
from data.store.versions import Version, versions

# Settings that hold for earlier figures as they are today.
PROTECTING = ("marking", "mask_below")


class StoreChanged(Exception):
    """Somebody else has changed the store since; the message is one Chinese sentence for the user."""


class Store(Since):
    """All that one office has sent. Every change is an event in one sequence, and one transaction with the facts it changes."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, journal: Path | None = None) -> None:
        self._connection = connection
        self._journal = journal
        self._lock = threading.RLock()
        self._past = Past(connection, _build)
        self._now: Facts | None = None
        self._moments: tuple[int, list[moments.Moment]] | None = None
        self._between = Between(connection)
        cursor = connection.cursor()
        self._version = events.last(cursor)
        built = facts.built(cursor)
        # A new store builds its facts with its first rows, or when they are first asked for.
        self._has_facts = built is not None
        if built is not None and built.definition != facts.definition():
            with self._change() as change:
                events.record(change, events.DEFINITION, "")

    @classmethod
    def memory(cls) -> "Store":
        """An empty store that lives as long as the object."""
        return cls(connect(None))

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    @contextlib.contextmanager
    def _change(
        self, keep: bool = True, note: dict[str, object] | None = None, rows: bool = True, moves: bool = True
    ) -> Iterator[duckdb.DuckDBPyConnection]:
        """One transaction: what is done within, then the facts anew; all of it or nothing. `keep=False` ends in nothing.

        `moves`: whether it may move a figure; else the facts only take the event's number.
        `note`: the event for the journal, which may be completed within; its time is that of the store's last event.
        `rows`: whether rows may come of it; without any, a new store can still wait with its facts.
        """
        with self._lock:
            cursor = self._connection.cursor()
            try:
                cursor.execute("BEGIN")
                yield cursor
                if not keep:
                    return
                event = events.last(cursor)
                build = moves and (rows or self._has_facts)
                if build:
                    _build(cursor, facts.CURRENT, event)
                elif self._has_facts:
                    facts.renumber(cursor, event)
                cursor.execute("COMMIT")
                # Every page asks for it on every run; nothing but this process and this method changes it.
                self._version, self._has_facts, self._moments = event, self._has_facts or build, None
            except BaseException:
                keep = False
                raise
            finally:
                if not keep:
                    cursor.execute("ROLLBACK")
                cursor.close()
            if note and self._journal:
                at, who = self._connection.execute(
                    'SELECT "at", who FROM main.events ORDER BY event DESC LIMIT 1'
                ).fetchone()
                journal.append(self._journal, {**note, "at": at.isoformat(), "who": who})
            # Readers in the middle of a query may hold it up; DuckDB then does it at the next occasion.
            with contextlib.suppress(duckdb.TransactionException):
                self._connection.cursor().execute("CHECKPOINT")

    def version(self) -> int:
        """The number of the last event: the key of every cache, shown in every footer."""
        return self._version

    def commit(
        self, imports: Sequence[Import], who: str, seen: int | None = None, how: Mapping[str, object] | None = None
    ) -> list[int]:
        """Writes the imports and returns their numbers. `seen`: the version that was previewed; StoreChanged if it has moved on.

        `how`: the choices with which the workbooks were read, for the journal.
        """
        note = {"kind": events.IMPORT, "how": dict(how or {})}
        with self._change(note=note) as cursor:
            if seen is not None and seen != events.last(cursor):
                raise StoreChanged("数据在预览之后已被更新，请重新预览后再确认导入。")
            numbers = commit.write(cursor, imports, who)
            note["files"] = [
                {"import": n, "file": one.file, "sha256": one.sha256} for n, one in zip(numbers, imports, strict=True)
            ]
            return numbers

    @contextlib.contextmanager
    def preview(self, imports: Sequence[Import], who: str = "") -> Iterator[Facts]:
        """The facts as they would be after a commit. Nothing is kept; other readers see nothing of it."""
        with self._change(keep=False) as cursor:
            commit.write(cursor, imports, who)
            yield _build(cursor, facts.CURRENT, events.last(cursor))

    def withdraw(self, import_id: int, who: str) -> None:
        """Takes an import out of every figure; ValueError where it is out already."""
        self._turn(import_id, events.WITHDRAWAL, who)

    def restore(self, import_id: int, who: str) -> None:
        """Puts a withdrawn import back; ValueError where it is not withdrawn."""
        self._turn(import_id, events.RESTORATION, who)

    def _turn(self, import_id: int, kind: str, who: str) -> None:
        with self._change(note={"kind": kind, "import": import_id}) as cursor:
            events.event_of(cursor, import_id)
            withdrawn = (
                next(one for one in register.imports(cursor, events.last(cursor)) if one["id"] == import_id)["withdrawn_at"] is not None
            )
            if withdrawn == (kind == events.WITHDRAWAL):
                raise ValueError("这次导入已经撤回。" if withdrawn else "这次导入没有撤回，无需恢复。")
            events.record(cursor, kind, who, import_id)

    def imports(self, event: int | None = None) -> list[dict]:
        """Every import, oldest first: id, event, file, sha256, at, who, cut_off, rows {ledger: n}, withdrawn_at, withdrawn_by, report.

        `event`: as it was right after that event.
        """
        return register.imports(self._connection.cursor(), self._version if event is None else event)

    def known_file(self, sha256: str) -> dict | None:
        """The live import of the very same bytes, None if there is none."""
        return next((one for one in self.imports() if one["sha256"] == sha256 and one["withdrawn_at"] is None), None)

    def facts(self, as_of: int | None = None) -> Facts:
        """The facts now, or as they were right after import number `as_of`; KeyError for an import there is not."""
        if as_of is not None:
            return self.facts_at(events.event_of(self._connection.cursor(), as_of))
        if not self._has_facts:
            with self._change():
                pass
        now = self._now
        if now is None or now.version != self._version:
            now = self._now = facts.current(self._connection, lambda version: answers.settings(self._connection.cursor(), version))
        return now

    def facts_at(self, event: int) -> Facts:
        """The facts as they were right after an event; KeyError for one that has not been.

        Settings are those of that moment, but what protects is today's: the marking, and the number under which persons
        are not counted in a projection. What the figures mean is always today's definition.
        """
        now = self.facts()
        if event == now.version:
            return now
        if not 0 <= event < now.version:
            raise KeyError(f"没有第{event}版数据")
        found = self._past.at(event)
        settings = replace(found.settings, **{name: getattr(now.settings, name) for name in PROTECTING})
        return found if settings == found.settings else self._past.keep(event, replace(found, settings=settings))

    def event_on(self, day: date) -> int:
        """The last event up to the end of a day, 0 where there was none yet."""
        return moments.event_on(self._connection.cursor(), day)

    def moments(self) -> list[moments.Moment]:
        """Every change of figures in words, the newest first: what a reader can go back to."""
        version, known = self._version, self._moments
        if known is None or known[0] != version:
            known = self._moments = version, moments.moments(self._connection.cursor())
        return list(known[1])

    def live(self, ledger: str) -> pd.DataFrame:
        """The live rows of a ledger as stored, with _import, _sheet, _row, _key, _marks, in order of import and row."""
        cursor = self._connection.cursor()
        cursor.execute("BEGIN")
        live.mark(cursor, events.last(cursor), [ledger])
        table = ddl.quoted(ddl.table_name(ledger))
        columns = ", ".join(ddl.quoted(c) for c in ddl.columns_of(LEDGERS[ledger]))
        return cursor.execute(
            f"SELECT {columns} FROM main.{table} WHERE rowid IN (SELECT id FROM live_{ledger}_id) ORDER BY rowid"
        ).df()

    def versions(self, ledger: str, key: str, event: int | None = None) -> list[Version]:
        """Every version of the row with that key sent up to an event (None: the last one), oldest first."""
        return versions(self._connection.cursor(), ledger, key, self._version if event is None else event)

    def counts(self) -> dict[str, int]:
        """Ledger → how many live rows it has."""
        cursor = self._connection.cursor()
        cursor.execute("BEGIN")
        live.mark(cursor, events.last(cursor))
        return {name: cursor.execute(f"SELECT count(*) FROM live_{name}_id").fetchone()[0] for name in LEDGERS}

    def tables(self, import_id: int) -> list[dict]:
        """The sheets of an import: sheet, ledger, columns {field: letter}, headings {heading: field}, complete, rows."""
        rows = self._connection.cursor().execute(
            'SELECT sheet, ledger, columns, headings, complete, rows FROM main.import_tables WHERE "import" = ? ORDER BY position',
            [import_id],
        )
        names = ("sheet", "ledger", "columns", "headings", "complete", "rows")
        found = [dict(zip(names, row, strict=True)) for row in rows.fetchall()]
        return [one | {k: json.loads(one[k]) for k in ("columns", "headings")} for one in found]

    def settings(self) -> Settings:
        """The settings that hold now."""
        cursor = self._connection.cursor()
        return answers.settings(cursor, events.last(cursor))

    def set(self, name: str, value: object, who: str) -> None:
        """Changes one setting; ValueError for an unknown name or a value that makes no sense."""
        self.set_all({name: value}, who)

    def set_all(self, values: Mapping[str, object], who: str) -> None:
        """Changes several settings in one transaction, an event each; ValueError where together they make no sense."""
        note = {"kind": events.SETTING, "values": {name: to_json(name, value) for name, value in values.items()}}
        with self._change(note=note, rows=False) as cursor:
            answers.write_settings(cursor, values, who)

    def changes(self) -> list[answers.Change]:
        """Every change of a setting, the newest first."""
        return answers.changes(self._connection.cursor())

    def answers(self, kind: str, ledger: str = "") -> dict[str, str]:
        """given → meant, of the answers of a kind for one ledger and for all of them."""
        cursor = self._connection.cursor()
        return answers.answers(cursor, kind, ledger, events.last(cursor))

    def answer(self, kind: str, ledger: str, given: str, meant: str, who: str) -> None:
        """Remembers one answer: a heading's field ('' left aside, '!' personal), or the name that a spelling means."""
        with self._change(note={"kind": events.ANSWER, "answer": [kind, ledger, given, meant]}, rows=False) as cursor:
            answers.write_answer(cursor, kind, ledger, given, meant, who)

    def redate(self, times: Sequence[str]) -> None:
        """Gives the events, in order, the times they first happened at: for a store made anew from its journal."""
        with self._change() as cursor:
            known = cursor.execute(
                "SELECT event FROM main.events WHERE kind <> ? ORDER BY event", [events.DEFINITION]
            ).fetchall()
            for (event,), at in zip(known, times, strict=False):
                cursor.execute('UPDATE main.events SET "at" = CAST(? AS TIMESTAMP) WHERE event = ?', [at, event])


def _build(cursor: duckdb.DuckDBPyConnection, schema: str, event: int) -> Facts:
    """The facts as of an event, built into a schema."""
    live.mark(cursor, event)
    names = {given: meant for kind in NAMED for given, meant in answers.answers(cursor, kind, "", event).items()}
    basis = Basis(event=event, as_of_date=live.day(cursor), settings=answers.settings(cursor, event), names=names)
    return facts.build(cursor, schema, basis)

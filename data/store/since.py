"""What a store tells since a meeting: the marks of meetings, and what moved the figures from one moment to another."""

import contextlib
import threading
from collections.abc import Callable
from datetime import date

import duckdb

from data.facts import Facts
from data.store import events, meetings
from data.store.meetings import Figures, Meeting
from data.store.stages import Between, Stages


class Since:
    """The part of a store that looks back to meetings."""

    _connection: duckdb.DuckDBPyConnection
    _lock: threading.RLock
    _between: Between
    _change: Callable[..., contextlib.AbstractContextManager[duckdb.DuckDBPyConnection]]
    facts: Callable[[], Facts]
    facts_at: Callable[[int], Facts]

    def mark_meeting(
        self,
        name: str,
        who: str,
        held_on: date | None = None,
        import_id: int | None = None,
        figures: Callable[[Facts], Figures] = lambda _: {},
    ) -> int:
        """Marks a meeting held on a day, seen right after an import, or now; returns its number.

        `figures` gives what was shown then, from the facts of that moment; it is kept beside the mark and in the journal.
        ValueError for a mark that makes no sense, KeyError for an import there is not.
        """
        note = {"kind": events.MEETING, "name": name, "held_on": held_on, "import": import_id}
        with self._lock:
            before = self.facts()
            with self._change(note=note, moves=False) as cursor:

                def shown(moment: int) -> Figures:
                    return figures(before if moment > before.version else self.facts_at(moment))

                number, note["figures"] = meetings.write_meeting(cursor, name, who, held_on, import_id, shown)
                return number

    def unmark_meeting(self, number: int, who: str) -> None:
        """Takes the mark of a meeting away; KeyError where there is none."""
        with self._change(note={"kind": events.MEETING, "unmarked": number}, moves=False) as cursor:
            meetings.write_removal(cursor, number, who)

    def meetings(self) -> list[Meeting]:
        """The meetings marked, the earliest first."""
        return meetings.meetings(self._connection.cursor())

    def stages(self, then: int, now: int | None = None) -> Stages:
        """What moved the figures from right after event `then` to event `now` (default: the last), cause after cause."""
        with self._lock:
            return self._between.stages(then, self.facts().version if now is None else now, self.facts_at)

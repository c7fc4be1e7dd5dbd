"""Marks of meetings: a name for a moment, so that every figure can tell what has moved since."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import duckdb

from data.store import events

LONGEST = 40
# What was shown at the meeting: a scope → metric → numerator and denominator.
Figures = Mapping[str, Mapping[str, tuple[float | None, float | None]]]


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """One marked meeting.

    `moment`: the event right after which the figures stood as they did at the meeting. `day`: when it was held. `at`, `who`:
    of the mark. `figures`: what was shown then, kept beside the mark; empty where nothing was.
    """

    number: int
    name: str
    moment: int
    day: date
    at: datetime
    who: str
    figures: Figures

    @property
    def label(self) -> str:
        """The meeting as lists call it: 书记专题会（2020-12-31）."""
        return f"{self.name}（{self.day}）"


def meetings(cursor: duckdb.DuckDBPyConnection) -> list[Meeting]:
    """The meetings marked, the earliest first."""
    rows = cursor.execute(
        """
        SELECT m.meeting, m.name, m.held_on, m."import", m.event, e."at", e.who, m.figures
        FROM main.meetings m JOIN main.events e USING (event)
        QUALIFY row_number() OVER (PARTITION BY m.meeting ORDER BY m.event DESC) = 1
        """
    ).fetchall()
    found = []
    for number, name, held_on, import_id, event, at, who, figures in rows:
        if name is None:
            continue
        at_moment = moment(cursor, event, held_on, import_id)
        day = held_on or (_day_of(cursor, at_moment) if import_id else at.date())
        kept = json.loads(figures)
        found.append(Meeting(number=number, name=name, moment=at_moment, day=day, at=at, who=who, figures=kept))
    return sorted(found, key=lambda one: (one.moment, one.number))


def moment(cursor: duckdb.DuckDBPyConnection, event: int, held_on: date | None, import_id: int | None) -> int:
    """The event that a mark points at: the last one by the end of a day, the last of what was sent with an import, else the mark."""
    if import_id is not None:
        events.event_of(cursor, import_id)
        sent = 'SELECT max(event) FROM main.imports WHERE sending = (SELECT sending FROM main.imports WHERE "import" = ?)'
        return cursor.execute(sent, [import_id]).fetchone()[0]
    if held_on is not None:
        # Never after the mark itself: what came later that day was not seen by whoever marked it.
        by_then = 'SELECT coalesce(max(event), 0) FROM main.events WHERE event <= ? AND CAST("at" AS DATE) <= ?'
        return cursor.execute(by_then, [event, held_on]).fetchone()[0]
    return event


def write_meeting(
    cursor: duckdb.DuckDBPyConnection,
    name: str,
    who: str,
    held_on: date | None,
    import_id: int | None,
    figures: Callable[[int], Figures],
) -> tuple[int, Figures]:
    """Writes one mark within the caller's transaction; returns its number and what is kept beside it.

    `figures` gives what was shown at a moment. Raises ValueError with a Chinese sentence for a mark that makes no sense.
    """
    name = name.strip()
    if not name or len(name) > LONGEST:
        raise ValueError(f"请填写会议名称，不超过 {LONGEST} 个字")
    if held_on is not None and import_id is not None:
        raise ValueError("会议按日期或按导入标记，只选一种")
    if held_on is not None and held_on > date.today():
        raise ValueError("会议日期不能晚于今天")
    event = events.record(cursor, events.MEETING, who)
    at_moment = moment(cursor, event, held_on, import_id)
    if not cursor.execute("SELECT count(*) FROM main.imports WHERE event <= ?", [at_moment]).fetchone()[0]:
        raise ValueError("那时还没有导入任何台账，没有可以比较的数字")
    shown = figures(at_moment)
    number = cursor.execute("SELECT coalesce(max(meeting), 0) + 1 FROM main.meetings").fetchone()[0]
    cursor.execute(
        "INSERT INTO main.meetings VALUES (?, ?, ?, ?, ?, ?)",
        [event, number, name, held_on, import_id, json.dumps(shown, ensure_ascii=False)],
    )
    return number, shown


def write_removal(cursor: duckdb.DuckDBPyConnection, number: int, who: str) -> None:
    """Takes a mark away within the caller's transaction; KeyError with a Chinese sentence where there is none."""
    if number not in {one.number for one in meetings(cursor)}:
        raise KeyError(f"没有编号为 {number} 的会议标记")
    event = events.record(cursor, events.MEETING, who)
    cursor.execute("INSERT INTO main.meetings VALUES (?, ?, NULL, NULL, NULL, NULL)", [event, number])


def _day_of(cursor: duckdb.DuckDBPyConnection, event: int) -> date:
    return cursor.execute('SELECT CAST("at" AS DATE) FROM main.events WHERE event = ?', [event]).fetchone()[0]

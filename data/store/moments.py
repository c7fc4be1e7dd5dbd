"""The moments at which figures may have changed, in words: what a reader can go back to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

import duckdb

from data.setting_words import SETTINGS
from data.store import events

# Only answers that say which unit a spelling means change figures; saved decks and answered headings do not.
_EVENTS = """
    SELECT e.event, e.kind, e."at", e.who, i."import", i.file, i.sending, s.name, a.given, a.meant
    FROM main.events e
    LEFT JOIN main.imports i ON i."import" = e."import"
    LEFT JOIN main.settings s ON s.event = e.event
    LEFT JOIN main.answers a ON a.event = e.event
    WHERE e.kind IN ('import', 'withdrawal', 'restoration', 'setting') OR (e.kind = 'answer' AND a.kind IN ('organisation', 'town', 'village'))
    ORDER BY e.event
"""
_TURNED = {events.WITHDRAWAL: "撤回", events.RESTORATION: "恢复"}


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One change as people made it, in one or more events: `event` is the last of them, `what` says it in Chinese."""

    event: int
    at: datetime
    who: str
    what: str


@dataclass(frozen=True, kw_only=True)
class _Event:
    event: int
    kind: str
    at: datetime
    who: str
    number: int | None
    file: str | None
    sending: int | None
    setting: str | None
    given: str | None
    meant: str | None

    @property
    def together(self) -> tuple:
        """What it has in common with the events of the same change."""
        if self.kind == events.IMPORT:
            return self.kind, self.sending
        return (self.kind, self.event) if self.kind in _TURNED else (self.kind, self.at, self.who)


def moments(cursor: duckdb.DuckDBPyConnection) -> list[Moment]:
    """Every change of figures, the newest first; workbooks sent together and settings saved together are one."""
    return list(_moments(cursor))[::-1]


def _moments(cursor: duckdb.DuckDBPyConnection) -> Iterator[Moment]:
    found = [_Event(**dict(zip(_Event.__dataclass_fields__, row, strict=True))) for row in cursor.execute(_EVENTS).fetchall()]
    for _, group in groupby(found, key=lambda one: one.together):
        same = list(group)
        yield Moment(event=same[-1].event, at=same[-1].at, who=same[-1].who, what=_said(same))


def _said(same: list[_Event]) -> str:
    first, last, more = same[0], same[-1], f"等{len(same)}" if len(same) > 1 else ""
    if first.kind == events.IMPORT:
        numbers = f"第{first.number}至{last.number}次" if more else f"第{first.number}次"
        return f"{numbers}导入：{first.file}{more and more + '份'}"
    if first.kind in _TURNED:
        return f"{_TURNED[first.kind]}第{first.number}次导入：{first.file}"
    if first.kind == events.SETTING:
        labels = dict.fromkeys(SETTINGS[one.setting].label if one.setting in SETTINGS else "其他" for one in same)
        return f"更改设置：{'、'.join(labels)}"
    return f"确认名称：{first.given}即{first.meant}{more and more + '处'}"


def event_on(cursor: duckdb.DuckDBPyConnection, day: date) -> int:
    """The last event up to the end of a day, 0 where there was none yet. A clock set back takes no event out."""
    return cursor.execute('SELECT coalesce(max(event), 0) FROM main.events WHERE CAST("at" AS DATE) <= ?', [day]).fetchone()[0]

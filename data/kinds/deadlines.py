"""Deadlines as rectification ledgers write them: a day, a month, a year's end, or 立行立改，长期坚持. The text is kept."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, NamedTuple

from data.kinds.dates import Day
from data.kinds.kind import Kind, Raw, Read

_CONTINUING = re.compile(r"长期|持续|常态")
_AT_ONCE = re.compile(r"立行立改|即知即改|立即|边巡边改|马上")
_FULL = re.compile(r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?")
_MONTH = re.compile(r"(\d{4})[年./-](\d{1,2})月?(上旬|中旬|下旬|初)?")
_YEAR = re.compile(r"(\d{4})年?(?:年?底|年?末|年内|年度内|全年|(上半年|第[一二三四]季度|一季度|二季度|三季度|四季度))")
_PARTS = {"上半年": 6, "一季度": 3, "二季度": 6, "三季度": 9, "四季度": 12}
_TENDAYS = {"上旬": 10, "初": 10, "中旬": 20}


class Due(NamedTuple):
    """What a deadline says: its last day (None where it names none), whether it goes on for good, whether it is at once."""

    day: date | None = None
    continuing: bool = False
    at_once: bool = False


@dataclass(frozen=True, kw_only=True)
class Deadline(Kind):
    """A deadline in the words of the ledger; `due` says what follows from them."""

    wanted: ClassVar[str] = "请写日期，或照原文写"
    example: ClassVar[str] = "2021-06-30"

    def given(self, raw: Raw) -> Read:
        if isinstance(raw, datetime | date):
            return Read((raw.date() if isinstance(raw, datetime) else raw).isoformat())
        read = Day(loose=True).given(raw)
        return Read(read.value.isoformat()) if read.value else self.no()

    def said(self, text: str) -> Read:
        return Read(text)


def due(text: str | None) -> Due:
    """What a deadline's text says. A month, a quarter or a year stands for its last day; words without a date for none."""
    if not text:
        return Due()
    return Due(day=_day(text), continuing=bool(_CONTINUING.search(text)), at_once=bool(_AT_ONCE.search(text)))


def _day(text: str) -> date | None:
    try:
        if match := _FULL.search(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _MONTH.search(text):
            year, month = int(match[1]), int(match[2])
            last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 1
            return date(year, month, _TENDAYS.get(match[3] or "", last))
        if match := _YEAR.search(text):
            month = _PARTS.get((match[2] or "").removeprefix("第"), 12)
            return date(int(match[1]), month, calendar.monthrange(int(match[1]), month)[1])
    except ValueError:
        return None
    return None

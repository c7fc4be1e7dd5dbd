"""Dates and periods with their precision: 2020年4月7日至6月8日, 2020.4-2020.6, 10月下旬至12月上旬."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar

from data.kinds.kind import TO_MONTH, TO_TENDAY, Kind, Raw, Read

# A date whose year the cell does not name is carried in this (leap) year until its row names one.
YEARLESS = 4

_DAY = re.compile(r"(?:(\d{4}|\d{2})[年./\-])?(\d{1,2})[月./\-](\d{1,2})[日号]?(?:\d{1,2}:\d{2}(?::\d{2})?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH = re.compile(r"(?:(\d{4})年)?(\d{1,2})月份?(上旬|中旬|下旬|初|底)?")
_DOTTED_MONTH = re.compile(r"(\d{4})[./\-](\d{1,2})")
_MONTHS = re.compile(r"(?:(\d{4})[年.])?(\d{1,2})月?-(\d{1,2})月|(\d{4})[年.](\d{1,2})月?-(\d{1,2})")
_DAY_ALONE = re.compile(r"(\d{1,2})[日号]")
_LENGTH = re.compile(r"\((?:为期|共|计)?\d{1,3}天\)$")
_TENDAYS = {"上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "底": (21, 31)}


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _spot(text: str, year: int | None = None) -> tuple[date, date, str | None] | None:
    """First and last day that a text names, and its precision; the year given where the text names none."""
    if match := _COMPACT.fullmatch(text):
        day = _date(*map(int, match.groups()))
        return (day, day, None) if day else None
    if match := _MONTH.fullmatch(text):
        y, month = int(match[1] or year or YEARLESS), int(match[2])
        if not 1 <= month <= 12:
            return None
        first, last = _TENDAYS.get(match[3], (1, 31))
        end = calendar.monthrange(y, month)[1]
        return date(y, month, first), date(y, month, min(last, end)), TO_TENDAY if match[3] else TO_MONTH
    if match := _DOTTED_MONTH.fullmatch(text):
        y, month = int(match[1]), int(match[2])
        if not 1 <= month <= 12:
            return None
        return date(y, month, 1), date(y, month, calendar.monthrange(y, month)[1]), TO_MONTH
    if match := _DAY.fullmatch(text):
        y = int(match[1]) if match[1] else (year or YEARLESS)
        day = _date(y + 2000 if 4 < y < 100 else y, int(match[2]), int(match[3]))
        return (day, day, None) if day else None
    return None


def serial(number: float) -> date | None:
    """The date of an Excel serial number (1900 system) between 1990 and 2100, else None."""
    return (datetime(1899, 12, 30) + timedelta(days=number)).date() if 32874 <= number < 73415 else None


@dataclass(frozen=True, kw_only=True)
class Day(Kind):
    """One date. A month alone (2020年4月) is kept with its precision; 2020.4 only where `loose`."""

    loose: bool = False
    sql: ClassVar[str] = "DATE"
    wanted: ClassVar[str] = "请写完整日期"
    example: ClassVar[str] = "2020-07-15"

    def given(self, raw: Raw) -> Read:
        if isinstance(raw, datetime):
            return Read(raw.date())
        if isinstance(raw, date):
            return Read(raw)
        if isinstance(raw, int | float) and float(raw).is_integer():
            if day := serial(raw):
                return Read(day)
            return self.said(str(int(raw)))
        return self.said(str(raw)) if isinstance(raw, float) else self.no()

    def said(self, text: str) -> Read:
        if re.fullmatch(r"\d{5}(\.0+)?", text) and (day := serial(float(text))):
            return Read(day)
        if not self.loose and (match := _DOTTED_MONTH.fullmatch(text)):
            return self.no("no_day", f"缺少“日”，请写完整日期，例如 {match[1]}-{int(match[2]):02d}-15")
        spot = _spot(text)
        if spot is None:
            return self.no(
                "no_such_day"
                if re.search(r"\d", text) and (_DAY.fullmatch(text) or _MONTH.fullmatch(text))
                else "unreadable"
            )
        return Read(spot[0], mark=spot[2])


@dataclass(frozen=True, kw_only=True)
class Period(Kind):
    """Start and end in one cell; the text is kept, `also` receives both dates. Without a year they await the row's."""

    wanted: ClassVar[str] = "请写起止日期"
    example: ClassVar[str] = "2020-04-07至2020-06-08"

    def given(self, raw: Raw) -> Read:
        read = Day().given(raw)
        return Read(str(read.value), also=(read.value, None)) if read.value else self.no()

    def said(self, text: str) -> Read:
        if re.fullmatch(r"为?期?\d+天", text):
            return Read(text)
        if months := _MONTHS.fullmatch(text):
            year = months[1] or months[4]
            text_of = f"{year}年{{}}月" if year else "{}月"
            first, last = _spot(text_of.format(months[2] or months[5])), _spot(text_of.format(months[3] or months[6]))
            return Read(text, also=(first[0], last[1]), mark=TO_MONTH) if first and last else self.no()
        for start, end in _halves(_LENGTH.sub("", text)):
            first = _spot(start)
            if first and not first[2] and (day := _DAY_ALONE.fullmatch(end)):
                end = f"{first[0].month}月{day[1]}日"
                if int(day[1]) < first[0].day:
                    return self.no()
            last = first and _spot(end, None if first[0].year == YEARLESS else first[0].year)
            if first and last:
                begin, finish = first[0], last[1]
                if finish < begin and not re.match(r"\d{4}", end):
                    finish = finish.replace(year=finish.year + 1) if finish.year != YEARLESS else finish
                return Read(text, also=(begin, finish), mark=first[2] or last[2])
        spot = _spot(text)
        return Read(text, also=(spot[0], spot[1] if spot[2] else None), mark=spot[2]) if spot else self.no()


def _halves(text: str) -> list[tuple[str, str]]:
    """Every way to cut a period in two: at 至 or ~ if there is one, else at each dash, the middle ones first."""
    for sign in ("至", "到", "~", "--"):
        if sign in text:
            start, _, end = text.partition(sign)
            return [(start, end)]
    spots = [i for i, c in enumerate(text) if c == "-"]
    spots.sort(key=lambda i: abs(i - len(text) / 2))
    return [(text[:i], text[i + 1 :]) for i in spots]

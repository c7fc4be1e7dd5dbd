"""Cell values as the rest of the house wants them, from what calamine hands over."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from .model import Address, Value

# Beyond this a float no longer holds every whole number, and the digits of an int made from it would be invented.
EXACT = 2**53
NOT_A_NUMBER = "#NUM!"

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]|_x[dD][89a-fA-F][0-9a-fA-F]{2}_")


def text(raw: str) -> str | None:
    """Return `raw` without control characters but tab and newline, lone surrogates replaced; ``None`` if empty."""
    raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    return _LONE_SURROGATE.sub("\ufffd", _CONTROL.sub("", raw)) or None


def number(raw: float) -> float | int | None:
    """Return a whole number as ``int``, what no cell can hold (NaN, infinity) as ``None``."""
    if not math.isfinite(raw):
        return None
    return int(raw) if raw.is_integer() and -EXACT < raw < EXACT else raw


def span(raw: timedelta) -> time | str:
    """Return a length of time under a day as ``time``, a longer one as the text "26:30:00"."""
    seconds = round(raw.total_seconds())
    hours, rest = divmod(abs(seconds), 3600)
    if 0 <= seconds < 86400:
        return time(hours, rest // 60, rest % 60)
    return f"{'-' if seconds < 0 else ''}{hours}:{rest // 60:02}:{rest % 60:02}"


class Texts(dict[str, "str | None"]):
    """Cleaned texts, each cleaned once: equal cells then share one object, which also crosses a pipe faster."""

    def __missing__(self, raw: str) -> str | None:
        cleaned = self[raw] = text(raw)
        return cleaned


class Same(dict[object, object]):
    """Equal objects as one object."""

    def __missing__(self, value: object) -> object:
        self[value] = value
        return value


def plain(raw_rows: Iterable[list[object]]) -> tuple[list[list[Value]], dict[Address, str]]:
    """Return rows of plain values and the addresses of numbers that are none."""
    strange: list[float] = []

    def known(raw: float) -> float | int | None:
        value = number(raw)
        if value is None:
            strange.append(raw)
        return value

    convert = {
        str: Texts().__getitem__,
        float: known,
        int: int,
        bool: lambda value: "TRUE" if value else "FALSE",
        timedelta: span,
        date: Same().__getitem__,
        datetime: Same().__getitem__,
        time: lambda value: value,
        type(None): lambda _: None,
    }
    errors: dict[Address, str] = {}
    rows: list[list[Value]] = []
    for index, raw_row in enumerate(raw_rows):
        row = [convert[type(value)](value) for value in raw_row]
        if strange:
            strange.clear()
            places = (
                column for column, value in enumerate(raw_row) if type(value) is float and not math.isfinite(value)
            )
            errors.update(((index, column), NOT_A_NUMBER) for column in places)
        rows.append(row)
    return rows, errors


def widen(rows: list[list[Value]], addresses: Iterable[Address]) -> None:
    """Pad `rows` in place to one width, and so that every one of `addresses` lies inside."""
    height = len(rows)
    width = max(map(len, rows), default=0)
    for row, column in addresses:
        height = max(height, row + 1)
        width = max(width, column + 1)
    rows.extend([] for _ in range(height - len(rows)))
    for row in rows:
        if len(row) < width:
            row.extend([None] * (width - len(row)))

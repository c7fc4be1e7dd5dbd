"""How much of a thing: 一托二, rounds served, hours."""

import re
from dataclasses import dataclass
from typing import ClassVar

from data.kinds.kind import Kind, Raw, Read, whole
from data.kinds.numerals import NUMERAL, numeral

_PER_TEAM = re.compile(rf"(?:一|1)?[托拖带]({NUMERAL})|({NUMERAL})个?")
_TIMES = re.compile(rf"({NUMERAL})[次轮]?")
_HOURS = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)(?:个)?(学时|课时|小时|天)?")
# A day of training counts as eight hours, half a day as four.
_PER_DAY = 8


@dataclass(frozen=True, kw_only=True)
class PerTeam(Kind):
    """How many organisations one team inspects at a time: 一托二, 1托2, 2."""

    sql: ClassVar[str] = "INTEGER"
    wanted: ClassVar[str] = "请写一个组同时巡察几个单位"
    example: ClassVar[str] = "一托二"

    def given(self, raw: Raw) -> Read:
        number = whole(raw)
        return Read(number) if number is not None and 0 < number < 100 else self.no()

    def said(self, text: str) -> Read:
        match = _PER_TEAM.fullmatch(text)
        number = numeral(match[1] or match[2]) if match else None
        return Read(number) if number else self.no()


@dataclass(frozen=True, kw_only=True)
class Times(Kind):
    """How many times: 3, 3次, or the rounds themselves (第八轮、第十轮), which are counted."""

    sql: ClassVar[str] = "INTEGER"
    wanted: ClassVar[str] = "请写次数，或列出轮次"
    example: ClassVar[str] = "第八轮、第十轮"

    def given(self, raw: Raw) -> Read:
        number = whole(raw)
        return Read(number) if number is not None and 0 <= number < 1000 else self.no()

    def said(self, text: str) -> Read:
        if text in ("无", "没有", "零", "未参加"):
            return Read(0)
        if (match := _TIMES.fullmatch(text)) and (number := numeral(match[1])) is not None:
            return Read(number)
        listed = [part for part in re.split(r"[、,;/]", text) if part]
        return Read(len(listed)) if all(re.search(r"轮|巡察|专项", part) for part in listed) else self.no()


@dataclass(frozen=True, kw_only=True)
class Hours(Kind):
    """Hours of training a person: 4, 4学时, 2天 (eight hours a day)."""

    sql: ClassVar[str] = "DOUBLE"
    wanted: ClassVar[str] = "请写学时数"
    example: ClassVar[str] = "8"

    def given(self, raw: Raw) -> Read:
        return Read(float(raw)) if isinstance(raw, int | float) and 0 <= raw < 10000 else self.no()

    def said(self, text: str) -> Read:
        match = _HOURS.fullmatch(text)
        if not match:
            return self.no()
        return Read(float(match[1]) * (_PER_DAY if match[2] == "天" else 1))

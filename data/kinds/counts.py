"""Counts: 12, 12件, 12件12人, 无, 200余人次; and percentages, which are only ever checked, never believed."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from data.kinds.kind import APPROXIMATE, Kind, Raw, Read, Trouble, whole
from data.kinds.numerals import QUANTITY, quantity

ITEMS = (
    "件",
    "条",
    "个",
    "起",
    "项",
    "份",
    "次",
    "批",
    "户",
    "家",
    "所",
    "村",
    "名",
    "人",
    "人次",
    "批次",
    "场",
    "期",
    "处",
    "篇",
    "类",
    "天",
    "学时",
)
ITEM_ONLY = ("件", "条", "个", "起", "项")
PERSONS = ("人", "名", "人次")

_ZERO = {"无", "没有", "零", "暂无", "未发现", "0"}
_UNIT = "|".join(sorted(ITEMS, key=len, reverse=True))
_NUMBER = r"(\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.0+)?"
_ONE = re.compile(rf"(约|近|超|逾)?{_NUMBER}(余|多|左右|以上)?({_UNIT})?(余|左右|以上)?(?:\((?:其中|含)[^()]*\))?")
_TWO = re.compile(rf"{_NUMBER}({_UNIT})?[/、,\-]?(?:\(?{_NUMBER}({_UNIT})\)?|\({_NUMBER}\))")
# 十二个 and 1.2万份: the same in other signs, so they are rewritten before they are read. 三十左右 stays for the user.
_CHINESE = re.compile(rf"({QUANTITY})((?:{_UNIT})?)")
_TEN_THOUSANDS = re.compile(
    rf"(约|近|超|逾)?(\d{{1,5}}(?:\.\d{{1,4}})?)万((?:余|多|左右|以上)?(?:{_UNIT})?(?:余|左右|以上)?)"
)
_PENDING = re.compile(r"待定|待核实?|正在.*|.*核查中|办理中|未统计|统计中|不详|未报")


def _in_digits(text: str) -> str:
    """A count written in Chinese numerals or in 万, in digits; any other text as it is."""
    if (match := _CHINESE.fullmatch(text)) and (number := quantity(match[1])) is not None:
        return f"{number}{match[2]}"
    if (match := _TEN_THOUSANDS.fullmatch(text)) and (Decimal(match[2]) * 10000) % 1 == 0:
        return f"{match[1] or ''}{int(Decimal(match[2]) * 10000)}{match[3]}"
    return text


def _int(text: str) -> int:
    return int(text.replace(",", ""))


@dataclass(frozen=True, kw_only=True)
class Count(Kind):
    """A whole number of things, not below zero. A field with an `also` field takes the second number of 12件12人 there."""

    units: tuple[str, ...] = ITEMS
    second: tuple[str, ...] = PERSONS
    paired: bool = False  # the heading says 件/人, so that 3/4 is 3 and 4
    sql: ClassVar[str] = "INTEGER"
    wanted: ClassVar[str] = "请写不小于 0 的整数，没有写“无”或 0，未统计写“/”"
    example: ClassVar[str] = "12"

    def given(self, raw: Raw) -> Read:
        number = whole(raw)
        if number is None or number < 0:
            return self.no("not_whole" if isinstance(raw, float) else "unreadable")
        return Read(number, also=(0,) if number == 0 else ())

    def said(self, text: str) -> Read:
        if text in _ZERO:
            return Read(0, also=(0,))
        text = _in_digits(text)
        if one := _ONE.fullmatch(text):
            unit = one[4]
            if unit and unit not in self.units:
                if unit in self.second:  # 「3人」 in a column of clues says nothing of their number
                    return self.no(
                        "other_unit", f"此列单位为“{self.units[0]}”，请写{self.units[0]}数，例如 2{self.units[0]}3{unit}"
                    )
                return self.no("other_unit")
            number = _int(one[2])
            return Read(
                number, also=(0,) if number == 0 else (), mark=APPROXIMATE if one[1] or one[3] or one[5] else None
            )
        if two := _TWO.fullmatch(text):
            first, unit, second, other = two[1], two[2], two[3] or two[5], two[4]
            if (not unit or unit in self.units) and (not other or other in self.second):
                return Read(_int(first), also=(_int(second),))
        if self.paired and (pair := re.fullmatch(r"(\d{1,6})[/、,](\d{1,6})", text)):
            return Read(int(pair[1]), also=(int(pair[2]),))
        if _PENDING.fullmatch(text):
            return Read(mark="未报")
        return self.no()


@dataclass(frozen=True, kw_only=True)
class Percent(Kind):
    """A printed rate, in percent. 0.81 and 81% are the same; used to check the figures beside it."""

    sql: ClassVar[str] = "DOUBLE"
    wanted: ClassVar[str] = "请写百分数"
    example: ClassVar[str] = "81.0%"

    def given(self, raw: Raw) -> Read:
        if not isinstance(raw, int | float):
            return self.no()
        return Read(raw * 100 if 0 <= raw <= 1 else float(raw))

    def said(self, text: str) -> Read:
        match = re.fullmatch(r"(\d{1,6}(?:\.\d{1,12})?)(%)?", text)
        if not match:
            return Read(trouble=Trouble("unreadable", self.describe()))
        number = float(match[1])
        return Read(number if match[2] or number > 1 else number * 100)

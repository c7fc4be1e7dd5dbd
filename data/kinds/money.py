"""Amounts of money, in 万元. The cell's own unit wins over the heading's, the heading's over the title's."""

import re
from dataclasses import dataclass
from typing import ClassVar

from data.kinds.kind import APPROXIMATE, Kind, Raw, Read

_PER_WAN = {"元": 1e-4, "万": 1.0, "万元": 1.0, "千元": 0.1, "亿": 1e4, "亿元": 1e4, "块": 1e-4}
_AMOUNT = re.compile(
    r"(约|近|超|逾)?[¥￥]?(-?(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,12})?)(余|多)?(元|万元|千元|亿元|万|亿|块)?(余|左右|以上|整)?"
)


@dataclass(frozen=True, kw_only=True)
class Money(Kind):
    """An amount in 万元, rounded to 元 and 角 (six decimals)."""

    unit: str = "万元"
    sql: ClassVar[str] = "DOUBLE"
    wanted: ClassVar[str] = "请写数字金额，不写大写和区间"
    example: ClassVar[str] = "12.5"

    def given(self, raw: Raw) -> Read:
        if not isinstance(raw, int | float):
            return self.no()
        return Read(round(raw * _PER_WAN[self.unit], 6))

    def said(self, text: str) -> Read:
        if text in ("无", "没有", "零"):
            return Read(0.0)
        match = _AMOUNT.fullmatch(text)
        if not match:
            return self.no()
        about = match[1] or match[3] or match[5] not in (None, "整")
        amount = float(match[2].replace(",", "")) * _PER_WAN[match[4] or self.unit]
        return Read(round(amount, 6), mark=APPROXIMATE if about else None)

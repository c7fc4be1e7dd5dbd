"""Numbers in a text: digits, Chinese numerals, 万 and 亿, 余 and 约, each with its unit; what only looks like one is left out."""

import re
from dataclasses import dataclass
from decimal import Decimal

from data.kinds.numerals import quantity

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_CHINESE = "[一二两三四五六七八九十百千零]+"
UNITS = (
    "个百分点", "人(次)", "人次", "件次", "户次", "场次", "批次", "轮次", "次", "个", "家", "名", "条", "件", "项", "份", "期", "轮", "场", "人", "户", "处",
    "支", "起", "宗", "批", "篇", "部", "封", "位", "套", "间", "所", "座", "班", "例", "元", "倍",
)  # fmt: skip
_UNIT = "|".join(re.escape(one) for one in sorted(UNITS, key=len, reverse=True))
_PATTERN = re.compile(
    rf"(?P<before>不低于|不少于|不超过|大约|将近|超过|接近|达到|[约近超逾])? {{0,3}}"
    rf"(?P<number>{_DIGITS}|{_CHINESE})(?P<space> {{0,3}})(?P<odd1>[余多几]?)(?P<scale>[万亿]?)(?P<odd2>[余多]?) {{0,3}}"
    rf"(?:(?P<percent>\.?%)|(?P<unit>{_UNIT}))(?P<after>以上|左右|以内|以下|之多)?"
)
# What stands before a number that counts nothing: an ordinal, the rest of a number or a ratio, a pattern such as 1托4 or 1+1.
_NOT_BEFORE = re.compile(r"(第|[\d.+×〔《-]|\d[/:]|[\d一二三四五六七八九十][拖托带]|(?<![目日以此当])前|[之“]|至少|星期|周)$")
_NOT_BEFORE_CHINESE = re.compile(r"([每首上下另某新同又再头近这那各几数百千万])$")
_NOT_AFTER = re.compile(r" {0,3}(月|年|日|天|届|小时|分钟|周|季度|[+拖托带×]|以来|世纪|代)")
_ORDER = re.compile(r"第[\d一二三四五六七八九十百、和及至-]*$")
# 一 before these is rarely a count: 一项, 一批, 一次.
_IDLE_ONE = frozenset("次批项件条家名份部套场人位期起处支篇所座")
# A unit that is the beginning of a longer word is none.
_LONGER = {
    "名": "[单额义誉]", "处": "[级分理置长]", "家": "[庭长]", "期": "[间内末]", "部": "[委门队署]", "人": "[大民员事才均数社]",
    "个": "(半?月|小时|星期|工作日|季度|年头)", "批": "[评示准]", "条": "[件例]", "件": "[套]", "起": "[来草]", "场": "[所地]",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Number:
    """A number with its unit; `start` and `end` are places in the text, `value` is scaled for 万 except money, in 万元.

    `decimals`: how exactly it is written. `chinese`: whether it is written in Chinese numerals.
    """

    start: int
    end: int
    digits: int
    value: float | int
    unit: str
    approx: bool
    decimals: int
    chinese: bool


def numbers(folded: str) -> list[Number]:
    """Returns every counted number of a folded text, in order."""
    return [one for match in _PATTERN.finditer(folded) if (one := _read(folded, match))]


def _read(folded: str, match: re.Match[str]) -> Number | None:
    written, scale = match["number"], match["scale"]
    start, digits = match.start(), match.start("number")
    before, after = folded[max(0, digits - 12) : digits], folded[match.end() :]
    chinese = not written[0].isdigit()
    value = Decimal(quantity(written) or 0) if chinese else Decimal(written.replace(",", ""))
    if value == 0 and chinese:
        return None
    if not match["before"] and (_NOT_BEFORE.search(before) or _ORDER.search(before)):
        return None
    if chinese and _NOT_BEFORE_CHINESE.search(before):
        return None
    if _NOT_AFTER.match(after) and match["unit"] != "元":
        return None
    unit = "%" if match["percent"] else match["unit"]
    if _idle(unit, written, after):
        return None
    decimals = len(written.partition(".")[2])
    if unit == "元":
        unit, value, decimals = "万元", _ten_thousands(value, scale), decimals + {"万": 0, "亿": -4}.get(scale, 4)
    elif scale:
        value, decimals = value * (10**4 if scale == "万" else 10**8), -4 + decimals if scale == "万" else -8 + decimals
    number = int(value) if value == value.to_integral_value() else float(value)
    approx = bool(match["odd1"] or match["odd2"] or match["after"] or (match["before"] and match["before"] != "达到"))
    if match["before"] == "达到":
        start = digits
    return Number(start=start, end=match.end(), digits=digits, value=number, unit=unit, approx=approx, decimals=decimals, chinese=chinese)


def _idle(unit: str, written: str, after: str) -> bool:
    """Whether it is a way of speaking (一次), or the unit the beginning of a longer word (3处分)."""
    if unit in _LONGER and re.match(_LONGER[unit], after):
        return True
    return unit == "倍" or (written == "一" and unit in _IDLE_ONE)


def _ten_thousands(value: Decimal, scale: str) -> Decimal:
    return value if scale == "万" else value * 10**4 if scale == "亿" else value / 10**4

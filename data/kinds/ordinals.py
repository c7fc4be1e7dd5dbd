"""Ordinals: 届, 轮次, 批次, 巡察组, 年度. One spelling each, whatever the ledger writes."""

import re
from dataclasses import dataclass
from typing import ClassVar

from data.kinds.kind import Kind, Raw, Read, whole
from data.kinds.numerals import NUMERAL, chinese, numeral

_TERM = re.compile(rf"(?:中共)?[^第\d]*?第?({NUMERAL})届?(?:[^\d届]*县委|[^\d届]*[市区]委)?")
_ROUND = re.compile(
    rf"(?:(\d{{4}})年(?:度)?)?第?({NUMERAL})轮(?:(?:常规|专项)?巡察)?(?:[(·\-]?第?({NUMERAL})(?:批次?|期|阶段)\)?)?"
)
_BATCH = re.compile(rf"第?({NUMERAL})(?:批次?|期|阶段)?")
TEAM_NAME = re.compile(
    rf"(?:中共)?(?:[^第\d]*?县委|[^第\d]*?[市区]委)?(?:第?({NUMERAL})(?:巡察)?组|巡察第?({NUMERAL})组)"
)
_ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}


class Ordinal(Kind):
    """A whole number that counts something off. Number cells are taken as they are, within `upto`."""

    sql: ClassVar[str] = "INTEGER"
    upto: ClassVar[int] = 60

    def given(self, raw: Raw) -> Read:
        number = whole(raw)
        return Read(number) if number is not None and 1 <= number <= self.upto else self.no()

    def number(self, text: str) -> Read:
        number = numeral(text)
        return self.no() if number is None or not 1 <= number <= self.upto else Read(number)


@dataclass(frozen=True, kw_only=True)
class Term(Ordinal):
    """届: 十三届, 13届, 第十三届, 十三届县委 → 13."""

    wanted: ClassVar[str] = "请写一个届次"
    example: ClassVar[str] = "十三届"
    upto: ClassVar[int] = 40

    def said(self, text: str) -> Read:
        match = _TERM.fullmatch(text)
        return self.number(match[1]) if match else self.no()


@dataclass(frozen=True, kw_only=True)
class Round(Ordinal):
    """轮次: 第十一轮第二批 → 11 and, for `also`, batch 2, the year it names and the theme of a special round."""

    wanted: ClassVar[str] = "请写一个轮次"
    example: ClassVar[str] = "第十一轮"

    def said(self, text: str) -> Read:
        if text in _ROMAN:
            return Read(_ROMAN[text])
        match = _ROUND.fullmatch(text)
        if match:
            read = self.number(match[2])
            batch = numeral(match[3]) if match[3] else None
            if read.trouble or (match[3] and batch is None):
                return self.no()
            return Read(read.value, also=(batch, int(match[1]) if match[1] else None, None))
        if re.search(r"专项|机动|回头看", text) and not re.search(r"第.*轮.*轮|或", text):
            year = re.match(r"(\d{4})年度?", text)
            return Read(None, also=(None, int(year[1]) if year else None, bare_theme(text)))
        return self.number(text)


def bare_theme(text: str) -> str | None:
    """The theme of a special round without its year and the words 专项巡察."""
    return re.sub(r"^(?:\d{4}年度?)?|(?:专项)?(?:巡察)?$", "", text) or None


@dataclass(frozen=True, kw_only=True)
class Theme(Kind):
    """专项主题: 2020年扶贫领域专项巡察 → 扶贫领域."""

    wanted: ClassVar[str] = "请写专项名称"
    example: ClassVar[str] = "粮食购销领域"

    def said(self, text: str) -> Read:
        return Read(bare_theme(text))


@dataclass(frozen=True, kw_only=True)
class Batch(Ordinal):
    """批次: 第二批, 2, 二期 → 2."""

    wanted: ClassVar[str] = "请写一个批次"
    example: ClassVar[str] = "第二批"

    def said(self, text: str) -> Read:
        match = _BATCH.fullmatch(text)
        return self.number(match[1]) if match else self.no()


@dataclass(frozen=True, kw_only=True)
class Team(Kind):
    """巡察组: 县委巡察一组, 1组, 第1巡察组 → 第一巡察组; other names stand as written."""

    wanted: ClassVar[str] = "请写巡察组名称"
    example: ClassVar[str] = "第一巡察组"

    def given(self, raw: Raw) -> Read:
        number = whole(raw)
        return Read(f"第{chinese(number)}巡察组") if number and 1 <= number <= 60 else self.no()

    def said(self, text: str) -> Read:
        match = TEAM_NAME.fullmatch(text)
        number = numeral(match[1] or match[2]) if match else numeral(text)
        return Read(f"第{chinese(number)}巡察组" if number else text)


@dataclass(frozen=True, kw_only=True)
class Year(Ordinal):
    """年度: 2020, 2020年, 2020年度, 二〇二〇年 → 2020."""

    wanted: ClassVar[str] = "请写四位年份"
    example: ClassVar[str] = "2020"

    def given(self, raw: Raw) -> Read:
        if hasattr(raw, "year"):
            return Read(raw.year)
        number = whole(raw)
        return Read(number) if number is not None and 1990 <= number <= 2100 else self.no()

    def said(self, text: str) -> Read:
        match = re.fullmatch(rf"({NUMERAL})年?度?", text)
        number = numeral(match[1]) if match else None
        return Read(number) if number is not None and 1990 <= number <= 2100 else self.no()

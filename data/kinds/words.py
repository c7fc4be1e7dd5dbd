"""Words: free text, labels, names, closed lists, ticks."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from data.kinds.counts import Count
from data.kinds.kind import MASKED, NOT_REPORTED, Kind, Raw, Read, plain, whole

YES = {"√", "✓", "✔", "■", "●", "是", "已", "有", "Y", "y", "YES", "TRUE", "1", "对", "V", "v", "☑"}
NO = {"×", "✗", "✘", "X", "x", "否", "未", "无", "N", "n", "NO", "FALSE", "0", "□", "☐", "没有", "不是"}
_MASK = re.compile(r".*(?:[*×xX]{2,}|某).*")


def tidy(text: str) -> str:
    """Free text with its outer blanks and line feeds trimmed; brackets in one width."""
    return text.strip().replace("\r\n", "\n")


@dataclass(frozen=True, kw_only=True)
class Text(Kind):
    """Free text, kept as written."""

    wanted: ClassVar[str] = "请写文字"

    def read(self, raw: Raw) -> Read:
        if isinstance(raw, str):
            return Read(tidy(raw) or None)
        number = whole(raw)
        return Read(str(raw if number is None else number))


@dataclass(frozen=True, kw_only=True)
class Number(Kind):
    """A document or record number: text that may have been typed as a number of up to 15 digits."""

    wanted: ClassVar[str] = "请按文本格式填写编号"
    example: ClassVar[str] = "2020-001"

    def given(self, raw: Raw) -> Read:
        number = whole(raw)
        if isinstance(raw, float | int) and abs(raw) >= 1e15:
            return self.no("digits_lost", "数字超过 15 位,Excel 已丢失末尾数位，请改为文本格式后重新填写")
        return Read(str(raw if number is None else number))

    def said(self, text: str) -> Read:
        return Read(text)


@dataclass(frozen=True, kw_only=True)
class Label(Kind):
    """A short word from an open list (单位类型, 问题类别): one spelling for full and half width, no inner blanks."""

    wanted: ClassVar[str] = "请写类别名称"

    def said(self, text: str) -> Read:
        return Read(text)


@dataclass(frozen=True, kw_only=True)
class Name(Kind):
    """The name of an organisation, town or village. 某村 and ××镇 are placeholders, marked and never counted as a unit."""

    wanted: ClassVar[str] = "请写规范全称"

    def said(self, text: str) -> Read:
        return Read(text, mark=MASKED if _MASK.fullmatch(text) else None)

    def given(self, raw: Raw) -> Read:
        return self.no()


@dataclass(frozen=True, kw_only=True)
class Choice(Kind):
    """One word of a closed list, in any of its spellings; an open list keeps words it does not know."""

    options: Mapping[str, tuple[str, ...]]
    open: bool = False

    def describe(self) -> str:
        words = list(self.options)
        return f"请填写{'、'.join(words)}之一,例如 {words[0]}"

    def __hash__(self) -> int:
        return hash((tuple(self.options), self.open))

    def said(self, text: str) -> Read:
        for word, others in self.options.items():
            if text == word or text in others:
                return Read(word)
        return Read(text) if self.open else self.no("not_in_list")


@dataclass(frozen=True, kw_only=True)
class Marked(Choice):
    """A choice that is also made by a tick: √ means `yes`, × means `no`, and so does a date or a team for `yes`."""

    yes: str
    no_: str

    def __hash__(self) -> int:
        return hash((tuple(self.options), self.yes))

    def given(self, raw: Raw) -> Read:
        if isinstance(raw, date):
            return Read(self.yes)
        return Read(self.yes if raw else self.no_) if raw in (0, 1) else self.no("not_in_list")

    def said(self, text: str) -> Read:
        if text in YES:
            return Read(self.yes)
        if text in NO:
            return Read(self.no_)
        return super().said(text)


@dataclass(frozen=True, kw_only=True)
class Flag(Kind):
    """Yes or no: √, 是, Y, 1 or ×, 否, N, 0; `yes_words` are further words for yes."""

    yes_words: tuple[str, ...] = ()
    no_words: tuple[str, ...] = ()
    sql: ClassVar[str] = "BOOLEAN"
    wanted: ClassVar[str] = "请写“是”或“否”"
    example: ClassVar[str] = "是"

    def given(self, raw: Raw) -> Read:
        return Read(bool(raw)) if raw in (0, 1) else self.no()

    def said(self, text: str) -> Read:
        if text in YES or text in self.yes_words:
            return Read(True)
        if text in NO or text in self.no_words:
            return Read(False)
        return self.no()


@dataclass(frozen=True, kw_only=True)
class Filed(Kind):
    """立案: 是 or 否, or how many (1件2人). `also` receives cases and persons where the cell names them."""

    sql: ClassVar[str] = "BOOLEAN"
    wanted: ClassVar[str] = "请写“是”“否”或立案件数人数"
    example: ClassVar[str] = "1件2人"

    def given(self, raw: Raw) -> Read:
        if isinstance(raw, date):
            return Read(True)
        number = whole(raw)
        return Read(number > 0, also=(number,)) if number is not None and 0 <= number < 1000 else self.no()

    def said(self, text: str) -> Read:
        if text in YES or text in ("立案", "已立案"):
            return Read(True)
        if text in NO or text in ("未立案", "不立案", "不予立案", "尚未立案"):
            return Read(False)
        read = Count().said(text)
        return Read(read.value > 0, also=(read.value, *read.also)) if read.value is not None else self.no()


@dataclass(frozen=True, kw_only=True)
class Tokens(Kind):
    """Several words in one cell (联动、交叉), each from a list; stored as text joined by 、.

    Words of `other` go to the first `also` field: a column 巡察方式 may hold kinds (常规) and forms (直巡) alike.
    """

    options: Mapping[str, tuple[str, ...]]
    other: Mapping[str, tuple[str, ...]] | None = None
    open: bool = False

    def __hash__(self) -> int:
        return hash((tuple(self.options), self.open))

    def describe(self) -> str:
        words = [*self.options, *(self.other or {})]
        return f"请填写{'、'.join(words)}，可写多个，例如 {'、'.join(words[:2])}"

    def said(self, text: str) -> Read:
        mine, others = [], []
        for part in re.split(r"[、,;/+和及]|(?<=[^市县])与", text):
            word, other = _spelled(part, self.options), _spelled(part, self.other or {})
            if word:
                mine.append(word)
            elif other:
                others.append(other)
            elif part and self.open:
                mine.append(part)
            elif part:
                return self.no("not_in_list")
        return Read(
            "、".join(dict.fromkeys(mine)) or None,
            also=(("、".join(dict.fromkeys(others)) or None,) if self.other else ()),
        )


def _spelled(text: str, options: Mapping[str, tuple[str, ...]]) -> str | None:
    return next((word for word, others in options.items() if text == word or text in others), None)


def same(text: str) -> str:
    """The text folded for comparison: NFKC, no blanks, one bracket."""
    return plain(unicodedata.normalize("NFKC", text))


__all__ = [
    "NOT_REPORTED",
    "Choice",
    "Filed",
    "Flag",
    "Label",
    "Marked",
    "Name",
    "Number",
    "Text",
    "Tokens",
    "same",
    "tidy",
]

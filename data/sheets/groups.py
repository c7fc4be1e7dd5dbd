"""Lines between rows that group the rows below them: 一、党政机关(12个), a town, a round or a unit across the table."""

import re
from collections.abc import Collection, Mapping

from data.kinds.kind import plain

_ORDINAL = re.compile(
    r"(?:\(?[一二三四五六七八九十]{1,3}\)[、.:]?|[一二三四五六七八九十]{1,3}[、.:]|第[一二三四五六七八九十]{1,2}部分[、.:]?)(?=.)"
)
_COUNTED = re.compile(r"[(:,]?(?:共|计|合计)?\d+[个家所村条项件名户](?:村|社区|单位|党组织|问题|线索)*[):]?$")
_CHINESE = re.compile(r"\(?[一二三四五六七八九十]{1,3}\)?")
# What a line may name, outermost first: a new one of these ends all that stand after it.
_NAMES = {
    "term": re.compile(r"第?.{1,3}届(?:县委|市委|区委)?"),
    "year": re.compile(r"\d{4}年度?"),
    "round": re.compile(r"(?:\d{4}年度?)?第.{1,3}轮.{0,8}"),
    "kind": re.compile(r"(?:常规|专项|机动|回头看)(?:巡察)?"),
    "team": re.compile(r".{0,10}(?:第.{1,3}巡察组|巡察.{1,3}组|第?[一二三四五六七八九十\d]{1,2}组)"),
    "town": re.compile(r".{1,6}(?:镇|乡|街道)"),
    "organisation_kind": re.compile(r".{2,16}"),
    "organisation": re.compile(r".{2,30}"),
}
MERGED = 3  # a text merged over so many columns heads what is below it


def group_text(text: str) -> str:
    """What a group line names, without its ordinal and its count: 一、党政机关(12个) → 党政机关."""
    return _COUNTED.sub("", _ORDINAL.sub("", plain(text), count=1)).rstrip(":、,")


def heads_rows(text: str, merged: int, free: Collection[str]) -> bool:
    """Whether a lone text in a row groups the rows below: it is numbered, counted, merged across or names a town or round."""
    said = plain(text)
    if merged >= MERGED or _ORDINAL.match(said) or (_COUNTED.search(said) and len(said) <= 24):
        return True
    return any(n in free and _NAMES[n].fullmatch(said) for n in ("town", "round"))


def numbered_in_chinese(value: object) -> bool:
    """Whether a running number is 一, 二, 三: the number of a group where rows are numbered 1, 2, 3."""
    return isinstance(value, str) and bool(_CHINESE.fullmatch(plain(value).rstrip("、.")))


def taken(current: Mapping[str, str], text: str, free: Collection[str]) -> dict[str, str]:
    """The fields that group lines fill from here on: the line's own joins those above it, deeper ones end."""
    said = group_text(text)
    name = next((n for n, pattern in _NAMES.items() if n in free and pattern.fullmatch(said)), None)
    if name is None:
        return dict(current)
    order = list(_NAMES)
    return {n: t for n, t in current.items() if order.index(n) < order.index(name)} | {name: said}

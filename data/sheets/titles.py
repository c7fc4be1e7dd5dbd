"""What titles, sheet names and file names say: term, round, batch, year, kind, theme, town, county, cut-off date, unit."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from data.kinds import Day, Period, Round, Term
from data.kinds.numerals import NUMERAL
from data.kinds.ordinals import bare_theme

_TERM = re.compile(rf"第?({NUMERAL})届")
_ROUND = re.compile(rf"第({NUMERAL})轮(?:[(]?第?({NUMERAL})批)?")
_BATCH = re.compile(rf"第({NUMERAL})批")
_YEAR = re.compile(r"((?:19|20)\d{2})年?(?:度|(?!\d|年?\d{1,2}月))")
_KIND = re.compile(r"(常规|专项|机动|回头看)")
# 第十轮巡察整改回访 may be the tenth inspection's: only what is surely the revisit's own ordinal is taken.
_REVISIT_ROUND = re.compile(rf"第({NUMERAL})轮(?:巡察|整改)?回访")
_REVISIT_KIND = re.compile(r"回访|回头看|整改评估")
_THEME = re.compile(r"(?:(?:19|20)\d{2}年度?|县委|市委|区委|届)?([\u4e00-\u9fff、“”]{2,30}?)专项巡察")
_CUT_OFF = re.compile(
    r"(?:填报时间|填报日期|填表时间|填表日期|制表时间|统计时间|截至|截止|数据截至|截止日期|统计截止|更新时间|时间|日期)(?:时间|日期)?[:]?(\d{4}[年.\-/]\d{1,2}[月.\-/]?(?:\d{1,2}日?)?)"
)
_UNIT = re.compile(r"单位[:]?((?:万元|元|亿元|千元|个|件|人|条|人次|户|项|份|%|[、,/])+)")
_TOWN = re.compile(r"([\u3400-\u9fff\U00020000-\U0003ffff]{1,6}(?:镇|乡|街道))$")
_TOWN_IN = re.compile(r"巡察([\u3400-\u9fff]{2,6}?(?:镇|乡|街道))(?:延伸|村|所辖|辖)")
_COUNTY = re.compile(r"(?:中共|届)?([\u4e00-\u9fff]{1,5}?[县市区旗])(?=委|20|19|巡察|村|\d)")
_FORM_LINE = re.compile(r"填报|填表|制表|审核|截至|截止|盖章|单位[::]")


@dataclass(frozen=True, kw_only=True)
class Said:
    """What the texts around a table propose, field name → value: `values` from titles, `weak` from sheet and file names."""

    values: dict[str, object] = field(default_factory=dict)
    weak: dict[str, object] = field(default_factory=dict)
    county: str | None = None
    cut_off: date | None = None
    money_unit: str | None = None


def said(titles: Iterable[str], sheet: str, file: str) -> Said:
    """The proposals from title rows first, then the sheet's name, then the file's; a text that names two of a thing names none."""
    lines = [_plain(t) for t in titles]
    stem = re.sub(r"\.[A-Za-z]{2,5}$", "", file)
    heads = [t for t in lines if not _FORM_LINE.search(t)]
    values = _first(heads)
    weak = _first([_plain(sheet), _plain(stem)])
    if town := _TOWN.fullmatch(_plain(sheet)):
        values["town"] = town[1]
    elif inside := next((m for t in heads if (m := _TOWN_IN.search(t))), None):
        values["town"] = inside[1]
    cut_off = next((d for t in (*lines, _plain(stem)) if (d := _cut_off(t))), None)
    unit = next((m[1] for t in lines if (m := _UNIT.search(t))), None)
    county = next(
        (
            m[1]
            for t in (*heads, *lines)
            if (m := _COUNTY.search(re.sub(r"^(?:中共)?(?:第?[零一二两三四五六七八九十\d]+届)?", "", t)))
        ),
        None,
    )
    money = next((u for u in ("万元", "亿元", "千元", "元") if unit and u in unit), None)
    return Said(
        values=values,
        weak=weak,
        county=county if county and len(county) > 1 else None,
        cut_off=cut_off,
        money_unit=money,
    )


def _first(texts: Iterable[str]) -> dict[str, object]:
    """For each field the value of the first text that names one."""
    found: dict[str, object] = {}
    for text in texts:
        for name, value in _values(text).items():
            found.setdefault(name, value)
    return found


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _values(text: str) -> dict[str, object]:
    found: dict[str, object] = {}
    terms = {Term().read(m[1]).value for m in _TERM.finditer(text)} - {None}
    if len(terms) == 1:
        found["term"] = terms.pop()
    rounds = {(Round().read(m[1]).value, Round().read(m[2]).value if m[2] else None) for m in _ROUND.finditer(text)}
    if len(rounds) == 1:
        found["round"], batch = rounds.pop()
        if batch:
            found["batch"] = batch
    years = {int(m[1]) for m in _YEAR.finditer(text)}
    if len(years) == 1:
        found["year"] = years.pop()
    kinds = set(_KIND.findall(text))
    if len(kinds) == 1:
        found["kind"] = kinds.pop()
    revisits = {Round().read(number).value for number in _REVISIT_ROUND.findall(text)}
    if len(revisits) == 1:
        found["revisit_round"] = revisits.pop()
    looks = set(_REVISIT_KIND.findall(text))
    if len(looks) == 1:
        found["revisit_kind"] = looks.pop()
    if "round" not in found and (theme := _THEME.search(text)) and "常规" not in theme[1]:
        found["theme"] = bare_theme(re.sub(r"^.*[县市区]委(?:\d{4}年度?)?", "", theme[1]))
    return {k: v for k, v in found.items() if v is not None}


def _cut_off(text: str) -> date | None:
    """The day up to which a ledger counts: 填报时间 or 截至; a month alone means its last day."""
    match = _CUT_OFF.search(text)
    if not match:
        return None
    stop = match[1].rstrip("./-")
    if Day().read(stop).value and not Day().read(stop).mark:
        return Day().read(stop).value
    read = Period().read(stop)
    return read.also[1] if read.also and read.also[1] else None

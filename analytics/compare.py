"""A figure beside what it was: the round before, the same time of the year before, the same stretch of the term before.

What is compared is always written out in days, and what cannot be compared fairly is said instead.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from analytics.course import REGULAR, by_round
from analytics.dimensions import DIMENSIONS, UNSAID
from analytics.metric import Metric
from analytics.metrics import METRICS
from analytics.period import Period, month_end, whole_months, written, year_before
from analytics.query import Figure, Where, figure, frame
from analytics.scope import given, numbers
from analytics.until import stands, until
from analytics.wording import changed
from data.facts import Facts
from data.kinds.numerals import chinese

ROUND, YEAR, TERM = "上一轮", "上年同期", "上届同期"
# Terms of five years differ by a leap day; a month's end is still its end.
NEAR = timedelta(days=3)


@dataclass(frozen=True, kw_only=True)
class Side:
    """One side of a comparison: a time and the figure in it."""

    period: Period
    figure: Figure


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """A figure now and then. `change` has its sign and unit, 个百分点 for rates. `caveat`: what must be known beside it.

    Where there is nothing to compare, `now` and `then` are None and `reason` says why in one Chinese sentence.
    """

    label: str
    now: Side | None = None
    then: Side | None = None
    change: str = ""
    caveat: str = ""
    reason: str = ""


def comparisons(facts: Facts, metric: str, where: Mapping[str, str]) -> tuple[Comparison, ...]:
    """Returns the three comparisons of a figure in a scope, each with its reason where there is none."""
    return round_before(facts, metric, where), year_ago(facts, metric, where), term_ago(facts, metric, where)


def round_before(facts: Facts, metric: str, where: Where) -> Comparison:
    """Returns the scope's last round beside the one before of the same kind and term."""
    one = METRICS[metric]
    if "round" not in one.by:
        return Comparison(label=ROUND, reason=f"“{one.label}”不按轮次统计。")
    rounds = _rounds(facts, where)
    asked = where.get("round")
    kind = where.get("kind") or rounds.get(asked, (REGULAR,))[0]
    pairs = by_round(facts, metric, {**where, "kind": kind})
    if not pairs or (asked and pairs[-1][0] != asked):
        return Comparison(label=ROUND, reason=f"{asked or '所选范围'}没有可比的轮次数据。")
    name = pairs[-1][0]
    if len(pairs) < 2:
        return Comparison(label=ROUND, reason=f"{name}之前没有同类型轮次的数据。")
    rest = {key: value for key, value in where.items() if key not in ("year", "round")} | {"kind": kind}
    sides = [Side(period=_round(rounds, this), figure=figure(facts, metric, {**rest, "round": this})) for this in (name, pairs[-2][0])]
    running = rounds.get(name, ("", ""))[1] == "进驻中"
    return _compared(ROUND, *sides, caveat=f"{name}尚未结束。" if running else "")


def year_ago(facts: Facts, metric: str, where: Where) -> Comparison:
    """Returns the scope's year, else that of the figures' day, beside the same months of the year before.

    What adds up over a term, and registers, are compared as they stood a year earlier, unless the scope names a year.
    """
    one, day = METRICS[metric], facts.as_of_date
    if refused := _refused(one, where, ("year",), ("round", "month")):
        return Comparison(label=YEAR, reason=refused)
    if day is None:
        return Comparison(label=YEAR, reason="台账没有数据截至日。")
    year = next(iter(numbers(given(where), "year")), day.year)
    rest = {name: value for name, value in where.items() if name != "year"}
    last = min(day, date(year, 12, 31))
    if stands(metric) or (one.numerator.within_term and "year" not in where):
        return _standing(facts, metric, rest, last)
    if year > day.year:
        return Comparison(label=YEAR, reason=f"{year}年尚未开始。")
    whole, cut = (last.month, last.day) == (12, 31), whole_months(last)
    scopes = [rest | {"year": f"{y}年"} for y in (year, year - 1)]
    if not whole and "month" in one.by and cut.year == year:
        parts = [_months(facts, metric, scope, end) for scope, end in zip(scopes, (cut, year_before(cut)), strict=True)]
        if all(parts):
            caveat = "" if cut == last else f"{last.month}月未满，比较到{cut.month}月底。"
            sides = [Side(period=Period(name=f"{end.year}年", first=date(end.year, 1, 1), last=end), figure=part) for part, end in zip(parts, (cut, year_before(cut)), strict=True)]
            return _compared(YEAR, *sides, caveat=caveat)
    ends = (last, date(year - 1, 12, 31))
    sides = [
        Side(period=Period(name=f"{end.year}年", first=date(end.year, 1, 1), last=end), figure=figure(facts, metric, scope))
        for scope, end in zip(scopes, ends, strict=True)
    ]
    why = "不按月份统计" if "month" not in one.by else "部分数据未注明月份" if cut.year == year else "不足一个月"
    return _compared(YEAR, *sides, caveat="" if whole else f"{why}：{year}年截至{last.month}月{last.day}日，{year - 1}年为全年。")


def term_ago(facts: Facts, metric: str, where: Where) -> Comparison:
    """Returns the scope's term, else the current one, beside the term before as many days after its start."""
    one, day, terms = METRICS[metric], facts.as_of_date, facts.settings.terms
    if refused := _refused(one, where, ("term",), ("year", "round", "month")):
        return Comparison(label=TERM, reason=refused)
    term = next(iter(numbers(given(where), "term")), facts.term)
    if term is None or day is None:
        return Comparison(label=TERM, reason="台账和设置都没有写明本届届次。")
    if missing := [f"{chinese(t)}届" for t in (term, term - 1) if t not in terms]:
        return Comparison(label=TERM, reason=f"设置中没有{'、'.join(missing)}的起止日期。")
    (start, end), (start_before, end_before) = terms[term], terms[term - 1]
    if day < start:
        return Comparison(label=TERM, reason=f"{chinese(term)}届尚未开始。")
    last = min(day, end) if stands(metric) or day >= end else whole_months(day)
    then = _as_far(start_before, end_before, last - start, stands(metric))
    rest = {name: value for name, value in where.items() if name != "term"}
    found = []
    for number, first, cut, over in ((term, start, last, end), (term - 1, start_before, then, end_before)):
        scope = rest | {"term": f"{chinese(number)}届"}
        value = figure(facts, metric, scope) if cut >= over and not stands(metric) else until(facts, metric, scope, cut)
        if value is None:
            return Comparison(label=TERM, reason=f"{chinese(number)}届的数据没有写明月份，不能截取到{written(cut)}。")
        found.append(Side(period=Period(name=f"{chinese(number)}届", first=None if stands(metric) else first, last=cut), figure=value))
    return _compared(TERM, *found, caveat="" if last == min(day, end) else f"{day.month}月未满，比较到{written(last)}。")


def against_before(facts: Facts, metric: str, where: Where, unit: str) -> tuple[str, str]:
    """Returns a card's change and what it is against; two empty texts where there is none.

    A scope of one round is compared with the round before, one of a year with the year before;
    a whole term by its last year against the one before.
    """
    if "round" in where:
        found = round_before(facts, metric, where)
        return (found.change, f"较{found.then.period.name}") if found.then else ("", "")
    rest = {name: value for name, value in where.items() if name != "year"}
    split = frame(facts, metric, by=("year",), where=rest)
    years = {one.year: one.value for one in split.itertuples() if one.year != UNSAID and not pd.isna(one.value)}
    names = sorted(years)
    now = where.get("year", names[-1] if names else None)
    if now not in years or names.index(now) == 0:
        return "", ""
    before = names[names.index(now) - 1]
    change = changed(years[now], years[before], unit)
    if not change:
        return "", ""
    so_far = "至今" if unfinished(facts, now) else ""
    return change, f"较{before}" if "year" in where and not so_far else f"{now}{so_far}较{before}"


def unfinished(facts: Facts, year: str) -> bool:
    """Whether the figures stand for a day before that year's end."""
    day = facts.as_of_date
    return bool(day and year == f"{day.year}年" and (day.month, day.day) != (12, 31))


def _standing(facts: Facts, metric: str, where: Where, last: date) -> Comparison:
    """A figure as it stands on a day beside how it stood a year before."""
    one = METRICS[metric]
    first = None
    if one.numerator.within_term:
        term = next(iter(numbers(given(where), "term")), facts.term)
        where = where if term is None else {**where, "term": f"{chinese(term)}届"}
        first = facts.settings.terms.get(term, (None,))[0]
    then, caveat = year_before(last), ""
    if first and then < first:
        return Comparison(label=YEAR, reason="上年同期不在本届。")
    before = until(facts, metric, where, then)
    if before is None:
        then, caveat = date(last.year - 1, 12, 31), "部分数据未注明月份，与上年末比较。"
        before = until(facts, metric, where, then)
    if before is None:
        return Comparison(label=YEAR, reason="部分数据未注明年度和月份，不能截取到上年同期。")
    now = until(facts, metric, where, last) or figure(facts, metric, where)
    name = "本届累计" if one.numerator.within_term else ""
    sides = [Side(period=Period(name=name, first=first, last=day), figure=value) for day, value in ((last, now), (then, before))]
    return _compared(YEAR, *sides, caveat=caveat)


def _months(facts: Facts, metric: str, where: Where, end: date) -> Figure | None:
    """A year's figure up to a month's end; None where some of the year's rows name no month."""
    if facts.as_of_date and end >= facts.as_of_date:
        return figure(facts, metric, where)
    return until(facts, metric, where, end)


def _as_far(first: date, last: date, days: timedelta, exact: bool) -> date:
    """The day as far into a term; unless exact the end of a month, the one at hand or the last that is over."""
    day = first + days
    if day >= last:
        return last
    return day if exact else month_end(day) if month_end(day) - day <= NEAR else whole_months(day)


def _refused(one: Metric, where: Where, needed: tuple[str, ...], narrower: tuple[str, ...]) -> str:
    """Why a metric or a scope cannot be compared over other years or terms; nothing where it can."""
    if lacking := [DIMENSIONS[name].label for name in needed if name not in (*one.by, *one.dated)]:
        return f"“{one.label}”不按{'、'.join(lacking)}统计。"
    if asked := [DIMENSIONS[name].label for name in narrower if where.get(name)]:
        return f"已限定{'、'.join(asked)}，不作此项比较。"
    return ""


def _compared(label: str, now: Side, then: Side, caveat: str = "") -> Comparison:
    # Two days of one term, or of a register, have the same name.
    lacking = [side.period.text if now.period.name == then.period.name else side.period.name for side in (now, then) if side.figure.value is None]
    if lacking:
        return Comparison(label=label, reason=f"{'、'.join(lacking)}没有这项数据。")
    return Comparison(label=label, now=now, then=then, change=changed(now.figure.value, then.figure.value, now.figure.unit), caveat=caveat)


def _rounds(facts: Facts, where: Where) -> dict[str, tuple[str, str, date | None, date | None]]:
    """Round → kind, status, first and last day, of the scope's term."""
    terms = numbers(given(where), "term")
    sql = f'SELECT round_name, kind, status, start, "end", term FROM {facts.table("fact_round")} ORDER BY round_order'
    return {name: (kind, status, start, end) for name, kind, status, start, end, term in facts.rows(sql) if not terms or term in (*terms, None)}


def _round(rounds: Mapping[str, tuple[str, str, date | None, date | None]], name: str) -> Period:
    _, status, first, last = rounds.get(name, ("", "", None, None))
    # The end of a round under way is a plan.
    return Period(name=name, first=first, last=None if first and status == "进驻中" else last)

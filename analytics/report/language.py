"""The words in which a template asks for figures: 数(…), 列(…), 值(…), and the names of the report's scope."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from analytics.dimensions import DIMENSIONS, UNSAID
from analytics.formats import number, percent
from analytics.metric import Metric
from analytics.metrics import METRICS
from analytics.query import Figure, figure, frame
from analytics.report import narrative
from analytics.report.narrative import Missing, Unknown
from data.facts import Facts
from data.kinds.numerals import chinese

ALL = "全部"


@dataclass(frozen=True, kw_only=True)
class Scope:
    """What a report is about: a year of a term. `where` is its scope for figures that name none of their own.

    `used` remembers which metrics were asked for in which scope (pairs of dimension and label), in their order.
    """

    year: int
    term: int | None
    used: list[tuple[str, tuple[tuple[str, str], ...]]] = field(default_factory=list, compare=False)

    @property
    def where(self) -> dict[str, str]:
        """The report's own scope as labels."""
        return {"year": f"{self.year}年"}


def words(facts: Facts, scope: Scope) -> dict[str, object]:
    """Returns what a template may use, by name."""
    settings, day = facts.settings, facts.as_of_date
    return {
        "数": lambda label, 小数=None, 略零=False, **where: _text(_figure(facts, scope, label, where, 略零), 小数),
        "值": lambda label, **where: _figure(facts, scope, label, where).value,
        "列": lambda label, 按, 最多=20, **where: _listed(facts, scope, label, 按, 最多, where),
        "分": lambda label, 按, 最多=20, **where: _split(facts, scope, label, 按, 最多, where),
        "逐": lambda label, 按, 列="党组织", **where: _each(facts, scope, label, 按, 列, where),
        "各": lambda label, 按, **where: [name for name, _ in _rows(facts, scope, label, 按, where)],
        "几": lambda label, 按, **where: chinese(len(_rows(facts, scope, label, 按, where))),
        "末批": lambda 轮次: _rows(facts, scope, "巡察党组织", "批次", {"轮次": 轮次})[-1][0],
        "轮次": lambda 状态, 类型="常规": narrative.rounds(facts, scope.year, 状态, 类型),
        "剩余村": lambda 按=None: narrative.left(facts, 按),
        "联动情况": lambda: narrative.linked(facts, scope.year),
        "月份": lambda 事项: narrative.months(facts, scope.year, 事项),
        "日期": lambda 事项: narrative.days(facts, scope.year, 事项),
        "整治内容": lambda: narrative.campaigns(facts, scope.year),
        "制度名称": lambda: narrative.regulations(facts, scope.year),
        "年": scope.year,
        "明年": scope.year + 1,
        "届": f"{chinese(scope.term)}届" if scope.term else "本届",
        "县": settings.county or "本县",
        "单位": settings.office or "县委巡察办",
        "截至": f"{day.year}年{day.month}月{day.day}日" if day else "",
        "全部": ALL,
        "是": True,
    }


def metric_of(label: str) -> Metric:
    """Returns the metric of that label or name; Unknown with the nearest one for none."""
    plain = {one.label.replace("（", "(").replace("）", ")"): one for one in METRICS.values()}
    found = plain.get(str(label).replace("（", "(").replace("）", ")")) or METRICS.get(str(label))
    if found:
        return found
    raise Unknown(_unknown("指标", str(label), plain))


def _dimension(label: str) -> str:
    names = {one.label: name for name, one in DIMENSIONS.items()} | {name: name for name in DIMENSIONS}
    short = {"类型": "kind", "方式": "form", "乡镇": "town", "单位": "organisation", "届": "term", "年": "year"}
    found = names.get(label) or short.get(label)
    if found:
        return found
    raise Unknown(_unknown("维度", label, [one.label for one in DIMENSIONS.values()]))


def _unknown(what: str, name: str, known: Mapping | list) -> str:
    near = get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f"没有名为“{name}”的{what}" + (f"，是否指“{near[0]}”" if near else "，名称见口径说明页")


def _where(scope: Scope, one: Metric, given: Mapping[str, object]) -> dict[str, object]:
    """The scope of one figure: the report's, with what the template says instead; 全部 takes a filter away."""
    able = {*one.by, *one.dated}
    found = {name: value for name, value in scope.where.items() if name in able}
    for label, value in given.items():
        name = _dimension(label)
        if value == ALL:
            found.pop(name, None)
        else:
            found[name] = f"{value}年" if name == "year" and isinstance(value, int) else value
    return found


def _figure(facts: Facts, scope: Scope, label: str, given: Mapping[str, object], skips_nought: bool = False) -> Figure:
    one = metric_of(label)
    where = _where(scope, one, given)
    found = figure(facts, one.name, where)
    scope.used.append((one.name, tuple((name, str(value)) for name, value in where.items())))
    if found.value is None or (skips_nought and not found.value):
        raise Missing(one.name)
    return found


def _text(found: Figure, decimals: int | None) -> str:
    """A figure as a document states it: whole numbers in full, never shortened to 万."""
    places = found.metric.decimals if decimals is None else decimals
    return percent(found.value, places) if found.unit == "%" else number(found.value, places, short=False).replace(",", "")


def _rows(facts: Facts, scope: Scope, label: str, by: str, given: Mapping[str, object]) -> list[tuple[str, float]]:
    one, name = metric_of(label), _dimension(by)
    where = _where(scope, one, given)
    found = frame(facts, one.name, by=(name,), where=where)
    scope.used.append((one.name, tuple((name, str(value)) for name, value in where.items())))
    kept = found[found["value"].fillna(0).astype(bool) & (found[name] != UNSAID)]
    rows = [(str(a), float(b)) for a, b in zip(kept[name], kept["value"], strict=True)]
    if not rows:
        raise Missing(one.name)
    return rows


def _listed(facts: Facts, scope: Scope, label: str, by: str, most: int, given: Mapping[str, object]) -> str:
    """The names that a metric has something of: 县民政局、县残联; more than `most` end in 等."""
    names = [name for name, _ in _rows(facts, scope, label, by, given)]
    return "、".join(names[:most]) + ("等" if len(names) > most else "")


def _split(facts: Facts, scope: Scope, label: str, by: str, most: int, given: Mapping[str, object]) -> str:
    """The parts of a metric with their numbers: 第十轮14个、第十一轮18个."""
    unit = metric_of(label).unit
    rows = _rows(facts, scope, label, by, given)
    return "、".join(f"{name}{number(value, short=False)}{unit}" for name, value in rows[:most])


def _each(facts: Facts, scope: Scope, label: str, by: str, listed: str, given: Mapping[str, object]) -> str:
    """The names that each part of a metric holds: 2020年10月县委办公室、县人大常委会办公室，2020年11月县公安局."""
    parts = []
    for name, _ in _rows(facts, scope, label, by, given):
        inside = {**given, by: name}
        parts.append(f"{name}{_listed(facts, scope, label, listed, 20, inside)}")
    return "，".join(parts)


Words = Mapping[str, object | Callable]

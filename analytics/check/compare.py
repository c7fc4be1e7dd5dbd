"""A claim against the store: 一致, 不一致 with the right figure, or 无法核对 with the reason."""

from dataclasses import dataclass, replace

from analytics.check.asking import Answers
from analytics.check.claims import Claim
from analytics.check.nearby import nearby
from analytics.check.sameness import same
from analytics.check.scopes import Scope
from analytics.check.towns import towns_left
from analytics.figures.address import figure_address, figure_query
from analytics.metrics import METRICS
from analytics.query import Figure
from data.facts import Facts

AGREES, DIFFERS, UNKNOWN = "一致", "不一致", "无法核对"
_SAID = ("term", "year", "round", "batch", "revisit_round", "kind")
_PLANNED = {"orgs_inspected": "orgs_planned", "villages_inspected": "villages_planned", "rounds": "rounds_planned"}
# How far a term has been covered is told as of now, whichever year the sentence is about.
_STANDING = frozenset({"coverage_rate", "village_coverage_rate", "orgs_total", "villages_total"})
# What a sentence may leave over from one before without meaning it.
_LOOSE = ("revisit_round", "batch", "form", "round", "organisation", "town")
_ANOTHER = {"teams": "revisit_teams"}


@dataclass(frozen=True, kw_only=True)
class Result:
    """A claim with its verdict. `expected`: the right figure as text; `where`: its scope; `hints`: scopes that give the written one."""

    claim: Claim
    scope: Scope
    verdict: str
    metric: str = ""
    expected: str = ""
    where: tuple[tuple[str, str], ...] = ()
    why: str = ""
    hints: tuple[str, ...] = ()

    @property
    def query(self) -> dict[str, str]:
        """What the page of sources is asked for; empty where there is nothing to show."""
        if not self.metric:
            return {}
        return figure_query(self.metric, dict(self.where))

    @property
    def link(self) -> str:
        """The address of the rows behind the right figure."""
        return figure_address(self.metric, dict(self.where)) if self.metric else ""

    @property
    def scope_said(self) -> str:
        """The scope of the right figure in words."""
        return " · ".join(value for _, value in self.where) or "全部"


def compare(answers: Answers, claim: Claim, scope: Scope) -> Result:
    """Returns the verdict on one claim in its scope."""
    if claim.kind == "town" and claim.verb == "left":
        return _towns(answers.facts, claim, scope)
    tried: list[tuple[str, dict[str, str], Figure]] = []
    for metric in _metrics(claim, scope, answers.facts):
        for where in _wheres(metric, scope):
            found = answers.figure(metric, where)
            if found is not None and found.under:
                return Result(claim=claim, scope=scope, verdict=UNKNOWN, why=f"人数少于 {found.under} 的不显示")
            if found is None or found.value is None:
                continue
            tried.append((metric, where, found))
            if same(claim, found.value):
                return _told(claim, scope, AGREES, tried[-1])
    if not tried:
        return Result(claim=claim, scope=scope, verdict=UNKNOWN, why=_why(claim, scope))
    if scope.unclear:
        return Result(claim=claim, scope=scope, verdict=UNKNOWN, why=f"名录没有单列“{scope.unclear}”这一类，请人工核对")
    if scope.months:
        return replace(_told(claim, scope, UNKNOWN, tried[0]), why="文中限定了月份，台账按年度和轮次统计，请人工核对")
    metric, where, _ = tried[0]
    return replace(_told(claim, scope, DIFFERS, tried[0]), hints=nearby(answers, metric, claim, where))


def _told(claim: Claim, scope: Scope, verdict: str, found: tuple[str, dict[str, str], Figure]) -> Result:
    metric, where, right = found
    of = f"（{right.of}）" if right.of else ""
    unit = "" if right.unit == "%" else f" {right.unit}"
    return Result(claim=claim, scope=scope, verdict=verdict, metric=metric, expected=f"{right.text}{unit}{of}", where=tuple(sorted(where.items(), key=_order)))


def _order(pair: tuple[str, str]) -> int:
    """Term before year before round before the rest, as people say it."""
    return _SAID.index(pair[0]) if pair[0] in _SAID else len(_SAID)


def _metrics(claim: Claim, scope: Scope, facts: Facts) -> list[str]:
    """The metrics that may be meant, the likeliest first."""
    if not claim.figure or claim.figure not in METRICS:
        return []
    found = [claim.figure]
    if claim.figure in _ANOTHER and "回访" in claim.place.rest and _ANOTHER[claim.figure] in METRICS:
        return [_ANOTHER[claim.figure]]
    later = facts.as_of_date and scope.where.get("year", "") > f"{facts.as_of_date.year}年"
    if claim.figure in _PLANNED and (scope.planned or later):
        found.insert(0, _PLANNED[claim.figure])
    # 反馈问题 may be meant as what was found: a finer metric goes before what reports call it.
    return [*found, claim.metric] if claim.metric in METRICS and claim.metric not in found else found


def _wheres(metric: str, scope: Scope) -> list[dict[str, str]]:
    """The scopes that may be meant: as read, then without what was only carried over."""
    one = METRICS[metric]
    where = {name: value for name, value in scope.where.items() if name in (*one.by, *one.dated)}
    if metric in _STANDING and "round" not in where:
        where = {name: value for name, value in where.items() if name in ("term", "town", "organisation")}
    found = [where]
    for name in _LOOSE:
        if name in found[-1] and name not in scope.said:
            found.append({n: v for n, v in found[-1].items() if n != name})
    return found


def _why(claim: Claim, scope: Scope) -> str:
    if not claim.figure:
        return "台账中没有这一项"
    said = " · ".join(scope.where.values())
    return f"台账中没有{said}的“{METRICS[claim.figure].label}”" if said else f"台账中没有“{METRICS[claim.figure].label}”"


def _towns(facts: Facts, claim: Claim, scope: Scope) -> Result:
    """Towns of which villages are still to be inspected."""
    left = towns_left(facts)
    if not left:
        return Result(claim=claim, scope=scope, verdict=UNKNOWN, why="台账中没有村（社区）名录")
    none, some = left
    verdict = AGREES if claim.value in (none, some) else DIFFERS
    shown = claim.value if verdict == AGREES else some
    return Result(claim=claim, scope=scope, verdict=verdict, metric="village_coverage_rate", expected=f"{shown:g} 个（尚有村未巡察的乡镇）")

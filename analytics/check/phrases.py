"""Phrases under which the metrics are stated (`said_as` and labels of the declarations), and what reports call them."""

from collections.abc import Iterator
from functools import cache

from analytics.check.folding import fold
from analytics.metrics import METRICS

# Units that say the same: a clue is counted in 条, 件 or 个, a person in 人 or 名.
ALIKE = (
    frozenset({"个", "条", "件", "项", "家", "处", "起", "宗", "份", "支", "例", "批", "所", "篇", "部", "座"}), frozenset({"人", "名", "位", "人(次)"}),
    frozenset({"人次", "人(次)", "名", "人"}), frozenset({"件", "件次", "批", "次", "批次", "封", "个", "份", "条", "场次", "起"}), frozenset({"期", "场", "次", "班", "个", "轮"}),
    frozenset({"%", "个百分点"}),
)  # fmt: skip
# The figures that reports of inspection offices state; every other metric of the store is a finer one, told as one of these or as `other`.
REPORTED = (
    "orgs_total", "orgs_inspected", "coverage_rate", "villages_total", "villages_inspected", "village_coverage_rate", "rounds", "issues_found",
    "issues_immediate", "issues_rectified", "rectification_rate", "clues_transferred", "clue_persons", "cases_filed", "case_persons",
    "sanctions_persons", "org_handling_persons", "detained_persons", "judicial_persons", "money_recovered", "rules_made", "talks_persontimes",
    "petitions_received", "revisit_orgs", "collective_talk_orgs", "special_campaigns", "teams", "staff", "talent_pool", "trainings", "suggestions",
)  # fmt: skip
_TOLD_AS = {
    "issues_pushed": "issues_rectified", "issues_to_rectify": "issues_found", "training_persons": "trainings", "rules_new": "rules_made", "rules_revised": "rules_made",
    "money_refunded": "money_recovered", "money_collected": "money_recovered", "special_orgs": "orgs_inspected", "special_issues": "issues_found",
    "special_clues": "clues_transferred", "linked_orgs": "orgs_inspected", "villages_planned": "villages_inspected", "orgs_planned": "orgs_inspected",
    "rounds_planned": "rounds", "evaluated_orgs": "revisit_orgs", "talk_orgs": "collective_talk_orgs", "on_time_rate": "rectification_rate",
    "immediate_rectification_rate": "rectification_rate", "revisit_new_issues": "issues_found",
}  # fmt: skip
# Words that may stand between a phrase and its number.
FILLERS = ("共计", "共", "累计", "达到", "达", "为", "了", "有", "的", "约", "合计", "总计", "数", "是", "分别", "已", ":", " ")


def told_as(metric: str) -> str:
    """Returns what reports call a metric of the store; `other` where they have no word of their own for it."""
    return metric if metric in REPORTED else _TOLD_AS.get(metric, "other")


def alike(one: str, other: str) -> bool:
    """Whether two units may count the same thing."""
    return one == other or any(one in units and other in units for units in ALIKE)


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    """Phrase → the metrics that it states, a reported figure before a finer one."""
    found: dict[str, list[str]] = {}
    for one in METRICS.values():
        for phrase in map(fold, (*one.said_as, one.label)):
            if len(phrase) > (2 if phrase.endswith("率") else 3):
                found.setdefault(phrase, []).append(one.name)
    return {phrase: tuple(sorted(names, key=lambda name: name not in REPORTED)) for phrase, names in found.items()}


@cache
def _longest() -> int:
    return max(map(len, _phrases()))


def _ending(before: str, unit: str) -> Iterator[tuple[str, str]]:
    """Every phrase with which the text before a number ends, the longest first, and a metric that it states in that unit."""
    text = bare(before)
    for length in range(min(len(text), _longest()), 2, -1):
        for name in _phrases().get(text[-length:], ()):
            if alike(METRICS[name].unit, unit):
                yield text[-length:], name


def finer(before: str, unit: str) -> tuple[str, int] | None:
    """Returns the finer metric of the store whose phrase stands right before a number, and where the phrase begins.

    The longest phrase counts. One of a reported figure is read by its nouns and verbs instead, which see more.
    """
    for phrase, name in _ending(before, unit):
        return None if name in REPORTED else (name, len(bare(before)) - len(phrase))
    return None


def stated(before: str, unit: str) -> str:
    """Returns the reported figure whose declared phrase stands right before a number; nothing where none does."""
    # 问题线索 alone are found, not handed over.
    return next((name for phrase, name in _ending(before, unit) if name in REPORTED and not phrase.endswith("问题线索")), "")


def bare(before: str) -> str:
    """Returns the text before a number without the words that only introduce it."""
    text, length = before, -1
    while len(text) != length:
        length = len(text)
        for filler in FILLERS:
            text = text.removesuffix(filler)
    return text

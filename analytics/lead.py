"""The sentence that the overview begins with, from the same figures as the cards and charts below it."""

import pandas as pd

from analytics.dimensions import UNSAID
from analytics.pace import pace
from analytics.query import Where, figure, frame
from analytics.wording import against_pace, listed, scope_said, strong, warning
from data.facts import Facts


def overview_lead(facts: Facts, where: Where) -> str:
    """Returns coverage of the term, villages left, and what was found and filed in the scope."""
    term = {name: value for name, value in where.items() if name == "term"}
    parts = (coverage_said(facts, term), villages_said(facts, term), issues_said(facts, where), clues_said(facts, where))
    return "".join(f"{part}。" for part in parts if part)


def coverage_said(facts: Facts, term: Where) -> str:
    """Returns how far the term is and how that stands against its pace."""
    found, at = figure(facts, "coverage_rate", term), pace(facts, term)
    if found.value is None:
        return ""
    pace_part = f"，{against_pace(at.gap)}" if at.gap is not None else ""
    return f"本届应巡察党组织 {found.denominator} 个，已完成 {strong(found.numerator)} 个，覆盖率 {strong(found.text)}{pace_part}"


def villages_said(facts: Facts, term: Where) -> str:
    """Returns how many villages are left, and where."""
    found = figure(facts, "village_coverage_rate", term)
    if found.value is None:
        return ""
    left = found.denominator - found.numerator
    if not left:
        return f"{found.denominator} 个村（社区）全部完成"
    towns = frame(facts, "village_coverage_rate", by=("town",), where=term)
    missing = (towns["denominator"] - towns["numerator"].fillna(0)).fillna(0)
    behind = towns.assign(missing=missing).query("missing > 0").sort_values("missing", ascending=False, kind="stable")
    place = "集中在" if len(behind) <= 3 else "分布在"
    names = listed([str(name) for name in behind["town"]], most=3)
    return f"村（社区）完成 {strong(found.of)}，剩余 {warning(f'{left} 个')}{place}{names}"


def issues_said(facts: Facts, where: Where) -> str:
    """Returns how many issues the scope brought and which category leads, with its share of those that have one."""
    found = figure(facts, "issues_found", where)
    if not found.numerator:
        return ""
    split = frame(facts, "issues_found", by=("category",), where=where)
    named = split[split["category"] != UNSAID].sort_values("value", ascending=False, kind="stable")
    leads = ""
    if len(named):
        whole = named["value"].sum()
        first = named.iloc[0]
        scope = "" if whole == found.numerator else "有类别的问题中"
        leads = f"，{scope}{first.category}类占 {strong(f'{first.value / whole:.1%}')}"
    return f"{scope_said(where) or '本届'}发现问题 {strong(found.text)} 个{leads}"


def clues_said(facts: Facts, where: Where) -> str:
    """Returns what became of the clues handed over in the scope."""
    clues, cases, rate = (figure(facts, name, where) for name in ("clues_transferred", "cases_filed", "filing_rate"))
    if not clues.numerator:
        return ""
    filed = f"，已立案 {strong(cases.text)} {cases.unit}" if not pd.isna(cases.value) else ""
    return f"移送线索 {strong(clues.text)} {clues.unit}{filed}" + (f"，立案率 {strong(rate.text)}（{rate.of}）" if rate.value is not None else "")

"""What a scenario comes to, said plainly."""

from datetime import date

from analytics.plan.capacity import Outcome, Remedy, Scenario, outcome, remedies
from analytics.wording import strong, warning

DONE_BY = {
    "teams": "巡察组增至{}个",
    "per_team": "每组改为一托{}",
    "rounds_a_year": "每年增至{}轮",
    "squads": "{}%的组配备村级小组",
    "villages_per_team": "每组每轮带村增至{}个",
    "rest_days": "轮间间隔压缩至{}天",
    "days": "每轮进驻压缩至{}天",
}


def day(value: date) -> str:
    """A date as it is written."""
    return f"{value.year}年{value.month}月{value.day}日"


def verdict(scenario: Scenario) -> str:
    """Whether the scenario finishes in time, how far it misses, and what alone would make it possible."""
    if not scenario.units and not scenario.villages:
        return "没有待安排的单位和村（社区）。"
    at = outcome(scenario)
    left = amount(scenario.units, scenario.villages)
    if at.needed is None:
        return warning(f"不能完成：剩余{left}，没有村级巡察力量。") + _remedied(scenario)
    text = f"剩余{left}，{_round(scenario)}，需 {strong(at.needed)} 轮，"
    if at.spare is None:
        return f"{text}{strong(day(at.finish))}完成；未设置本届起止日期，不能判断是否按期。"
    if at.possible:
        return f"{text}{strong(day(at.finish))}完成，{_before(at)}。"
    missed = amount(at.units_short, at.villages_short)
    return f"{text}{warning('不能按期完成')}：{day(at.finish)}才能完成，超出届末 {-at.spare} 天；届末前可开展 {at.available} 轮，还差{missed}。{_remedied(scenario)}"


def _round(scenario: Scenario) -> str:
    able = amount(scenario.unit_capacity if scenario.units else 0, scenario.village_capacity if scenario.villages else 0)
    return f"每轮可巡{able}"


def _before(at: Outcome) -> str:
    return f"比届末提前 {at.spare} 天" if at.spare else "恰在届末当日"


def _remedied(scenario: Scenario) -> str:
    ways = remedies(scenario)
    if not ways:
        return "单独调整组数、一托几、天数、轮数或村级小组都不能按期完成，须同时调整几项。"
    return f"以下任一项可按期完成：{'；'.join(remedied(one) for one in ways)}。"


def remedied(one: Remedy) -> str:
    """One change in words."""
    if one.name == "rest_days" and not one.value:
        return "轮间不安排间隔"
    return DONE_BY[one.name].format("零一二三四五六七八"[one.value] if one.name == "per_team" else one.value)


def amount(units: int, villages: int) -> str:
    """Units and villages in words, without what there is none of."""
    parts = [f"{units}个单位" if units else "", f"{villages}个村（社区）" if villages else ""]
    return "、".join(part for part in parts if part) or "0个单位"

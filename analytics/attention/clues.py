"""Clues handed over that have had no result for months."""

from itertools import pairwise

from analytics.attention.rule import Rule
from analytics.lines import Line
from analytics.wording import listed, warning
from data.facts import Facts

_OPEN = """
    SELECT age_months, coalesce(organisation, village, town, '单位未注明'), clues - coalesce(clues_filed, 0)
    FROM {clues}
    WHERE basis = '明细' AND NOT closed AND clues > coalesce(clues_filed, 0) AND age_months IS NOT NULL
    ORDER BY age_months DESC
"""


def waiting(facts: Facts) -> list[Line]:
    """The open clues by how long they have waited, the longest first; each in one band."""
    rows = facts.rows(_OPEN.format(clues=facts.table("fact_clue")))
    found, steps = [], [*facts.settings.clue_months, None]
    for low, high in reversed(list(pairwise(steps))):
        here = [(name, n) for age, name, n in rows if age >= low and (high is None or age < high)]
        if here:
            count = warning(f"{sum(n for _, n in here):g} 条")
            names = listed(list(dict.fromkeys(name for name, _ in here)), most=5)
            span = f"满 {low} 个月" + (f"、不满 {high} 个月" if high else "")
            said = f"移送{span}没有结果的线索 {count}，涉及{names}。"
            found.append(Line(label="线索久无结果", say=said, state="late" if high is None else "doing", page="clues"))
    return found


CLUE_RULES = (
    Rule(
        name="clues_waiting", label="线索久无结果", ledgers=("clues",),
        describe=lambda s: f"移送后尚未立案、也未办结，满 {'、'.join(map(str, s.clue_months))} 个月分别提醒", find=waiting,
    ),
)  # fmt: skip

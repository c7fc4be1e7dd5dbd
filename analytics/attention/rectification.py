"""Rectification overdue, and units that were called to a talk after a revisit."""

from analytics.attention.rule import Rule
from analytics.dimensions import UNSAID
from analytics.lines import Line
from analytics.query import frame
from analytics.wording import listed, warning
from data.facts import Facts

_LONGEST = """
    SELECT organisation, max(-days_left) FROM {rectification} WHERE overdue AND days_left < 0 GROUP BY organisation
"""


def overdue(facts: Facts) -> list[Line]:
    """Each unit with overdue issues, most first."""
    found = frame(facts, "issues_overdue", by=("organisation",))
    found = found[(found["value"].fillna(0) > 0)].sort_values("value", ascending=False, kind="stable")
    longest = dict(facts.rows(_LONGEST.format(rectification=facts.table("fact_rectification"))))
    lines = []
    for one in found.itertuples():
        days = longest.get(None if one.organisation == UNSAID else one.organisation)
        name = "未注明单位的" if one.organisation == UNSAID else one.organisation
        said = f"{name}超期未完成整改 {warning(f'{one.value:g} 个')}问题" + (f"，最长超期 {days} 天。" if days else "。")
        lines.append(Line(label="整改超期", say=said, state="late", page="rectification", figures=(("issues_overdue", (("organisation", one.organisation),)),)))
    return lines


def talked_after_revisit(facts: Facts) -> list[Line]:
    """Units of each revisit round whose heads were called to a talk afterwards."""
    found = frame(facts, "talk_after_revisit_rate", by=("revisit_round", "organisation"))
    found = found[found["numerator"].fillna(0) > 0]
    lines = []
    for name, rows in found.groupby("revisit_round", sort=False):
        units = list(rows["organisation"])
        said = f"{'' if name == UNSAID else name}回访后被约谈的单位 {warning(f'{len(units)} 个')}：{listed(units, most=7)}。"
        lines.append(Line(label="回访后约谈", say=said, state="doing", page="follow_up", figures=(("talk_after_revisit_rate", (("revisit_round", name),)),)))
    return lines[::-1]


RECTIFICATION_RULES = (
    Rule(
        name="rectification_overdue", label="整改超期", ledgers=("rectifications", "rectification_totals"),
        describe=lambda s: f"超过整改时限仍未完成；计为完成的状态：{'、'.join(s.done_states)}", find=overdue,
    ),
    Rule(
        name="talked_after_revisit", label="回访后约谈", ledgers=("revisits", "talks"),
        describe=lambda s: "回访发现整改不到位、其后被约谈的单位", find=talked_after_revisit,
    ),
)  # fmt: skip

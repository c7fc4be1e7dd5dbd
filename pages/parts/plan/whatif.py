"""What-if: the conditions, what they come to in four figures, the rounds over time, and the assignment on demand."""

from functools import partial

import streamlit as st

from analytics.cards.card import Card
from analytics.lists.planning import Remaining
from analytics.panels.planning import needed
from analytics.plan.capacity import Scenario, outcome
from pages.parts.card import card
from pages.parts.cards import card_row
from pages.parts.panel import body
from pages.parts.plan import assigning, frames
from pages.parts.plan.conditions import afresh, conditions
from pages.parts.style import current_theme
from pages.parts.view import View

COUNTED = "由名录和轮次台账清点尚未巡察、未列入计划的，名单见本页“待安排的单位和村（社区）”；滑块可改"
WORKED_OUT = "按测算条件推算，不是台账中的数"


@st.fragment
def whatif(view: View) -> None:
    """Shows all of it; moving a slider runs nothing else on the page."""
    with card("plan_conditions", "测算条件", "初始值取自巡察计划台账，没有的按以往各轮中位数"):
        again = afresh()
        begin, left = frames.start(view.state, view.version, again)
        if begin is None:
            st.html('<p class="nothing">还没有可供测算的台账。</p>')
            return
        scenario = conditions(begin)
    card_row(view, cards(scenario, left))
    made = frames.schedule(view.state, view.version, scenario, again, current_theme().name)
    with card(made.panel, made.title, made.unit, made.say or None):
        body(made, view, partial(frames.schedule, view.state, view.version, scenario, again, "light"))
    assigning.assigning(view, scenario, again)


def cards(scenario: Scenario, left: Remaining) -> tuple[Card, ...]:
    """Returns units left, villages left, rounds needed and the finishing day."""
    at = outcome(scenario)
    each, room = needed(scenario)
    doing = "　".join(
        text for text in (f"进驻中 {left.doing[0]} 个" if left.doing[0] else "", f"已列入计划 {left.planned[0]} 个" if left.planned[0] else "") if text
    )
    towns = len([names for names in left.villages.values() if names])
    early = "" if at.spare is None else f"比届末提前 {at.spare} 天" if at.spare >= 0 else f"超出届末 {-at.spare} 天"
    return (
        Card(name="plan_units", label="待安排单位", value=str(scenario.units), unit="个", note=doing, why=COUNTED, parts=("orgs_total", "coverage_rate")),
        Card(
            name="plan_villages", label="待安排村（社区）", value=str(scenario.villages), unit="个", note=f"分布在 {towns} 个乡镇（街道）" if towns else "",
            why=COUNTED, parts=("villages_total", "village_coverage_rate"),
        ),
        Card(
            name="plan_rounds", label="还需轮次", value="—" if at.needed is None else str(at.needed), unit="" if at.needed is None else "轮", note="　".join(filter(None, (room, each))),
            why=WORKED_OUT,
        ),
        Card(
            name="plan_finish", label="预计完成", value=f"{at.finish.year}年{at.finish.month}月" if at.finish else "—",
            unit=f"{at.finish.day}日" if at.finish else "", note=early, warn=None if at.possible else "不能按期", why=WORKED_OUT,
        ),
    )  # fmt: skip

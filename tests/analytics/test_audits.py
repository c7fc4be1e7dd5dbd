"""Audits joined with inspections: when an audit was first, and rates over what states both sides."""

from datetime import date

import pytest

from analytics.panels import PANELS
from analytics.panels.audits import AUDIT_PANELS
from analytics.panels.panel import build
from analytics.query import figure, frame
from analytics.theme import THEMES
from data.facts import Facts
from data.store import Store
from tests.analytics.test_linked import only
from tests.store.sendings import inspected, organisations, sending, store_of

REGISTER = organisations("甲局", "乙局", "丙局", "丁局")
LIGHT = THEMES["light"]


def facts_of(*rows: dict, **round_said: object) -> Facts:
    """Round one inspected 甲局 and 乙局; the audits are of that round."""
    usual = {"term": 13, "year": 2020, "round": 1, "organisation": "甲局", "project": "审计"}
    audits = sending("audit_links", *({**usual, **row} for row in rows))
    return store_of(REGISTER, inspected("甲局", "乙局", start=date(2020, 4, 13), **round_said), audits).facts()


@pytest.mark.parametrize(
    ("row", "share"),
    [
        ({"mode": "先审后巡"}, "1/2"),
        ({"mode": "先审后巡", "taken_up": 0}, "0/2"),
        ({"mode": "先审后巡", "taken_up": 3}, "1/2"),
        ({"mode": "成果移交", "audited_on": date(2020, 3, 1)}, "1/2"),
        ({"mode": "成果移交", "audited_on": date(2020, 4, 13)}, "0/2"),
        ({"mode": "同步", "audited_on": date(2020, 4, 20), "entered_on": date(2020, 5, 1)}, "1/2"),
        ({"mode": "同步"}, "0/2"),
        ({"audited_on": date(2020, 3, 1)}, "1/2"),
        ({"mode": "先审后巡", "organisation": "丙局"}, "0/2"),
        ({"mode": "先审后巡", "round": 2}, "0/2"),
    ],
)
def test_an_audit_is_first_by_its_mode_or_its_day_unless_nothing_was_taken_up(row: dict, share: str) -> None:
    assert figure(facts_of(row), "audit_first_rate", {"term": "十三届"}).of == share


def test_several_audits_of_one_organisation_count_it_once() -> None:
    facts = facts_of({"mode": "先审后巡", "project": "甲"}, {"mode": "先审后巡", "project": "乙"})
    assert figure(facts, "audit_links").value == 2
    assert figure(facts, "audit_first_rate").of == "1/2"


def test_a_round_without_any_audit_on_record_has_no_share() -> None:
    facts = store_of(REGISTER, inspected("甲局"), inspected("乙局", round=2)).facts()
    assert figure(facts, "audit_first_rate").value is None


def test_rates_are_over_projects_that_state_both_sides() -> None:
    facts = facts_of(
        {"findings": 10, "taken_up": 5, "rectified": 4},
        {"project": "二", "findings": 20},
        {"project": "三", "taken_up": 7},
        {"project": "四", "findings": 0, "taken_up": 0, "rectified": 0},
    )
    assert figure(facts, "audit_findings").value == 30
    assert figure(facts, "audit_taken_up").value == 12
    assert figure(facts, "audit_taken_up_rate").of == "5/10"
    assert figure(facts, "audit_rectified_rate").of == "4/5"


def test_nought_handed_over_is_a_number_and_blank_is_none() -> None:
    assert figure(facts_of({"findings": 0}), "audit_findings").value == 0
    assert figure(facts_of({"mode": "同步"}), "audit_findings").value is None


def test_a_project_counts_in_each_of_its_stages_and_steps() -> None:
    facts = facts_of({"stages": "计划、过程、整改", "steps": "对象选取、数据比对"}, {"project": "二", "stages": "过程"})
    assert frame(facts, "audit_links", ("audit_stage",))["value"].tolist() == [1, 2, 1]
    assert frame(facts, "audit_links", ("audit_step",))["audit_step"].tolist() == ["对象选取", "数据比对", "未注明"]
    assert figure(facts, "audit_links", {"audit_stage": "过程联动"}).value == 2


def test_the_pages_panels_work_on_the_audit_ledger_alone_and_on_nothing() -> None:
    alone = only("9.")
    for one in AUDIT_PANELS:
        # Without anybody known to be inspected there is no share; the rest stands by itself.
        assert build(one, alone, {}, LIGHT).empty == (one.name == "audit_first")
        assert build(one, Store.memory().facts(), {}, LIGHT).empty


def test_the_sentence_says_what_has_not_been_reported_yet(sample_facts: Facts) -> None:
    made = build(PANELS["audit_way"], sample_facts, {}, LIGHT)
    assert "35 个尚未填写整改情况" in made.say
    assert [step.value for step in made.steps] == ["128", "95", "55"]

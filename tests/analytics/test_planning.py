"""倒排工期: capacity, dates and verdict; what is left; what the page's panels say with much, little and nothing."""

from dataclasses import replace
from datetime import date

import pytest

from analytics.lists.planning import base, remaining, teams_of, unknown_avoided
from analytics.panels import PANELS
from analytics.panels.assigning import assignment_panel, load_panel, work_out
from analytics.panels.panel import build
from analytics.plan.capacity import Scenario, outcome, remedies, rounds
from analytics.plan.verdict import verdict
from analytics.theme import LIGHT
from data.facts import Facts
from data.importing import Choices, Known, check
from data.samples import tracked
from data.store import Store
from data.workbook.limits import Limits
from data.workbook.reading import read_in_process
from tests.store.sendings import inspected, organisations, sending, store_of

TERM = {13: (date(2016, 10, 1), date(2021, 9, 30))}
PLANNING = ("plan_schedule", "plan_left", "plan_progress", "plan_teams")
SPRING = Scenario(start=date(2021, 3, 1), end=date(2021, 9, 30), first=12, units=18, teams=3, per_team=3, days=45, rest_days=30, rounds_a_year=2)


def test_rounds_needed_are_what_is_left_by_teams_times_units_each() -> None:
    assert SPRING.needed == 2
    assert replace(SPRING, units=19).needed == 3
    assert replace(SPRING, units=0).needed == 0
    assert replace(SPRING, units=0, villages=36, villages_per_team=0, squads=100, villages_per_squad=4).needed == 3


def test_squads_are_the_share_of_teams_that_have_one() -> None:
    assert [replace(SPRING, teams=5, squads=share).squad_count for share in (0, 50, 100)] == [0, 3, 5]


def test_rounds_begin_no_oftener_than_a_year_allows_and_never_before_the_rest() -> None:
    assert [one.start for one in rounds(SPRING)] == [date(2021, 3, 1), date(2021, 8, 31)]
    assert replace(SPRING, rounds_a_year=6).spacing == 75


def test_a_round_that_ends_after_the_term_is_late_and_what_it_takes_is_missing() -> None:
    at = outcome(SPRING)
    assert [one.late for one in rounds(SPRING)] == [False, True]
    assert (at.available, at.needed, at.units_short, at.possible) == (1, 2, 9, False)
    assert at.finish == date(2021, 10, 14)


def test_each_remedy_alone_finishes_in_time_and_one_less_does_not() -> None:
    found = {one.name: one.value for one in remedies(SPRING)}
    assert found == {"teams": 6, "per_team": 6, "rounds_a_year": 3, "days": 31}
    for name, value in found.items():
        step = -1 if name in ("days", "rest_days") else 1
        assert outcome(replace(SPRING, **{name: value})).possible
        assert not outcome(replace(SPRING, **{name: value - step})).possible


def test_the_verdict_says_when_it_cannot_be_done_and_what_would_do_it() -> None:
    said = verdict(SPRING)
    assert "!!不能按期完成!!：2021年10月14日才能完成，超出届末 14 天；届末前可开展 1 轮，还差9个单位。" in said
    assert "巡察组增至6个；每组改为一托六；每年增至3轮；每轮进驻压缩至31天" in said
    assert "比届末提前" in verdict(replace(SPRING, units=9))
    assert "恰在届末当日" in verdict(replace(SPRING, units=9, end=date(2021, 4, 14)))
    assert verdict(replace(SPRING, units=0)) == "没有待安排的单位和村（社区）。"
    assert "未设置本届起止日期" in verdict(replace(SPRING, end=None))
    assert "须同时调整几项" in verdict(replace(SPRING, units=900))
    assert "没有村级巡察力量" in verdict(replace(SPRING, villages=5, villages_per_team=0, squads=0))


def test_a_term_that_is_over_has_room_for_no_round() -> None:
    at = outcome(replace(SPRING, start=date(2021, 9, 1)))
    assert (at.available, at.units_each) == (0, None)


def test_conditions_that_make_no_sense_are_refused() -> None:
    for wrong in ({"teams": 0}, {"days": 0}, {"squads": 101}, {"villages": -1}):
        with pytest.raises(ValueError, match="应"):
            replace(SPRING, **wrong)


def _office() -> Store:
    store = store_of(
        organisations("甲局", "乙局", "丙局", "丁局", "白沙镇"),
        sending("villages", {"town": "白沙镇", "village": "东村"}, {"town": "白沙镇", "village": "西村"}),
        inspected("甲局", team="第一巡察组", start=date(2020, 3, 1), end=date(2020, 5, 1)),
        inspected("乙局", round=2, status="进驻中", team="第二巡察组", start=date(2020, 11, 1), end=date(2021, 1, 10)),
        inspected("丙局", round=3, year=2021, status="计划", start=date(2021, 3, 1), end=date(2021, 4, 14)),
        sending("teams", {"term": 13, "year": 2020, "round": 2, "team": "第一巡察组", "staff": 6, "avoid_organisations": "丁局，没有这个局", "avoid_towns": "白沙"}),
    )
    store.set("terms", TERM, "张")
    return store


def test_what_is_under_way_or_planned_already_is_not_planned_again() -> None:
    left = remaining(_office().facts())
    assert [one.name for one in left.units] == ["丁局", "白沙镇"]
    assert (left.doing, left.planned) == ((1, 0), (1, 0))
    assert left.villages == {"白沙镇": ("东村", "西村")}
    assert [one.is_town for one in left.units] == [False, True]


def test_at_the_next_terms_beginning_everything_is_planned_anew_with_its_history() -> None:
    facts = _office().facts()
    left, start = remaining(facts, afresh=True), base(facts, afresh=True)
    assert len(left.units) == 5
    assert {one.name: set(one.seen) for one in left.units if one.seen} == {"甲局": {"第一巡察组"}, "乙局": {"第二巡察组"}}
    assert (start.start, start.end, start.first) == (date(2021, 10, 1), date(2026, 9, 30), 1)


def test_without_a_plan_earlier_rounds_say_how_many_teams_and_days() -> None:
    start = base(_office().facts())
    assert (start.teams, start.per_team, start.days, start.first) == (1, 1, 66, 4)
    # After what is planned already, and a rest.
    assert start.start == date(2021, 5, 15)


def test_the_plan_ledger_says_more_than_earlier_rounds() -> None:
    store = _office()
    plan = {"term": 13, "year": 2021, "round": 4, "kind": "常规", "teams": 3, "per_team": 4, "days": 30, "rest_days": 10, "start": date(2021, 6, 1)}
    store.commit([sending("plans", plan)], "张")
    start = base(store.facts())
    assert (start.teams, start.per_team, start.days, start.rest_days, start.start) == (3, 4, 30, 10, date(2021, 6, 1))


def test_avoidance_is_read_under_the_registers_names_and_unknown_names_are_told() -> None:
    facts = _office().facts()
    teams = teams_of(facts, replace(base(facts), teams=2))
    assert [one.name for one in teams] == ["第一巡察组", "第二巡察组"]
    assert teams[0].avoid_units == {"丁局", "没有这个局"} and teams[0].avoid_towns == {"白沙镇"}
    assert unknown_avoided(facts, teams) == ("没有这个局",)
    worked = work_out(facts, replace(base(facts), teams=2), afresh=False)
    assert "回避事项中的“没有这个局”不在名录中，未起作用" in worked.unmet
    assert {one.team for one in worked.assignment.placed} == {"第二巡察组"}


def test_the_sample_county_has_only_villages_left_and_finishes_in_time(sample_facts: Facts) -> None:
    made = build(PANELS["plan_left"], sample_facts, {}, LIGHT)
    assert made.say == "名录内单位均已巡察或已有安排，18个进驻中；待安排村（社区） **36** 个：长滩镇19个、盘石镇17个。"
    start = base(sample_facts)
    assert (start.teams, start.per_team, start.days, start.rest_days, start.squads) == (5, 2, 45, 30, 100)
    assert "2021年4月14日" in build(PANELS["plan_schedule"], sample_facts, {}, LIGHT).say


def test_the_sample_county_can_be_planned_for_the_next_term(sample_facts: Facts) -> None:
    start = base(sample_facts, afresh=True)
    worked = work_out(sample_facts, start, afresh=True)
    assert (start.units, start.villages) == (95, 262)
    assert (worked.assignment.left_out, worked.assignment.broken) == ((), ())
    assert len(build(assignment_panel(worked), sample_facts, {}, LIGHT).table) >= 95
    assert build(load_panel(worked), sample_facts, {}, LIGHT).figure


def test_planned_and_held_agree_round_by_round_in_the_sample_county(sample_facts: Facts) -> None:
    made = build(PANELS["plan_progress"], sample_facts, {}, LIGHT)
    assert made.say == "已开展的 11 轮计划巡察 95 个单位，实际 **95** 个。"


def _only(word: str) -> Store:
    """A store that holds the sample workbooks whose names have the word, and nothing else."""
    books = [read_in_process(path.name, path.read_bytes(), Limits()) for path in tracked() if word in path.name]
    store = Store.memory()
    store.commit(check(books, Known(county="示例县"), Choices()).imports, "张")
    return store


@pytest.mark.parametrize("store", [Store.memory, lambda: _only("计划"), lambda: _only("巡察组"), lambda: _only("巡察对象"), lambda: _only("轮次")])
@pytest.mark.parametrize("name", PLANNING)
def test_every_panel_stands_a_store_with_one_ledger_or_none(store, name: str) -> None:
    facts = store().facts()
    build(PANELS[name], facts, {}, LIGHT)
    if start := base(facts):
        work_out(facts, start, afresh=False)
        base(facts, afresh=True)

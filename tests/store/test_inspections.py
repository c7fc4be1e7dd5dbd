"""Inspections: what counts as reached, as done, as coverage, and rounds known only in totals."""

from datetime import date

import pytest

from analytics.query import figure, frame
from tests.store.sendings import inspected, organisations, sending, store_of

REGISTER = organisations("甲局", "乙局", "丙局", "丁局")


@pytest.mark.parametrize(
    ("said", "reached", "done"),
    [
        ({"status": "计划"}, 0, 0),
        ({"status": "进驻中"}, 1, 0),
        ({"status": "已完成"}, 1, 1),
        ({"status": "已反馈"}, 1, 1),
        ({"start": date(2020, 11, 2), "end": date(2020, 12, 28)}, 1, 1),
        ({"start": date(2020, 11, 2), "end": date(2021, 1, 8)}, 1, 0),
        ({"start": date(2021, 1, 4), "end": date(2021, 3, 8)}, 0, 0),
        ({"start": date(2020, 11, 2), "days": 45}, 1, 1),
        ({"start": date(2020, 12, 2), "days": 45}, 1, 0),
        ({"fed_back_on": date(2020, 12, 1)}, 1, 1),
        ({}, 1, 1),
    ],
)
def test_the_stage_is_the_one_said_else_the_one_that_the_dates_show(said: dict, reached: int, done: int) -> None:
    facts = store_of(REGISTER, inspected("甲局", **said)).facts()
    assert facts.as_of_date == date(2020, 12, 31)
    assert (figure(facts, "orgs_inspected").numerator, figure(facts, "coverage_rate").numerator) == (reached, done)


def test_a_ledger_without_a_cut_off_says_how_things_stood_when_it_was_sent() -> None:
    row = {"round": 10, "organisation": "甲局", "start": date(2021, 3, 1), "end": date(2021, 5, 20)}
    facts = store_of(REGISTER, sending("rounds", row, cut_off=None)).facts()
    assert facts.as_of_date == date(2020, 12, 31)
    assert figure(facts, "coverage_rate").numerator == 1


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ({"kind": "常规"}, 1),
        ({"kind": "专项"}, 0),
        ({"kind": "机动"}, 0),
        ({"kind": "回头看"}, 0),
        ({"kind": "专项", "counts_for_coverage": True}, 1),
        ({"kind": "常规", "counts_for_coverage": False}, 0),
        ({"form": "联动、交叉"}, 1),
    ],
)
def test_specials_count_for_coverage_only_where_the_ledger_says_so(said: dict, counts: int) -> None:
    assert figure(store_of(REGISTER, inspected("甲局", **said)).facts(), "coverage_rate").numerator == counts


def test_an_organisation_inspected_twice_covers_once() -> None:
    store = store_of(REGISTER, inspected("甲局", "乙局"), inspected("甲局", round=2, year=2021))
    assert figure(store.facts(), "coverage_rate").of == "2/4"
    assert figure(store.facts(), "orgs_inspected").value == 2
    assert frame(store.facts(), "orgs_inspected", ("round",))["value"].tolist() == [2, 1]


def test_units_that_are_not_on_the_register_are_inspected_but_cover_nothing() -> None:
    store = store_of(REGISTER, inspected("甲局", "某公司"))
    assert figure(store.facts(), "orgs_inspected").value == 2
    assert figure(store.facts(), "coverage_rate").of == "1/4"


def test_the_register_counts_as_of_the_day_asked() -> None:
    register = sending(
        "organisations",
        {"organisation": "甲局"},
        {"organisation": "国土局", "to_date": date(2019, 3, 15)},
        {"organisation": "资源局", "from_date": date(2019, 3, 15)},
        {"organisation": "新局", "from_date": date(2021, 6, 1)},
    )
    store = store_of(register, inspected("国土局", year=2018), inspected("甲局", round=2, year=2020))
    by_year = {year: figure(store.facts(), "orgs_total", {"year": year}).value for year in (2018, 2019, 2020, 2021)}
    assert by_year == {2018: 2, 2019: 2, 2020: 2, 2021: 2}
    assert figure(store.facts(), "coverage_rate").of == "1/2"
    split = frame(store.facts(), "coverage_rate", ("year",))
    assert split[["year", "numerator", "denominator"]].values.tolist() == [["2018年", 1, 2], ["2020年", 1, 2]]


def test_the_inspection_of_a_predecessor_covers_its_successor_unless_the_office_says_otherwise() -> None:
    register = sending(
        "organisations",
        {"organisation": "国土局", "to_date": date(2019, 3, 15)},
        {"organisation": "资源局", "from_date": date(2019, 3, 15), "predecessor": "国土局、规划局"},
    )
    store = store_of(register, inspected("国土局", year=2018))
    assert figure(store.facts(), "coverage_rate").of == "1/1"
    assert figure(store.facts(), "orgs_inspected").value == 1
    store.set("predecessor_counts", False, "张")
    assert figure(store.facts(), "coverage_rate").of == "0/1"


def test_a_round_known_only_in_totals_adds_its_reported_numbers() -> None:
    totals = sending(
        "rounds", {"term": 13, "year": 2017, "round": 1, "organisations_reported": 8, "issues": 120, "talks": 300}
    )
    store = store_of(REGISTER, totals, inspected("甲局", "乙局", round=2, year=2020, talks=20))
    inspected_ = figure(store.facts(), "orgs_inspected")
    assert (inspected_.value, inspected_.basis) == (10, "明细、报送")
    assert figure(store.facts(), "coverage_rate").of == "2/4"
    assert figure(store.facts(), "talks_persontimes").value == 340
    assert frame(store.facts(), "orgs_inspected", ("round",))[["value", "basis"]].values.tolist() == [
        [8, "报送"],
        [2, "明细"],
    ]


def test_totals_are_left_out_where_the_rows_below_them_give_the_number() -> None:
    rows = [
        {"round": 1, "year": 2020, "organisations_reported": 2, "issues": 30, "talks": 99},
        {"round": 1, "year": 2020, "team": "第一巡察组", "issues": 12, "talks": 40},
        {"round": 1, "year": 2020, "team": "第一巡察组", "organisation": "甲局", "issues": 5},
        {"round": 1, "year": 2020, "team": "第二巡察组", "organisation": "乙局", "issues": 17},
    ]
    facts = store_of(REGISTER, sending("rounds", *rows)).facts()
    assert figure(facts, "orgs_inspected").value == 2
    assert figure(facts, "issues_found").value == 22
    assert figure(facts, "talks_persontimes").value == 40


def test_a_batch_reported_in_total_counts_beside_a_batch_known_by_name() -> None:
    rows = [
        {"round": 1, "year": 2020, "batch": 1, "organisation": "甲局", "issues": 5},
        {"round": 1, "year": 2020, "batch": 2, "organisations_reported": 3, "issues": 20},
    ]
    facts = store_of(REGISTER, sending("rounds", *rows)).facts()
    assert figure(facts, "orgs_inspected").value == 4
    assert figure(facts, "issues_found", {"batch": "第二批"}).value == 20


def test_the_registers_own_ticks_are_inspections_where_the_round_ledger_has_none() -> None:
    register = sending(
        "organisations",
        {"organisation": "甲局", "inspected": True, "rounds": "第三轮、第九轮", "term": 13},
        {"organisation": "乙局", "inspected": True, "term": 13},
        {"organisation": "丙局", "inspected": False, "rounds": "第十二轮", "term": 13},
        {"organisation": "丁局", "rounds": "第九轮", "term": 13},
    )
    facts = store_of(register, inspected("甲局", round=9, year=2019, issues=4)).facts()
    found = figure(facts, "coverage_rate")
    assert (found.of, found.basis) == ("3/4", "明细、名录")
    by_round = frame(facts, "orgs_inspected", ("round",))
    assert dict(zip(by_round["round"], by_round["value"], strict=True)) == {"第三轮": 1, "第九轮": 2, "未注明": 1}
    assert figure(facts, "orgs_inspected", {"year": 2019}).value == 2


def test_coverage_without_a_term_asked_is_the_current_terms() -> None:
    store = store_of(REGISTER, inspected("甲局", "乙局", term=12, year=2014), inspected("丙局", term=13, year=2018))
    assert figure(store.facts(), "coverage_rate").of == "1/4"
    assert figure(store.facts(), "coverage_rate", {"term": "十二届"}).of == "2/4"
    assert figure(store.facts(), "orgs_inspected").value == 3


def test_planned_rounds_have_not_taken_place() -> None:
    store = store_of(REGISTER, inspected("甲局"), inspected("乙局", round=2, year=2021, status="计划"))
    assert figure(store.facts(), "rounds").value == 1
    assert frame(store.facts(), "rounds", ("round",))["round"].tolist() == ["第一轮"]

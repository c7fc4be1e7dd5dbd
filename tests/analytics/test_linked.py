"""Linked inspections: what the linked ledger adds to coverage, what it completes, and where the round ledger's word stands."""

from datetime import date

import pytest

from analytics.panels import PANELS
from analytics.panels.linked import LINKED_PANELS
from analytics.panels.panel import build
from analytics.query import figure, frame
from analytics.theme import THEMES
from data.facts import Facts
from data.importing import Choices, Known, check
from data.reading import Import
from data.samples import tracked
from data.store import Store
from data.workbook.limits import Limits
from data.workbook.reading import read_in_process
from tests.store.sendings import inspected, organisations, sending, store_of

REGISTER = organisations("甲局", "乙局", "丙局", "丁局")
LIGHT = THEMES["light"]


def linked(*rows: dict, **more: object) -> Import:
    """A sending of the linked ledger: round one of 2020 unless a row says otherwise."""
    usual = {"term": 13, "year": 2020, "round": 1, "organisation": "甲局", "form": "联动"}
    return sending("linked_inspections", *({**usual, **row} for row in rows), file="联动.xlsx", **more)


def covered(*imports: Import) -> str:
    return figure(store_of(REGISTER, *imports).facts(), "coverage_rate").of


@pytest.mark.parametrize(
    ("row", "counts"),
    [
        ({}, "1/4"),
        ({"counts_for_coverage": True}, "1/4"),
        ({"counts_for_coverage": False}, "0/4"),
        ({"kind": "专项"}, "0/4"),
        ({"kind": "机动"}, "0/4"),
        ({"kind": "专项", "counts_for_coverage": True}, "1/4"),
        ({"start": date(2020, 11, 2), "end": date(2020, 12, 20)}, "1/4"),
        ({"start": date(2020, 11, 2), "end": date(2021, 1, 20)}, "0/4"),
        ({"start": date(2021, 2, 1), "end": date(2021, 3, 1)}, "0/4"),
    ],
)
def test_what_only_the_linked_ledger_knows_covers_by_its_switch_kind_and_dates(row: dict, counts: str) -> None:
    assert covered(linked(row)) == counts


def test_an_inspection_in_both_ledgers_is_one_and_takes_the_form_that_only_one_states() -> None:
    facts = store_of(REGISTER, inspected("甲局"), linked({"form": "联动、交叉"})).facts()
    assert figure(facts, "orgs_inspected").value == 1
    assert frame(facts, "orgs_inspected", ("form",))["form"].tolist() == ["联动", "交叉"]
    assert figure(facts, "linked_share").of == "1/1"


def test_the_round_ledgers_own_word_stands_where_the_ledgers_contradict_each_other() -> None:
    round_row = inspected("甲局", form="直巡", counts_for_coverage=True)
    facts = store_of(REGISTER, round_row, linked({"form": "提级", "counts_for_coverage": False})).facts()
    assert figure(facts, "coverage_rate").of == "1/4"
    assert frame(facts, "orgs_inspected", ("form",))["form"].tolist() == ["直巡"]


def test_the_switch_of_the_linked_ledger_holds_where_the_round_ledger_is_silent() -> None:
    assert covered(inspected("甲局"), linked({"counts_for_coverage": False})) == "0/4"
    assert covered(inspected("甲局", kind="专项"), linked({"counts_for_coverage": True})) == "1/4"


def test_a_linked_row_without_a_round_is_the_years_inspection_if_there_is_one() -> None:
    silent = linked({"round": None, "start": date(2020, 5, 1), "end": date(2020, 6, 1)})
    here = store_of(REGISTER, inspected("甲局"), silent).facts()
    assert frame(here, "linked_orgs", ("round",))["round"].tolist() == ["第一轮"]
    elsewhere = store_of(REGISTER, inspected("甲局", year=2019), silent).facts()
    assert frame(elsewhere, "orgs_inspected", ("round",))["round"].tolist() == ["第一轮", "未注明"]


def test_a_linked_row_without_a_round_completes_nothing_where_the_year_has_two() -> None:
    facts = store_of(REGISTER, inspected("甲局"), inspected("甲局", round=2), linked({"round": None})).facts()
    assert figure(facts, "orgs_inspected", {"form": "联动"}).value == 0
    assert len(frame(facts, "orgs_inspected", ("round",))) == 2


def test_one_inspection_listed_under_two_forms_is_one_inspection_in_both() -> None:
    facts = store_of(REGISTER, linked({"form": "联动"}, {"form": "交叉"})).facts()
    assert figure(facts, "linked_orgs").value == 1
    assert frame(facts, "linked_orgs", ("form",))[["form", "value"]].values.tolist() == [["联动", 1], ["交叉", 1]]


def test_an_organisation_that_the_register_names_in_a_round_known_by_its_total_is_counted_once() -> None:
    register = organisations("甲局", "乙局", "丙局", rounds="第一轮", inspected=True)
    total = sending("rounds", {"term": 13, "year": 2017, "round": 1, "form": "直巡", "organisations_reported": 5})
    facts = store_of(register, total, linked({"year": 2017, "form": "提级"})).facts()
    assert figure(facts, "orgs_inspected").value == 5
    assert frame(facts, "orgs_inspected", ("form",))[["form", "value"]].values.tolist() == [["直巡", 4], ["提级", 1]]


def test_a_round_without_any_form_has_no_share_of_nought() -> None:
    facts = store_of(REGISTER, inspected("甲局"), inspected("乙局", round=2, form="直巡")).facts()
    share = frame(facts, "linked_share", ("round",))
    assert share["numerator"].isna().tolist() == [True, False]


def test_a_row_of_the_linked_ledger_is_linked_even_if_its_form_is_blank() -> None:
    facts = store_of(REGISTER, linked({"form": None, "organiser": "市", "results_for": "县"})).facts()
    assert figure(facts, "linked_orgs", {"organiser": "市委", "results_for": "县级"}).value == 1


def test_issues_that_only_the_linked_ledger_states_are_compared_and_not_added_to_the_total() -> None:
    facts = store_of(REGISTER, inspected("乙局", form="直巡", issues=9), linked({"issues": 4})).facts()
    assert figure(facts, "issues_found").value == 9
    made = build(PANELS["linked_issues"], facts, {}, LIGHT)
    assert made.table["平均每个单位（个）"].tolist() == [4.0, 9.0]
    assert "不足10个单位" in made.say


def only(start: str) -> Facts:
    """A store with nothing but the sample workbook whose name starts so."""
    (path,) = (one for one in tracked() if one.name.startswith(start))
    book = read_in_process(path.name, path.read_bytes(), Limits())
    store = Store.memory()
    store.commit(check([book], Known(county="示例县"), Choices()).imports, "经办人")
    return store.facts()


def test_the_pages_panels_work_on_the_linked_ledger_alone_and_on_nothing() -> None:
    for one in LINKED_PANELS:
        assert not build(one, only("8."), {}, LIGHT).empty
        assert build(one, Store.memory().facts(), {}, LIGHT).empty


def test_every_sentence_counts_what_its_table_shows(sample_facts: Facts) -> None:
    for where in ({}, {"year": "2020年"}, {"round": "第十一轮"}):
        listed = build(PANELS["linked_list"], sample_facts, where, LIGHT)
        assert f"共 **{len(listed.table)}** 次" in listed.say
        forms = build(PANELS["linked_forms"], sample_facts, where, LIGHT)
        assert figure(sample_facts, "linked_share", where).of in forms.say

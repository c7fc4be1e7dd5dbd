"""The talent pool, trainings and rules: what counts, what is unknown, what the page says."""

from datetime import date

import pytest

from analytics.cards.people import people_cards
from analytics.panels import PANELS
from analytics.panels.panel import build
from analytics.query import figure, frame
from analytics.theme import LIGHT
from data.facts import Facts
from data.importing import Choices, Known, check
from data.samples.people import pool, regulation_ledger, talent_register, training_ledger
from data.steady import saved
from data.store import Store
from data.workbook.limits import Limits
from data.workbook.reading import read_in_process
from tests.store.sendings import organisations, sending, store_of

MINE = tuple(name for name in PANELS if name.startswith(("talent", "training", "regulations")))


def talents(*rows: dict) -> Facts:
    return store_of(sending("talents", *({"_key": str(n)} | row for n, row in enumerate(rows)))).facts()


def trainings(*rows: dict) -> Facts:
    return store_of(sending("trainings", *({"_key": str(n)} | row for n, row in enumerate(rows)))).facts()


def test_a_line_without_a_number_is_one_person_and_a_group_as_many_as_it_says() -> None:
    facts = talents({"employer": "甲局"}, {"employer": "白沙镇", "persons": 12}, {"employer": "乙局", "persons": 0})
    assert figure(facts, "talent_pool").value == 13


def test_who_has_left_is_out_and_who_joins_later_is_not_in_yet() -> None:
    facts = talents(
        {"joined_on": date(2018, 3, 1), "left_on": date(2019, 6, 1)}, {"joined_on": date(2019, 1, 1)}, {"joined_on": date(2021, 2, 1)},
        {"specialty": "法律"}, {"left_on": date(2020, 12, 31)},
    )  # fmt: skip
    assert figure(facts, "talent_pool").value == 2
    assert figure(facts, "talent_pool", {"year": "2018年"}).value == 3
    assert figure(facts, "talent_pool", {"year": "2019年"}).value == 3


def test_a_person_of_two_specialities_counts_under_each_and_once_in_all() -> None:
    facts = talents({"specialty": "财务、审计"}, {"specialty": "审计,财务,审计"}, {"specialty": "法律"}, {"employer": "甲局"})
    found = frame(facts, "talent_pool", ("specialty",))
    assert dict(zip(found["specialty"], found["value"], strict=True)) == {"财务": 2, "审计": 2, "法律": 1, "未注明": 1}
    assert figure(facts, "talent_pool").value == 4
    assert figure(facts, "talent_pool", {"specialty": "审计"}).value == 2


def test_who_has_not_said_how_often_is_in_neither_side_of_the_share() -> None:
    facts = talents({"times_served": 3, "persons": 2}, {"times_served": 0}, {"times_served": None})
    found = figure(facts, "served_share")
    assert (found.numerator, found.denominator) == (2, 3)
    assert figure(facts, "times_served").value == 6
    assert figure(talents({"employer": "甲局"}), "served_share").text == "未报"


def test_employers_by_their_short_name_are_one_with_their_full_name() -> None:
    register = organisations("县财政局", "县审计局", organisation_kind="党政机关", short_name=None)
    short = sending("organisations", {"organisation": "县公安局", "organisation_kind": "党政机关", "short_name": "公安局"})
    pool = sending("talents", {"employer": "公安局", "_key": "1"}, {"employer": "县公安局", "_key": "2"}, {"employer": "外单位", "_key": "3"})
    facts = store_of(register, short, pool).facts()
    by_employer = frame(facts, "talent_pool", ("employer",))
    assert dict(zip(by_employer["employer"], by_employer["value"], strict=True)) == {"县公安局": 2, "外单位": 1}
    by_kind = frame(facts, "talent_pool", ("organisation_kind",))
    assert dict(zip(by_kind["organisation_kind"], by_kind["value"], strict=True)) == {"党政机关": 2, "未注明": 1}


def test_hours_per_person_come_from_sums_over_trainings_that_state_both() -> None:
    facts = trainings(
        {"year": 2020, "persons": 40, "hours": 3.0}, {"year": 2020, "persons": 10, "hours": 16.0, "sessions": 2},
        {"year": 2020, "persons": 99}, {"year": 2020, "hours": 8.0},
    )  # fmt: skip
    assert figure(facts, "trainings").value == 5
    assert figure(facts, "training_persons").value == 149
    assert figure(facts, "training_hours").value == 280
    assert figure(facts, "hours_per_person").value == pytest.approx(280 / 50)


def test_a_training_without_a_year_is_in_the_year_of_its_day() -> None:
    facts = trainings({"start": date(2019, 5, 6), "topic": "培训"}, {"year": 2020, "start": date(2019, 12, 30), "topic": "跨年培训"})
    found = frame(facts, "trainings", ("year",))
    assert dict(zip(found["year"], found["value"], strict=True)) == {"2019年": 1, "2020年": 1}


def test_rules_made_and_revised_are_two_figures_and_abolished_ones_neither() -> None:
    rows = [{"title": f"办法{n}", "year": 2020, "action": action} for n, action in enumerate(("新建", "修订", "废止", None, "修订"))]
    facts = store_of(sending("regulations", *rows)).facts()
    assert (figure(facts, "regulations_new").value, figure(facts, "regulations_revised").value) == (2, 2)


@pytest.mark.parametrize(
    ("book", "shown"),
    [
        (talent_register, {"talent_by_specialty", "talent_by_kind", "talent_by_employer", "talent_served"}),
        (training_ledger, {"trainings_by_year", "training_hours_by_year"}),
        (regulation_ledger, {"regulations_by_year"}),
    ],
)
def test_each_panel_works_where_only_its_own_ledger_is_there(book, shown) -> None:
    read = read_in_process("台账.xlsx", saved(book()), Limits())
    store = Store.memory()
    store.commit(check([read], Known(), Choices()).imports, "经办人")
    made = {name: build(PANELS[name], store.facts(), {}, LIGHT) for name in MINE}
    assert {name for name, one in made.items() if not one.empty} == shown
    assert all(made[name].say and made[name].figure for name in shown)
    assert len(people_cards(store.facts(), {})) == 4


def test_no_panel_fails_on_an_empty_store() -> None:
    facts = Store.memory().facts()
    assert all(build(PANELS[name], facts, {}, LIGHT).empty for name in MINE)
    assert {card.value for card in people_cards(facts, {})} == {"未报"}


def test_sentences_say_what_the_tables_hold(sample_facts: Facts) -> None:
    def said(name: str) -> str:
        return build(PANELS[name], sample_facts, {}, LIGHT).say.replace("**", "")

    assert said("trainings_by_year") == "2020年培训 13 期，较2019年 +3期；参训 504 人次。"
    assert said("training_hours_by_year") == "2020年人均 9.5 学时（4,780/504），较2019年 +0.3学时。"
    assert said("talent_by_kind").startswith("在库 130 人；党政机关最多，84 人，占 64.6%（84/130）。")
    assert said("regulations_by_year") == "新建 11 项，修订 3 项。"


def test_the_sample_pool_served_only_in_rounds_after_joining_and_before_leaving() -> None:
    people = pool()
    assert sum(p.left_on is None for p in people) == 130
    assert all("第一轮" not in p.served for p in people if p.joined_on.year > 2016)
    assert all("第十一轮" not in p.served for p in people if p.left_on)
    assert max(len(p.served) for p in people) <= 12


def test_cards_compare_with_the_year_before_and_name_it(sample_facts: Facts) -> None:
    pool_card, served, trained, hours = people_cards(sample_facts, {"term": "十三届", "round": "第十轮"})
    assert (pool_card.value, pool_card.delta, pool_card.delta_basis) == ("130", "+22人", "较2019年末")
    assert served.note.startswith("参加过/在库 83/130")
    assert (trained.label, trained.value, trained.delta_basis) == ("2020年培训", "13", "较2019年")
    assert hours.delta == "+0.3学时"
    before = people_cards(sample_facts, {"year": "2019年"})
    assert (before[0].value, before[2].label, before[2].value) == ("108", "2019年培训", "10")
    assert before[2].spark == (6, 9, 10)


def test_an_unfilled_year_is_no_last_year() -> None:
    facts = trainings({"year": 2019, "persons": 3, "sessions": 2}, {"topic": "无年度", "persons": 5})
    assert build(PANELS["trainings_by_year"], facts, {}, LIGHT).say.startswith("2019年培训 **2** 期")

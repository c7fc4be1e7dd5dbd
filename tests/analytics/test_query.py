"""Figures: rates recomputed from sums, nothing divided by nothing, labels in their own order."""

from datetime import date

import pytest

from analytics.dimensions import DIMENSIONS, Unreadable
from analytics.query import figure, frame
from data.facts import Facts
from data.store import Store
from tests.store.sendings import inspected, organisations, sending, store_of


def _clues(*cohorts: tuple[int, int, int]) -> Store:
    """Clues of rounds: (round, clues, filed)."""
    rows = [
        {"clue_no": f"{r}-{n}", "term": 13, "year": 2020, "round": r, "filed": n < filed, "clue_persons": 1}
        for r, count, filed in cohorts
        for n in range(count)
    ]
    return store_of(sending("clues", *rows))


def test_the_total_of_a_rate_is_not_the_mean_of_rates() -> None:
    facts = _clues((10, 10, 1), (11, 2, 2)).facts()
    parts = frame(facts, "filing_rate", ("round",))
    assert parts["value"].tolist() == [10, 100]
    assert figure(facts, "filing_rate").value == pytest.approx(25)
    assert parts["value"].mean() == pytest.approx(55)


def test_a_rate_says_its_parts_and_its_unit() -> None:
    found = figure(_clues((10, 17, 12)).facts(), "filing_rate")
    assert (found.text, found.of, found.unit, found.numerator, found.denominator) == ("70.6%", "12/17", "%", 12, 17)


def test_nothing_divided_by_nothing_is_a_dash() -> None:
    facts = store_of(
        sending("rounds", {"round": 1, "year": 2020, "organisation": "甲局", "clues": 0, "cases": 0})
    ).facts()
    found = figure(facts, "filing_rate")
    assert (found.value, found.text, found.of) == (None, "／", "0/0")


def test_none_found_is_nought_and_nothing_known_is_a_dash() -> None:
    facts = store_of(organisations("甲局"), inspected("甲局", issues=0), inspected("甲局", round=2, year=2021)).facts()
    assert figure(facts, "issues_found", {"year": 2020}).text == "0"
    assert figure(facts, "issues_found", {"year": 2021}).text == "未报"
    assert figure(facts, "issues_found", {"year": 2020, "team": "第九巡察组"}).text == "0"
    assert figure(facts, "issues_immediate").text == "未报"
    assert figure(facts, "clues_transferred").text == "未报"


def test_rounds_stand_in_their_own_order_not_in_that_of_their_letters() -> None:
    facts = store_of(*(inspected("甲局", round=r, year=2010 + r, issues=r) for r in (11, 9, 10, 2))).facts()
    assert frame(facts, "issues_found", ("round",))["round"].tolist() == ["第二轮", "第九轮", "第十轮", "第十一轮"]


def test_units_stand_as_in_their_register_and_teams_by_their_number() -> None:
    register = organisations("县委办公室", "县纪委机关", "安全局")
    rounds = sending(
        "rounds",
        *(
            {"round": 1, "year": 2020, "organisation": o, "team": t, "issues": 3}
            for o, t in (
                ("安全局", "第十巡察组"),
                ("外单位", "市县联动组"),
                ("县纪委机关", "第二巡察组"),
                ("县委办公室", "第一巡察组"),
            )
        ),
    )
    facts = store_of(register, rounds).facts()
    assert frame(facts, "issues_found", ("organisation",))["organisation"].tolist() == [
        "县委办公室",
        "县纪委机关",
        "安全局",
        "外单位",
    ]
    assert frame(facts, "issues_found", ("team",))["team"].tolist() == [
        "第一巡察组",
        "第二巡察组",
        "第十巡察组",
        "市县联动组",
    ]


def test_several_dimensions_and_several_values_at_once() -> None:
    facts = store_of(
        inspected("甲局", "乙局", issues=2), inspected("丙局", round=2, year=2021, issues=5, team="第一巡察组")
    ).facts()
    found = frame(
        facts, "issues_found", ("year", "organisation"), {"round": ["第一轮", "第二轮"], "term": None, "kind": ""}
    )
    assert found[["year", "organisation", "value"]].values.tolist() == [
        ["2020年", "乙局", 2], ["2020年", "甲局", 2], ["2021年", "丙局", 5],
    ]  # fmt: skip
    assert frame(facts, "issues_found", where={"round": ["第二轮"]})["value"].tolist() == [5]


def test_an_inspection_of_two_forms_counts_under_each_and_once_in_all() -> None:
    facts = store_of(inspected("甲局", form="联动、交叉"), inspected("乙局", form="联动", round=2)).facts()
    assert frame(facts, "orgs_inspected", ("form",))[["form", "value"]].values.tolist() == [["联动", 2], ["交叉", 1]]
    assert figure(facts, "orgs_inspected").value == 2


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("term", ("十三届", "13", "第十三届", "十三届县委")),
        ("year", ("2020", "2020年", "二〇二〇年")),
        ("round", ("第十轮", "10", "十轮", "第10轮", "2020年第十轮", "十三届第十轮", "第十轮巡察")),
        ("batch", ("第二批", "2", "二期")),
        ("kind", ("常规", "常规巡察")),
        ("form", ("联动", "市县联动", "交叉")),
        ("team", ("第一巡察组", "一组", "县委巡察一组", "1")),
        ("organisation", ("甲局",)),
        ("month", ("2020-06", "2020年6月", "2020.6")),
    ],
)
def test_values_are_understood_as_people_write_them(name: str, texts: tuple[str, ...]) -> None:
    other = inspected("乙局", round=3, year=2017, term=12, kind="专项", team="第三巡察组", start=date(2017, 3, 1))
    mine = inspected(
        "甲局",
        round=10,
        batch=2,
        kind="常规",
        form="联动、交叉",
        team="第一巡察组",
        start=date(2020, 4, 7),
        end=date(2020, 6, 8),
    )
    facts = store_of(mine, other).facts()
    for text in texts:
        assert figure(facts, "orgs_inspected", {name: text}).value == 1, text


def test_a_special_round_is_asked_for_by_year_and_theme() -> None:
    rows = (
        {"term": 13, "year": y, "theme": t, "organisation": "甲局", "issues": n}
        for y, t, n in ((2020, "扶贫领域暨扫黑除恶", 37), (2019, "粮食购销", 5))
    )
    facts = store_of(sending("rounds", *rows)).facts()
    for text in ("2020年扶贫领域暨扫黑除恶专项", "2020年扶贫领域暨扫黑除恶专项巡察", "扶贫领域暨扫黑除恶"):
        assert figure(facts, "issues_found", {"round": text}).value == 37, text
    assert frame(facts, "issues_found", ("round",))["round"].tolist() == [
        "2019年粮食购销专项",
        "2020年扶贫领域暨扫黑除恶专项",
    ]


@pytest.mark.parametrize(("name", "text"), [("year", "去年"), ("term", "本届"), ("month", "2020年"), ("batch", "末批")])
def test_what_cannot_be_read_is_said_with_an_example(name: str, text: str) -> None:
    facts = store_of(inspected("甲局")).facts()
    with pytest.raises(Unreadable, match=f"“{text}”不是.*“{DIMENSIONS[name].example}”"):
        figure(facts, "orgs_inspected", {name: text})


def test_a_value_from_outside_is_never_part_of_the_query(sample_facts: Facts) -> None:
    for text in ("'; DROP TABLE main.imports; --", "甲' OR '1'='1", "$p0", "第十轮\u0000"):
        assert figure(sample_facts, "orgs_inspected", {"organisation": text}).value == 0


def test_a_city_office_keeps_its_counties_apart() -> None:
    both = [
        one
        for c in ("甲县", "乙县")
        for one in (organisations("县公安局", county=c), inspected("县公安局", county=c, issues=3))
    ]
    facts = store_of(*both[:3]).facts()
    found = frame(facts, "coverage_rate", ("county",)).astype(object)
    found = found.where(found.notna(), None)[["county", "numerator", "denominator", "basis"]]
    assert found.values.tolist() == [["乙县", None, 1, ""], ["甲县", 1, 1, "明细"]]
    assert figure(store_of(*both).facts(), "orgs_inspected").value == 2

"""Claims against the sample county, which has the figures of the seed text."""


import pytest

from analytics.check.compare import AGREES, DIFFERS, UNKNOWN, Result
from analytics.check.report import Report, check
from analytics.check.words import comments, remark
from data.facts import Facts
from data.store import Store
from tests.check.scoring import passages
from tests.sample import sample_store

SEED = passages()[0]["text"]


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    store = sample_store(tmp_path_factory.mktemp("sample"))
    yield store.facts()
    store.close()


@pytest.fixture(scope="module")
def seed(facts) -> Report:
    return check(SEED, facts)


def one(text: str, facts: Facts) -> Result:
    """The last claim of a text."""
    return check(text, facts).results[-1]


def test_every_figure_of_the_seed_text_agrees_with_the_sample_county(seed):
    assert [(r.claim.span, r.verdict, r.expected) for r in seed.results if r.verdict != AGREES] == []
    assert len(seed.results) == 27


def test_the_five_units_of_which_four_are_named_are_the_only_contradiction_of_the_seed_text(seed):
    found = [SEED[start:end] for one in seed.contradictions for start, end in one.spans]
    assert found == ["县法院、县委政研室、县公安局、县财政局5个等单位党组织"]


def test_a_wrong_figure_of_the_seed_text_is_found_with_the_right_one(facts):
    wrong = {r.claim.span: r for r in check(SEED.replace("各类问题264个", "各类问题246个"), facts).results if r.verdict != AGREES}
    assert list(wrong) == ["巡察发现各类问题246个"]
    assert wrong["巡察发现各类问题246个"].expected == "264 个"


def test_a_figure_of_another_scope_is_told_by_that_scope(facts):
    found = one("2020年发现问题264个。", facts)
    assert (found.verdict, found.expected) == (DIFFERS, "301 个")
    assert "2020年 · 常规" in found.hints
    assert "2020年 · 常规" in remark(found)


def test_the_scope_of_a_heading_and_of_an_earlier_clause_is_carried_over(facts):
    text = "2020年工作情况\n(一)常规巡察\n今年以来,共巡察党组织32个,发现问题264个。\n(二)专项巡察\n专项巡察中,发现问题37个,移送问题线索2条。"
    assert [r.verdict for r in check(text, facts).results] == [AGREES] * 4


def test_a_round_that_is_said_of_a_part_is_not_carried_on(facts):
    text = "2020年常规巡察党组织32个,其中第十轮14个、第十一轮18个。发现问题264个。"
    assert [r.verdict for r in check(text, facts).results] == [AGREES] * 4


def test_a_type_of_unit_asks_the_register(facts):
    assert one("2020年巡察36个单位,其中乡镇10个。", facts).verdict == AGREES
    assert one("2020年巡察36个单位,其中县直部门23个。", facts).verdict == UNKNOWN


def test_a_rate_is_compared_as_exactly_as_it_is_written(facts):
    assert [one(f"第十轮整改率{rate}%。", facts).verdict for rate in ("81", "80.8", "80.82", "80.9", "80")] == [AGREES, AGREES, AGREES, DIFFERS, DIFFERS]


def test_approximations_are_taken_as_they_are_meant(facts):
    said = ("发现问题300余个", "发现问题301个", "发现问题约300个", "发现问题290余个", "发现问题300个", "发现问题超过300个")
    verdicts = [one(f"2020年{words}。", facts).verdict for words in said]
    assert verdicts == [AGREES, AGREES, AGREES, DIFFERS, DIFFERS, AGREES]


def test_what_is_planned_is_compared_with_the_plan(facts):
    found = one("2021年计划延伸巡察36个村(社区)。", facts)
    assert (found.verdict, found.metric) == (AGREES, "villages_planned")


def test_what_the_ledgers_do_not_have_cannot_be_checked(facts):
    assert one("2020年召开座谈会46场次。", facts).verdict == UNKNOWN
    assert one("2009年发现问题46个。", facts).verdict == UNKNOWN
    assert "月份" in one("2020年1-6月发现问题120个。", facts).why


def test_a_link_leads_to_the_rows_in_their_scope(facts):
    found = one("2020年常规巡察发现问题264个。", facts)
    assert found.query == {"metric": "发现问题", "term": "各届", "year": "2020年", "kind": "常规"}
    assert found.link.startswith("/sources?metric=%E5%8F%91")


def test_every_claim_and_contradiction_has_a_comment(seed):
    words = [words for _, _, words in comments(seed)]
    assert len(words) == len(seed.results) + len(seed.contradictions)
    assert "一致：台账为 264 个（2020年 · 常规）。" in words


def test_an_empty_store_can_check_nothing_but_what_contradicts_itself():
    store = Store.memory()
    found = check("巡察单位8个,其中乡镇5个、部门4个。整改率96%。", store.facts())
    assert {one.verdict for one in found.results} == {UNKNOWN}
    assert [one.kind for one in found.contradictions] == ["合计"]

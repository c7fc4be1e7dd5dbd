"""Rectification: what counts as done, what is overdue, which ledger a number is taken from, what the panels say."""

from datetime import date

import pytest

from analytics.cards.rectification import rectification_cards
from analytics.panels import PANELS
from analytics.panels.panel import build
from analytics.panels.rectification import RECTIFICATION_PANELS
from analytics.panels.rectification_effects import EFFECT_PANELS
from analytics.query import figure, frame
from analytics.source import source
from analytics.theme import LIGHT
from data.categories import CONDUCT, PARTY
from data.importing import Choices, Known, check
from data.samples import tracked
from data.store import Store
from data.workbook.limits import Limits
from data.workbook.reading import read_in_process
from tests.store.sendings import inspected, organisations, sending, store_of

OWN = (*RECTIFICATION_PANELS, *EFFECT_PANELS)


def _issues(*rows: dict, **values: object):
    own = {"round": 10, "year": 2020, "organisation": "甲局"} | values
    return sending("rectifications", *(own | {"text": f"问题{n}"} | row for n, row in enumerate(rows)), file="整改.xlsx")


def _totals(*rows: dict, **values: object):
    own = {"round": 10, "year": 2020, "organisation": "甲局"} | values
    return sending("rectification_totals", *(own | row for row in rows), file="统计.xlsx")


def _of(store: Store, metric: str, **where: object) -> tuple:
    found = figure(store.facts(), metric, where)
    return (found.numerator, found.denominator)


def _split(store: Store, metric: str, by: str) -> dict:
    return {row[0]: row[1] for row in frame(store.facts(), metric, (by,))[[by, "value"]].itertuples(index=False)}


def test_only_the_states_that_the_office_counts_are_done_and_an_earlier_setting_holds_as_of_then() -> None:
    store = store_of(_issues({"state": "已完成"}, {"state": "基本完成"}, {"state": "长期坚持"}, {"state": "进行中"}))
    assert _of(store, "rectification_rate") == (1, 4)
    before = store.version()
    store.set("done_states", ("已完成", "基本完成", "长期坚持"), "张")
    assert _of(store, "rectification_rate") == (3, 4)
    assert figure(store.facts(before), "rectification_rate").numerator == 1
    said = figure(store.facts(), "rectification_rate").metric.said_beside(store.facts().settings)
    assert said == "计为完成的状态：已完成、基本完成、长期坚持"
    assert said in build(PANELS["rectify_by_round"], store.facts(), {}, LIGHT).say


def test_a_blank_state_is_done_once_the_issue_is_closed_and_unknown_otherwise() -> None:
    closed = ({"closed": True}, {"closed_on": date(2020, 12, 1)}, {"closed_on": date(2021, 3, 1)}, {})
    store = store_of(_issues(*closed))
    assert _of(store, "rectification_rate") == (2, 4)
    assert _split(store, "issues_to_rectify", "state") == {"已完成": 2, "未注明": 2}


def test_a_round_whose_ledger_says_no_state_at_all_has_no_rate() -> None:
    store = store_of(_issues({}, {}))
    assert (_of(store, "issues_to_rectify"), figure(store.facts(), "rectification_rate").text) == ((2, None), "未报")


@pytest.mark.parametrize(
    ("deadline", "timing"),
    [
        ("2020-12-30", "超期"), ("2020年11月底前", "超期"), ("2020-12-31", "黄色预警"), ("2021年1月10日", "黄色预警"), ("2021年1月11日前", "绿色提醒"),
        ("2021年1月20日", "绿色提醒"), ("2021年1月", "期内"), ("2021年底前,并长期坚持", "期内"), ("2019年底前,并长期坚持", "超期"), ("长期坚持", "长期坚持"),
        ("立行立改,长期坚持", "长期坚持"), ("立行立改", "未定期限"), ("尽快", "未定期限"), (None, "未定期限"),
    ],
)  # fmt: skip
def test_a_deadline_in_words_says_how_much_time_is_left(deadline, timing) -> None:
    store = store_of(_issues({"state": "进行中", "deadline": deadline}))
    assert _split(store, "issues_unrectified", "timing") == {timing: 1}
    assert _of(store, "issues_overdue") == (int(timing == "超期"), None)


def test_what_is_at_once_is_due_so_many_days_after_the_feedback() -> None:
    rows = _issues({"state": "进行中", "deadline": "立行立改,长期坚持"}, {"state": "长期坚持", "deadline": "立行立改,长期坚持"})
    store = store_of(inspected("甲局", round=10, fed_back_on=date(2020, 12, 10)), rows)
    # Due on 25 December; what goes on for good by its state has no day.
    assert _split(store, "issues_unrectified", "timing") == {"超期": 1, "长期坚持": 1}
    store.set("at_once_days", 30, "张")
    assert _split(store, "issues_unrectified", "timing") == {"黄色预警": 1, "长期坚持": 1}


def test_what_is_done_is_never_overdue_and_in_time_only_by_its_day_of_closing() -> None:
    done = {"state": "已完成", "deadline": "2020-10-31"}
    rows = (done | {"closed_on": date(2020, 10, 31)}, done | {"closed_on": date(2020, 11, 1)}, done, {"state": "进行中", "deadline": "2020-10-31"})
    store = store_of(_issues(*rows, {"state": "进行中", "deadline": "2021-06-30"}))
    assert _of(store, "issues_overdue") == (1, None)
    assert _of(store, "on_time_rate") == (1, 3)


def test_a_units_own_rows_take_the_place_of_its_totals_and_of_no_other_units() -> None:
    store = store_of(
        inspected("甲局", "乙局", round=10, rectify_due=30, rectified=30), inspected("丙局", round=9, rectify_due=8, rectified=6),
        _issues({"state": "已完成"}, {"state": "进行中"}), _totals({"due": 9, "done": 9}, {"organisation": "乙局", "due": 5, "done": 4}),
    )  # fmt: skip
    found = frame(store.facts(), "rectification_rate", ("round",))
    assert found[["round", "numerator", "denominator", "basis"]].values.tolist() == [["第九轮", 6, 8, "报送"], ["第十轮", 5, 7, "明细、报送"]]
    rows = source(store.facts(), "issues_rectified", {"round": "第十轮"})
    assert set(rows["ledger"]) == {"整改台账", "整改情况统计表"}


def test_totals_that_leave_a_rest_leave_it_without_a_state() -> None:
    store = store_of(_totals({"due": 10, "done": 6, "basic": 1, "overdue": 1}))
    assert _split(store, "issues_to_rectify", "state") == {"已完成": 6, "基本完成": 1, "超期": 1, "未注明": 2}
    assert _of(store, "rectification_rate") == (6, 10)


def test_overdue_beyond_the_whole_is_a_mark_on_the_others() -> None:
    store = store_of(_totals({"due": 10, "done": 7, "going": 3, "overdue": 2}))
    assert _split(store, "issues_to_rectify", "state") == {"已完成": 7, "进行中": 3}
    assert (_of(store, "issues_to_rectify"), _of(store, "issues_overdue")) == ((10, None), (2, None))


def test_parts_that_do_not_fit_keep_only_what_is_done() -> None:
    store = store_of(_totals({"due": 10, "done": 7, "going": 3, "undone": 2}))
    assert _split(store, "issues_to_rectify", "state") == {"已完成": 7, "未注明": 3}


def test_the_whole_is_the_sum_of_its_parts_where_it_is_missing_but_done_alone_says_no_whole() -> None:
    store = store_of(_totals({"done": 7, "going": 3}, {"organisation": "乙局", "done": 5}))
    assert _of(store, "rectification_rate") == (7, 10)
    assert _of(store, "issues_to_rectify", organisation="乙局") == (0, None)


def test_an_issue_of_the_issue_ledger_lends_its_category_round_and_unit() -> None:
    issues = sending(
        "issues", {"issue_no": "10-1", "text": "甲", "round": 10, "year": 2020, "organisation": "甲局", "category": "党的建设", "immediate": True},
    )  # fmt: skip
    row = {"issue_no": "10-1", "text": "甲", "state": "已完成", "category": "全面从严治党", "round": None, "year": None, "organisation": None}
    store = store_of(organisations("甲局"), inspected("甲局", "乙局", round=10), issues, _issues(row))
    where = {"round": "第十轮", "organisation": "甲局", "category": PARTY}
    assert _of(store, "rectification_rate", **where) == (1, 1)
    assert _of(store, "immediate_rectification_rate", **where) == (1, 1)


def test_a_number_that_another_unit_uses_too_is_another_issue() -> None:
    issues = sending("issues", {"issue_no": "1", "text": "甲", "round": 10, "year": 2020, "organisation": "甲局", "category": "党的建设"})
    row = {"issue_no": "1", "state": "已完成", "category": "全面从严治党", "organisation": "乙局"}
    store = store_of(inspected("甲局", "乙局", round=10), issues, _issues(row))
    assert _split(store, "issues_to_rectify", "organisation") == {"乙局": 1}
    assert _split(store, "issues_to_rectify", "category") == {CONDUCT: 1}


def test_money_comes_from_the_finest_ledger_that_names_it_and_its_streams_stay_apart() -> None:
    store = store_of(
        inspected("甲局", round=10, money_refunded=1.0, money_collected=2.0, money_recovered=3.0),
        _issues({"money_refunded": 0.4}, {"money_refunded": 0.2}), _totals({"due": 2, "money_refunded": 9.0, "money_collected": 5.5}),
    )  # fmt: skip
    found = [figure(store.facts(), f"money_{name}") for name in ("refunded", "collected", "recovered")]
    assert [(one.text, one.basis) for one in found] == [("0.60", "明细"), ("5.50", "报送"), ("3.00", "报送")]


def test_rules_are_new_and_revised_or_the_total_where_they_are_not_apart() -> None:
    store = store_of(_totals({"rules_new": 2, "rules_revised": 3, "rules_made": 9}, {"organisation": "乙局", "rules_made": 4}))
    assert [_of(store, name)[0] for name in ("rules_new", "rules_revised", "rules_made")] == [2, 3, 9]
    assert "另有 4 项只报合计" in build(PANELS["rectify_rules"], store.facts(), {}, LIGHT).say


def test_a_unit_is_evaluated_once_and_satisfaction_is_over_all_returns() -> None:
    rows = ({"grade": "好", "satisfied": 9, "returns": 10}, {"organisation": "乙局", "grade": "较好", "satisfied": 90, "returns": 90})
    store = store_of(_totals(*rows, {"round": 9, "grade": "较好", "satisfied": 5}))
    assert _of(store, "evaluated_orgs") == (2, None)
    assert _split(store, "evaluated_orgs", "grade") == {"好": 1, "较好": 2}
    assert _of(store, "satisfaction_rate") == (99, 100)


def test_the_list_has_the_longest_overdue_first_with_the_deadline_as_written_and_no_name() -> None:
    rows = ({"deadline": "长期坚持"}, {"deadline": "2020年11月底前"}, {"deadline": "2021-01-05"}, {"deadline": "2020-10-31", "post": "局长"})
    store = store_of(_issues(*rows, state="进行中"))
    made = build(PANELS["rectify_open"], store.facts(), {}, LIGHT)
    assert made.table["整改时限"].tolist() == ["2020-10-31", "2020年11月底前", "2021-01-05", "长期坚持"]
    assert made.table["时限情况"].tolist() == ["! 超期", "! 超期", "● 黄色预警", "长期坚持"]
    assert made.table["超期（天）"].tolist()[:2] == [61, 31]
    assert made.table["责任领导职务"].iloc[0] == "局长"
    assert "2 个问题超期" in made.say and "最长 61 天" in made.say


@pytest.mark.parametrize("panel", OWN, ids=lambda one: one.name)
def test_every_panel_stands_an_empty_store(panel) -> None:
    facts = Store.memory().facts()
    assert build(panel, facts, {}, LIGHT).empty
    assert [card.value for card in rectification_cards(facts, {})] == ["未报"] * 4


@pytest.fixture(scope="module", params=["11.整改台账.xlsx", "12.整改情况统计表.xlsx"])
def alone(request) -> Store:
    """A store that has only one of the two ledgers."""
    path = next(path for path in tracked() if path.name == request.param)
    checked = check([read_in_process(path.name, path.read_bytes(), Limits())], Known(county="示例县"), Choices())
    store = Store.memory()
    store.commit(checked.imports, "经办人")
    return store


@pytest.mark.parametrize("panel", OWN, ids=lambda one: one.name)
def test_every_panel_stands_a_store_that_has_only_one_of_its_ledgers(alone: Store, panel) -> None:
    facts = alone.facts()
    made = build(panel, facts, {}, LIGHT)
    if panel.name in ("rectify_by_round", "rectify_by_organisation", "rectify_rules", "rectify_money", "rectify_by_timing"):
        assert not made.empty and made.figure and made.say
    assert build(panel, facts, {"round": "第十轮"}, LIGHT).title == panel.title

"""From one moment to another, cause after cause: each cause alone is told as what it is."""

from datetime import date

import pytest

from analytics.query import figure
from data.store import Store
from data.store.stages import KEPT
from tests.store.sendings import inspected, organisations, sending, store_of


def told(store: Store, then: int, metric: str = "issues_found") -> list[tuple[str, object]]:
    """Each stage's cause and what the metric came to."""
    return [(one.cause, figure(one.facts, metric).value) for one in store.stages(then).steps]


def issues(*texts: str, **values: object):
    """A list of issues of one round that says all there is."""
    rows = ({"term": 13, "year": 2020, "round": 10, "text": t, "_key": t} for t in texts)
    return sending("issues", *rows, complete=True, **values)


def test_nothing_happened_is_one_stage() -> None:
    store = store_of(inspected("县公安局", issues=5))
    assert told(store, 1) == [("", 5)]


def test_new_corrected_and_missing_rows_are_told_apart() -> None:
    store = store_of(issues("甲", "乙", "丙"))
    store.commit([issues("甲", "丁", "戊", "己")], "张")
    assert told(store, 1) == [("", 3), ("corrected", 3), ("gone", 1), ("new", 4)]
    assert [dict(one.moved) for one in store.stages(1).steps[1:]] == [
        {"issues": {"same": 1}}, {"issues": {"gone": 2}}, {"issues": {"new": 3}},
    ]  # fmt: skip


def test_a_corrected_row_is_a_row_of_the_same_key() -> None:
    store = store_of(inspected("县公安局", "县法院", issues=5))
    store.commit([inspected("县公安局", issues=8)], "张")
    assert told(store, 1) == [("", 10), ("corrected", 13)]
    assert dict(store.stages(1).steps[1].moved) == {"rounds": {"corrected": 1}}


def test_a_withdrawal_brings_the_older_row_back_and_is_no_correction() -> None:
    store = store_of(inspected("县公安局", issues=5), inspected("县公安局", issues=8))
    store.withdraw(2, "李")
    assert told(store, 2) == [("", 8), ("withdrawn", 5)]
    store.commit([inspected("县公安局", issues=9)], "张")
    assert told(store, 2) == [("", 8), ("withdrawn", 5), ("corrected", 9)]


def test_an_import_that_came_and_went_since_moved_nothing() -> None:
    store = store_of(inspected("县公安局", issues=5))
    store.commit([inspected("县公安局", issues=50)], "张")
    store.withdraw(2, "李")
    assert told(store, 1) == [("", 5)]


def test_the_register_is_a_cause_of_its_own() -> None:
    store = store_of(organisations("县公安局"), inspected("县公安局"))
    store.commit([organisations("县公安局", "县法院", "县检察院")], "张")
    assert told(store, 2, "orgs_total") == [("", 1), ("registers", 3)]
    assert dict(store.stages(2).steps[1].moved) == {"organisations": {"new": 2, "same": 1}}


def test_confirmed_names_come_before_the_rows_that_were_sent_under_them() -> None:
    store = store_of(organisations("县公安局"), inspected("县公安局", "公安", issues=2))
    assert figure(store.facts(), "orgs_inspected").value == 2
    store.answer("organisation", "", "公安", "县公安局", "张")
    store.answer("organisation", "", "公安局机关", "县公安局", "张")
    store.commit([inspected("公安局机关", round=2, issues=1)], "张")
    assert told(store, 2, "orgs_inspected") == [("", 2), ("names", 1), ("new", 1)]
    names = store.stages(2).steps[1].changed
    assert names == {"公安": (None, "县公安局"), "公安局机关": (None, "县公安局")}


def test_settings_and_the_day_come_last() -> None:
    clue = {"clue_no": "1", "term": 13, "year": 2020, "round": 1, "text": "线索", "state": "办理中", "transferred_on": date(2020, 3, 1)}
    due = {"text": "问题", "term": 13, "year": 2020, "round": 1, "state": "基本完成", "deadline": "2021-02-01", "_key": "1"}
    store = store_of(sending("rectifications", due), sending("clues", clue))
    store.set_all({"done_states": ("已完成", "基本完成"), "office": "示例县委巡察办"}, "张")
    store.commit([sending("clues", clue, cut_off=date(2021, 6, 30))], "张")
    assert told(store, 2, "issues_rectified") == [("", 0), ("corrected", 0), ("settings", 1), ("day", 1)]
    settings, day = store.stages(2).steps[2:]
    assert settings.changed == {"done_states": (("已完成",), ("已完成", "基本完成"))}
    assert day.changed == {"": (date(2020, 12, 31), date(2021, 6, 30))}
    store.set("done_states", ("已完成",), "张")
    assert told(store, 2, "issues_overdue") == [("", 0), ("corrected", 0), ("day", 1)]


def test_what_was_current_when_asked_is_kept_as_it_was() -> None:
    store = store_of(inspected("县公安局", issues=5))
    assert told(store, 1) == [("", 5)]
    store.commit([inspected("县公安局", issues=8)], "张")
    assert [figure(one.facts, "issues_found").value for one in store.stages(1, 1).steps] == [5]
    assert told(store, 1) == [("", 5), ("corrected", 8)]
    store.commit([inspected("县公安局", issues=9)], "张")
    assert [figure(one.facts, "issues_found").value for one in store.stages(1, 2).steps] == [5, 8]


def test_settings_that_no_figure_depends_on_are_no_cause() -> None:
    store = store_of(inspected("县公安局", issues=5))
    store.set_all({"office": "示例县委巡察办", "marking": "内部资料"}, "张")
    assert told(store, 1) == [("", 5)]


def test_a_mark_of_a_meeting_is_no_cause() -> None:
    store = store_of(inspected("县公安局", issues=5))
    store.mark_meeting("专题会", "张")
    assert told(store, 2) == [("", 5)]


def test_stages_can_end_before_the_last_event() -> None:
    store = store_of(*(inspected("县公安局", issues=n) for n in (1, 2, 3)))
    assert [figure(one.facts, "issues_found").value for one in store.stages(1, 2).steps] == [1, 2]
    assert [figure(one.facts, "issues_found").value for one in store.stages(1, 3).steps] == [1, 3]
    with pytest.raises(ValueError, match="before"):
        store.stages(3, 2)


def test_facts_that_somebody_holds_stay_and_the_others_go() -> None:
    store = store_of(*(inspected("县公安局", issues=n) for n in range(1, KEPT + 4)))
    held = store.stages(1).steps
    for then in range(2, KEPT + 4):
        store.stages(then)
    assert [figure(one.facts, "issues_found").value for one in held] == [1, KEPT + 3]
    schemas = "SELECT count(*) FROM duckdb_schemas() WHERE database_name = 'scratch' AND schema_name LIKE 'stage_%'"
    # One is held here, the last few pairs hold one each; what the last question let go of goes with the next.
    assert store._connection.execute(schemas).fetchone()[0] <= KEPT + 2

"""Marks of meetings: which moment they stand for, and that they outlive a rebuild."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from analytics.query import figure
from data.journal import NAME
from data.rebuild import rebuild
from data.store import Store, open_store
from tests.intake.books import REGISTER, ROUNDS
from tests.intake.test_intake import send
from tests.store.sendings import inspected, organisations, store_of


def test_a_meeting_marked_now_stands_for_its_own_event_and_moves_no_figure() -> None:
    store = store_of(organisations("县公安局", "县法院"), inspected("县公安局"))
    number = store.mark_meeting(" 书记专题会 ", "张")
    (one,) = store.meetings()
    assert (one.number, one.name, one.moment, one.who, one.day) == (number, "书记专题会", 3, "张", date.today())
    assert store.version() == store.facts().version == 3
    assert figure(store.facts(), "coverage_rate").of == "1/2"


def test_a_meeting_seen_right_after_an_import_stands_for_all_that_was_sent_with_it() -> None:
    store = Store.memory()
    store.commit([organisations("县公安局"), inspected("县公安局")], "张")
    store.commit([inspected("县公安局", round=2)], "张")
    store.mark_meeting("领导小组会", "张", import_id=1)
    assert [one.moment for one in store.meetings()] == [2]


def test_a_meeting_of_a_day_stands_for_the_last_event_of_that_day() -> None:
    store = store_of(organisations("县公安局"), inspected("县公安局"), inspected("县公安局", round=2))
    store.redate(["2026-03-01T09:00:00", "2026-03-02T18:00:00", "2026-03-03T08:00:00"])
    store.mark_meeting("专题会", "张", held_on=date(2026, 3, 2))
    store.mark_meeting("今天的会", "张", held_on=date.today())
    store.commit([inspected("县公安局", round=3)], "张")
    first, second = store.meetings()
    assert (first.moment, first.day, first.label) == (2, date(2026, 3, 2), "专题会（2026-03-02）")
    # What was sent after the mark was not seen at the meeting, though it came on the same day.
    assert second.moment == 5


def test_what_was_shown_is_kept_as_of_the_meeting_and_not_as_of_the_mark() -> None:
    store = store_of(organisations("县公安局"), organisations("县公安局", "县法院"))
    store.mark_meeting("专题会", "张", import_id=1, figures=lambda facts: {"": {"orgs_total": (figure(facts, "orgs_total").value, None)}})
    store.mark_meeting("又一次", "张", figures=lambda facts: {"": {"orgs_total": (figure(facts, "orgs_total").value, None)}})
    assert [one.figures[""]["orgs_total"] for one in store.meetings()] == [[1, None], [2, None]]


def test_a_mark_that_makes_no_sense_is_refused_in_words_and_leaves_nothing_behind() -> None:
    store = Store.memory()
    with pytest.raises(ValueError, match="还没有导入任何台账"):
        store.mark_meeting("专题会", "张")
    store.commit([organisations("县公安局")], "张")
    for wrong, said in (
        ({"name": " "}, "请填写会议名称"),
        ({"name": "会" * 41}, "不超过 40 个字"),
        ({"name": "会", "held_on": date.today() + timedelta(days=1)}, "不能晚于今天"),
        ({"name": "会", "held_on": date(2001, 1, 1)}, "还没有导入任何台账"),
        ({"name": "会", "held_on": date.today(), "import_id": 1}, "只选一种"),
    ):
        with pytest.raises(ValueError, match=said):
            store.mark_meeting(who="张", **wrong)
    with pytest.raises(KeyError, match="没有编号为 9"):
        store.mark_meeting("会", "张", import_id=9)
    assert (store.version(), store.meetings()) == (1, [])


def test_a_mark_can_be_taken_away_and_its_number_is_not_given_again() -> None:
    store = store_of(organisations("县公安局"))
    store.mark_meeting("专题会", "张")
    store.unmark_meeting(1, "李")
    assert store.meetings() == []
    with pytest.raises(KeyError, match="没有编号为 1"):
        store.unmark_meeting(1, "李")
    assert store.mark_meeting("再一次", "张") == 2
    assert (store.version(), store.facts().version) == (4, 4)


def test_marks_survive_a_rebuild_and_keep_what_was_shown(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    send(store, tmp_path, "名录.xlsx", REGISTER)
    send(store, tmp_path, "轮次.xlsx", ROUNDS)
    store.mark_meeting("按导入", "张", import_id=1, figures=lambda _: {"": {"orgs_total": (7, None)}})
    store.mark_meeting("撤销的", "张")
    store.unmark_meeting(2, "李")
    store.mark_meeting("按日期", "李", held_on=date.today())
    store.close()
    # As if the first workbook had come in March and the second in April.
    lines = [json.loads(line) for line in (tmp_path / NAME).read_text("utf-8").splitlines()]
    lines[0]["at"], lines[1]["at"], lines[-1]["held_on"] = "2026-03-01T09:00:00", "2026-04-01T09:00:00", "2026-03-31"
    (tmp_path / NAME).write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    rebuild(tmp_path)
    again = open_store(tmp_path)
    assert [(one.number, one.name, one.moment, one.who) for one in again.meetings()] == [(1, "按导入", 1, "张"), (3, "按日期", 1, "李")]
    assert [one.at.isoformat() for one in again.meetings()] == [lines[2]["at"], lines[-1]["at"]]
    assert again.meetings()[0].figures == {"": {"orgs_total": [7, None]}}
    again.close()

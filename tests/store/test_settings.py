"""Settings and categories: declared once, every change an event."""

from datetime import date, datetime

import pytest

from analytics.query import figure
from data.categories import CONDUCT, CURRENT, EARLIER, OTHER, PARTY, POLICY, category
from data.setting_words import GROUPS, SETTINGS, Setting, said
from data.settings import NAMES, Settings
from data.store import Store, open_store
from tests.store.sendings import inspected, sending, store_of


def test_settings_have_defaults_and_survive_the_file(tmp_path) -> None:
    store = open_store(tmp_path)
    assert store.settings() == Settings()
    store.set("terms", {13: (date(2016, 10, 1), date(2021, 9, 30))}, "张")
    store.set("coverage_target", 95.0, "张")
    store.set("resend", {"rounds": True}, "张")
    store.close()
    again = open_store(tmp_path)
    found = again.settings()
    again.close()
    assert (found.terms, found.coverage_target, found.resend) == (
        {13: (date(2016, 10, 1), date(2021, 9, 30))},
        95.0,
        {"rounds": True},
    )


def test_settings_that_make_no_sense_are_refused_in_words() -> None:
    store = Store.memory()
    with pytest.raises(ValueError, match="没有名为“colour”的设置"):
        store.set("colour", "red", "张")
    with pytest.raises(ValueError, match="早于结束日期"):
        store.set("terms", {13: (date(2021, 9, 30), date(2016, 10, 1))}, "张")
    with pytest.raises(ValueError, match="不超过 100"):
        store.set("coverage_target", 120.0, "张")
    assert store.version() == 0


def test_a_day_is_in_the_one_term_that_holds_it() -> None:
    settings = Settings(terms={13: (date(2016, 10, 1), date(2021, 9, 30)), 14: (date(2021, 10, 1), date(2026, 9, 30))})
    assert [settings.term_of(day) for day in (date(2020, 1, 1), date(2021, 10, 1), date(2030, 1, 1), None)] == [
        13,
        14,
        None,
        None,
    ]


def test_answers_to_all_ledgers_and_to_one_are_told_apart_and_the_last_one_holds() -> None:
    store = Store.memory()
    store.answer("heading", "rounds", "组别", "team", "张")
    store.answer("heading", "issues", "组别", "", "张")
    store.answer("heading", "rounds", "组别", "!", "李")
    assert (store.answers("heading", "rounds"), store.answers("heading", "issues")) == ({"组别": "!"}, {"组别": ""})
    assert store.answers("heading", "clues") == {}


@pytest.mark.parametrize(
    ("text", "sub", "main"),
    [
        ("聚焦党的理论路线方针政策和党中央决策部署在基层贯彻落实", None, POLICY),
        ("聚焦群众身边腐败问题和不正之风", "财务管理", CONDUCT),
        ("聚焦基层党组织软弱涣散、组织力欠缺问题", None, PARTY),
        ("聚焦巡视巡察整改", None, EARLIER),
        ("落实全面从严治党责任", None, CONDUCT),
        ("落实新时代党的组织路线", None, PARTY),
        ("落实巡视整改", None, EARLIER),
        ("党的领导弱化", None, POLICY),
        ("三类", None, PARTY),
        ("B", None, CONDUCT),
        (None, "选人用人", PARTY),
        ("其他", "中央八项规定精神", CONDUCT),
        ("其他", None, OTHER),
        (None, None, None),
    ],
)  # fmt: skip
def test_every_scheme_is_mapped_to_the_current_one(text: str | None, sub: str | None, main: str | None) -> None:
    assert category(text, sub) == main


def test_the_current_categories_are_themselves() -> None:
    assert [category(name) for name in CURRENT] == list(CURRENT)
    assert [category(full) for full in CURRENT.values()] == list(CURRENT)


def test_settings_that_make_sense_only_together_are_saved_together() -> None:
    store = Store.memory()
    with pytest.raises(ValueError, match="不大于绿色天数"):
        store.set_all({"green_days": 5}, "张")
    store.set_all({"green_days": 8, "yellow_days": 5}, "张")
    store.set_all({"yellow_days": 30, "green_days": 60}, "张")
    assert (store.settings().green_days, store.settings().yellow_days, store.version()) == (60, 30, 4)
    assert store.facts().settings == store.settings()


def test_nothing_is_saved_where_one_of_several_settings_makes_no_sense() -> None:
    store = Store.memory()
    with pytest.raises(ValueError, match="至少选一种"):
        store.set_all({"office": "示例县委巡察办", "done_states": ()}, "张")
    assert (store.version(), store.settings()) == (0, Settings())


def test_every_change_is_listed_with_who_and_from_what_to_what() -> None:
    store = Store.memory()
    store.set("stale_days", 20, "张")
    store.set_all({"stale_days": 40, "done_states": ("已完成", "基本完成")}, "李")
    assert [(c.event, c.who, c.name, c.old, c.new) for c in store.changes()] == [
        (3, "李", "done_states", ("已完成",), ("已完成", "基本完成")),
        (2, "李", "stale_days", 20, 40),
        (1, "张", "stale_days", 31, 20),
    ]
    assert {type(one.at) for one in store.changes()} == {datetime}


def test_figures_as_of_an_earlier_import_use_the_settings_of_that_time() -> None:
    former = {"organisation": "乙局", "to_date": date(2020, 3, 1)}
    register = sending("organisations", former, {"organisation": "甲局", "from_date": date(2020, 3, 1), "predecessor": "乙局"})
    store = store_of(register, inspected("乙局", status="已完成"))
    store.set_all({"predecessor_counts": False, "coverage_target": 90.0}, "张")
    store.commit([sending("issues", {"text": "问题", "year": 2020, "round": 1})], "张")
    earlier, now = store.facts(as_of=2), store.facts(as_of=3)
    assert (earlier.settings.coverage_target, now.settings.coverage_target) == (100.0, 90.0)
    assert [figure(facts, "coverage_rate").numerator for facts in (earlier, now)] == [1, 0]


def test_every_setting_is_in_words_and_its_values_are_said_in_chinese() -> None:
    assert set(SETTINGS) == set(NAMES)
    assert all(one.help.endswith("。") for one in SETTINGS.values())
    assert {one.group for one in SETTINGS.values()} == {*GROUPS, ""}
    values = {
        "terms": {13: (date(2016, 10, 1), date(2021, 9, 30))}, "resend": {"rounds": True}, "clue_months": (3, 6, 12), "coverage_target": 95.0,
        "predecessor_counts": False, "marking": "", "green_days": 20,
    }  # fmt: skip
    assert [said(name, value) for name, value in values.items()] == [
        "十三届 2016-10-01 至 2021-09-30", "轮次台账整体替代", "3、6、12个月", "95%", "否", "未设置", "20天",
    ]  # fmt: skip


def test_a_setting_that_does_not_exist_cannot_be_described() -> None:
    with pytest.raises(ValueError, match="There is no setting 'colour'"):
        Setting(name="colour", label="颜色", group="", help="无。")

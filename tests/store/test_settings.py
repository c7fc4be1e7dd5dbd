"""Settings and categories: declared once, every change an event."""

from datetime import date

import pytest

from data.categories import CONDUCT, CURRENT, EARLIER, OTHER, PARTY, POLICY, category
from data.settings import Settings
from data.store import Store, open_store


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

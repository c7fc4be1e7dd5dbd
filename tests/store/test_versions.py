"""The history of one row: every sending of it, what it changed, and what became of it."""

from data.reading import Import
from data.store import Store
from data.store.versions import LEFT_OUT, LIVE, SUPERSEDED, WITHDRAWN
from tests.store.sendings import inspected, sending, store_of


def fates(store: Store, key: str, event: int | None = None) -> list[tuple[int, str, int | None]]:
    """(import, fate, import that ended it) of each version."""
    return [(one.number, one.fate, one.by_import) for one in store.versions("rounds", key, event)]


def key_of(store: Store, name: str) -> str:
    """The key under which a unit's row is stored."""
    live = store.live("rounds")
    return live[live["organisation"] == name]["_key"].iloc[0]


def complete(*names: str, file: str) -> Import:
    """A round ledger that is declared complete for its round."""
    return sending("rounds", *({"term": 13, "year": 2020, "round": 1, "organisation": n} for n in names), file=file, complete=True)


def test_a_row_sent_twice_has_two_versions_and_says_what_changed() -> None:
    store = store_of(inspected("甲局", issues=5, status="进驻中"), inspected("甲局", issues=8, status="进驻中"))
    first, second = store.versions("rounds", key_of(store, "甲局"))
    assert (first.fate, first.by_import, second.fate, second.by_import) == (SUPERSEDED, 2, LIVE, None)
    assert first.changes == {} and second.changes == {"issues": (5, 8)}
    assert (first.values["issues"], second.values["issues"]) == (5, 8)
    assert (second.number, second.file, second.sheet, second.row, second.who) == (2, "第1轮.xlsx", "Sheet1", 4, "经办人")


def test_a_value_that_is_left_blank_later_and_one_that_is_new_are_changes_too() -> None:
    store = store_of(inspected("甲局", issues=5), inspected("甲局", clues=2))
    assert store.versions("rounds", key_of(store, "甲局"))[1].changes == {"issues": (5, None), "clues": (None, 2)}


def test_a_withdrawn_version_says_when_and_by_whom_and_the_one_before_lives_again() -> None:
    store = store_of(inspected("甲局", issues=5), inspected("甲局", issues=8))
    key = key_of(store, "甲局")
    store.withdraw(2, "李某")
    first, second = store.versions("rounds", key)
    assert (first.fate, second.fate, second.ended_by) == (LIVE, WITHDRAWN, "李某")
    assert second.ended_at is not None
    store.restore(2, "李某")
    assert fates(store, key) == [(1, SUPERSEDED, 2), (2, LIVE, None)]


def test_a_row_that_a_complete_sending_no_longer_holds_names_that_import() -> None:
    store = store_of(complete("甲局", "乙局", file="一.xlsx"))
    key = key_of(store, "乙局")
    store.commit([complete("甲局", file="二.xlsx")], "经办人")
    store.commit([inspected("丙局", round=2)], "经办人")
    assert fates(store, key) == [(1, LEFT_OUT, 2)]
    store.withdraw(2, "李某")
    assert fates(store, key) == [(1, LIVE, None)]


def test_the_history_as_of_an_earlier_event_knows_nothing_of_what_came_later() -> None:
    store = store_of(inspected("甲局", issues=5), inspected("甲局", issues=8))
    key, before = key_of(store, "甲局"), store.version()
    store.withdraw(2, "李某")
    assert fates(store, key, before) == [(1, SUPERSEDED, 2), (2, LIVE, None)]
    assert fates(store, key, 1) == [(1, LIVE, None)]


def test_what_is_live_by_its_versions_is_what_the_store_calls_live() -> None:
    store = store_of(complete("甲局", "乙局", file="一.xlsx"), inspected("甲局", issues=1), complete("丙局", file="三.xlsx"))
    store.withdraw(2, "李某")
    keys = {row for (row,) in store.facts().rows("SELECT DISTINCT _key FROM main.ledger_rounds")}
    live = {key for key in keys if any(one.fate == LIVE for one in store.versions("rounds", key))}
    assert live == set(store.live("rounds")["_key"])


def test_a_key_there_is_not_has_no_history() -> None:
    assert store_of(inspected("甲局")).versions("rounds", "没有") == []

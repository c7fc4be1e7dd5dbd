"""Which rows are live: the newest of each key, less what a complete sending no longer has."""

from analytics.query import figure
from data.store import Store
from tests.store.sendings import inspected, organisations, sending, store_of


def _issues(*texts: str, round: int = 10, complete: bool = True):
    return sending(
        "issues", *({"term": 13, "year": 2020, "round": round, "text": t, "_key": t} for t in texts), complete=complete
    )


def test_a_newer_row_of_the_same_key_stands_for_the_older() -> None:
    store = store_of(inspected("县公安局", issues=5), inspected("县公安局", issues=8))
    assert store.live("rounds")["issues"].tolist() == [8]
    assert figure(store.facts(), "issues_found").value == 8


def test_within_one_import_the_last_row_of_a_key_wins() -> None:
    one = sending("rounds", *({"round": 1, "organisation": "县公安局", "issues": n, "_key": "same"} for n in (3, 4)))
    assert store_of(one).live("rounds")["issues"].tolist() == [4]


def test_withdrawing_the_newer_brings_the_older_row_back() -> None:
    store = store_of(inspected("县公安局", issues=5), inspected("县公安局", issues=8))
    store.withdraw(2, "李")
    assert figure(store.facts(), "issues_found").value == 5


def test_a_complete_sending_supersedes_by_absence_within_its_scope_only() -> None:
    store = store_of(_issues("甲", "乙", "丙"), _issues("丁", round=11), _issues("甲", "戊"))
    assert sorted(store.live("issues")["text"]) == ["丁", "戊", "甲"]


def test_an_incomplete_sending_supersedes_nothing_by_absence() -> None:
    store = store_of(_issues("甲", "乙"), _issues("丙", complete=False))
    assert sorted(store.live("issues")["text"]) == ["丙", "乙", "甲"]


def test_workbooks_sent_together_do_not_supersede_each_other_by_absence() -> None:
    store = Store.memory()
    store.commit([_issues("甲"), _issues("乙")], "张")
    assert sorted(store.live("issues")["text"]) == ["乙", "甲"]


def test_withdrawing_a_complete_sending_brings_back_what_it_superseded() -> None:
    store = store_of(_issues("甲", "乙"), _issues("丙"))
    store.withdraw(2, "李")
    assert sorted(store.live("issues")["text"]) == ["乙", "甲"]


def test_scopes_with_nothing_said_are_equal() -> None:
    rows = [sending("organisations", {"organisation": n, "_key": n}, complete=True) for n in ("甲局", "乙局")]
    assert store_of(*rows).live("organisations")["organisation"].tolist() == ["乙局"]


def test_an_organisation_resent_with_its_batch_is_not_counted_twice() -> None:
    store = store_of(inspected("县公安局", issues=5), inspected("县公安局", issues=6, batch=2))
    assert len(store.live("rounds")) == 2
    assert figure(store.facts(), "issues_found").value == 6


def test_an_organisation_inspected_in_two_batches_of_one_sending_has_both() -> None:
    rows = [{"round": 1, "year": 2020, "organisation": "县公安局", "batch": b, "issues": 4} for b in (1, 2)]
    store = store_of(sending("rounds", *rows))
    assert figure(store.facts(), "issues_found").value == 8
    assert figure(store.facts(), "orgs_inspected").value == 1


def test_an_organisation_resent_with_the_year_that_was_missing_is_not_counted_twice() -> None:
    first = sending("rounds", {"round": 1, "organisation": "县公安局", "issues": 5})
    store = store_of(first, inspected("县公安局", issues=6), organisations("县公安局"))
    assert figure(store.facts(), "issues_found", {"year": 2020}).value == 6
    assert figure(store.facts(), "issues_found").value == 6

"""What a commit, a withdrawal, a restoration and a preview do."""

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from analytics.query import figure
from data.store import Store, StoreBusy, open_store
from data.store.store import StoreChanged
from tests.store.sendings import inspected, organisations, sending, store_of


def test_a_new_store_is_at_version_nought_and_has_facts() -> None:
    store = Store.memory()
    assert store.version() == 0
    assert store.imports() == []
    assert figure(store.facts(), "orgs_total").value is None


def test_every_sending_is_one_event_and_remembers_who_sent_what() -> None:
    store = Store.memory()
    assert store.commit([organisations("县公安局", "县法院"), inspected("县公安局")], "张") == [1, 2]
    first, second = store.imports()
    assert (first["id"], first["who"], first["file"], first["rows"]) == (1, "张", "名录.xlsx", {"organisations": 2})
    assert (second["event"], second["cut_off"], second["withdrawn_at"]) == (2, date(2020, 12, 31), None)
    assert store.version() == 2


def test_values_come_back_with_their_cell_and_type() -> None:
    row = {
        "organisation": "县公安局",
        "start": date(2020, 4, 7),
        "issues": 12,
        "counts_for_coverage": False,
        "round": 10,
    }
    rows = store_of(sending("rounds", row)).live("rounds")
    one = rows.iloc[0]
    assert (one["_import"], one["_sheet"], one["_row"]) == (1, "Sheet1", 4)
    assert (one["start"].date(), one["issues"], one["counts_for_coverage"]) == (date(2020, 4, 7), 12, False)
    assert rows["term"].isna().all()


def test_a_column_whose_first_value_stands_far_below_keeps_its_type() -> None:
    rows = [{"organisation": f"单位{n}", "round": 1, "fed_back_on": None, "issues": None} for n in range(3000)]
    rows[-1] |= {"fed_back_on": date(2020, 8, 1), "issues": 7}
    live = store_of(sending("rounds", *rows)).live("rounds")
    assert [day.date() for day in live["fed_back_on"].dropna()] == [date(2020, 8, 1)]
    assert live["issues"].dropna().tolist() == [7]


def test_what_fails_in_the_middle_leaves_nothing_behind() -> None:
    store = store_of(organisations("县公安局"))
    broken = sending("rounds", {"organisation": "县公安局", "issues": "十二"})
    with pytest.raises(ValueError, match="十二"):
        store.commit([inspected("县公安局"), broken], "张")
    assert store.version() == 1
    assert len(store.live("rounds")) == 0
    assert figure(store.facts(), "orgs_total").value == 1


def test_a_withdrawal_takes_rows_out_and_a_restoration_puts_them_back() -> None:
    store = store_of(organisations("县公安局", "县法院"), inspected("县公安局"))
    store.withdraw(2, "李")
    assert figure(store.facts(), "coverage_rate").value is None
    withdrawn = store.imports()[1]
    assert withdrawn["withdrawn_by"] == "李"
    assert withdrawn["withdrawn_at"] is not None
    store.restore(2, "李")
    assert figure(store.facts(), "coverage_rate").value == 50
    assert store.version() == 4


def test_withdrawing_twice_or_restoring_what_is_live_is_refused_in_words() -> None:
    store = store_of(organisations("县公安局"))
    with pytest.raises(ValueError, match="没有撤回"):
        store.restore(1, "李")
    store.withdraw(1, "李")
    with pytest.raises(ValueError, match="已经撤回"):
        store.withdraw(1, "李")
    with pytest.raises(KeyError, match="没有编号为 9"):
        store.withdraw(9, "李")


def test_a_preview_shows_what_would_be_and_leaves_everything_as_it_was() -> None:
    store = store_of(organisations("县公安局", "县法院"))
    with store.preview([inspected("县公安局")]) as facts:
        assert figure(facts, "coverage_rate").of == "1/2"
        assert figure(store.facts(), "coverage_rate").value is None
    assert store.version() == 1
    assert len(store.live("rounds")) == 0


def test_a_preview_that_was_overtaken_is_not_committed() -> None:
    store = store_of(organisations("县公安局"))
    seen = store.version()
    store.commit([inspected("县公安局")], "张")
    with pytest.raises(StoreChanged, match="重新预览"):
        store.commit([inspected("县公安局", round=2)], "李", seen=seen)


def test_figures_can_be_asked_as_they_were_after_an_earlier_import() -> None:
    store = store_of(organisations("县公安局", "县法院"), inspected("县公安局"), inspected("县法院", round=2))
    store.withdraw(1, "李")
    store.set("county", "示例县", "李")
    assert figure(store.facts(as_of=2), "coverage_rate").of == "1/2"
    assert figure(store.facts(as_of=3), "coverage_rate").of == "2/2"
    assert figure(store.facts(), "coverage_rate").value is None
    assert store.facts(as_of=2).version == 2
    assert store.facts(as_of=2).settings.county == ""
    with pytest.raises(KeyError, match="没有编号"):
        store.facts(as_of=7)


def test_the_same_bytes_are_known_while_their_import_is_live() -> None:
    one = organisations("县公安局")
    store = store_of(one)
    assert store.known_file(one.sha256)["id"] == 1
    assert store.known_file("other") is None
    store.withdraw(1, "李")
    assert store.known_file(one.sha256) is None


def test_a_store_file_survives_being_closed(tmp_path) -> None:
    store = open_store(tmp_path)
    store.commit([organisations("县公安局")], "张")
    store.close()
    again = open_store(tmp_path)
    assert figure(again.facts(), "orgs_total").value == 1
    assert again.version() == 1
    again.close()
    sample = open_store(tmp_path, "sample")
    assert sample.imports() == []
    sample.close()


def test_a_store_that_another_process_holds_says_so_in_one_sentence(tmp_path) -> None:
    code = f"import duckdb, sys; c = duckdb.connect({str(tmp_path / 'office.duckdb')!r}); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout.readline().strip() == "held"
        with pytest.raises(StoreBusy, match="另一程序"):
            open_store(tmp_path)
        holder.stdin.close()


def test_a_field_that_a_ledger_gained_is_added_to_an_older_store(tmp_path) -> None:
    store = open_store(tmp_path)
    store.commit([organisations("县公安局")], "张")
    store._connection.execute("ALTER TABLE main.ledger_organisations DROP COLUMN predecessor")
    store.close()
    again = open_store(tmp_path)
    assert again.live("organisations")["predecessor"].isna().all()
    assert figure(again.facts(), "orgs_total").value == 1
    again.close()


def test_readers_during_commits_see_the_figures_before_or_after_and_never_an_error(tmp_path) -> None:
    store = open_store(tmp_path)
    store.commit([organisations("甲局")], "张")
    seen, done = set(), threading.Event()

    def read() -> None:
        while not done.wait(0.01):
            facts = store.facts()
            seen.add((figure(facts, "orgs_total").value, figure(facts, "orgs_inspected").value))

    with ThreadPoolExecutor(3) as pool:
        readers = [pool.submit(read) for _ in range(3)]
        for n in range(2, 6):
            store.commit(
                [organisations(*(f"单位{i}" for i in range(n))), inspected(*(f"单位{i}" for i in range(n)))], "张"
            )
        done.set()
        for one in readers:
            one.result()
    assert {total for total, _ in seen} <= {1, 3, 4, 5, 6}
    assert figure(store.facts(), "orgs_total").value == 6
    store.close()

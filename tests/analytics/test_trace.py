"""From a figure to its rows: what they add is the figure, on both sides, whatever the scope."""

from dataclasses import replace
from datetime import date

import pytest

from analytics.metrics import METRICS
from analytics.query import CannotSplit, figure, frame
from analytics.trace import DENOMINATOR, NUMERATOR, follow
from data.facts import Facts
from data.ledgers import LEDGERS
from data.store import Store
from tests.messy import messy
from tests.store.sendings import inspected, organisations, sending, store_of

# Labels of each split that are followed one by one.
FOLLOWED = 1

every_metric = pytest.mark.parametrize("metric", METRICS)


@pytest.fixture(scope="module")
def gaps() -> Store:
    """Ledgers full of gaps."""
    return messy(5)


@every_metric
def test_the_rows_of_both_sides_add_up_to_the_figure(gaps: Store, sample_facts: Facts, metric: str) -> None:
    one = METRICS[metric]
    for facts in (sample_facts, gaps.facts()):
        splits = [(name, label) for name in one.by for label in frame(facts, metric, (name,))[name].tail(FOLLOWED)]
        for where in ({}, *({name: label} for name, label in splits)):
            asked = figure(facts, metric, where)
            for side, amount in ((NUMERATOR, asked.numerator), (DENOMINATOR, asked.denominator)):
                if side == NUMERATOR or one.denominator:
                    assert (follow(facts, metric, side, where, most=0).amount or 0) == (amount or 0), (side, where)


@every_metric
def test_what_the_rows_say_that_they_add_comes_to_what_is_said_of_all(sample_facts: Facts, metric: str) -> None:
    for side in (NUMERATOR, DENOMINATOR)[: 1 + bool(METRICS[metric].denominator)]:
        found = follow(sample_facts, metric, side)
        assert len(found.rows) == found.count and (found.rows["again"] > 0).sum() == found.again
        assert round(float(found.rows["counted"].sum()), 4) == found.amount


@every_metric
def test_every_row_has_its_cell_or_the_measure_says_what_no_cell_shows(sample_facts: Facts, metric: str) -> None:
    one = METRICS[metric]
    for side, measure in ((NUMERATOR, one.numerator), (DENOMINATOR, one.denominator)):
        if measure:
            rows = follow(sample_facts, metric, side).rows
            assert len(rows)
            assert rows["cell"].notna().all() or measure.beyond.endswith("。"), (side, rows[rows["cell"].isna()].head(3))
            assert rows[["file", "sheet", "field", "called", "at", "who", "basis"]].notna().all(axis=None)


def test_what_is_counted_once_is_read_off_the_measures_own_aggregate() -> None:
    measures = [m for one in METRICS.values() for m in (one.numerator, one.denominator) if m]
    assert [m.sql for m in measures if ("DISTINCT" in m.sql) != bool(m.once)] == []
    assert METRICS["orgs_inspected"].numerator.once == "unit" and METRICS["revisit_teams"].numerator.once == "county || party"


def test_a_unit_inspected_twice_counts_in_its_first_row_only() -> None:
    facts = store_of(inspected("甲局", "乙局", round=1), inspected("甲局", round=2)).facts()
    found = follow(facts, "orgs_inspected")
    assert found.rows[["import", "row", "counted", "again"]].values.tolist() == [[1, 4, 1, 0], [1, 5, 1, 0], [2, 4, 0, 1]]
    assert (found.amount, found.count, found.again) == (2, 3, 1)


def test_a_row_says_where_it_stands_who_sent_it_and_what_it_holds() -> None:
    found = follow(store_of(inspected("甲局", issues=9)).facts(), "issues_found").rows.iloc[0]
    assert (found["import"], found["position"], found["file"], found["sheet"], found["row"]) == (1, 0, "第1轮.xlsx", "Sheet1", 4)
    assert (found["field"], found["cell"], found["value"], found["counted"], found["basis"]) == ("issues", "E4", 9, 9, "报送")
    assert (found["who"], found["called"]) == ("经办人", "第1轮 甲局")


def test_of_several_columns_the_one_that_says_something_is_shown() -> None:
    clues = sending(
        "clues", {"text": "一", "year": 2020, "round": 1, "cases": 2, "state": None}, {"text": "二", "year": 2020, "round": 1, "state": "已立案"}
    )
    rows = follow(store_of(clues).facts(), "cases_filed").rows
    assert rows[["cell", "value", "counted"]].values.tolist() == [["D4", 2, 2], ["E5", "已立案", 1]]


def test_the_denominator_is_the_register_on_its_day() -> None:
    store = store_of(organisations("甲局", "乙局"), organisations("丙局", to_date=date(2019, 1, 1)), inspected("甲局", status="已完成"))
    found = follow(store.facts(), "coverage_rate", DENOMINATOR)
    assert found.rows["called"].tolist() == ["甲局", "乙局"] and set(found.rows["basis"]) == {"名录"}
    assert follow(store.facts(), "coverage_rate").rows["called"].tolist() == ["第1轮 甲局"]


def test_only_the_first_rows_are_brought_out_and_the_sums_are_of_all() -> None:
    facts = store_of(sending("issues", *({"text": f"问题{n}", "year": 2020, "round": 1} for n in range(30)))).facts()
    found = follow(facts, "issues_found", most=10)
    assert (len(found.rows), found.count, found.amount) == (10, 30, 30)


def test_a_figure_without_rows_has_an_empty_side() -> None:
    found = follow(Store.memory().facts(), "issues_found")
    assert (found.amount, found.count, len(found.rows)) == (None, 0, 0)


def test_two_tables_on_one_sheet_keep_their_own_columns() -> None:
    one = sending("issues", {"text": "一", "year": 2020, "round": 1})
    two = sending("issues", {"year": 2020, "round": 1, "text": "二", "_key": "二"})
    below = replace(two.tables[0], frame=two.tables[0].frame.assign(_row=20))
    rows = follow(store_of(replace(one, tables=(*one.tables, below))).facts(), "issues_found").rows
    assert rows[["position", "cell"]].values.tolist() == [[0, "A4"], [1, "C20"]]


def test_a_plain_count_has_no_denominator_and_a_filter_that_is_none_is_refused(sample_facts: Facts) -> None:
    with pytest.raises(ValueError, match="no denominator"):
        follow(sample_facts, "issues_found", DENOMINATOR)
    with pytest.raises(CannotSplit):
        follow(sample_facts, "issues_found", where={"fund": "甲"})


def test_fields_of_cells_are_the_ledgers_own(sample_facts: Facts) -> None:
    rows = follow(sample_facts, "rectification_rate").rows
    assert {name in LEDGERS[ledger].by_name for ledger, name in zip(rows["ledger"], rows["field"], strict=True)} == {True}

"""All metrics × all dimensions: a metric or dimension that is added is tested by existing."""

import pandas as pd
import pytest

from analytics.dimensions import DIMENSIONS
from analytics.metrics import METRICS
from analytics.query import CannotSplit, figure, frame
from data.facts import Facts
from data.store import Store
from tests.messy import messy

# Labels of a split that are asked for one by one.
SHOWN = 12
# Counts are exact; sums of money are told to four decimals of a 万元.
EXACT = {"rel": 1e-12, "abs": 1e-4}

every_metric = pytest.mark.parametrize("metric", METRICS)


@pytest.fixture(scope="module")
def gaps() -> Store:
    """Ledgers full of gaps."""
    return messy(3)


@every_metric
def test_each_part_of_a_split_is_what_asking_for_it_gives(gaps: Store, sample_facts: Facts, metric: str) -> None:
    for facts in (sample_facts, gaps.facts()):
        for name in METRICS[metric].by:
            for row in frame(facts, metric, (name,)).head(SHOWN).itertuples():
                # Coverage asked for by a term or round is not limited to the current term, nor is its split.
                asked = figure(facts, metric, {name: getattr(row, name)})
                wanted = tuple(None if pd.isna(v) else pytest.approx(v, **EXACT) for v in (row.numerator, row.denominator))
                assert (asked.numerator, asked.denominator) == wanted, (name, getattr(row, name))


@every_metric
def test_the_parts_of_an_additive_metric_add_up_to_the_whole(gaps: Store, sample_facts: Facts, metric: str) -> None:
    one = METRICS[metric]
    for facts in (sample_facts, gaps.facts()):
        whole = figure(facts, metric)
        for name in one.by:
            parts = frame(facts, metric, (name,))
            if one.additive and not DIMENSIONS[name].several:
                assert parts["value"].sum() == pytest.approx(whole.value or 0, **EXACT), name
            elif one.denominator and one.denominator.register and name in one.denominator.carries:
                assert parts["denominator"].sum() == whole.denominator, name
                assert parts["numerator"].fillna(0).sum() == whole.numerator, name
            if one.denominator is None:
                assert (parts["value"].dropna() >= 0).all(), name


@every_metric
def test_a_split_or_filter_that_a_metric_cannot_take_is_refused_in_words(sample_facts: Facts, metric: str) -> None:
    one = METRICS[metric]
    for name in DIMENSIONS.keys() - set(one.by):
        label = DIMENSIONS[name].label
        with pytest.raises(CannotSplit, match="不能按"):
            frame(sample_facts, metric, (name,))
        if name not in one.dated:
            with pytest.raises(CannotSplit) as told:
                figure(sample_facts, metric, {name: DIMENSIONS[name].example})
            assert label in str(told.value) and one.label in str(told.value)


def test_no_two_metrics_or_dimensions_bear_the_same_label() -> None:
    for declared in (METRICS, DIMENSIONS):
        assert len({one.label for one in declared.values()}) == len(declared)


@every_metric
def test_every_metric_is_declared_in_full(metric: str) -> None:
    one = METRICS[metric]
    assert one.unit and one.meaning.endswith("。") and one.why.endswith("。") and one.said_as and one.ledgers and one.by
    if one.denominator:
        assert "÷" in one.meaning and one.of
    assert all(ledger in one.numerator.cells or ledger in one.ledgers for ledger in one.numerator.cells)


@pytest.mark.parametrize("name", DIMENSIONS)
def test_every_dimension_reads_its_own_example(name: str) -> None:
    one = DIMENSIONS[name]
    assert one.conditions(one.example)


@every_metric
def test_every_metric_stands_an_empty_store(metric: str) -> None:
    facts = Store.memory().facts()
    found = figure(facts, metric)
    assert (found.value, found.text) == (None, "未报")
    for name in METRICS[metric].by:
        assert frame(facts, metric, (name,)).empty

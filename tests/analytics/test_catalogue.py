"""All metrics × all dimensions: a metric or dimension that is added is tested by existing."""

import pandas as pd
import pytest

from analytics.dimensions import DIMENSIONS
from analytics.metrics import METRICS
from analytics.query import CannotSplit, figure, frame
from data.facts import Facts
from data.store import Store
from tests.messy import messy

PAIRS = [(metric, name) for metric, one in METRICS.items() for name in one.by]
REFUSED = [(m, n) for m, one in METRICS.items() for n in DIMENSIONS if n not in one.by]
SHOWN = 12


@pytest.fixture(scope="module")
def gaps() -> Store:
    """Ledgers full of gaps."""
    return messy(3)


@pytest.mark.parametrize(("metric", "name"), PAIRS)
def test_each_part_of_a_split_is_what_asking_for_it_gives(sample_facts: Facts, metric: str, name: str) -> None:
    found = frame(sample_facts, metric, (name,))
    for row in found.head(SHOWN).itertuples():
        # Coverage asked for by a term or round is not limited to the current term, nor is its split.
        asked = figure(sample_facts, metric, {name: getattr(row, name)})
        wanted = tuple(None if pd.isna(v) else v for v in (row.numerator, row.denominator))
        assert (asked.numerator, asked.denominator) == wanted, getattr(row, name)


@pytest.mark.parametrize(("metric", "name"), PAIRS)
def test_the_parts_of_an_additive_metric_add_up_to_the_whole(
    gaps: Store, sample_facts: Facts, metric: str, name: str
) -> None:
    one = METRICS[metric]
    for facts in (sample_facts, gaps.facts()):
        parts = frame(facts, metric, (name,))
        whole = figure(facts, metric)
        if one.additive and not DIMENSIONS[name].several:
            assert parts["value"].sum() == pytest.approx(whole.value or 0)
        elif one.denominator and one.denominator.register and name in one.denominator.carries:
            assert parts["denominator"].sum() == whole.denominator
            assert parts["numerator"].fillna(0).sum() == whole.numerator
        if one.denominator is None:
            assert (parts["value"].dropna() >= 0).all()


@pytest.mark.parametrize(("metric", "name"), PAIRS)
def test_every_label_of_a_split_can_be_asked_for(gaps: Store, metric: str, name: str) -> None:
    facts = gaps.facts()
    for row in frame(facts, metric, (name,)).head(SHOWN).itertuples():
        asked = figure(facts, metric, {name: getattr(row, name)})
        wanted = tuple(None if pd.isna(v) else v for v in (row.numerator, row.denominator))
        assert (asked.numerator, asked.denominator) == wanted, getattr(row, name)


@pytest.mark.parametrize(("metric", "name"), REFUSED)
def test_a_split_or_filter_that_a_metric_cannot_take_is_refused_in_words(
    sample_facts: Facts, metric: str, name: str
) -> None:
    one, label = METRICS[metric], DIMENSIONS[name].label
    with pytest.raises(CannotSplit, match="不能按"):
        frame(sample_facts, metric, (name,))
    if name not in one.dated:
        with pytest.raises(CannotSplit) as told:
            figure(sample_facts, metric, {name: DIMENSIONS[name].example})
        assert label in str(told.value) and one.label in str(told.value)


@pytest.mark.parametrize("metric", METRICS)
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


@pytest.mark.parametrize("metric", METRICS)
def test_every_metric_stands_an_empty_store(metric: str) -> None:
    facts = Store.memory().facts()
    found = figure(facts, metric)
    assert (found.value, found.text) == (None, "—")
    for name in METRICS[metric].by:
        assert frame(facts, metric, (name,)).empty

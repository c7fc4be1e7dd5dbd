"""The product's figures and a second, plain computation agree, over many random scopes and on messy data."""

import random

import pytest

from analytics.dimensions import UNSAID
from analytics.metrics import METRICS
from analytics.query import figure, labels
from data.store import Store
from tests.messy import messy
from tests.sample import sample_store
from tests.second_opinion import QUESTIONS, Opinion

SCOPES = 40


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The sample county's store."""
    return sample_store(tmp_path_factory.mktemp("sample"))


def _scopes(store: Store, metric: str, chance: random.Random, count: int) -> list[dict[str, str]]:
    """Scopes of up to three dimensions, of labels that occur."""
    one, facts = METRICS[metric], store.facts()
    known = {name: labels(facts, metric, name) for name in one.by}
    dated = {"term": ["十三届"], "year": ["2017年", "2018年", "2020年"]}
    known |= {name: dated[name] for name in one.dated}
    found: list[dict[str, str]] = [{}]
    for _ in range(count):
        usable = sorted(n for n in known if known[n])
        found.append(
            {n: chance.choice(known[n]) for n in chance.sample(usable, min(len(usable), chance.randint(1, 3)))}
        )
    return found


def _compare(store: Store, metric: str, opinion: Opinion, count: int) -> None:
    facts, chance = store.facts(), random.Random(metric)
    for where in _scopes(store, metric, chance, count):
        found, said = figure(facts, metric, where), opinion.ask(metric, where)
        assert (found.numerator, found.denominator) == said, (metric, where)


def test_every_metric_has_a_second_opinion() -> None:
    assert set(QUESTIONS) == set(METRICS)


@pytest.fixture(scope="module")
def of_sample(sample: Store) -> Opinion:
    """The second opinion on the sample county."""
    return Opinion(sample, sample.facts())


@pytest.mark.parametrize("metric", METRICS)
def test_both_agree_on_the_sample_county(sample: Store, of_sample: Opinion, metric: str) -> None:
    _compare(sample, metric, of_sample, SCOPES)


@pytest.mark.parametrize("seed", range(8))
def test_both_agree_on_ledgers_full_of_gaps(seed: int) -> None:
    store = messy(seed)
    opinion = Opinion(store, store.facts())
    for metric in METRICS:
        _compare(store, metric, opinion, 25)


def test_unsaid_is_a_value_that_can_be_asked_for(sample: Store, of_sample: Opinion) -> None:
    where = {"form": UNSAID}
    assert figure(sample.facts(), "orgs_inspected", where).numerator == of_sample.ask("orgs_inspected", where)[0] > 0

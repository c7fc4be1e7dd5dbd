"""The agreed figures: what one real county reported for its year, out of the sample county's workbooks."""

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest

from analytics.metrics import METRICS
from analytics.query import figure
from data.facts import Facts
from data.samples.first_start import fill
from data.store import Store
from tests.second_opinion import Opinion

FILE = Path(__file__).parents[1] / "figures.csv"


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """One line of figures.csv; `where` holds labels as on screen, `value` is in the metric's unit, as printed with two decimals."""

    metric: str
    where: dict[str, str]
    numerator: int
    denominator: int | None
    value: float
    source: str

    def __str__(self) -> str:
        return f"{self.metric} {'; '.join(f'{k}={v}' for k, v in self.where.items())}"


def agreed() -> list[Agreed]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return [
            Agreed(
                metric=line["metric"],
                where=dict(pair.split("=", 1) for pair in line["where"].split(";") if pair),
                numerator=int(line["numerator"]),
                denominator=int(line["denominator"]) if line["denominator"] else None,
                value=float(line["value"]),
                source=line["source"],
            )
            for line in csv.DictReader(file)
        ]


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store.memory()
    fill(store)
    yield store
    store.close()


@pytest.fixture(scope="module")
def facts(store) -> Facts:
    return store.facts()


@pytest.mark.parametrize("one", agreed(), ids=str)
def test_an_agreed_figure_comes_out_of_the_sample_ledgers(facts, one):
    found = figure(facts, one.metric, one.where)
    assert (found.numerator, found.denominator) == (one.numerator, one.denominator), one.source
    assert found.value == pytest.approx(one.value, abs=0.005), one.source


@pytest.fixture(scope="module")
def opinion(store, facts) -> Opinion:
    return Opinion(store, facts)


@pytest.mark.parametrize("one", agreed(), ids=str)
def test_the_second_opinion_comes_to_the_same_agreed_figure(opinion, one):
    assert opinion.ask(one.metric, one.where) == (one.numerator, one.denominator), one.source


def test_an_agreed_rate_is_its_numerator_over_its_denominator():
    for one in agreed():
        if one.denominator:
            times = 100 if METRICS[one.metric].unit == "%" else 1
            assert one.value == pytest.approx(times * one.numerator / one.denominator, abs=0.005)


def test_every_agreed_figure_names_its_source():
    assert all(one.source for one in agreed())
    assert len(agreed()) >= 25


def test_withdrawing_the_clue_ledger_leaves_the_reported_totals_in_its_place(store):
    """Rounds ten and eleven stand in the round ledger too: the figure is then reported, not counted."""
    number = next(one["id"] for one in store.imports() if "线索" in one["file"])
    where = {"year": "2020", "kind": "常规"}
    before = figure(store.facts(), "cases_filed", where)
    store.withdraw(number, "测试")
    without = figure(store.facts(), "cases_filed", where)
    store.restore(number, "测试")
    assert (before.value, before.basis) == (12, "明细")
    assert (without.value, without.basis) == (12, "报送")
    assert figure(store.facts(), "cases_filed", where).basis == "明细"


def test_organisations_abolished_by_reform_are_on_the_register_and_not_in_the_denominator(store, facts):
    assert len(store.live("organisations")) == 104
    assert figure(facts, "orgs_total").value == 95

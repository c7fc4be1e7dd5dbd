"""From a figure to its cells."""

from analytics.metrics import METRICS
from analytics.query import figure
from analytics.source import source
from data.facts import Facts
from tests.store.sendings import inspected, sending, store_of


def test_a_reported_figure_leads_to_the_cells_that_hold_it() -> None:
    one = sending(
        "rounds",
        *({"term": 13, "round": 10, "organisation": o, "issues": n} for o, n in (("甲局", 9), ("乙局", 5))),
        file="第十轮.xlsx",
    )
    found = source(store_of(one).facts(), "issues_found")
    assert found[["file", "sheet", "row", "field", "cell", "basis"]].values.tolist() == [
        ["第十轮.xlsx", "Sheet1", 4, "发现问题(个)", "D4", "报送"], ["第十轮.xlsx", "Sheet1", 5, "发现问题(个)", "D5", "报送"],
    ]  # fmt: skip


def test_a_counted_figure_leads_to_one_cell_a_row() -> None:
    facts = store_of(sending("issues", *({"text": f"问题{n}", "year": 2020, "round": 10} for n in range(3)))).facts()
    assert source(facts, "issues_found")["cell"].tolist() == ["A4", "A5", "A6"]
    assert source(facts, "issues_found", {"round": 11}).empty


def test_cells_can_be_shown_as_of_an_earlier_import() -> None:
    store = store_of(inspected("甲局", issues=5), inspected("甲局", issues=8))
    assert source(store.facts(as_of=1), "issues_found")["file"].tolist() == ["第1轮.xlsx"]
    assert len(source(store.facts(), "issues_found")) == 1


def test_every_metric_of_the_sample_county_leads_to_cells(sample_facts: Facts) -> None:
    for name in METRICS:
        found = source(sample_facts, name)
        assert len(found) >= bool(figure(sample_facts, name).numerator), name
        assert found["cell"].notna().mean() > 0.9, name

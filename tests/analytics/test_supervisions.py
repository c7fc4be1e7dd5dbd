"""监督贯通: which way, in which year, and how much of it was taken up."""

from datetime import date

import pandas as pd

from analytics.cards.supervisions import supervision_cards
from analytics.charts import sides
from analytics.panels import PANELS
from analytics.panels.panel import build
from analytics.panels.supervisions import SUPERVISION_PANELS
from analytics.query import figure, frame
from analytics.theme import THEMES
from data.importing import Choices, Known, check
from data.samples import tracked
from data.store import Store
from data.workbook.limits import Limits
from data.workbook.reading import read_in_process
from tests.store.sendings import sending, store_of

LIGHT = THEMES["light"]


def passed(*rows: dict):
    """A ledger of supervision; rows are handed to the commission for discipline inspection unless they say otherwise."""
    named = [
        {"item_no": str(n), "year": 2020, "direction": "移交", "partner": "纪检监察", "matter": "线索", **row}
        for n, row in enumerate(rows)
    ]
    return sending("supervisions", *named, file="贯通.xlsx")


def values(store: Store, **where: str):
    facts = store.facts()
    return tuple(figure(facts, f"supervision_{name}", where).value for name in ("handed", "received", "taken_up"))


def test_a_batch_without_a_number_is_one_or_as_many_as_were_taken_up():
    assert values(store_of(passed({"items": None}))) == (1, None, None)
    assert values(store_of(passed({"items": None, "taken_up": 3}))) == (3, None, 3)
    assert values(store_of(passed({"items": 0}))) == (0, None, None)


def test_what_is_not_said_to_be_taken_up_is_left_out_of_both_sides_of_the_rate():
    store = store_of(passed({"items": 4, "taken_up": 3}, {"items": 6, "taken_up": None}, {"items": 2, "taken_up": 0}))
    found = figure(store.facts(), "supervision_taken_up_rate", {"direction": "移交"})
    assert (found.of, found.text) == ("3/6", "50.0%")
    assert "另有 6 件未写明" in build(PANELS["supervision_taken_up"], store.facts(), {}, LIGHT).say


def test_the_year_is_when_it_was_handed_over_not_that_of_its_round():
    rounds = sending("rounds", {"year": 2019, "term": 13, "round": 9, "organisation": "县财政局"}, file="轮次.xlsx")
    row = {"year": None, "round": 9, "term": 13, "items": 2, "handed_on": date(2020, 3, 2)}
    store = store_of(rounds, passed(row))
    assert values(store, year="2020年")[0] == 2
    assert values(store, year="2020年", round="第九轮")[0] == 2
    assert values(store, year="2019年")[0] is None


def test_a_matter_of_no_round_is_of_no_kind_of_inspection():
    store = store_of(passed({"items": 2}, {"items": 5, "round": 10, "term": 13}))
    assert values(store)[0] == 7
    assert values(store, kind="常规")[0] == 5


def test_a_row_without_direction_is_on_neither_side():
    assert values(store_of(passed({"direction": None, "items": 5}, {"items": 1}))) == (1, None, None)


def test_partners_stand_in_the_order_of_the_ledger_and_unknown_ones_behind():
    store = store_of(passed({"partner": "县残联"}, {"partner": "审计"}, {"partner": "组织"}, {"partner": "纪检监察"}))
    found = frame(store.facts(), "supervision_handed", by=("partner",))
    assert found["partner"].tolist() == ["纪检监察", "组织", "审计", "县残联"]


def test_a_partner_that_only_received_stands_in_its_place_in_the_chart():
    store = store_of(
        passed({"partner": "审计", "direction": "接收", "items": 3}, {"partner": "财会", "items": 2}, {"partner": "组织", "direction": "接收"})
    )
    made = build(PANELS["supervision_by_partner"], store.facts(), {}, LIGHT)
    assert made.table["监督类别"].tolist() == ["组织", "审计", "财会"]
    assert made.say.startswith("移交 **2** 件，接收 **4** 件；往来最多的是审计")


def test_bars_go_out_to_the_left_and_come_in_to_the_right_of_one_middle():
    found = frame_of(("审计", 3.0, None), ("<b>组织</b>", 5.0, 12.0))
    made = sides(found, LIGHT, left="移交", right="接收", unit="件")
    assert [trace["x"] for trace in made["data"]] == [[-3.0, -5.0], [0, 12.0]]
    low, high = made["layout"]["xaxis"]["range"]
    assert -low == high > 12
    assert made["data"][1]["customdata"] == ["—", "12"]
    assert "&lt;b&gt;组织" in made["layout"]["yaxis"]["ticktext"][1]


def frame_of(*rows: tuple):
    return pd.DataFrame(rows, columns=["name", "left", "right"])


def test_the_sample_hands_over_the_clues_that_the_other_ledgers_know(sample_facts):
    where = {"year": "2020年"}
    handed = figure(sample_facts, "supervision_handed", where | {"matter": "线索"}).value
    assert handed == figure(sample_facts, "clues_transferred", where).value == 19


def only_ledger() -> Store:
    """A store that has but the sample's ledger of supervision."""
    path = next(path for path in tracked() if path.name.startswith("10."))
    checked = check([read_in_process(path.name, path.read_bytes(), Limits())], Known(), Choices())
    return store_of(*checked.imports)


def test_the_panels_need_no_other_ledger():
    facts = only_ledger().facts()
    for panel in SUPERVISION_PANELS:
        made = build(panel, facts, {"year": "2020年"}, LIGHT)
        assert len(made.table) and made.say
    assert [card.value for card in supervision_cards(facts, {"year": "2020年"})] == ["56", "83.3", "112", "81.3"]


def test_the_panels_are_empty_in_an_empty_store():
    facts = Store.memory().facts()
    for panel in SUPERVISION_PANELS:
        made = build(panel, facts, {}, LIGHT)
        assert made.empty and not made.say and made.figure is None
    assert {card.value for card in supervision_cards(facts, {})} == {"未报"}

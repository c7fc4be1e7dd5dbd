"""The page of decks: what an address means, what is saved, and that the stage runs as a page."""

from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from analytics.decks import READY
from data.store import Store
from pages.parts import decks
from pages.parts.projecting import link
from pages.parts.scope import scope_asked
from pages.parts.stage import style_sheet
from pages.server.routes import CHART_FILE

FRAME = Path(__file__).resolve().parents[2] / "pages" / "frame.py"
KNOWN = (
    {"term": "十二届", "year": "2015年", "round": "第一轮", "kind": "常规"},
    {"term": "十三届", "year": "2019年", "round": "第九轮", "kind": "常规"},
    {"term": "十三届", "year": "2020年", "round": "第十轮", "kind": "常规"},
)


@pytest.mark.parametrize(
    "asked, wanted",
    [
        ({}, {"term": "十三届"}),
        ({"year": "2020年"}, {"term": "十三届", "year": "2020年"}),
        ({"term": "各届"}, {}),
        ({"term": "十二届", "year": "2020年"}, {"term": "十二届"}),
        ({"round": "第九轮", "kind": "常规", "deck": "annual"}, {"term": "十三届", "round": "第九轮", "kind": "常规"}),
    ],
)
def test_an_address_asks_for_the_scope_that_the_bar_would_show(asked, wanted):
    assert dict(scope_asked(KNOWN, asked).where) == wanted


def test_a_saved_deck_has_a_name_an_order_and_an_event_and_can_be_deleted():
    store = Store.memory()
    decks.save(store, " 三季度专题会 ", ("clue_cohorts", "way_to_case"), "张")
    assert decks.saved(store)["三季度专题会"].panels == ("clue_cohorts", "way_to_case")
    assert decks.asked(store, {"deck": "三季度专题会"}).title == "三季度专题会"
    assert store.version() == 1
    decks.drop(store, "三季度专题会", "李")
    assert decks.saved(store) == {} and decks.asked(store, {"deck": "三季度专题会"}) is None


@pytest.mark.parametrize("name, panels", [("", ("way_to_case",)), ("annual", ("way_to_case",)), ("own", ("way_to_case",)), ("名称", ())])
def test_a_deck_without_a_name_of_its_own_or_without_panels_is_not_saved(name, panels):
    store = Store.memory()
    with pytest.raises(ValueError, match="请"):
        decks.save(store, name, panels, "张")
    assert store.version() == 0


def test_an_address_names_ready_sets_and_panels_and_ignores_what_it_does_not_know():
    store = Store.memory()
    assert decks.asked(store, {"deck": "annual"}) is READY["annual"]
    assert decks.asked(store, {"deck": "own", "panels": "way_to_case,nowhere,way_to_case"}).panels == ("way_to_case",)
    assert decks.asked(store, {"deck": "own", "panels": "nowhere"}) is None
    assert decks.asked(store, {"deck": "nowhere"}) is decks.asked(store, {}) is None


def test_a_link_says_everything_that_the_deck_needs():
    said = parse_qs(link("own", panels=("way_to_case",), masked=False, auto=15, where={"year": "2020年"}).removeprefix("?"))
    assert said == {
        "deck": ["own"], "show": ["1"], "panels": ["way_to_case"], "mask": ["false"], "auto": ["15"], "year": ["2020年"],
    }  # fmt: skip
    assert "mask" not in link("annual", where={})


@pytest.mark.parametrize("deck", [*READY, "nowhere"])
def test_the_stage_runs_as_a_page_and_an_unknown_deck_leads_to_the_choice(deck):
    app = AppTest.from_file(str(FRAME), default_timeout=60).run()
    app.query_params["deck"], app.query_params["show"] = deck, "1"
    app.switch_page("meeting.py").run()
    assert not app.exception and not app.error
    assert bool(app.toggle) == (deck == "nowhere")


def test_the_stage_has_both_themes_and_its_own_chart_code():
    assert 'data-theme="light"' in style_sheet() and 'data-theme="dark"' in style_sheet()
    assert CHART_FILE.is_file()

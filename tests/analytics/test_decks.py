"""Decks: the same panels as on the pages, one finding a slide, nothing empty, nothing too long."""

import json

import pandas as pd
import pytest

from analytics.decks import READY, Deck, make
from analytics.decks.follow import follow_up
from analytics.decks.lists import listing
from analytics.decks.titles import SIZES, fits, shortened, size_of, title_of
from analytics.decks.walls import CHIPS, HEIGHT, walls
from analytics.panels import PANELS
from analytics.panels.panel import Tile, Town, build
from analytics.query import figure
from analytics.theme import LIGHT, MEETING
from data.facts import Facts
from data.store import Store
from tests.store.sendings import organisations, sending, store_of

YEAR = {"term": "十三届", "year": "2020年"}


@pytest.mark.parametrize("name", READY)
def test_a_ready_set_has_a_cover_key_figures_and_a_slide_for_each_panel_with_data(sample_facts: Facts, name: str) -> None:
    made = make(READY[name], sample_facts, YEAR)
    ids = [str(slide["id"]).rsplit("-", 1)[0] for slide in made.slides]
    assert ids[:2] == ["cover", "figures"]
    assert list(dict.fromkeys(ids[2:])) == list(READY[name].panels) and made.left_out == ()
    json.dumps(made.slides, allow_nan=False)


@pytest.mark.parametrize("name", READY)
def test_an_empty_store_makes_a_cover_and_no_empty_slide(name: str) -> None:
    made = make(READY[name], Store.memory().facts(), {})
    assert [slide["id"] for slide in made.slides] == ["cover"]
    assert len(made.left_out) == len(READY[name].panels)


def test_a_store_that_has_only_a_register_leaves_out_what_it_does_not_know() -> None:
    made = make(READY["annual"], store_of(organisations("县财政局", "县审计局", organisation_kind="党政机关")).facts(), {})
    ids = [slide["id"] for slide in made.slides]
    assert "coverage_by_kind" in ids and "issues_by_category" not in ids
    assert PANELS["issues_by_category"].title in made.left_out


def test_every_panel_has_a_title_that_fits_a_slide(sample_facts: Facts) -> None:
    every = Deck(name="every", title="全部", panels=tuple(PANELS))
    for where in ({}, YEAR):
        for slide in make(every, sample_facts, where).slides[1:]:
            title = str(slide["title"])
            assert title and not title.endswith(("。", "，", "；")), slide["id"]
            assert fits(title, int(slide["size"]), 2) and slide["size"] >= 44


def test_slides_of_the_ready_sets_state_a_finding_rather_than_name_their_panel(sample_facts: Facts) -> None:
    for deck in READY.values():
        for slide in make(deck, sample_facts, YEAR).slides[1:]:
            assert slide["title"] != slide["kicker"], slide["id"]


def test_the_title_comes_from_the_frame_that_the_chart_is_drawn_from(sample_facts: Facts) -> None:
    found = figure(sample_facts, "coverage_rate", {"term": "十三届"})
    title = title_of(build(PANELS["coverage_pace"], sample_facts, {"term": "十三届"}, LIGHT))
    assert found.text in title and found.of in title


def test_a_long_title_loses_its_last_clauses_not_its_end() -> None:
    said = "，".join(["各轮移送线索一百零七件"] * 9)
    short = shortened(said)
    assert said.startswith(short) and not short.endswith("，") and fits(short, SIZES[-1], 2)
    assert size_of("短") == SIZES[0] and size_of("长" * 40) == SIZES[-1]


def test_the_footer_names_office_scope_day_and_version_and_the_marking_is_never_missing(sample_facts: Facts) -> None:
    made = make(READY["secretary"], sample_facts, YEAR)
    assert made.foot == (sample_facts.settings.office, "十三届 · 2020年", "数据截至2020年12月31日", f"第{sample_facts.version}版")
    assert made.marking == (sample_facts.settings.marking or "内部资料")
    store = Store.memory()
    store.set("marking", "内部资料 注意保存", "张")
    assert make(READY["secretary"], store.facts(), {}).marking == "内部资料 注意保存"


def test_charts_on_slides_are_the_screens_charts_enlarged_with_fewer_rows(sample_facts: Facts) -> None:
    small = build(PANELS["issues_by_organisation"], sample_facts, YEAR, LIGHT).figure
    large = build(PANELS["issues_by_organisation"], sample_facts, YEAR, MEETING["light"]).figure
    rows = MEETING["light"].rows
    assert list(large["data"][0]["x"]) == list(small["data"][0]["x"])[:rows] and large["data"][0]["width"] == small["data"][0]["width"]
    sizes = [large["layout"]["font"]["size"], *(note["font"]["size"] for note in large["layout"]["annotations"])]
    assert min(sizes) >= 44
    assert large["layout"]["meta"] == {"rows": rows} and "meta" not in small["layout"]


@pytest.mark.parametrize("theme", MEETING)
def test_no_text_of_any_chart_is_smaller_than_the_back_row_needs(sample_facts: Facts, theme: str) -> None:
    def sizes(value: object) -> list[float]:
        if isinstance(value, dict):
            own = [value["size"]] if "size" in value and "color" in value and "symbol" not in value else []
            return own + [size for inner in value.values() for size in sizes(inner)]
        return [size for inner in value for size in sizes(inner)] if isinstance(value, list) else []

    for panel in PANELS.values():
        drawn = build(panel, sample_facts, YEAR, MEETING[theme]).figure
        texts = {**drawn["layout"], "hoverlabel": None, "traces": [trace.get("textfont") for trace in drawn["data"]]} if drawn else {}
        assert all(size >= 44 for size in sizes(texts)), panel.name


def test_a_wall_of_many_unfinished_towns_takes_several_slides_and_loses_none() -> None:
    towns = [Town(name=f"第{n}镇", tiles=tuple(Tile(name="村", state="todo" if n < 15 else "done") for _ in range(9 + n))) for n in range(30)]
    made = walls(towns, LIGHT)
    assert len(made) > 1
    assert [row["name"] for one in made for row in one["rows"]] == [f"第{n}镇" for n in range(15)]
    assert [chip.split(" ")[0] for one in made for chip in one["chips"]] == [f"第{n}镇" for n in range(15, 30)]
    assert all(68 * len(one["rows"]) + 60 * -(-len(one["chips"]) // CHIPS) <= HEIGHT for one in made)


def test_a_list_shows_what_fits_and_says_what_is_left() -> None:
    table = pd.DataFrame({"党组织": [f"县第{n}单位" for n in range(20)], "空": [None] * 20, "问题": range(20), "说明": ["很长的说明" * 30] * 20})
    made = listing(table)
    assert made["head"] == ["党组织", "问题"] and made["numbers"] == [False, True]
    assert len(made["rows"]) == 7 and made["left"] == "共 20 项，显示前 7 项"


def test_a_figure_answers_by_round_town_and_category_what_is_split_adds_up(sample_facts: Facts) -> None:
    slides = {slide["id"]: slide for slide in make(READY["annual"], sample_facts, YEAR).slides}
    follow = slides["figures"]["cards"][1]["follow"]
    groups = {group["label"]: group["rows"] for group in follow["groups"]}
    assert list(groups) == ["按轮次", "按乡镇(街道)", "按问题类别"]
    assert sum(int(text) for _, text, _ in groups["按轮次"]) == int(follow["value"]) == 301


def test_a_deck_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(ValueError, match="no panel"):
        Deck(name="a", title="甲", panels=("nowhere",))
    with pytest.raises(ValueError, match="twice"):
        Deck(name="a", title="甲", panels=("way_to_case", "way_to_case"))
    with pytest.raises(ValueError, match="title"):
        Deck(name="a", title=" ", panels=())


def test_a_figure_of_an_earlier_version_leads_to_its_page_at_that_version() -> None:
    rows = [{"round": number, "term": 13, "year": 2020, "organisation": f"{number}局", "issues": 2} for number in (9, 10)]
    store = store_of(sending("rounds", *rows, file="轮次.xlsx"), organisations("甲局"))
    addresses = [follow_up(facts, ("issues_found",), {})["address"] for facts in (store.facts_at(1), store.facts())]
    assert addresses[0].endswith("&as_of=1") and "as_of" not in addresses[1]

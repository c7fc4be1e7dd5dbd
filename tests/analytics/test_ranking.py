"""A rate of a small whole is drawn with what chance leaves open; one of a very small whole is no extreme and takes no place in a ranking."""

from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go
import pytest

from analytics.cards.overview import filing_card
from analytics.charts import bars
from analytics.decks.follow import split
from analytics.metrics import METRICS
from analytics.panels import PANELS
from analytics.panels.panel import build
from analytics.query import figure, frame
from analytics.ranking import bar_frame, extreme, few, interval, marked, not_ranked, ranked, small_noted, span_said
from analytics.theme import LIGHT, MEETING
from data.settings import Settings
from data.store import Store
from tests.store.sendings import sending, store_of

SETTINGS = Settings()
RATES = pd.DataFrame(
    {
        "town": ["甲镇", "乙镇", "丙镇", "丁镇"], "numerator": [1, 18, 30, None], "denominator": [2, 20, 40, 12],
        "value": [50.0, 90.0, 75.0, None], "basis": "明细", "absent": ["", "", "", "unreported"],
    }
)  # fmt: skip


def rectified(*rows: tuple[str, int, int]) -> Store:
    """A store in which each unit has so many issues put right of so many."""
    issues = [
        {"round": 10, "year": 2020, "organisation": unit, "text": f"{unit}{n}", "state": "已完成" if n < done else "进行中"}
        for unit, done, of in rows for n in range(of)
    ]  # fmt: skip
    return store_of(sending("rectifications", *issues, file="整改.xlsx"))


def test_what_is_ranked_stands_by_its_rate_and_a_very_small_whole_after_it() -> None:
    found = ranked(RATES, "rectification_rate", SETTINGS, lowest=True)
    assert found[["town", "apart"]].values.tolist() == [["丙镇", False], ["乙镇", False], ["甲镇", True]]
    assert ranked(RATES, "rectification_rate", SETTINGS)["town"].tolist() == ["乙镇", "丙镇", "甲镇"]


def test_only_a_ranked_row_is_called_an_extreme_and_only_among_several() -> None:
    found = ranked(RATES, "rectification_rate", SETTINGS, lowest=True)
    assert extreme(found).town == "丙镇"
    assert extreme(found[found["town"] != "乙镇"]) is None
    assert extreme(found.head(0)) is None


def test_the_office_says_below_which_whole_nothing_is_ranked() -> None:
    assert [few(n, SETTINGS) for n in (None, 0, 9, 10)] == [False, False, True, False]
    loose = ranked(RATES, "rectification_rate", replace(SETTINGS, rank_below=1), lowest=True)
    assert loose["town"].tolist() == ["甲镇", "丙镇", "乙镇"] and not loose["apart"].any()
    assert not_ranked(replace(SETTINGS, rank_below=5)) == "基数不足5，不排名"
    with pytest.raises(ValueError, match="不排名的基数"):
        replace(SETTINGS, rank_below=40)


def test_bars_show_the_interval_of_a_small_whole_and_grey_for_what_stands_apart() -> None:
    rows = ranked(RATES, "rectification_rate", SETTINGS)
    drawn = bar_frame(rows, "town", SETTINGS)
    assert drawn["state"].tolist() == ["done", "done", "todo"]
    assert drawn["low"].notna().tolist() == [True, False, True]
    chart = bars(drawn, LIGHT, full=100, apart_text=not_ranked(SETTINGS))
    said = chart["data"][0]["hovertext"]
    assert said[0] == "<br>95%区间 69.9%–97.2%" and said[1] == ""
    assert "基数不足10，不排名" in [one["text"] for one in chart["layout"]["annotations"]]
    places = chart["data"][0]["y"]
    assert places[2] - places[1] > places[1] - places[0]
    whiskers = {(one["x0"], one["x1"]) for one in chart["layout"]["shapes"] if one["type"] == "line"}
    assert (drawn["low"].iloc[0], drawn["high"].iloc[0]) in whiskers
    go.Figure(chart)


def test_a_chart_without_anything_apart_or_small_is_as_it_was() -> None:
    rows = ranked(RATES[RATES["town"] == "丙镇"], "rectification_rate", SETTINGS)
    chart = bars(bar_frame(rows, "town", SETTINGS), LIGHT, full=100, apart_text=not_ranked(SETTINGS))
    assert [one["text"] for one in chart["layout"]["annotations"]] == ["30/40　75.0%"]
    assert "hovertext" not in chart["data"][0]
    assert small_noted(rows, SETTINGS) == ""


def test_the_gap_before_what_stands_apart_leaves_a_slide_no_higher() -> None:
    rows = pd.concat([RATES.assign(town=f"{n}镇") for n in range(3)], ignore_index=True)
    chart = bars(bar_frame(ranked(rows, "rectification_rate", SETTINGS), "town", SETTINGS), MEETING["light"], full=100, apart_text="不排名")
    assert chart["data"][0]["y"][-1] <= MEETING["light"].rows - 1


def test_a_rate_that_the_office_brings_about_itself_has_no_interval() -> None:
    planned = [one.name for one in METRICS.values() if one.planned]
    assert "village_coverage_rate" in planned and "filing_rate" not in planned
    assert marked(RATES, "village_coverage_rate", SETTINGS)["low"].isna().all()


def test_a_part_larger_than_its_whole_has_no_interval() -> None:
    assert interval(3, 2) is None and interval(None, 2) is None and interval(0, 0) is None


def test_no_panel_calls_a_unit_of_few_issues_the_lowest() -> None:
    facts = rectified(("甲局", 0, 3), ("乙局", 6, 12), ("丙局", 11, 12)).facts()
    made = build(PANELS["rectify_by_organisation"], facts, {}, LIGHT)
    assert made.table["单位"].tolist() == ["乙局", "丙局", "甲局"]
    assert "乙局最低" in made.say and "甲局" not in made.say
    assert made.table["95%区间"].tolist() == ["25.4%–74.6%", "64.6%–98.5%", "0.0%–56.1%"]
    assert "灰色为基数不足10的，不排名" in made.note


def test_a_lower_threshold_ranks_what_stood_apart() -> None:
    store = rectified(("甲局", 0, 3), ("乙局", 6, 12), ("丙局", 11, 12))
    store.set("rank_below", 3, "张")
    made = build(PANELS["rectify_by_organisation"], store.facts(), {}, LIGHT)
    assert "甲局最低" in made.say and "灰色" not in made.note


def test_the_answer_to_a_question_in_a_meeting_ranks_no_small_whole_either() -> None:
    facts = rectified(("甲局", 3, 3), ("乙局", 6, 12), ("丙局", 11, 12)).facts()
    found = frame(facts, "rectification_rate", ("organisation",))
    told = split(found, METRICS["rectification_rate"], "organisation", facts.settings)
    assert [row[:2] for row in told["rows"]] == [["丙局", "91.7%"], ["乙局", "50.0%"], ["甲局", "100.0%（3/3）"]]


def test_towns_are_listed_by_what_is_left_to_do_rather_than_by_their_rate() -> None:
    villages = [{"town": town, "village": f"{town}{n}村"} for town, of in (("甲镇", 3), ("乙镇", 8)) for n in range(of)]
    reached = [{"town": "乙镇", "village": f"乙镇{n}村", "round": 10, "year": 2020, "status": "已完成"} for n in range(4)]
    facts = store_of(sending("villages", *villages), sending("village_reaches", *reached)).facts()
    made = build(PANELS["villages_by_town"], facts, {}, LIGHT)
    assert made.table["乡镇（街道）"].tolist() == ["乙镇", "甲镇"]
    assert "还差 !!7 个村（社区）!!" in made.say


def test_a_card_of_few_clues_says_what_chance_leaves_open() -> None:
    clues = [{"clue_no": str(n), "round": 10, "year": 2020, "state": "已立案" if n < 12 else "初步核实"} for n in range(17)]
    facts = store_of(sending("clues", *clues)).facts()
    assert "95%区间 46.9%–86.7%" in filing_card(facts, {}).note
    assert span_said(figure(facts, "filing_rate"), replace(SETTINGS, interval_below=17)) == ""

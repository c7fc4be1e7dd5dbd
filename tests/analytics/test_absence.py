"""0, 无, 未报, ／ and 已脱敏 are five things, told apart in figures, tables, charts, slides and workbooks; values stay what they are."""

from dataclasses import replace
from io import BytesIO

import pandas as pd
import pytest
from openpyxl import load_workbook

from analytics.absence import ABSENCES, is_sign, legend, numeric, reasons, signed
from analytics.cards.card import Card
from analytics.charts import heat
from analytics.decks.lists import listing
from analytics.export.table import table_workbook
from analytics.panels import PANELS
from analytics.panels.frames import merged
from analytics.panels.panel import build
from analytics.query import figure, frame
from analytics.theme import LIGHT
from data.facts import Facts
from data.store import Store
from tests.store.sendings import inspected, sending, store_of


def clues(*rows: dict) -> Facts:
    own = {"round": 10, "year": 2020}
    return store_of(sending("clues", *(own | {"clue_no": str(n)} | row for n, row in enumerate(rows)))).facts()


def test_a_figure_without_a_value_says_why() -> None:
    empty = figure(Store.memory().facts(), "clues_transferred")
    assert (empty.value, empty.absent, empty.text) == (None, "unreported", "未报")
    rate = figure(store_of(inspected("甲局", round=10, year=2020, clues=0, cases=0)).facts(), "filing_rate")
    assert (rate.value, rate.absent, rate.text, rate.of) == (None, "inapplicable", "／", "0/0")


def test_a_masked_count_of_persons_is_no_unreported_one() -> None:
    facts = clues({"state": "已立案", "case_persons": 2, "sanctions": 1})
    facts = replace(facts, below=3)
    count, rate = figure(facts, "case_persons"), figure(facts, "sanction_rate")
    assert (count.value, count.absent, count.text) == (None, "masked", "<3")
    assert (rate.value, rate.absent, rate.text) == (None, "masked", "已脱敏")


def test_none_counted_and_none_reported_are_told_apart() -> None:
    counted = figure(clues({"state": "初步核实"}), "cases_filed")
    reported = figure(store_of(inspected("甲局", round=10, year=2020, clues=0)).facts(), "clues_transferred")
    assert (counted.value, counted.absent, counted.text) == (0, "", "0")
    assert (reported.value, reported.absent, reported.text) == (0, "nil", "0")


def test_a_frame_says_of_each_part_why_it_has_no_value() -> None:
    facts = store_of(
        inspected("甲局", round=8, year=2019, clues=0), inspected("乙局", round=9, year=2019, issues=4), inspected("丙局", round=10, year=2020, clues=3)
    ).facts()
    found = frame(facts, "clues_transferred", ("round",))
    assert dict(zip(found["round"], reasons(found), strict=True)) == {"第八轮": "nil", "第十轮": ""}
    both = merged(frame(facts, "issues_found", ("round",)), {"clues": found}, on="round")
    assert dict(zip(both["round"], reasons(both, "clues"), strict=True)) == {"第九轮": "unreported", "第八轮": "nil", "第十轮": ""}


TABLE = pd.DataFrame({"轮次": ["一", "二", "三", "四"], "立案（件）": [0.0, None, None, 2.0]})
ABSENT = {"立案（件）": ["nil", "unreported", "inapplicable", ""]}


def test_a_table_has_the_signs_and_keeps_its_numbers() -> None:
    shown = signed(TABLE, ABSENT)
    assert shown["立案（件）"].tolist() == ["无", "未报", "／", 2.0]
    assert TABLE["立案（件）"].tolist()[3] == 2.0 and TABLE["立案（件）"].dtype == float
    assert numeric(shown["立案（件）"]) and not numeric(shown["轮次"])


def test_the_legend_explains_the_signs_that_are_used_and_no_others() -> None:
    assert legend({}) == legend({"立案（件）": ["", ""]}) == ""
    assert legend({"立案（件）": ["unreported"]}) == "“未报”为台账没有说明，不是0。"
    assert legend(ABSENT).count("为") == 3


def test_workbook_and_slide_have_the_signs_of_the_screen() -> None:
    shown = signed(TABLE, ABSENT)
    sheet = load_workbook(BytesIO(table_workbook("题", [], shown))).active
    assert [row[1].value for row in sheet.iter_rows(min_row=4)] == ["无", "未报", "／", 2]
    told = listing(shown)
    assert [row[1] for row in told["rows"]] == ["无", "未报", "／", "2"] and told["numbers"] == [False, True]


def test_a_heat_map_draws_nought_pale_and_what_is_not_there_without_a_fill() -> None:
    rows = pd.DataFrame(
        {"row": ["甲", "甲", "乙"], "column": ["一", "二", "一"], "value": [0.0, 4.0, None], "absent": ["", "", "inapplicable"]}
    )
    chart = heat(rows, LIGHT, rows="row", columns="column")
    assert chart["data"][0]["z"] == [[0.0, 4.0], [None, None]]
    assert chart["data"][0]["text"] == [["", ""], ["／", "未报"]]
    assert [one["text"] for one in chart["layout"]["annotations"]] == ["0", "<b>4</b>", "／", "未报"]
    assert len(chart["layout"]["shapes"]) == 2


def test_a_category_that_a_round_with_details_has_none_of_is_nought_and_one_of_totals_is_unreported() -> None:
    facts = store_of(
        sending("issues", *({"round": 11, "year": 2020, "organisation": "甲局", "text": f"{n}", "category": "基层党组织建设"} for n in range(2))),
        sending("issues", {"round": 10, "year": 2020, "organisation": "乙局", "text": "一", "category": "贯彻决策部署"}),
    ).facts()
    made = build(PANELS["issues_by_category"], facts, {}, LIGHT)
    counts = made.table.set_index("问题类别")
    assert counts.loc["基层党组织建设"].tolist() == [0, 2] and counts.loc["贯彻决策部署"].tolist() == [1, 0]


def test_a_panel_says_of_rounds_without_details_that_what_is_open_is_unreported() -> None:
    facts = store_of(inspected("甲局", round=9, year=2019, clues=12, cases=8)).facts()
    made = build(PANELS["clue_cohorts"], facts, {}, LIGHT)
    assert made.signed["未办结（件）"].tolist() == ["未报"]
    assert "“未报”为台账没有说明，不是0" in made.note and "未办结（件）未报" in made.alt


def test_a_card_without_a_value_has_no_unit() -> None:
    assert Card(name="one", why="清点得出", label="一", value="未报", unit="%").unit == ""
    assert Card(name="one", why="清点得出", label="一", value="0", unit="件").unit == "件"


@pytest.mark.parametrize("name", [name for name in ABSENCES if name != "zero"])
def test_every_sign_is_known_as_one(name: str) -> None:
    assert is_sign(ABSENCES[name].sign)
    assert not is_sign("0") and not is_sign(0)

"""Every figure that is shown names its metric and scope, or says why it has none: key figures, charts, tables, steps, lines, reports."""

from collections import Counter

import pandas as pd
import pytest

from analytics.cards import CARDS
from analytics.cards.card import Card
from analytics.figures import Cells, Chosen, by_cell, chosen_cell, chosen_mark, clickable, figures, offered
from analytics.figures.address import figure_address, figure_query
from analytics.figures.cells import numbers
from analytics.figures.chosen import DERIVED, LIST, NOTHING, TEXT, TIME
from analytics.figures.points import points, shown_in
from analytics.panels import PANELS
from analytics.panels.panel import Built, build
from analytics.query import figure
from analytics.report import TEMPLATES, Scope, written
from analytics.theme import LIGHT
from data.facts import Facts
from data.store import Store

YEAR = {"term": "十三届", "year": "2020年"}
SCOPES = (YEAR, {**YEAR, "kind": "常规"}, {**YEAR, "round": "第十一轮"}, {})


@pytest.fixture(scope="module")
def year(sample_facts: Facts) -> dict[str, tuple[Built, Cells]]:
    """Every panel of the sample year with the figures of its table."""
    shown = {name: built(name, sample_facts, YEAR) for name in PANELS}
    return {name: (made, by_cell(figures(made, sample_facts, YEAR))) for name, made in shown.items()}


def built(name: str, facts: Facts, where: dict[str, str]) -> Built:
    """A panel as a page shows it."""
    return build(PANELS[name], facts, where, LIGHT)


@pytest.mark.parametrize("where", SCOPES, ids=lambda where: "-".join(where.values()))
def test_every_mark_of_every_chart_is_a_metrics_figure_of_the_same_value_or_says_why(sample_facts: Facts, where: dict[str, str]) -> None:
    seen: Counter[str] = Counter()
    for name in PANELS:
        made = built(name, sample_facts, where)
        if made.figure is None:
            continue
        cells, places = by_cell(figures(made, sample_facts, where)), shown_in(made)
        for mark, point in points(made.figure).items():
            one = chosen_mark(made, sample_facts, where, cells, mark)
            assert bool(one.metric) != bool(one.why), (name, point)
            if one.metric:
                told = getattr(figure(sample_facts, one.metric, one.where), cells[places[mark]].kind)
                assert told == pytest.approx(point.value, rel=1e-5, abs=0.006), (name, point, one)
            seen["figure" if one.metric else "undeclared" if one.why == DERIVED else "nothing there" if one.why == NOTHING else "declared"] += 1
    # What a panel does not declare to be none is a figure.
    assert seen["undeclared"] == 0 and seen["figure"] > 100
    assert seen["figure"] / (seen["figure"] + seen["nothing there"]) >= 0.9


def test_a_cell_of_a_table_is_a_figure_of_the_same_value_or_says_why(sample_facts: Facts, year: dict) -> None:
    for name, (made, cells) in year.items():
        for column in range(len(made.table.columns)):
            for row in range(min(3, len(made.table))):
                one = chosen_cell(made, sample_facts, YEAR, cells, (row, column))
                assert one.said and bool(one.metric) != bool(one.why), (name, row, column)
                if one.metric:
                    told = getattr(figure(sample_facts, one.metric, one.where), cells[row, column].kind)
                    assert told == pytest.approx(made.table.iat[row, column], abs=1e-9), (name, row, column)


def test_columns_of_numbers_are_figures_or_their_panel_says_how_they_come_about(sample_facts: Facts, year: dict) -> None:
    silent = []
    for name, (made, cells) in year.items():
        for column in numbers(made.table) if cells or made.why else ():
            rows = [row for row in range(len(made.table)) if pd.notna(made.table.iat[row, column])]
            why = {chosen_cell(made, sample_facts, YEAR, cells, (row, column)).why for row in rows} - {""}
            silent += [(name, made.table.columns[column])] if DERIVED in why else []
    # A list of projects states amounts of single rows; they are no one's sum.
    assert [one for one in silent if one[0] != "audit_list"] == []


def test_what_is_chosen_is_said_with_its_part_its_unit_and_what_it_rests_on(sample_facts: Facts, year: dict) -> None:
    made, cells = year["issues_by_category"]
    assert chosen_mark(made, sample_facts, YEAR, cells, (0, 0)) == Chosen(
        said="群众身边腐败和作风 · 第十轮：发现问题 66 个（明细）", metric="issues_found",
        where={**YEAR, "category": "群众身边腐败和作风", "round": "第十轮"},
    )  # fmt: skip
    assert chosen_cell(made, sample_facts, YEAR, cells, (0, 0)).why == TEXT


def test_a_reported_total_is_followed_like_a_counted_one(sample_facts: Facts) -> None:
    made = built("clue_cohorts", sample_facts, {"term": "十三届"})
    one = chosen_cell(made, sample_facts, {"term": "十三届"}, by_cell(figures(made, sample_facts, {"term": "十三届"})), (0, 1))
    assert one.metric == "clues_transferred" and one.where["round"] == "第一轮" and one.said.endswith("（报送）")


def test_lists_and_charts_of_time_say_that_they_hold_no_figures(sample_facts: Facts) -> None:
    left = built("coverage_left", sample_facts, YEAR)
    assert chosen_cell(left, sample_facts, YEAR, {}, (0, 0)).why == LIST
    chain = built("follow_up_chain", sample_facts, YEAR)
    assert points(chain.figure) == {} and chosen_mark(chain, sample_facts, YEAR, {}, (1, 0)).why == TIME


def test_a_row_of_two_parts_is_followed_by_both(year: dict) -> None:
    one = next(one for one in year["supervision_taken_up"][1].values() if one.kind == "value" and one.metric == "supervision_taken_up_rate")
    assert {"direction", "partner"} <= set(one.where)


def test_the_last_point_of_the_course_is_the_figure_as_it_stands(sample_facts: Facts) -> None:
    where = {"term": "十三届"}
    made = built("coverage_pace", sample_facts, where)
    cells = by_cell(figures(made, sample_facts, where))
    first, *_, last = points(made.figure)
    assert chosen_mark(made, sample_facts, where, cells, last).metric == "coverage_rate"
    assert "累计" in chosen_mark(made, sample_facts, where, cells, first).why


def test_cells_of_a_heat_map_are_covered_with_marks_that_can_be_chosen_and_bars_are_not(sample_facts: Facts) -> None:
    heat = built("issues_by_category", sample_facts, YEAR)
    drawn = clickable(heat.figure)
    assert len(drawn.figure["data"]) == len(heat.figure["data"]) + 1
    assert drawn.covered == tuple(points(heat.figure))
    assert drawn.mark({"curve_number": 1, "point_index": 0}) == drawn.covered[0]
    assert drawn.mark({"curve_number": 1, "point_index": 10_000}) is None and drawn.mark({"curve_number": 7, "point_index": 0}) is None
    bars = built("issues_by_team", sample_facts, YEAR)
    drawn = clickable(bars.figure)
    assert len(drawn.figure["data"]) == len(bars.figure["data"])
    assert drawn.mark({"curve_number": 0, "point_index": 2}) == (0, 2)
    assert all(trace["unselected"]["marker"]["opacity"] == 1 for trace in drawn.figure["data"])


@pytest.mark.parametrize("page", CARDS)
def test_every_key_figure_is_its_metrics_figure_or_says_why_it_is_none(sample_facts: Facts, page: str) -> None:
    for where in (*SCOPES, {}):
        for card in CARDS[page](sample_facts, where):
            if card.metric:
                assert stated(card, sample_facts), card
            else:
                assert card.why and not card.why.endswith("。")


def stated(card: Card, facts: Facts) -> bool:
    """Whether a key figure's value is that of its metric in its scope."""
    return figure(facts, card.metric, card.where).text.removesuffix("%") == card.value


@pytest.mark.parametrize("page", CARDS)
def test_key_figures_of_an_empty_office_name_their_metrics_too(page: str) -> None:
    assert all(card.metric or card.why for card in CARDS[page](Store.memory().facts(), {}))


@pytest.mark.parametrize("name", PANELS)
def test_every_panel_offers_its_metrics_in_its_scope(sample_facts: Facts, name: str) -> None:
    made = built(name, sample_facts, YEAR)
    found = offered(made, sample_facts, YEAR)
    assert [metric for metric, *_ in found] == list(PANELS[name].metrics)
    assert all(set(where) <= set(YEAR) & set(PANELS[name].takes) for *_, where in found)
    assert all(one.value == figure(sample_facts, metric, where).value for metric, one, where in found)


def test_steps_and_lines_name_the_figures_that_they_state(sample_facts: Facts) -> None:
    for name in ("way_to_case", "audit_way"):
        steps = built(name, sample_facts, YEAR).steps
        assert all(step.metric and bool(step.rate or "每百个" in step.between) == bool(step.between) for step in steps)
        assert all(figure(sample_facts, step.metric, YEAR).text == step.value for step in steps)
    for line in built("works", sample_facts, YEAR).lines:
        assert bool(line.figures) == (line.label != "数据核对")
        assert all(figure(sample_facts, metric, dict(where)).text in line.plain for metric, where in line.figures)


def test_a_report_lists_the_figures_that_it_states_and_no_others(sample_facts: Facts) -> None:
    template = "# 总结\n{{ 数(\"发现问题\") }}个问题，移送{{ 数(\"移送线索\", 类型=\"常规\") }}件，整改评估{{ 数(\"整改评估单位\") }}个。"
    report = written(template, sample_facts, Scope(year=2020, term=13))
    assert report.text.endswith("301个问题，移送17件。")
    assert report.figures == (("issues_found", (("year", "2020年"),)), ("clues_transferred", (("year", "2020年"), ("kind", "常规"))))
    for name, text in TEMPLATES.items():
        assert written(text, sample_facts, Scope(year=2020, term=13)).figures, name


def test_the_address_of_a_figure_holds_its_scope_and_its_moment() -> None:
    assert figure_query("issues_found", {"year": "2020年", "town": None}) == {"metric": "发现问题", "term": "各届", "year": "2020年"}
    assert figure_query("issues_found", {"term": "十三届"}, 7) == {"metric": "发现问题", "term": "十三届", "as_of": "7"}
    assert figure_address("issues_found", {"category": "贯彻决策部署&x"}).endswith("category=%E8%B4%AF%E5%BD%BB%E5%86%B3%E7%AD%96%E9%83%A8%E7%BD%B2%26x")

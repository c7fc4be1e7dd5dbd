"""Pieces of pages: what they say, and that no text they are given becomes HTML."""

import base64
import re

import pytest

from analytics.cards.card import Card
from analytics.figures import Chosen
from analytics.panels.panel import Step
from analytics.theme import DARK, LIGHT
from pages.parts.card import card_head_html
from pages.parts.chosen import line_html
from pages.parts.kpi import kpi_html, spark_svg
from pages.parts.masthead import masthead_html
from pages.parts.sentence import marked
from pages.parts.steps import rows
from pages.parts.wall import Tile, Town, wall_data

HOSTILE = "<img src=x onerror=alert(1)>\"'&"


def card(**fields: object) -> Card:
    """A key figure that is no metric's."""
    return Card(name="figure", why="清点得出", **fields)


def harmless(html: str) -> bool:
    """Tells whether a text that tried to become an element stayed a text."""
    return "<img src=x" not in html and "&lt;img src=x" in html


def test_no_part_lets_a_text_become_html():
    figure = card(
        label=HOSTILE, value=HOSTILE, unit=HOSTILE, delta="+" + HOSTILE, delta_basis=HOSTILE, warn=HOSTILE, note=HOSTILE
    )
    assert harmless(kpi_html(figure, LIGHT))
    assert harmless(masthead_html(HOSTILE, [HOSTILE]))
    assert harmless(card_head_html(HOSTILE, HOSTILE, f"**{HOSTILE}**"))
    assert all(harmless(html) for html in rows([Step(label=HOSTILE, value=HOSTILE, unit=HOSTILE, between=HOSTILE)])[0])
    assert harmless(line_html(Chosen(said=HOSTILE, why=HOSTILE)))


def test_sentence_marks_strength_and_warning():
    assert marked("完成 **81%**，!!落后!!") == "完成 <b>81%</b>，<mark>落后</mark>"


def test_lone_marks_stay_as_they_are():
    assert marked("5 ** 3 !! 2") == "5 ** 3 !! 2"


@pytest.mark.parametrize(
    "delta, good, arrow, verdict",
    [
        ("+4.2个百分点", True, "▲", "good"),
        ("−3.2个百分点", False, "▼", "bad"),
        ("-3件", None, "▼", None),
        ("±0", None, "", None),
    ],
)
def test_change_shows_direction_and_verdict_separately(delta, good, arrow, verdict):
    html = kpi_html(card(label="甲", value="1", delta=delta, delta_basis="较上轮", good=good), LIGHT)
    assert f"<b>{arrow} {delta[1:]}</b>" in html
    assert f'class="delta{" " + verdict if verdict else ""}"' in html


def test_bar_lags_only_behind_its_pace():
    assert "lags" in kpi_html(card(label="甲", value="81", fraction=0.81, pace=0.95), LIGHT)
    assert "lags" not in kpi_html(card(label="甲", value="81", fraction=0.95, pace=0.81), LIGHT)
    assert "lags" not in kpi_html(card(label="甲", value="81", fraction=0.81), LIGHT)


def test_change_without_a_basis_is_refused():
    with pytest.raises(ValueError, match="delta_basis"):
        card(label="甲", value="1", delta="+1个")
    with pytest.raises(ValueError, match="begin with"):
        card(label="甲", value="1", delta="1个", delta_basis="较上轮")
    with pytest.raises(ValueError, match="between 0 and 1"):
        card(label="甲", value="81", fraction=81)


def test_a_key_figure_names_its_metric_or_says_why_it_has_none():
    with pytest.raises(ValueError, match="needs a metric"):
        Card(name="figure", label="甲", value="1")
    with pytest.raises(ValueError, match="needs a metric"):
        Card(name="figure", label="甲", value="1", metric="issues_found", why="清点得出")
    with pytest.raises(ValueError, match="no metric"):
        Card(name="figure", label="甲", value="1", metric="issues")


def test_warned_figure_draws_its_course_in_the_warning_colour_of_its_theme():
    html = kpi_html(card(label="甲", value="1", warn="落后", spark=(1, 3, 2)), DARK)
    svg = base64.b64decode(re.search('base64,([^"]+)', html)[1]).decode()
    assert DARK.late in svg and LIGHT.late not in svg


def test_flat_course_is_drawn_without_dividing_by_zero():
    assert "nan" not in spark_svg([5, 5, 5], "#000")


def test_more_steps_than_can_be_told_apart_are_refused():
    with pytest.raises(ValueError, match="5 steps"):
        rows([Step(label="甲", value="1", unit="个")] * 5)


def test_wall_counts_done_villages_and_leaves_absent_states_out_of_its_legend():
    data = wall_data(
        [
            Town(
                name="甲镇",
                tiles=[Tile(name="东村", state="done", note="发现问题 3 个"), Tile(name="西村", state="doing")],
            )
        ]
    )
    assert data["towns"][0]["count"] == "1/2"
    assert data["towns"][0]["tiles"][0]["tip"] == "甲镇东村：已巡察，发现问题 3 个"
    assert [entry["text"] for entry in data["legend"]] == ["已巡察 1", "进驻中 1", "未巡察 0"]


def test_wall_gives_the_largest_town_one_row_until_tiles_get_too_narrow():
    assert wall_data([])["columns"] == 10
    assert wall_data([Town(name="甲镇", tiles=[Tile(name="村", state="done")] * 17)])["columns"] == 17
    assert wall_data([Town(name="甲镇", tiles=[Tile(name="村", state="done")] * 60)])["columns"] == 22

"""A chart is a function of a frame and a theme; what it shows must be what the frame says."""

import json
from datetime import date

import pandas as pd
import plotly.graph_objects as go
import pytest

from analytics.charts import Segment, bars, columns, heat, pace, stacked
from analytics.charts.ink import contrast, on_ramp, readable_on
from analytics.theme import THEMES

TOWNS = pd.DataFrame(
    {
        "name": ["白石镇", "青山镇", "河口镇"],
        "length": [100.0, 85.7, None],
        "text": ["12/12 100.0%", "12/14 85.7%", "—"],
    }
)
STATES = pd.DataFrame({"name": ["县直部门", "乡镇"], "done": [40, 20], "todo": [8, 0], "text": ["40/48", "20/20"]})
SEGMENTS = [Segment(column="done", label="已完成", state="done"), Segment(column="todo", label="未巡察", state="todo")]
ISSUES = pd.DataFrame(
    {"category": ["甲类", "甲类", "乙类"], "round": ["第十轮", "第十一轮", "第十一轮"], "value": [26, 63, 5]}
)
DONE = pd.DataFrame({"day": [date(2017, 3, 31), date(2020, 12, 31)], "value": [8.4, 81.05]})
TERM = {"start": date(2016, 10, 1), "end": date(2021, 9, 30)}


def every_chart(theme):
    return {
        "bars": bars(TOWNS, theme, full=100),
        "columns": columns(pd.DataFrame({"name": ["0–3个月"], "height": [3], "text": ["3条"]}), theme),
        "heat": heat(ISSUES, theme, rows="category", columns="round"),
        "pace": pace(DONE, theme, **TERM),
        "stacked": stacked(STATES, theme, SEGMENTS),
    }


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("name", every_chart(THEMES["light"]))
def test_a_chart_is_plain_data_that_plotly_accepts_in_both_themes(name, theme):
    figure = every_chart(theme)[name]
    json.dumps(figure, allow_nan=False)
    go.Figure(figure)


@pytest.mark.parametrize("chart", [bars, columns, lambda f, t: stacked(f, t, SEGMENTS)], ids=["bars", "columns", "stacked"])
def test_an_empty_frame_draws_an_empty_chart(chart):
    frame = pd.DataFrame({name: [] for name in ("name", "length", "height", "text", "done", "todo")})
    go.Figure(chart(frame, THEMES["light"]))


def test_bars_stand_in_the_order_of_the_frame_with_the_first_on_top():
    layout = bars(TOWNS, THEMES["light"])["layout"]
    assert [name.strip() for name in layout["yaxis"]["ticktext"]] == ["白石镇", "青山镇", "河口镇"]
    assert layout["yaxis"]["range"][0] > layout["yaxis"]["range"][1]


def test_a_bar_without_a_value_has_no_length_but_keeps_its_text():
    figure = bars(TOWNS, THEMES["light"])
    assert figure["data"][0]["x"][2] == 0
    assert figure["layout"]["annotations"][2]["text"] == "—"


def test_heat_says_of_a_pair_that_was_not_reported_that_it_was_not_rather_than_zero():
    figure = heat(ISSUES, THEMES["light"], rows="category", columns="round")
    assert figure["data"][0]["z"] == [[26, 63], [None, 5]]
    assert [note["text"] for note in figure["layout"]["annotations"]] == ["26", "<b>63</b>", "5", "未报"]


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_numbers_on_a_heat_map_are_readable_on_every_shade(theme):
    shades = [on_ramp(theme.ramp, step / 50) for step in range(51)]
    assert min(contrast(readable_on(shade), shade) for shade in shades) >= 4.5


def test_pace_draws_the_gap_where_work_lags_and_none_where_it_leads():
    behind = pace(DONE, THEMES["light"], **TERM)
    assert any("差 4.0" in note["text"] for note in behind["layout"]["annotations"])
    ahead = pace(DONE.assign(value=[8.4, 90.0]), THEMES["light"], **TERM)
    assert any("超 5.0" in note["text"] for note in ahead["layout"]["annotations"])
    assert len(ahead["data"]) == len(behind["data"]) - 1


def test_pace_without_a_term_claims_no_pace():
    figure = pace(DONE, THEMES["light"], start=None, end=None)
    assert not any("序时" in note["text"] or "百分点" in note["text"] for note in figure["layout"]["annotations"])


def test_stacked_parts_add_up_to_their_row():
    figure = stacked(STATES, THEMES["light"], SEGMENTS)
    assert [sum(row) for row in zip(*(trace["x"] for trace in figure["data"]), strict=True)] == [48, 20]


def test_a_name_from_a_workbook_is_shown_as_it_stands_never_as_markup():
    hostile = TOWNS.assign(name=["<b>镇</b>", "<a href='x'>镇", "A&B"], text=["<i>1</i>"] * 3)
    shown = json.dumps(bars(hostile, THEMES["light"]), ensure_ascii=False)
    assert "<b>镇" not in shown and "<a href" not in shown and "<i>1" not in shown
    assert "&lt;b&gt;镇" in shown

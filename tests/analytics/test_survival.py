"""Clues followed in time: what is open is open, what has no dates is said and left out, what is young may still grow."""

from datetime import date, timedelta

import plotly.graph_objects as go
import pytest

from analytics.charts.survival import Cohort, survival
from analytics.panels import PANELS
from analytics.panels.clue_survival import GROWING
from analytics.panels.panel import build
from analytics.survival import MONTH, course
from analytics.theme import LIGHT, MEETING
from data.facts import Facts
from tests.store.sendings import sending, store_of

AT = date(2020, 12, 31)


def clues(*rows: tuple[int, int | None], at: date = AT, **values: object) -> Facts:
    """Facts of clues that were handed over so many days before the end, filed so many days after (None: not)."""
    made = [
        {
            "clue_no": str(n), "round": 10, "year": 2020, "transferred_on": at - timedelta(before),
            "filed_on": None if after is None else at - timedelta(before - after), "state": "初步核实" if after is None else "已立案",
        }
        | values
        for n, (before, after) in enumerate(rows)
    ]  # fmt: skip
    return store_of(sending("clues", *made, cut_off=at)).facts()


def test_the_course_is_what_the_hand_computes() -> None:
    # Filed after 30 and 60 days; still open after 30, 90 and 90: S(30) = 4/5, S(60) = 4/5 × 2/3.
    way = course([30, 60, 30, 90, 90], [True, True, False, False, False])
    assert way.share(29 / MONTH) == 0
    assert way.share(30 / MONTH) == pytest.approx(1 / 5)
    assert way.share(60 / MONTH) == way.end == pytest.approx(1 - 4 / 5 * 2 / 3)
    assert (way.watched, way.count, way.reached) == ((5, 3, 2), 5, 2)
    assert (way.full, way.last) == pytest.approx((30 / MONTH, 90 / MONTH))


def test_the_course_is_that_of_the_published_example() -> None:
    # Freireich's leukaemia trial, group 6-MP: the example of every textbook on the estimate; S(6) = 0.857, S(23) = 0.448.
    weeks = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
    relapsed = [one not in (3, 5, 7, 8, 11, 12, 13, 16, 17, 18, 19, 20) for one in range(21)]
    way = course(weeks, relapsed)
    assert [1 - way.share(week / MONTH) for week in (6, 7, 10, 13, 16, 22, 23)] == pytest.approx([0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448], abs=5e-4)


def test_without_anything_open_the_course_is_the_plain_share() -> None:
    way = course([10, 20, 30, 40], [True] * 4)
    assert [way.share(day / MONTH) for day in (10, 20, 30, 40)] == pytest.approx([0.25, 0.5, 0.75, 1.0])


def test_nothing_beyond_the_data_is_told() -> None:
    way = course([30, 60], [True, False])
    assert way.at(1) == (0.5, 1)
    assert way.at(3) is None
    with pytest.raises(ValueError, match="at least one case"):
        course([], [])


def test_where_nothing_has_happened_the_share_is_nought_with_limits() -> None:
    way = course([30, 60], [False, False])
    assert (way.end, way.low[-1], way.high[-1]) == (0, 0, 0)


def test_young_clues_count_as_open_rather_than_as_never_filed() -> None:
    facts = clues((100, 30), (100, None), (10, None), (10, None))
    made = build(PANELS["clue_survival"], facts, {}, LIGHT)
    row = made.table.iloc[0]
    # One of the two that were watched for 30 days, not one of four.
    assert (row["线索（件）"], row["已立案（件）"], row["估计立案率（%）"]) == (4, 1, pytest.approx(50.0))
    assert row["3个月内立案（%）"] == pytest.approx(50.0) and row["满3个月仍在观察（件）"] == 1
    assert made.signed["12个月内立案（%）"].tolist() == ["／"]


def test_a_clue_closed_without_a_case_stays_unfiled_to_the_end() -> None:
    facts = clues((200, 40), (200, None), state=None, closed_on=AT - timedelta(190))
    assert build(PANELS["clue_survival"], facts, {}, LIGHT).table["估计立案率（%）"].tolist() == [pytest.approx(50.0)]


def test_clues_without_dates_are_said_and_left_out() -> None:
    dated = {"round": 10, "year": 2020, "state": "已立案", "transferred_on": date(2020, 5, 1), "filed_on": date(2020, 6, 1)}
    rows = [dated | {"clue_no": "1"}, dated | {"clue_no": "2", "filed_on": None}, dated | {"clue_no": "3", "transferred_on": None}, dated | {"clue_no": "4", "clues": 3}]
    made = build(PANELS["clue_survival"], store_of(sending("clues", *rows)).facts(), {}, LIGHT)
    assert made.table["线索（件）"].tolist() == [1]
    assert "另有 5 件缺移送或立案日期，未计入。" in made.say


def test_only_what_is_open_and_younger_than_the_last_step_may_grow() -> None:
    marks = lambda facts: build(PANELS["clue_survival"], facts, {}, LIGHT).table["说明"].tolist()
    assert marks(clues((100, 30), (100, None))) == [GROWING]
    assert marks(clues((100, 30), (90, 20))) == ["—"]
    assert marks(clues((400, 30), (400, None))) == ["—"]
    assert marks(clues((100, None), state="予以了结")) == ["—"]


def test_rounds_that_may_still_grow_are_marked_where_rounds_are_compared() -> None:
    made = build(PANELS["clue_cohorts"], clues((100, 30), (100, None)), {}, LIGHT)
    assert made.table["说明"].tolist() == [GROWING]
    assert any(GROWING in one["text"] for one in made.figure["layout"]["annotations"])
    old = build(PANELS["clue_cohorts"], clues((500, 30), (500, None)), {}, LIGHT)
    assert old.table["说明"].tolist() == ["—"]


def test_cohorts_are_years_of_handing_over_where_there_are_several() -> None:
    made = build(PANELS["clue_survival"], clues((500, 30), (100, None)), {}, LIGHT)
    assert made.table["移送"].tolist() == ["2019年移送", "2020年移送"]


@pytest.mark.parametrize("theme", [LIGHT, MEETING["dark"]], ids=["screen", "slide"])
def test_the_line_is_dotted_where_only_part_of_a_cohort_was_watched_so_long(theme) -> None:
    chart = survival([Cohort(name="甲<b>", course=course([30, 60, 90], [True, False, False]), growing=True)], theme, growing=GROWING, months=(3, 6))
    dashes = {trace["line"]["dash"]: trace["x"] for trace in chart["data"]}
    assert dashes["solid"][-1] == dashes["dot"][0] == pytest.approx(60 / MONTH, abs=1e-3)
    [label] = [one["text"] for one in chart["layout"]["annotations"]]
    assert "甲&lt;b&gt;" in label and GROWING in label
    go.Figure(chart)


def test_the_sample_countys_cohorts_are_followed_to_the_cut_off(sample_facts: Facts) -> None:
    made = build(PANELS["clue_survival"], sample_facts, {"term": "十三届"}, LIGHT)
    assert made.table[["移送", "线索（件）", "已立案（件）"]].values.tolist() == [["第十轮", 11, 9], ["第十一轮", 6, 3]]
    # Eight of the eleven clues of round ten were filed within three months, and all of them were watched so long.
    assert made.table["3个月内立案（%）"].iloc[0] == pytest.approx(8 / 11 * 100)

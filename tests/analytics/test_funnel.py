"""Funnel plots: parts are judged by what chance explains, named only beyond it, and never put in a row."""

import json
import random
from itertools import combinations

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from analytics.charts import funnel_plot
from analytics.charts.bars import width
from analytics.charts.funnel_plot import PLOT, Scale
from analytics.charts.layout import spread
from analytics.intervals import share_limits
from analytics.panels import PANELS
from analytics.panels.funnels import judged
from analytics.panels.panel import build
from analytics.query import frame
from analytics.theme import LIGHT, MEETING, THEMES, Theme
from data.facts import Facts
from data.store import Store
from tests.store.sendings import inspected, sending, store_of

FUNNELS = ("issues_by_team", "filing_by_team", "rectify_by_town")
HALF = Scale(overall=50.0, unit="%", across="件", most=100.0, limits=lambda n, level: tuple(one * 100 for one in share_limits(0.5, n, level)))


def towns(*rows: tuple[str, int, int]) -> Store:
    """A store in which each town has so many issues put right of so many."""
    issues = [
        {"round": 10, "year": 2020, "organisation": "甲局", "town": town, "text": f"{town}{n}", "state": "已完成" if n < done else "进行中"}
        for town, done, of in rows for n in range(of)
    ]  # fmt: skip
    return store_of(sending("rectifications", *issues, file="整改.xlsx"))


def drawn(*rows: tuple[str, int, int]) -> pd.DataFrame:
    found = pd.DataFrame(rows, columns=["name", "numerator", "denominator"])
    found = found.assign(value=found["numerator"] / found["denominator"] * 100, n=found["denominator"].astype(float))
    return judged(found, HALF)


def test_parts_are_judged_by_both_limits() -> None:
    found = drawn(("甲", 5, 10), ("乙", 1, 10), ("丙", 0, 10), ("丁", 9, 10), ("戊", 10, 10), ("己", 0, 2))
    assert found["beyond"].tolist() == [0, -1, -2, 1, 2, 0]


@pytest.mark.parametrize("theme", [*THEMES.values(), *MEETING.values()], ids=lambda one: f"{one.name}-{one.scale}")
def test_only_parts_beyond_the_limits_are_named_on_the_chart(theme) -> None:
    found = drawn(("甲<b>", 5, 10), ("乙", 10, 10)).assign(beyond=[0, 1])
    chart = funnel_plot(found, theme, HALF)
    said = [one["text"] for one in chart["layout"]["annotations"]]
    assert any("乙" in text for text in said) and not any("甲" in text for text in said)
    assert {"总体 50.0%", "95%控制限", "99.8%控制限"} <= set(said)
    points = [trace for trace in chart["data"] if trace["mode"] == "markers"]
    assert [(trace["text"], trace["marker"]["symbol"]) for trace in points] == [(["甲&lt;b&gt;"], "circle"), (["乙"], "triangle-up")]
    json.dumps(chart, allow_nan=False)
    go.Figure(chart)


def test_labels_keep_apart_in_their_order() -> None:
    assert spread([10.0, 50.0], 5.0) == [10.0, 50.0]
    placed = spread([11.0, 10.0, 10.5], 4.0)
    assert placed[1] < placed[2] < placed[0]
    assert placed[2] - placed[1] == pytest.approx(4.0, abs=0.1) and placed[0] - placed[2] == pytest.approx(4.0, abs=0.1)


def test_towns_that_chance_explains_are_not_told_apart() -> None:
    made = build(PANELS["rectify_by_town"], towns(("甲镇", 8, 10), ("乙镇", 6, 10), ("丙镇", 3, 3)).facts(), {}, LIGHT)
    assert made.say == "**3** 个乡镇（街道）均在控制限内，差异可由偶然解释。总体整改完成率 **73.9%**（17/23）。"
    assert set(made.table["与总体相比"]) == {"控制限以内"}


def test_a_town_that_chance_does_not_explain_is_named_with_its_limit() -> None:
    facts = towns(("甲镇", 38, 40), ("乙镇", 37, 40), ("丙镇", 38, 40), ("白沙镇", 4, 20)).facts()
    made = build(PANELS["rectify_by_town"], facts, {}, LIGHT)
    assert "!!白沙镇!!低于99.8%控制限" in made.say
    stands = dict(zip(made.table["乡镇（街道）"], made.table["与总体相比"], strict=True))
    assert stands["白沙镇"] == "低于99.8%控制限"
    # The table keeps the towns' own order: it is no league table either.
    assert made.table["乡镇（街道）"].tolist() == frame(facts, "rectification_rate", ("town",))["town"].tolist()


def test_two_parts_are_a_table_since_neither_is_the_usual() -> None:
    made = build(PANELS["rectify_by_town"], towns(("甲镇", 8, 10), ("乙镇", 0, 10)).facts(), {}, LIGHT)
    assert made.figure is None and len(made.table) == 2 and "控制限内" not in made.say


def test_a_team_whose_issues_nobody_wrote_down_is_not_called_low() -> None:
    rounds = [inspected(f"{name}局", round=10, year=2020, team=team) for name, team in (("甲", "第一巡察组"), ("乙", "第二巡察组"), ("丙", "第三巡察组"), ("丁", "提级巡察组"))]
    issues = [{"round": 10, "year": 2020, "organisation": f"{name}局", "text": f"{name}{n}"} for name in "甲乙丙" for n in range(9)]
    made = build(PANELS["issues_by_team"], store_of(*rounds, sending("issues", *issues)).facts(), {}, LIGHT)
    stands = dict(zip(made.table["巡察组"], made.table["与总体相比"], strict=True))
    assert stands.pop("提级巡察组") == "没有明细，不比较" and set(stands.values()) == {"控制限以内"}
    assert "提级巡察组没有明细，未列入图中" in made.say and "27/3" in made.say


@pytest.mark.parametrize("name", FUNNELS)
def test_the_sample_counties_parts_are_drawn_each_once(sample_facts: Facts, name: str) -> None:
    made = build(PANELS[name], sample_facts, {"term": "十三届"}, LIGHT)
    points = [name for trace in made.figure["data"] if trace["mode"] == "markers" for name in trace["text"]]
    assert sorted(points) == sorted(made.table.loc[made.table["与总体相比"] != "没有明细，不比较"].iloc[:, 0])


def boxes(chart: dict[str, object], theme: Theme) -> list[tuple[float, float, float, float]]:
    """Left, right, bottom and top of all labels in pixels of a plot of the least size."""
    wide, high = (size * theme.scale for size in PLOT[theme.scale > 1])
    (left, right), (bottom, top) = (chart["layout"][axis]["range"] for axis in ("xaxis", "yaxis"))
    found = []
    for one in chart["layout"]["annotations"]:
        size = one["font"]["size"]
        long = width(one["text"].replace("<b>", "").replace("</b>", "")) * size / 2
        x = (one["x"] - left) / (right - left) * wide + one.get("xshift", 0) - {"left": 0, "center": long / 2, "right": long}[one["xanchor"]]
        y = (one["y"] - bottom) / (top - bottom) * high + one.get("yshift", 0)
        found.append((x, x + long, y - size * 0.6, y + size * 0.6))
    return found


@pytest.mark.parametrize("theme", [LIGHT, MEETING["light"]], ids=lambda one: str(one.scale))
@pytest.mark.parametrize("seed", range(12))
def test_no_label_stands_on_another_or_leaves_the_chart_whatever_the_data(theme: Theme, seed: int) -> None:
    some = random.Random(seed)
    sizes = [some.randint(1, some.choice((10, 400))) for _ in range(16)]
    rows = [(f"{'白沙长滩龙吟'[: some.randint(1, 6)]}{place}镇", some.choice((0, of, of // 2, of // 8)), of) for place, of in enumerate(sizes)]
    found = drawn(*rows)
    chart = funnel_plot(found.assign(beyond=np.sign(found["beyond"])), theme, HALF)
    placed = boxes(chart, theme)
    assert len(placed) > 3
    for (left, right, low, high), (left_2, right_2, low_2, high_2) in combinations(placed, 2):
        assert min(right, right_2) <= max(left, left_2) or min(high, high_2) <= max(low, low_2)
    wide, tall = (size * theme.scale for size in PLOT[theme.scale > 1])
    assert all(left >= 0 and low >= 0 and high <= tall and right <= wide + chart["layout"]["margin"]["r"] for left, right, low, high in placed)


def test_labels_stay_within_their_heights() -> None:
    assert spread([9.0, 9.5], 2.0, within=(0.0, 10.0)) == pytest.approx([8.0, 10.0], abs=0.3)
    assert spread([0.0, 0.0, 0.0], 1.0, within=(0.0, 10.0)) == pytest.approx([0.0, 1.0, 2.0])

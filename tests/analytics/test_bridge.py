"""自上次会议以来: each cause of a change, in numbers, in words, in a chart, with the rows behind it."""

import random
import re
from datetime import date
from fractions import Fraction
from itertools import pairwise

from analytics.bridge import Bridge, Part, bridge, shown_now
from analytics.bridge.cards import since_meeting
from analytics.bridge.drawing import chart
from analytics.bridge.kept import kept
from analytics.bridge.level import Level, level, of, takes
from analytics.bridge.rows import behind
from analytics.bridge.wording import (
    change_said,
    decimals,
    events_said,
    parts_said,
    rounding_said,
    sentence,
    shares,
    signed,
    units,
)
from analytics.cards.overview import overview_cards
from analytics.charts.waterfall import beginning
from analytics.metrics import METRICS
from analytics.theme import LIGHT
from tests.store.sendings import inspected, organisations, sending, store_of


def rectifications(*states: str, file: str = "整改台账.xlsx", cut_off: date = date(2020, 12, 31)):
    """Issues to be put right, one a state."""
    rows = ({"term": 13, "year": 2020, "round": 1, "text": f"问题{n}", "state": s, "_key": str(n)} for n, s in enumerate(states))
    return sending("rectifications", *rows, file=file, cut_off=cut_off)


def parts(found: Bridge) -> list[tuple[str, Fraction]]:
    """Each part as cause and change."""
    return [(part.cause, part.change) for part in found.parts]


def test_why_it_was_75_percent_then_and_is_60_now() -> None:
    store = store_of(rectifications("已完成", "已完成", "已完成", "进行中"))
    store.mark_meeting("书记专题会", "张", figures=shown_now)
    store.commit([rectifications("已完成", "进行中", "已完成", "进行中", "已完成", file="十二月.xlsx")], "李")
    (meeting,) = store.meetings()
    stages = store.stages(meeting.moment)
    found = bridge(stages, "rectification_rate", {"term": "十三届", "town": "白沙镇"}, meeting.figures)
    assert found.where == (("term", "十三届"), ("town", "白沙镇"))
    found = bridge(stages, "rectification_rate", {"term": "十三届"}, meeting.figures)
    assert (found.then.value, found.now.value, found.told) == (75, 60, True)
    assert parts(found) == [("corrected", Fraction(-25)), ("new", Fraction(10))]
    assert [(p.after.top, p.after.bottom) for p in found.parts] == [(2, 4), (3, 5)]
    assert sentence(found) == (
        "整改完成率当时为 **75.0%（3/4）**，现在为 **60.0%（3/5）**，**−15.0个百分点**：更正的行 −25.0个百分点，新增的行 +10.0个百分点。"
    )
    assert events_said(stages) == "新增 1 行、更正 1 行"
    assert found.main.label == "更正的行"


def test_the_rows_behind_a_cause_are_those_whose_own_count_changed() -> None:
    store = store_of(rectifications("已完成", "已完成", "进行中"))
    store.commit([rectifications("已完成", "进行中", "进行中", "进行中", file="十二月.xlsx")], "李")
    stages = store.stages(1)
    found = bridge(stages, "rectification_rate", {})
    corrected, new = (behind(stages, found, part) for part in found.parts)
    assert corrected.count == new.count == 1
    assert corrected.nearness == "这些行在本指标中的计数发生变化"
    row = corrected.rows.iloc[0]
    assert (row["ledger"], row["what"], row["fields"], row["who"]) == ("整改台账", "更正", "整改状态：已完成 → 进行中", "李")
    assert (row["name"], row["cell"], row["import"]) == ("第1轮 问题1", "十二月.xlsx › Sheet1 › E5", 2)
    assert new.rows["what"].tolist() == ["新增"]
    # None of them is a clue.
    assert behind(stages, bridge(stages, "clues_transferred", {}), found.parts[0]).count == 0


def test_a_row_that_moves_a_figure_from_afar_is_named_with_its_ledger() -> None:
    store = store_of(organisations("县公安局", "县法院"), inspected("县公安局"))
    store.commit([inspected("县公安局", team="第一巡察组", status="已完成")], "李")
    stages = store.stages(2)
    found = bridge(stages, "orgs_inspected", {})
    assert not found.moved
    assert behind(stages, found, found.parts[0]).nearness == "这些行计入本指标"


def test_withdrawn_and_restored_imports_are_told_as_such() -> None:
    store = store_of(inspected("县公安局", issues=5), inspected("县法院", issues=3))
    store.withdraw(1, "李")
    stages = store.stages(2)
    found = bridge(stages, "issues_found", {})
    assert parts(found) == [("withdrawn", -5)]
    assert behind(stages, found, found.parts[0]).rows["what"].tolist() == ["撤回"]
    store.restore(1, "李")
    assert parts(bridge(store.stages(3), "issues_found", {})) == [("withdrawn", 5)]
    assert parts(bridge(store.stages(2), "issues_found", {})) == []


def test_a_definition_that_has_changed_since_is_the_first_part() -> None:
    store = store_of(inspected("县公安局", issues=5))
    shown = {"": {"issues_found": (7, None), "rectification_rate": (1, 2)}}
    store.commit([inspected("县法院", issues=3)], "李")
    found = bridge(store.stages(1), "issues_found", {}, shown)
    assert parts(found) == [("definition", -2), ("new", 3)]
    assert (found.then.value, found.now.value, found.change) == (7, 8, 1)
    assert not bridge(store.stages(1), "issues_found", {"year": "2020年"}, shown).told
    gone = bridge(store.stages(1), "rectification_rate", {}, shown)
    assert (change_said(gone), parts_said(gone)) == ("已无数据", ["由此无数", "—"])


def test_a_figure_that_did_not_exist_then_says_so_and_still_adds_up() -> None:
    store = store_of(organisations("县公安局"))
    store.commit([rectifications("已完成", "进行中")], "李")
    found = bridge(store.stages(1), "rectification_rate", {})
    assert (found.then.value, found.change, change_said(found)) == (None, 50, "首次有数")
    assert parts_said(found) == ["由此有数 50.0%"]


def test_what_is_kept_at_a_meeting_is_what_asking_for_it_gives(sample_facts) -> None:
    shown = shown_now(sample_facts)
    assert {"", "term=十三届", "year=2020年", "term=十三届&year=2020年"} <= shown.keys()
    for key in ("", "term=十三届", "term=十三届&year=2020年", "term=十三届&year=2018年"):
        where = dict(pair.split("=") for pair in key.split("&")) if key else {}
        for metric in METRICS:
            found = kept(shown, metric, where)
            assert found is None or found == level(sample_facts, metric, takes(METRICS[metric], where)), (key, metric)
            assert found is not None or key not in ("", "term=十三届"), metric


def test_shown_parts_add_up_to_the_shown_whole_by_largest_remainders() -> None:
    chance = random.Random(5)
    rate = METRICS["rectification_rate"]
    for _ in range(300):
        ends = [of(rate, top, top + chance.randint(0, 40)) for top in (chance.randint(0, 90) for _ in range(5))]
        found = Bridge(
            metric="rectification_rate", where=(), then=ends[0], now=ends[-1], told=True,
            parts=tuple(Part(cause="new", stage=n, before=a, after=b) for n, (a, b) in enumerate(pairwise(ends), 1)),
        )  # fmt: skip
        places = decimals(found)
        assert sum(shares(found)) == units(found.change, places)
        assert all(abs(share - part.change * 10**places) < 1 for share, part in zip(shares(found), found.parts, strict=True))
        assert places in (1, 2)


def test_ends_that_contradict_their_change_are_shown_finer_or_it_is_said() -> None:
    rate = METRICS["rectification_rate"]

    def between(*ends: Level) -> Bridge:
        return Bridge(
            metric="rectification_rate", where=(), then=ends[0], now=ends[1], told=True,
            parts=(Part(cause="new", stage=1, before=ends[0], after=ends[1]),),
        )  # fmt: skip

    # 83.3 − 81.1 is 2.2, the change 2.3.
    finer = between(of(rate, 20, 24), of(rate, 77, 95))
    assert (decimals(finer), change_said(finer)) == (2, "−2.28个百分点")
    assert sentence(finer).startswith("整改完成率当时为 **83.33%（20/24）**，现在为 **81.05%（77/95）**，**−2.28个百分点**")
    told = between(of(rate, 1, 3), of(rate, 2, 3))
    assert (decimals(told), change_said(told)) == (1, "+33.3个百分点")
    assert "末位可差1" in rounding_said(told)
    assert signed(0, 1, "%") == "±0.0个百分点"


def test_key_figures_say_what_has_moved_since_the_last_meeting() -> None:
    store = store_of(organisations("县公安局", "县法院"), inspected("县公安局", issues=5, status="已完成"))
    store.commit([inspected("县法院", issues=3, status="已完成")], "李")
    then = store.stages(2, 2).steps[0].facts
    where = {"term": "十三届"}
    cards = {one.name: one for one in since_meeting(overview_cards(store.facts(), where), then, store.facts())}
    assert cards["coverage_rate"].note.endswith("较上次会议+50.0个百分点")
    assert cards["issues_found"].note.endswith("较上次会议+3个")
    assert "较上次会议" not in cards["filing_rate"].note


def test_the_chart_has_a_whole_bar_at_either_end_and_says_where_its_axis_begins() -> None:
    store = store_of(rectifications(*["已完成"] * 9, "进行中"))
    store.commit([rectifications(*["已完成"] * 8, "进行中", "进行中", "已完成", file="十二月.xlsx")], "李")
    found = bridge(store.stages(1), "rectification_rate", {})
    drawn = chart(found, LIGHT)
    (bars,) = drawn["data"]
    assert drawn["layout"]["yaxis"]["ticktext"] == ["会议当时  ", "更正的行  ", "新增的行  ", "现在  "]
    # Each cause begins where the one before it ended.
    assert [round(one + length, 6) for one, length in zip(bars["base"], bars["x"], strict=True)] == [90, 90, 81.818182, 81.818182]
    texts = [re.sub("<[^>]*>", "", one["text"]) for one in drawn["layout"]["annotations"]]
    assert texts == ["90.0%（9/10）", "▼ −10.0个百分点", "▲ +1.8个百分点", "81.8%（9/11）", "横轴自 70%起，不从零起"]
    assert bars["marker"]["color"][1:3] == [LIGHT.late, LIGHT.blue]
    assert beginning([40.0, 90.0]) == beginning([]) == beginning([0.0, 3.0]) == beginning([7.0, 7.0]) == 0

"""选村: the villages left, in the order that the office's weights give them, each with its reasons."""

from collections import Counter
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from analytics.export.table import table_workbook
from analytics.lists.villages_left import left
from analytics.panels import PANELS
from analytics.panels.panel import build
from analytics.panels.selection import weighted
from analytics.selection import FACTORS, PROPOSALS, Weights, candidate, ranked, weights_said
from analytics.theme import LIGHT
from data.facts import Facts
from data.importing import Choices, Known, check
from data.ledgers.shared import VILLAGE_CLASSES
from data.samples.registers import village_register
from data.steady import saved
from data.store import Store
from data.workbook.limits import Limits
from data.workbook.reading import read_in_process
from tests.store.sendings import sending, store_of

MINE = ("selection_ranked", "selection_scores", "selection_by_town", "selection_by_form")
NONE = (None, None, None, None)


def village(name: str, rating: str | None = "一般", ticks: tuple = NONE, risks: str | None = None):
    return candidate("白沙镇", name, rating, ticks, risks)


def order(found) -> list[str]:
    return [one.candidate.village for one in found]


def test_the_sample_county_has_exactly_the_36_villages_of_two_towns_left(sample_facts: Facts) -> None:
    found = left(sample_facts)
    assert Counter(one.town for one in found) == {"长滩镇": 19, "盘石镇": 17}
    assert len({(one.town, one.village) for one in found}) == 36
    made = build(PANELS["selection_ranked"], sample_facts, {"term": "十三届"}, LIGHT)
    assert len(made.table) == 36
    assert made.say.startswith("本届还有 **36** 个村（社区）未巡察：长滩镇19个、盘石镇17个。")


def test_moving_a_weight_moves_the_order(sample_facts: Facts) -> None:
    usual = ranked(left(sample_facts), Weights())
    moved = ranked(left(sample_facts), Weights(weak=0, petitions=10, key=0, watch=0))
    assert order(usual) != order(moved)
    assert sorted(order(usual)) == sorted(order(moved))
    assert all("risk_petitions" in one.candidate.marks for one in moved[:5])
    assert [one.score for one in moved] == sorted((one.score for one in moved), reverse=True)


def test_a_score_is_the_sum_of_its_marks_and_its_class_and_says_so() -> None:
    (one,) = ranked([village("甲村", "重点", (True, True, False, None))], Weights())
    assert one.score == 3 + 2 + 4
    assert one.why == "党组织软弱涣散 +3、信访反映多 +2、重点村 +4"
    (none,) = ranked([village("乙村")], Weights())
    assert (none.score, none.why) == (0, "一般村")
    (plain,) = ranked([village("丙村", None, (False,) * 4)], Weights())
    assert (plain.score, plain.why, plain.place) == (0, "无风险标志", 1)


def test_equal_scores_keep_the_order_of_the_register() -> None:
    found = ranked([village("甲村", "关注"), village("乙村", "重点"), village("丙村", "关注")], Weights())
    assert order(found) == ["乙村", "甲村", "丙村"]
    assert [one.place for one in found] == [1, 2, 3]


def test_villages_of_which_nothing_is_known_stand_last_and_are_told() -> None:
    facts = store_of(
        sending("villages", {"town": "白沙镇", "village": "甲村"}, {"town": "白沙镇", "village": "乙村", "village_class": "一般"})
    ).facts()
    made = build(PANELS["selection_ranked"], facts, {}, LIGHT)
    assert made.table["村（社区）"].tolist() == ["乙村", "甲村"]
    assert made.table["理由"].tolist()[-1] == "名录未填村情分类和风险标志，暂排最后"
    assert made.table["建议方式"].tolist() == ["巡镇带村", "先确定村情分类"]
    assert made.table["排序"].isna().tolist() == [False, True]
    assert "1 个村未填村情分类和风险标志" in made.say and "尚无延伸巡察到村的记录" in made.say


def test_known_words_among_free_risks_count_and_others_are_shown() -> None:
    one = village("甲村", None, NONE, "1.软弱涣散;2.信访突出、征地拆迁")
    assert one.marks == {"risk_weak", "risk_petitions"}
    (found,) = ranked([one], Weights())
    assert found.why == "党组织软弱涣散 +3、信访反映多 +2；另有征地拆迁，不计分"
    assert not village("乙村", None, NONE, "无").marks
    assert village("乙村", None, NONE, "无").known
    assert village("丙村", None, (True, None, None, None), "党组织软弱涣散").marks == {"risk_weak"}


def test_villages_gone_or_being_inspected_are_not_left() -> None:
    villages = sending(
        "villages", {"town": "白沙镇", "village": "甲村"}, {"town": "白沙镇", "village": "乙村", "to_date": date(2019, 12, 31)},
        {"town": "白沙镇", "village": "丙村"}, {"town": "白沙镇", "village": "丁村"}, {"town": "白沙镇", "village": "戊村"},
    )  # fmt: skip
    stages = {"丙村": "进驻中", "丁村": "已完成", "戊村": "计划"}
    reaches = sending(
        "village_reaches",
        *({"term": 13, "year": 2020, "round": 1, "town": "白沙镇", "village": v, "status": s} for v, s in stages.items()),
    )
    assert [one.village for one in left(store_of(villages, reaches).facts())] == ["甲村", "戊村"]


def test_every_class_has_a_form_proposed_and_a_weight() -> None:
    assert {one.village_class for one in PROPOSALS} == set(VILLAGE_CLASSES)
    assert {one.village_class for one in FACTORS if one.village_class} == set(VILLAGE_CLASSES)
    assert all(hasattr(Weights(), one.name) for one in FACTORS)


def test_a_weight_out_of_range_is_refused() -> None:
    with pytest.raises(ValueError, match="use 0 to 10"):
        Weights(weak=11)


def test_another_term_has_no_villages_left_to_choose(sample_facts: Facts) -> None:
    assert build(PANELS["selection_ranked"], sample_facts, {"term": "十二届"}, LIGHT).empty


def test_the_export_holds_every_village_with_its_reasons_and_the_weights(sample_facts: Facts) -> None:
    weights = Weights(funds=9)
    made = build(weighted(PANELS["selection_ranked"], weights), sample_facts, {}, LIGHT)
    sheet = load_workbook(BytesIO(table_workbook(made.title, [made.note], made.table))).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[1][0] == weights_said(weights) and "项目资金多 9" in rows[1][0]
    assert rows[3] == ["排序", "乡镇（街道）", "村（社区）", "村情分类", "分值", "理由", "建议方式"]
    assert len(rows) == 4 + 36
    assert "项目资金多 +9" in rows[4][5]


def test_the_panels_of_one_selection_agree(sample_facts: Facts) -> None:
    weights = Weights(legacy=7)
    table = build(weighted(PANELS["selection_ranked"], weights), sample_facts, {}, LIGHT).table
    scores = build(weighted(PANELS["selection_scores"], weights), sample_facts, {}, LIGHT)
    assert scores.table["合计（分）"].tolist() == [n for n in table["分值"] if n]
    parts = scores.table.drop(columns=["村（社区）", "合计（分）"]).sum(axis=1)
    assert parts.tolist() == scores.table["合计（分）"].tolist()
    assert build(PANELS["selection_by_town"], sample_facts, {}, LIGHT).table["合计（个）"].sum() == 36
    assert build(PANELS["selection_by_form"], sample_facts, {}, LIGHT).table["未巡察（个）"].sum() == 36


def test_panels_work_with_the_register_alone_and_with_nothing() -> None:
    store = Store.memory()
    assert all(build(PANELS[name], store.facts(), {}, LIGHT).empty for name in MINE)
    read = read_in_process("名录.xlsx", saved(village_register()), Limits())
    store.commit(check([read], Known(), Choices()).imports, "经办人")
    assert all(not build(PANELS[name], store.facts(), {}, LIGHT).empty for name in MINE)
    assert len(left(store.facts())) == 262


def test_no_score_at_all_draws_nothing() -> None:
    facts = store_of(sending("villages", {"town": "白沙镇", "village": "甲村", "village_class": "一般"})).facts()
    assert build(PANELS["selection_scores"], facts, {}, LIGHT).empty
    assert "分值最高" not in build(PANELS["selection_ranked"], facts, {}, LIGHT).say

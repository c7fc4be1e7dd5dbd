"""One cell looked at closely: how it was read, which checks met it, where its row was put."""

from pathlib import Path

import pytest

from analytics.metrics import METRICS
from analytics.trace import Looked, Spot, look
from analytics.trace.place import places
from analytics.trace.reading import reading_steps, told_of
from data.importing import Choices
from data.intake import KEPT, commit, open_files, receive
from data.store import Store
from data.workbook.kept import kept
from tests.intake.books import book
from tests.store.sendings import inspected, store_of

TITLES = [["中共示例县委第十轮巡察工作台账"], ["填报单位：示例县委巡察办　　单位：元"]]
HEADS = ["年度", "被巡察单位", "巡察状态", "立案", "追缴资金", "备注说明"]


@pytest.fixture
def seen(tmp_path: Path):
    """`seen(rows, metric, row)` sends a workbook and looks at the row as that metric counts it."""

    def look_at(rows: list[list], metric: str, row: int) -> Looked:
        store = Store.memory()
        intake = receive(store, *open_files([("台账.xlsx", book([*TITLES, HEADS, *rows]))]), Choices(accept_proposals=True, headings={"备注说明": "!"}))
        commit(store, tmp_path, intake, "李某")
        sha = store.imports()[0]["sha256"]
        return look(store.facts(), METRICS[metric].numerator, Spot("rounds", 1, "Sheet1", row), kept(tmp_path / KEPT, sha))

    return look_at


def steps(found: Looked) -> dict[str, str]:
    """Step → its words."""
    return {one.name: one.text or "；".join(one.parts) for one in found.steps}


def test_a_value_is_followed_from_its_raw_cell(seen) -> None:
    told = steps(seen([[2020, "县财政局", "已完成", "约2件", None, "某"]], "cases_filed", 4))
    assert told["列名"] == "立案，即“立案(件)”" and told["原文"] == "D4 “约2件”"
    assert told["读取"] == "读作数量 2 件" and told["附注"] == "原文为约数，按所写数字计"
    assert "轮次：第十轮" in told["归入"] and "党组织：县财政局" in told["归入"]


def test_the_second_number_of_a_cell_says_so(seen) -> None:
    found = seen([[2020, "县财政局", "已完成", "3件5人", None, "某"]], "case_persons", 4)
    assert "5 人（同一格写有几项，此为其中的立案人数" in steps(found)["读取"] and found.window.cell.text == "3件5人"


def test_an_amount_in_another_unit_is_told_to_be_converted(seen) -> None:
    told = steps(seen([[2020, "县财政局", "已完成", None, 25000, "某"]], "money_collected", 4))
    assert told["读取"] == "读作金额 2.5 万元（原表单位为元，折算为万元）"


def test_a_value_from_the_title_says_so_and_marks_the_row(seen) -> None:
    found = seen([[2020, "县财政局", "已完成", None, None, "某"]], "rounds", 4)
    assert found.address == "第 4 行" and found.window.cell is None
    assert "取自标题、工作表名或文件名" in steps(found)["来处"]


def test_a_personal_column_is_shown_as_emptied(seen) -> None:
    found = seen([[2020, "县财政局", "已完成", 1, None, "某"]], "cases_filed", 4)
    assert [box.note for box in found.window.lines[3].boxes][-1] == "未留存"


def test_what_the_checks_said_of_the_row_stands_on_the_way(seen) -> None:
    rows = [[2020, "县财政局", "已完成", 1, None, "某"], [2020, "某单位", "已完成", 2, None, "某"]]
    told = steps(seen(rows, "cases_filed", 5))
    assert "本行 B5" in told["提醒"] and "名称被隐去" in told["提醒"]


def test_a_blank_cell_below_a_group_names_the_cell_above(tmp_path: Path) -> None:
    rows = [["轮次", "被巡察单位", "问题内容"], ["第十轮", "县财政局", "一"], [None, None, "二"], [None, None, "三"]]
    store = Store.memory()
    intake = receive(store, *open_files([("问题.xlsx", book([["2020年发现问题清单"], *rows]))]), Choices(accept_proposals=True))
    commit(store, tmp_path, intake, "李某")
    facts, spot, original = store.facts(), Spot("issues", 1, "Sheet1", 5), kept(tmp_path / KEPT, store.imports()[0]["sha256"])
    place = places(facts, [spot])[spot]
    told = reading_steps(facts, place, "organisation", original, told_of(facts, place))
    assert [(one.name, one.text) for one in told][1:3] == [("原文", "B3 “县财政局”"), ("填充", "B5 空白，按 B3 读入")]


def test_without_the_workbook_the_way_is_told_from_the_store(tmp_path: Path) -> None:
    found = look(store_of(inspected("甲局", issues=9)).facts(), METRICS["issues_found"].numerator, Spot("rounds", 1, "Sheet1", 4), None)
    assert found.window is None and "没有找到这次导入的留存内容" in steps(found)["读取"]
    assert "存为 9 个" in steps(found)["读取"]


def test_a_row_that_the_store_has_not_is_none() -> None:
    assert look(Store.memory().facts(), METRICS["issues_found"].numerator, Spot("rounds", 1, "Sheet1", 4), None) is None

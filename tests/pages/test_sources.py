"""The page of one figure: figure, rows of both sides, the cell of one row with its way and its history; whatever the address says."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.beginning import begin
from data.importing import Choices
from data.intake import commit, open_files, receive
from data.store import open_store
from pages.contents import FOLDER
from tests.intake.books import book
from tests.sample import sample_home

FRAME = FOLDER / "frame.py"
ROUNDS = [
    ["第十轮巡察工作台账"],
    ["届次", "年度", "轮次", "被巡察单位", "巡察状态", "发现问题(个)", "身份证号"],
    ["十三届", 2020, "第十轮", "县财政局", "已完成", 12, "510000190001010000"],
    [None, None, None, "县审计局<b>", "已完成", "约8", "510000190001010001"],
]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the sample county."""
    return sample_home(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A home of an office that has sent one workbook twice, corrected."""
    store = open_store(tmp_path)
    for rows in (ROUNDS, [*ROUNDS[:2], [*ROUNDS[2][:5], 15, ROUNDS[2][6]], ROUNDS[3]]):
        sent = [("第十轮.xlsx", book(rows))]
        intake = receive(store, *open_files(sent), Choices(accept_proposals=True))
        assert intake.loaded, intake.reports
        commit(store, tmp_path, intake, "李某")
    store.close()
    return tmp_path


def opened(home: Path, monkeypatch: pytest.MonkeyPatch, **query: str) -> AppTest:
    """The page at an address; fails where it raises."""
    monkeypatch.setenv("INSPECTION_HOME", str(home))
    app = AppTest.from_file(str(FRAME), default_timeout=60)
    app.switch_page("sources.py")
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception, [one.value for one in app.exception]
    return app


def html(app: AppTest) -> str:
    """Everything that the page says as HTML."""
    return "".join(one.value for one in app.get("html"))


def test_a_total_opens_its_rows_and_the_cell_of_the_first(sample, monkeypatch):
    app = opened(sample, monkeypatch, metric="发现问题")
    said = html(app)
    assert "987<small>个</small>" in said and "共 277 行，合计计入 987 个，与该数字一致" in said
    assert 'class="cell number short" title="45"><span>45</span><em>本格</em>' in said and "3.轮次台账.xlsx › 第一至九轮 › P5" in said
    assert list(app.dataframe[0].value["单元格"][:2]) == ["P5", "P6"]
    assert "示例数据" in app.dataframe[0].value["经办人"].iloc[0]


def test_a_rate_has_both_sides_apart(sample, monkeypatch):
    top = opened(sample, monkeypatch, metric="巡察覆盖率")
    bottom = opened(sample, monkeypatch, metric="巡察覆盖率", side="分母")
    assert top.dataframe[0].value["计入分子"].sum() == 77
    assert bottom.dataframe[0].value["计入分母"].sum() == 95 and set(bottom.dataframe[0].value["台账"]) == {"巡察对象名录"}


def test_a_row_in_the_address_is_the_row_that_is_shown(sample, monkeypatch):
    app = opened(sample, monkeypatch, metric="发现问题", row="4:0:20")
    assert "4.问题台账.xlsx › 第十轮 › J20" in html(app)
    assert app.dataframe[0].value["单元格"].iloc[0] == "J20"


def test_a_further_dimension_narrows_the_figure_and_can_be_taken_off(sample, monkeypatch):
    app = opened(sample, monkeypatch, metric="发现问题", category="群众身边腐败和作风", round="第十一轮")
    few = app.dataframe[0].value["计入"].sum()
    assert "问题类别：群众身边腐败和作风" in html(app)
    next(one for one in app.button if one.label == "问题类别：群众身边腐败和作风").click().run()
    assert app.dataframe[0].value["计入"].sum() > few > 0


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"metric": "没有的"}, "没有这个指标，请重新选择"),
        ({"metric": "线索立案率", "town": "不存在镇"}, "该指标没有“乡镇(街道)”为“不存在镇”的行"),
        ({"metric": "线索立案率", "town": "不存在镇"}, "此范围内没有计入分子的行。已查看：线索移送台账、轮次台账。"),
        ({"metric": "个别谈话", "category": "贯彻决策部署"}, "该指标不按问题类别“贯彻决策部署”筛选"),
        ({"metric": "移送线索", "month": "某月"}, "“某月”不是月份的写法"),
        ({"metric": "发现问题", "row": "99:0:4"}, "本格"),
        ({"metric": "发现问题", "row": "3:0:900"}, "没有找到地址中的这一行"),
        ({"metric": "发现问题", "row": "<script>"}, "本格"),
    ],
)
def test_an_address_that_asks_for_what_there_is_not_is_answered_in_words(sample, monkeypatch, query, said):
    assert said in html(opened(sample, monkeypatch, **query))


def test_a_metric_may_be_named_by_its_identifier(sample, monkeypatch):
    assert opened(sample, monkeypatch, metric="filing_rate").selectbox(key="metric").value == "线索立案率"


def test_the_row_of_an_office_shows_how_it_was_read_and_all_its_versions(office, monkeypatch):
    said = html(opened(office, monkeypatch, metric="发现问题"))
    assert "15<small>" not in said and "23<small>个</small>" in said
    assert "发现问题(个)：12 个 → 15 个" in said and "已取代" in said and "见第 2 次导入" in said and "有效" in said
    assert "李某" in said and "共 2 版" in said


def test_marks_fill_downs_and_emptied_columns_are_told(office, monkeypatch):
    app = opened(office, monkeypatch, metric="发现问题", row="2:0:4")
    said = html(app)
    assert "原文为约数，按所写数字计" in said and "F4 “约8”" in said
    assert "未留存" in said and "导入时已清空" in said and "510000" not in said


def test_what_a_workbook_says_is_shown_and_never_run(office, monkeypatch):
    said = html(opened(office, monkeypatch, metric="巡察党组织", row="2:0:4"))
    assert "县审计局&lt;b&gt;" in said and "县审计局<b>" not in said


def test_a_missing_workbook_is_said_and_the_way_is_told_from_the_store(office, monkeypatch):
    for path in (office / "kept").iterdir():
        path.unlink()
    said = html(opened(office, monkeypatch, metric="发现问题"))
    assert "没有找到这次导入的留存内容" in said and "本行历次导入" in said


def test_an_office_that_has_sent_nothing_is_told_what_to_upload(tmp_path, monkeypatch):
    begin(tmp_path)
    app = opened(tmp_path, monkeypatch, metric="发现问题")
    assert not app.dataframe and "台账" in html(app)

"""会议变动: every kind of cause is shown in words, on its page and on the page of the figure."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics.bridge import shown_now
from data.beginning import begin
from data.store import open_store
from pages.contents import FOLDER
from pages.parts.meetings import labels
from tests.store.sendings import inspected, organisations, sending, store_of


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of an office where something of every kind has happened since its meeting."""
    made = tmp_path_factory.mktemp("changes")
    begin(made)
    store = open_store(made)
    due = [{"term": 13, "year": 2020, "round": 1, "text": f"问题{n}", "organisation": "县公安局", "_key": str(n)} for n in range(1, 6)]
    first = [one | {"state": state} for one, state in zip(due, ("已完成", "已完成", "基本完成", "进行中"), strict=False)]
    store.commit([organisations("县公安局", "县法院"), inspected("县公安局", "公安", issues=5, status="已完成")], "张")
    store.commit([sending("rectifications", *first), inspected("县法院", issues=2, round=2)], "张")

    def shown(facts):
        figures = shown_now(facts)
        # As if the program had counted one more then.
        figures["term=十三届"]["issues_to_rectify"] = (5, None)
        return figures

    store.mark_meeting("领导小组会", "张", import_id=2)
    store.mark_meeting("书记专题会", "张", figures=shown)
    store.withdraw(4, "李")
    store.answer("organisation", "", "公安", "县公安局", "李")
    second = [one | {"state": state} for one, state in zip(due, ("已完成", "进行中", "基本完成", "已完成", "进行中"), strict=True)]
    store.commit([sending("rectifications", *second, file="十二月.xlsx", cut_off=date(2021, 3, 31)), organisations("县公安局", "县法院", "县审计局")], "李")
    store.set("done_states", ("已完成", "基本完成"), "王")
    store.close()
    return made


def page(home: Path, monkeypatch: pytest.MonkeyPatch, file: str, **asked: str) -> AppTest:
    """A page as a reader of that home sees it."""
    monkeypatch.setenv("INSPECTION_HOME", str(home))
    app = AppTest.from_file(str(FOLDER / "frame.py"), default_timeout=60)
    for name, value in asked.items():
        app.query_params[name] = value
    app.switch_page(file).run()
    assert not app.exception, [one.value for one in app.exception]
    return app


def texts(app: AppTest) -> str:
    """All that the page says in its own words."""
    return "\n".join([*(one.value for one in app.get("html")), *(one.label for one in app.expander)])


def test_what_happened_since_the_last_meeting_is_told_in_one_sentence(home, monkeypatch):
    said = texts(page(home, monkeypatch, "changes.py"))
    assert "以来：2 次导入、新增 2 行、更正 2 行、撤回或恢复导入涉及 1 行、名称确认 1 条、设置变动 1 项；" in said


@pytest.mark.parametrize(
    ("metric", "wanted"),
    [
        ("整改完成率", ("更正的行　±0.0个百分点　2 行", "合起来互相抵消，共 2 行", "新增的行　−10.0个百分点　1 行", "设置变动　+20.0个百分点", "计为整改完成的状态：已完成 → 已完成、基本完成（王，")),
        ("应整改问题", ("口径调整　−1个", "会后程序的统计口径有过调整")),
        ("发现问题", ("撤回或恢复导入　−2个　1 行",)),
        ("巡察党组织", ("名称确认　−1个", "“公安”认定为“县公安局”")),
        ("应巡党组织", ("名录变动　+1个　1 行",)),
    ],
)
def test_each_cause_is_shown_with_what_lies_behind_it(home, monkeypatch, metric, wanted):
    for file in ("changes.py", "sources.py"):
        said = texts(page(home, monkeypatch, file, metric=metric))
        assert [one for one in wanted if one not in said] == [], said


def test_an_earlier_meeting_can_be_asked_for_by_the_address(home, monkeypatch):
    earlier = f"领导小组会（{date.today()}）"
    app = page(home, monkeypatch, "changes.py", meeting=earlier)
    assert app.selectbox(key="meeting").options == [f"书记专题会（{date.today()}）", earlier]
    assert f"自{earlier}以来：4 次导入" in texts(app)


def test_meetings_of_one_name_and_day_are_told_apart():
    store = store_of(organisations("县公安局"))
    for _ in range(2):
        store.mark_meeting("专题会", "张")
    assert list(labels(store.meetings())) == [f"专题会（{date.today()}） 第{n}次标记" for n in (2, 1)]


def test_a_mark_needs_a_name_of_who_makes_it(home, monkeypatch):
    app = page(home, monkeypatch, "changes.py")
    app.button(key="unmark_meeting").click().run()
    assert [one.value for one in app.error] == ["请先填写经办人：每次标记都要记录是谁做的。"]

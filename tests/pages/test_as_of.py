"""Pages at an earlier moment: what an address means, and that all of a page answers for that moment."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.store import Store, open_store
from pages.parts import frames, moment
from pages.parts.as_of import line, strip_said
from pages.parts.state import State
from tests.store.sendings import inspected, organisations, store_of

FRAME = Path(__file__).resolve().parents[2] / "pages" / "frame.py"
DAYS = ("2026-06-29T09:00:00", "2026-06-30T14:05:00", "2026-06-30T15:00:00", "2026-07-02T08:00:00")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of an office: a register, two rounds, then the register withdrawn."""
    folder = tmp_path_factory.mktemp("as_of")
    store = open_store(folder)
    store.commit([organisations("县公安局", "县法院")], "张")
    store.commit([inspected("县公安局", issues=3)], "张")
    store.commit([inspected("县法院", round=2, issues=4)], "李")
    store.withdraw(1, "王")
    store.redate(DAYS)
    store.close()
    return folder


@pytest.fixture
def visit(home: Path, monkeypatch: pytest.MonkeyPatch):
    """`visit("issues.py", as_of="2")` runs a page as a reader of that home sees it."""
    monkeypatch.setenv("INSPECTION_HOME", str(home))

    def run(page: str, **query: str) -> AppTest:
        app = AppTest.from_file(str(FRAME), default_timeout=60).run()
        for name, value in query.items():
            app.query_params[name] = value
        app.switch_page(page).run()
        assert not app.exception, [one.value for one in app.exception]
        return app

    return run


def words(app: AppTest) -> str:
    """All that a page says in its own HTML."""
    return "\n".join(one.value for one in app.get("html"))


@pytest.fixture(scope="module")
def small() -> Store:
    """Three versions on three days."""
    store = store_of(organisations("县公安局"), organisations("县公安局", "县法院"), inspected("县公安局"))
    store.redate(["2026-06-29T09:00:00", "2026-06-30T14:05:00", "2026-07-02T08:00:00"])
    return store


@pytest.mark.parametrize(
    "text, event, day",
    [
        ("", None, None), ("2", 2, None), ("3", None, None), ("2026-06-30", 2, date(2026, 6, 30)),
        ("2026-07-01", 2, date(2026, 7, 1)), ("2026-07-02", None, None), ("2099-01-01", None, None), (" 1 ", 1, None),
    ],
)  # fmt: skip
def test_an_address_names_a_version_or_a_day_and_the_last_one_is_now(small, text, event, day):
    found = moment.asked(small, text)
    assert (found.event, found.day, found.trouble) == (event, day, "")


@pytest.mark.parametrize(
    "text, said",
    [
        ("9", "没有第9版数据"), ("0", "没有第0版数据"), ("-1", "“-1”不是版本号"), ("2026-06-28", "2026年6月28日时还没有数据"),
        ("2026-13-01", "“2026-13-01”不是版本号"), ("９", "“９”不是版本号"), ("'; DROP TABLE", "不是版本号"),
    ],
)  # fmt: skip
def test_what_cannot_be_had_is_said_in_one_sentence_and_the_latest_is_shown(small, text, said):
    found = moment.asked(small, text)
    assert found.event is None
    assert said in found.trouble and found.trouble.endswith("已显示最新数据。")


def test_the_strip_says_which_moment_and_how_much_has_followed(small):
    moments = small.moments()
    assert strip_said(moment.asked(small, "2"), moments) == "正在查看截至2026年6月30日14:05（第2版）的数据，之后的1次变更不在内。"
    assert strip_said(moment.asked(small, "2026-07-01"), moments) == "正在查看截至2026年7月1日（第2版）的数据，之后的1次变更不在内。"
    assert line(moments[0]) == "2026-07-02 08:00　第3次导入：第1轮.xlsx　经办人"


def test_every_part_of_a_page_answers_for_the_moment(home, monkeypatch):
    monkeypatch.setenv("INSPECTION_HOME", str(home))
    now = State(home=str(home), kind="office")
    then = State(home=str(home), kind="office", event=2, latest=4)
    assert (now.version(), then.version()) == (4, 2)
    assert frames.ledgers_present(then, 2) == ("organisations", "rounds")
    assert frames.ledgers_present(now, 4) == ("rounds",)
    assert frames.masthead_facts(then, 2)[-2:] == ("来源：台账 2 份", "第 2 版（历史版本）")
    assert {one["round"] for one in frames.scopes(then, 2, ("works",))} == {"第一轮"}
    made = {state: frames.built(state, state.version(), "issues_by_category", (), "light") for state in (now, then)}
    assert made[then].foot[1] == "第2版（历史版本）" and made[now].foot[1] == "第4版"
    issues = {state: frames.cards(state, state.version(), "overview", ())[1].value for state in (now, then)}
    assert issues == {now: "7", then: "3"}


def test_a_page_shows_the_strip_and_the_figures_of_then(visit):
    app = visit("issues.py", as_of="2026-06-29")
    assert "正在查看截至2026年6月29日（第1版）的数据，之后的3次变更不在内。" in words(app)
    assert "尚未导入" in words(app)
    assert "正在查看截至" not in words(visit("issues.py"))


def test_the_moment_goes_along_to_the_next_page_and_ends_with_one_press(visit):
    app = visit("overview.py", as_of="2")
    app.query_params.clear()
    app.switch_page("issues.py").run()
    assert "".join(app.query_params["as_of"]) == "2" and "（第2版）的数据" in words(app)
    app.button(key="as_of_leave").click().run()
    assert "as_of" not in app.query_params and "正在查看截至" not in words(app)
    app.switch_page("overview.py").run()
    assert "正在查看截至" not in words(app)


def test_whoever_takes_the_moment_out_of_the_address_leaves_it(visit):
    app = visit("overview.py", as_of="2")
    app.query_params.clear()
    app.run()
    assert "正在查看截至" not in words(app) and "as_of" not in app.query_params


def test_the_control_leads_to_a_change_or_to_a_day(visit):
    app = visit("overview.py")
    chosen = app.selectbox(key="as_of_moment_")
    assert [one.split("　")[1] for one in chosen.options] == ["撤回第1次导入：名录.xlsx", "第3次导入：第2轮.xlsx", "第2次导入：第1轮.xlsx", "第1次导入：名录.xlsx"]
    chosen.select_index(2).run()
    assert "".join(app.query_params["as_of"]) == "2" and "2026年6月30日14:05（第2版）" in words(app)
    app.date_input(key="as_of_day_2").set_value(date(2026, 6, 30)).run()
    assert "".join(app.query_params["as_of"]) == "2026-06-30" and "2026年6月30日（第3版）" in words(app)
    app.button(key="as_of_back").click().run()
    assert "as_of" not in app.query_params and "正在查看截至" not in words(app)


@pytest.mark.parametrize("page", ["upload.py", "history.py", "settings.py"])
def test_pages_that_change_data_show_now_and_say_so(page, visit):
    app = visit(page, as_of="2")
    assert "本页始终显示最新数据" in words(app)
    assert "第 2 版" not in words(app)


def test_a_text_is_checked_against_the_figures_of_then_and_its_links_stay_there(visit):
    app = visit("check.py", as_of="2")
    app.text_area(key="check_pasted").set_value("2020年发现问题3个。").run()
    assert "✓ 一致" in words(app) and "as_of=2" in words(app)
    app = visit("check.py")
    app.text_area(key="check_pasted").set_value("2020年发现问题3个。").run()
    assert "! 不一致" in words(app) and "as_of=" not in words(app)


def test_what_would_change_data_waits_for_now(visit):
    assert "历史版本用当时的模板，不能编辑。" in [one.value for one in visit("report.py", as_of="2").caption]


def test_what_is_said_about_a_wrong_address_is_escaped(visit):
    app = visit("overview.py", as_of="<img src=x onerror=alert(1)>")
    assert "&lt;img src=x onerror" in words(app) and "<img src=x onerror" not in words(app)
    assert not app.error

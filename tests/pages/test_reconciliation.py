"""The reconciliation page: what differs is shown with its cells, an answer is kept, and no text becomes HTML."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from analytics.reconcile import FIRST, Answer, Compared, Finding, Side, findings, outcomes
from analytics.reconcile.words import summary, table
from data.beginning import begin
from data.store import open_store
from pages.contents import FOLDER
from pages.parts.finding import finding_html
from tests.store.sendings import inspected, sending, store_of

HOSTILE = "<img src=x onerror=alert(1)>\"'&"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The home of an office whose ledgers disagree about one round."""
    begin(tmp_path)
    store = open_store(tmp_path)
    for one in disagreeing():
        store.commit([one], "张")
    store.close()
    monkeypatch.setenv("INSPECTION_HOME", str(tmp_path))
    yield tmp_path
    st.cache_resource.clear()
    st.cache_data.clear()


def disagreeing() -> tuple:
    rows = ({"term": 13, "year": 2020, "round": 10, "text": str(n)} for n in range(8))
    return inspected("甲局", round=10, issues=9), sending("issues", *rows)


def said(app: AppTest) -> str:
    """All that the page shows as HTML."""
    return "\n".join(one.value for one in app.get("html"))


def opened(app: AppTest) -> AppTest:
    """The page with the form for the first finding open."""
    return next(one for one in app.button if one.label in ("答复", "改答")).click().run()


def test_a_finding_is_answered_on_the_page_and_leaves_the_list_of_open_ones(home):
    app = AppTest.from_file(str(FOLDER / "frame.py"), default_timeout=60)
    app.switch_page("reconciliation.py").run()
    assert "<mark>1 处待处理</mark>" in said(app) and "第10轮.xlsx › Sheet1 › E4" in said(app)
    opened(app)
    app.radio(key="answer_choice").set_value(FIRST)
    app.text_input(key="who").set_value("李主任")
    app.button(key="answer_save").click().run()
    assert not app.exception and not app.error
    assert "1 处已答复" in said(app) and "E4" not in said(app)
    app.segmented_control(key="state").set_value("已答复").run()
    assert "以轮次台账为准（9 个）。" in said(app) and "李主任" in said(app)


def test_an_answer_without_a_name_is_refused_in_words(home):
    app = AppTest.from_file(str(FOLDER / "frame.py"), default_timeout=60)
    app.switch_page("reconciliation.py").run()
    opened(app)
    app.radio(key="answer_choice").set_value(FIRST)
    app.button(key="answer_save").click().run()
    assert [one.value for one in app.error] == ["请先填写经办人。"]


def test_no_text_of_a_finding_becomes_html():
    side = Side(whose=HOSTILE, value=1, cells=(HOSTILE,))
    given = Answer(choice=HOSTILE, note=HOSTILE, at=datetime(2020, 1, 1), who=HOSTILE)
    one = Finding(what=Compared(label=HOSTILE, unit=HOSTILE), scope=HOSTILE, left=side, right=side, key="", answer=given)
    assert "<img src=x" not in finding_html(one)


def test_the_sentence_says_what_was_compared_and_what_waits():
    assert summary(outcomes(store_of().facts())) == "目前没有可以比对的数字。"
    assert summary(outcomes(store_of(inspected("甲局", issues=9)).facts())) == (
        "已比对 0 处重复填报的数字，核对 1 张表的合计与比率，**没有发现不一致**。"
    )
    assert summary(outcomes(store_of(*disagreeing()).facts())) == (
        "已比对 1 处重复填报的数字，核对 2 张表的合计与比率，发现 **1 处**不一致，!!1 处待处理!!。"
    )


def test_the_list_for_download_has_a_row_for_every_finding():
    facts = store_of(*disagreeing()).facts()
    rows = table(outcomes(facts))
    assert len(rows) == len(findings(facts)) == 1
    assert rows.loc[0, ["事项", "甲方数", "乙方数", "差异", "状态"]].tolist() == ["发现问题", "9 个", "8 个", "少 1 个", "未答复"]

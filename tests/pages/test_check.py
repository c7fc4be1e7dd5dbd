"""The page that checks a text's figures: pasted text, marked text, nothing of it taken for HTML."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics.check.report import check
from data.store import Store
from pages.contents import FOLDER
from pages.parts.checked import contradictions_html, table_html, text_html
from tests.sample import sample_home


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    sample_home(tmp_path)
    monkeypatch.setenv("INSPECTION_HOME", str(tmp_path))
    return AppTest.from_file(str(FOLDER / "check.py"), default_timeout=60)


def html(page: AppTest) -> str:
    return "".join(one.proto.body for one in page.get("html"))


def test_a_pasted_text_is_checked_and_marked(page):
    page.run()
    assert "结论的含义" in html(page)
    page.text_area(key="check_pasted").input("2020年常规巡察发现问题246个。").run()
    assert not page.exception
    shown = html(page)
    assert "不一致 1 处" in shown
    assert '<mark class="claim late"' in shown
    assert "264 个" in shown


def test_a_text_is_shown_as_it_stands_whatever_it_holds():
    facts = Store.memory().facts()
    report = check("<script>alert(1)</script>发现问题<b>12</b>个,&lt;县法院、<i>县公安局、县财政局5个单位。", facts)
    shown = text_html(report) + table_html(report, ("无法核对",)) + contradictions_html(report)
    assert "<script" not in shown
    assert "<b>12" not in shown
    assert "<i>县" not in shown

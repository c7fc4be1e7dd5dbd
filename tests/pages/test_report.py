"""The year in one paragraph on the overview, and the report on its page with its template to edit."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

FRAME = Path(__file__).resolve().parents[2] / "pages" / "frame.py"


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_file(str(FRAME), default_timeout=60).run()


def test_the_overview_offers_the_year_in_one_paragraph_to_copy(app):
    assert not app.exception
    [said] = [one.value for one in app.code]
    assert "发现问题264个" in said and "立案12件12人" in said and "\n" not in said


def test_a_template_that_is_wrong_is_named_with_its_line_and_cannot_be_saved(app):
    page = app.switch_page("report.py").run()
    assert not page.exception
    page.text_area[0].set_value('# 总结\n共{{ 数("发现问提") }}个。').run()
    assert any("第 2 行" in one.value and "是否指“发现问题”" in one.value for one in page.error)
    assert next(one for one in page.button if one.label == "保存模板").disabled

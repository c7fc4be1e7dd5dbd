"""The planning page as its reader works it: conditions move the finishing day, the button assigns, changed conditions ask again."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

FRAME = Path(__file__).resolve().parents[2] / "pages" / "frame.py"


@pytest.fixture
def page(tmp_path, monkeypatch) -> AppTest:
    monkeypatch.setenv("INSPECTION_HOME", str(tmp_path))
    app = AppTest.from_file(str(FRAME), default_timeout=120).run()
    return app.switch_page("planning.py").run()


def said(app: AppTest) -> str:
    """All that stands on the page as HTML."""
    return " ".join(str(one.proto.body) for one in app.get("html"))


def test_conditions_move_the_day_and_the_assignment_is_asked_for_anew(page: AppTest) -> None:
    assert "2021年4月14日" in said(page)
    page.button(key="plan_go").click().run()
    assert not page.exception
    assert "各项规则均已满足" in said(page) and "排组结果" in said(page)
    page.slider(key="squads").set_value(0)
    page.slider(key="villages_per_team").set_value(3).run()
    assert "不能按期完成" in said(page)
    assert "排组结果" not in said(page)
    page.toggle(key="afresh").set_value(True).run()
    assert "262" in said(page)
    assert not page.exception

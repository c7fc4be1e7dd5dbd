"""What the server adds around Streamlit."""

import logging
import re
from pathlib import Path

import pytest
import streamlit

from pages.server.errors import log_error, places
from pages.server.index import patched
from pages.server.routes import asset

INDEX = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")


def test_index_page_is_chinese_before_any_script_runs():
    page = patched(INDEX)
    assert '<html lang="zh-CN">' in page
    assert "<title>巡察数据看板</title>" in page
    assert page.index("polyfill.js") < page.index('type="module"')
    assert 'as="font"' not in page
    assert "You need" not in page


def test_browser_loads_the_code_of_charts_before_the_first_chart_is_asked_for():
    found = re.search(r'<link rel="modulepreload" crossorigin href="\./(static/js/PlotlyChart[^"]+)">', patched(INDEX))
    assert (Path(streamlit.__file__).parent / "static" / found[1]).exists()


def test_index_page_that_changed_with_streamlit_is_noticed():
    with pytest.raises(ValueError, match=r"adapt pages/server/index\.py"):
        patched(INDEX.replace('lang="en"', 'lang="fr"'))


def test_address_of_an_asset_changes_with_its_content():
    assert asset("icon.png") != asset("chinese.js").replace("chinese.js", "icon.png")


def test_log_names_the_place_and_cause_but_no_cell(caplog):
    try:
        try:
            int("张三的电话")
        except ValueError as cause:
            raise RuntimeError("张三的电话") from cause
    except RuntimeError as error:
        said = places(error)
        logging.getLogger("inspection").propagate = True
        number = log_error(error)
    assert "RuntimeError" in said and "ValueError" in said and "test_server.py" in said
    assert "张三" not in said + caplog.text
    assert number in caplog.text

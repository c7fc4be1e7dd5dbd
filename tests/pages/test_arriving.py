"""A link within the dashboard opens its page in the scope that it names, whatever the reader had chosen before."""

from pathlib import Path
from urllib.parse import parse_qsl

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from pages.contents import FOLDER
from pages.parts.arriving import NAME, carrying
from tests.sample import sample_home


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The dashboard of an office that shows the sample county."""
    monkeypatch.setenv("INSPECTION_HOME", str(sample_home(tmp_path)))
    yield AppTest.from_file(str(FOLDER / "frame.py"), default_timeout=60)
    st.cache_resource.clear()
    st.cache_data.clear()


def test_a_link_carries_its_query_twice() -> None:
    query = {"metric": "发现问题", "year": "2020年"}
    carried = carrying(query)
    assert dict(parse_qsl(carried.pop(NAME))) == query == carried
    assert carrying({}) == {}


def test_what_a_link_brings_is_chosen_once_and_what_it_leaves_out_stands_at_its_default(app: AppTest) -> None:
    app.query_params[NAME] = carrying({"metric": "移送线索", "term": "各届", "round": "第一轮", "kind": "没有的类型"})[NAME]
    app.switch_page("sources.py").run()
    assert not app.exception
    chosen = {one.key: one.value for one in app.selectbox} | {one.key: one.value for one in app.segmented_control}
    assert (chosen["metric"], chosen["term"], chosen["round"]) == ("移送线索", "各届", "第一轮")
    assert chosen["kind"] == "全部类型" and NAME not in app.query_params
    app.selectbox(key="round").select("第二轮").run()
    assert app.selectbox(key="round").value == "第二轮"
    # A link from a page to itself.
    for name, value in carrying({"metric": "发现问题", "term": "十三届"}).items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    assert [app.selectbox(key=key).value for key in ("metric", "term", "round")] == ["发现问题", "十三届", "全部轮次"]


def test_a_page_without_such_a_link_begins_as_ever(app: AppTest) -> None:
    app.switch_page("sources.py").run()
    assert app.selectbox(key="term").value == "十三届" and app.selectbox(key="round").value == "全部轮次"


def test_a_link_names_the_side_of_a_rate_and_the_reader_may_turn_to_the_other(app: AppTest) -> None:
    app.query_params[NAME] = carrying({"metric": "巡察覆盖率", "side": "分母"})[NAME]
    app.switch_page("sources.py").run()
    assert app.segmented_control(key="side").value == "分母"
    app.segmented_control(key="side").set_value("分子").run()
    assert not app.exception and app.segmented_control(key="side").value == "分子"

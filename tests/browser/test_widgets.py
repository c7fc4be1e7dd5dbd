"""Streamlit's own widgets speak Chinese while they are used, and no name becomes HTML."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chrome import Visitor, visitor
from tests.browser.english import english_on
from tests.browser.server import running

APP = Path(__file__).parent / "widgets" / "app.py"


@pytest.fixture(scope="module")
def widgets(tmp_path_factory) -> Iterator[str]:
    with running(tmp_path_factory.mktemp("widgets"), APP) as address:
        yield address


@pytest.fixture
def reader(browser, widgets) -> Iterator[Visitor]:
    with visitor(browser, widgets) as someone:
        someone.goto()
        yield someone
        assert someone.troubles == []


def hostile(text: str) -> bool:
    """Tells whether a text is one of the names that try to become HTML; those are meant to be seen as they are."""
    return "onerror" in text


def said(reader: Visitor) -> list[str]:
    """Returns the English on the page once it has settled."""
    reader.settle()
    reader.page.wait_for_timeout(300)
    return [text for text in english_on(reader.page) if not hostile(text)]


def test_every_widget_at_rest(reader):
    assert said(reader) == []


@pytest.mark.parametrize("widget", ["stSelectbox", "stMultiSelect"])
def test_list_of_choices(reader, widget):
    reader.page.get_by_test_id(widget).locator("input").first.click()
    assert said(reader) == []
    reader.page.keyboard.type("没有这一项")
    assert said(reader) == []


@pytest.mark.parametrize("number", [0, 1])
def test_calendar(reader, number):
    reader.page.get_by_test_id("stDateInput").nth(number).locator("button").last.click()
    assert said(reader) == []


def test_text_field_while_typing(reader):
    reader.page.get_by_label("关键字").press_sequentially("甲")
    assert said(reader) == []
    reader.page.get_by_label("填写").press_sequentially("乙")
    assert said(reader) == []


def test_table_and_its_column_menu(reader):
    table = reader.page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    reader.page.mouse.move(box["x"] + 60, box["y"] + 15)
    assert said(reader) == []
    reader.page.mouse.click(box["x"] + 60, box["y"] + 15, button="right")
    assert said(reader) == []


def test_upload_of_a_wrong_and_of_a_right_file(reader):
    wrong = {"name": "甲.md", "mimeType": "text/markdown", "buffer": b"#"}
    right = {"name": "乙.csv", "mimeType": "text/csv", "buffer": b"1"}
    field = reader.page.get_by_test_id("stFileUploader").first.locator("input[type=file]")
    field.set_input_files([wrong])
    assert [text for text in said(reader) if "甲.md" not in text] == []
    field.set_input_files([right])
    assert [text for text in said(reader) if "甲.md" not in text] == []


def test_hostile_names_are_shown_as_they_are_and_can_be_chosen(reader):
    assert reader.page.locator("img[src=x]").count() == 0
    reader.page.locator(".st-key-wall button").click()
    reader.page.get_by_text("选中", exact=True).wait_for()

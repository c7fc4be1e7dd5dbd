"""Every page runs inside the frame without an exception."""

from pathlib import Path
from typing import get_args

import pytest
from streamlit.testing.v1 import AppTest

from pages.contents import PAGES, Page, Section

FRAME = Path(__file__).resolve().parents[2] / "pages" / "frame.py"


def test_frame_opens_on_the_first_page():
    app = AppTest.from_file(str(FRAME), default_timeout=60).run()
    assert not app.exception
    assert not app.error


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.url)
def test_page_runs(entry):
    app = AppTest.from_file(str(FRAME), default_timeout=60).run()
    app.switch_page(entry.file).run()
    assert not app.exception
    assert not app.error


def test_addresses_files_and_titles_differ():
    for facts in ({page.url for page in PAGES}, {page.file for page in PAGES}, {page.title for page in PAGES}):
        assert len(facts) == len(PAGES)


def test_sections_are_not_interleaved():
    order = [page.section for page in PAGES]
    assert order == sorted(order, key=get_args(Section).index)


def test_page_without_a_file_is_refused():
    with pytest.raises(ValueError, match=r"pages/nowhere\.py is not there"):
        Page(section="看", title="无", file="nowhere.py", url="nowhere", icon="menu")

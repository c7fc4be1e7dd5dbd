"""The frame around the pages, as a reader's browser meets it."""

import re
import socket
from contextlib import ExitStack
from urllib.parse import unquote, urlsplit
from urllib.request import urlopen

from playwright.sync_api import expect

from pages.contents import PAGES
from tests.browser.chrome import visitor
from tests.browser.english import english_on
from tests.browser.server import running
from tests.sample import sample_home

QUIET = "history"
"""A page without charts: the frame is the same around all, and drawing charts is most of what a browser does."""


def test_every_answer_forbids_other_sites(address):
    for path in ("/", "/healthz", "/assets/icon.png", "/nowhere"):
        with urlopen(address + path) as answer:
            assert "default-src 'self'" in answer.headers["content-security-policy"]
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["x-frame-options"] == "SAMEORIGIN"


def test_assets_are_kept_by_the_browser_and_cannot_be_left_upwards(address, page):
    answer = page.request.get(f"{address}/assets/fonts.css")
    assert answer.ok and "max-age" in answer.headers["cache-control"]
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=5) as line:
        line.sendall(b"GET /assets/%2e%2e/contents.py HTTP/1.0\r\n\r\n")
        said = line.makefile("rb").read()
    assert b" 400 " in said.splitlines()[0] or b" 404 " in said.splitlines()[0]
    assert b"PAGES" not in said


def test_first_page_keeps_its_query_under_its_own_address(goto, page):
    goto(f"{PAGES[0].url}?year=2020年&kind=常规")
    assert unquote(page.url).endswith("/?year=2020年&kind=常规")


def test_menu_leads_to_every_page(reader, goto):
    """Every entry has its page's title and address, and of each section one is followed."""
    page = goto()
    links = page.get_by_test_id("stSidebarNavLink")
    expect(links).to_have_count(len(PAGES))
    found = [(one.inner_text().strip().splitlines()[-1], urlsplit(one.get_attribute("href")).path.strip("/")) for one in links.all()]
    assert found == [(entry.title, "" if entry == PAGES[0] else entry.url) for entry in PAGES]
    for entry in {entry.section: entry for entry in PAGES}.values():
        links.filter(has_text=entry.title).first.click()
        reader.settle()
        page.wait_for_function("title => document.title.startsWith(title)", arg=entry.title)
        assert urlsplit(page.url).path.strip("/") == entry.url


def test_titles_and_text_are_set_in_our_own_fonts(goto):
    page = goto(QUIET)
    loaded = page.evaluate(
        "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family.replaceAll('\"', ''))"
    )
    assert {"Inspection Sans", "Inspection Serif"} <= set(loaded)


def test_menu_takes_a_tenth_of_a_laptop_screen_at_most(goto):
    left = "document.querySelector('[data-testid=stMain]').getBoundingClientRect().left"
    assert goto(QUIET).evaluate(left) <= 136


def test_reader_can_switch_to_dark_and_every_colour_follows(browser, address):
    with visitor(browser, address) as reader:
        page = reader.goto(QUIET)
        page.get_by_role("button", name="菜单").click()
        assert english_on(page) == []
        page.get_by_role("menuitemradio", name="深色").click()
        page.wait_for_function("getComputedStyle(document.documentElement).getPropertyValue('--paper') === '#0F1419'")
        assert reader.troubles == []


def test_lost_connection_is_said_in_chinese(browser, tmp_path):
    with ExitStack() as server:
        address = server.enter_context(running(sample_home(tmp_path)))
        with visitor(browser, address) as reader:
            page = reader.goto(QUIET)
            server.close()
            page.get_by_role("dialog").get_by_text("与服务器的连接已断开").wait_for()
            assert english_on(page) == []


BROKEN = """
import streamlit as st
from pages.server.errors import show_error
from pages.server.routes import ROUTES
from pages.server.start import lifespan
app = st.App("page.py", lifespan=lifespan, routes=ROUTES, on_script_error=show_error)
"""


def test_failing_page_shows_a_number_that_the_log_has_and_no_cell(browser, tmp_path):
    (tmp_path / "app.py").write_text(BROKEN, "utf-8")
    (tmp_path / "page.py").write_text("int('张三的电话')", "utf-8")
    with running(tmp_path, tmp_path / "app.py") as address, visitor(browser, address) as reader:
        told = reader.goto().get_by_text("错误编号").inner_text()
        number = re.search("错误编号 ([0-9a-f]{8}) 告诉管理员", told)[1]
        log = (tmp_path / "server.log").read_text("utf-8")
    assert f"error {number}: ValueError" in log and "page.py:1" in log
    assert "张三" not in log + told

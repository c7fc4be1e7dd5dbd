"""Going back in a browser: by the control, by a link, along the menu and the links of a page, into a meeting, and back to now."""

import re
from urllib.parse import unquote

import pytest

from tests.browser.chrome import visitor
from tests.browser.english import english_on
from tests.browser.test_every_page import OVERFLOW, barriers_on

STRIP = ".st-key-as_of_strip"
MAIN = "document.querySelector('[data-testid=stMain]')"


def turn_to(reader, title: str) -> None:
    """Goes to a page by the menu."""
    reader.page.get_by_test_id("stSidebarNavLink").filter(has_text=title).first.click()
    reader.page.wait_for_function("title => document.title.startsWith(title)", arg=title)
    reader.settle()


def test_an_earlier_moment_is_chosen_by_the_control_and_left_by_one_press(reader, goto):
    page = goto("overview")
    assert not page.locator(STRIP).count()
    page.locator(".st-key-as_of_choice button").first.click()
    page.get_by_label("查看某次变更之后的数据").click()
    page.get_by_role("option").filter(has_text="更改设置").click()
    page.locator(STRIP).get_by_text("（第3版）的数据，之后的1次变更不在内。").wait_for()
    assert "as_of=3" in page.url
    assert english_on(reader.settle()) == []
    page.locator(STRIP).get_by_role("button", name="回到最新").click()
    page.locator(STRIP).wait_for(state="detached")
    page.wait_for_function("!location.search.includes('as_of')")


def test_a_link_shows_the_moment_and_the_menu_and_a_reload_keep_it(reader, goto):
    page = goto("issues?as_of=10&year=2020年")
    page.locator(STRIP).get_by_text("（第10版）的数据").wait_for()
    assert page.get_by_text("第10版（历史版本）").count()
    turn_to(reader, "线索转化")
    page.locator(STRIP).get_by_text("（第10版）的数据").wait_for()
    assert "as_of=10" in page.url
    page.reload()
    reader.settle()
    page.locator(STRIP).get_by_text("（第10版）的数据").wait_for()
    turn_to(reader, "导入记录")
    page.locator(STRIP).get_by_text("本页始终显示最新数据").wait_for()


def test_a_line_of_a_page_leads_on_at_the_same_moment(reader, goto):
    page = goto("overview?as_of=10")
    link = page.locator("[class*=st-key-line_works] a").first
    assert "as_of=10" in link.get_attribute("href")
    link.click()
    page.wait_for_function("!document.title.startsWith('总览')")
    reader.settle()
    assert "as_of=10" in page.url and page.locator(STRIP).is_visible()


def test_a_meeting_is_held_on_the_moment_and_its_slides_say_so(reader, goto):
    page = goto("meeting?as_of=10")
    page.get_by_role("link", name="开始投屏").first.click()
    page.locator(".deck .slide.on").wait_for()
    assert "第10版（历史版本）" in page.locator(".deck .facts").inner_text()
    page.keyboard.press("Escape")
    page.locator(STRIP).wait_for()
    assert re.search("as_of=10", unquote(page.url)) and "show" not in page.url


def test_a_wrong_moment_is_said_kindly_and_now_is_shown(reader, goto):
    page = goto("issues?as_of=昨天")
    page.locator(STRIP).get_by_text("“昨天”不是版本号").wait_for()
    assert page.get_by_text("第23版").count() and not page.get_by_text("（历史版本）").count()


@pytest.mark.parametrize("width, height", [(1366, 768), (1920, 1080)])
def test_the_strip_stays_in_sight_and_breaks_nothing(browser, address, width, height):
    with visitor(browser, address, width=width, height=height) as someone:
        page = someone.goto("villages?as_of=10")
        for scheme in ("light", "dark"):
            page.evaluate(f"{MAIN}.scrollTop = 0")
            someone.wear(scheme)
            assert page.evaluate(OVERFLOW) == [0, 0]
            assert english_on(page) == [] and barriers_on(page) == []
            page.mouse.move(width / 2, height / 2)
            page.mouse.wheel(0, 400)
            page.wait_for_function(f"{MAIN}.scrollTop > 100")
            top = page.locator(STRIP).bounding_box()["y"]
            assert 0 <= top < 60
        assert someone.troubles == []

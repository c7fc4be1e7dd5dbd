"""What holds for every page there is or will be: it is found in `PAGES`, on both screens, in both themes."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from pages.contents import PAGES
from tests.browser.chrome import visitor
from tests.browser.english import english_on

SCREENS = {"laptop": (1366, 768), "wall": (1920, 1080)}
OVERFLOW = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
    .map((box) => box.scrollWidth - box.clientWidth)"""
# Streamlit's menu puts its sections, which are no list items, into a list.
THEIRS = {"list", "listitem"}

every_page = pytest.mark.parametrize("url", [page.url for page in PAGES])
every_screen = pytest.mark.parametrize("screen", SCREENS)


@every_page
@every_screen
def test_page_fits_the_screen_speaks_chinese_asks_no_one_else_and_has_no_barrier(browser, address, url, screen):
    """One visit a screen: in light, then in dark, as its reader's system would switch."""
    width, height = SCREENS[screen]
    with visitor(browser, address, width=width, height=height, scheme="light") as reader:
        page = reader.goto(url)
        for scheme in ("light", "dark"):
            reader.wear(scheme)
            assert page.evaluate(OVERFLOW) == [0, 0], f"wider than the screen in {scheme}"
            assert page.locator("[data-testid=stException]").count() == 0
            assert page.get_by_text("错误编号").count() == 0
            assert page.evaluate("document.documentElement.lang") == "zh-CN"
            assert english_on(page) == []
            # Barriers are the same on both screens but for what wraps; the laptop's is the narrower.
            if screen == "laptop":
                assert barriers_on(page) == [], scheme
        assert reader.troubles == []


def barriers_on(page) -> list[tuple]:
    """Returns what keeps disabled readers out, as axe finds it."""
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa"]}).response["violations"]
    return [
        (rule["id"], node["target"], node.get("failureSummary"))
        for rule in found
        if rule["id"] not in THEIRS and rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]

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
every_scheme = pytest.mark.parametrize("scheme", ["light", "dark"])


@every_page
@every_screen
@every_scheme
def test_page_fits_the_screen_speaks_chinese_and_asks_no_one_else(browser, address, url, screen, scheme):
    width, height = SCREENS[screen]
    with visitor(browser, address, width=width, height=height, scheme=scheme) as reader:
        page = reader.goto(url)
        assert page.evaluate(OVERFLOW) == [0, 0], "wider than the screen"
        assert page.locator("[data-testid=stException]").count() == 0
        assert page.get_by_text("错误编号").count() == 0
        assert page.evaluate("document.documentElement.lang") == "zh-CN"
        assert english_on(page) == []
        assert reader.troubles == []


@every_page
@every_scheme
def test_page_has_no_serious_barrier_for_disabled_readers(browser, address, url, scheme):
    with visitor(browser, address, scheme=scheme) as reader:
        found = Axe().run(reader.goto(url), options={"runOnly": ["wcag2a", "wcag2aa"]}).response["violations"]
        barriers = [
            (rule["id"], node["target"], node.get("failureSummary"))
            for rule in found
            if rule["id"] not in THEIRS and rule["impact"] in ("serious", "critical")
            for node in rule["nodes"]
        ]
        assert barriers == []

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


@pytest.fixture(scope="module", params=SCREENS)
def screen(request) -> str:
    """One of the screens; all pages are visited on it before the next."""
    return request.param


@pytest.fixture(scope="module")
def window(browser, address, screen):
    """One reader's window: a browser that has been here before loads the programs and fonts once."""
    width, height = SCREENS[screen]
    with visitor(browser, address, width=width, height=height) as someone:
        yield someone


@every_page
def test_page_fits_the_screen_speaks_chinese_asks_no_one_else_and_has_no_barrier(window, screen, url):
    """One visit a screen, opened in one theme and then switched by the reader's system: from light on the laptop, from dark on the wall."""
    schemes = ("light", "dark") if screen == "laptop" else ("dark", "light")
    window.troubles.clear()
    window.page.emulate_media(color_scheme=schemes[0])
    page = window.goto(url)
    for scheme in schemes:
        window.wear(scheme)
        assert page.evaluate(OVERFLOW) == [0, 0], f"wider than the screen in {scheme}"
        assert page.locator("[data-testid=stException]").count() == 0
        assert page.get_by_text("错误编号").count() == 0
        assert page.evaluate("document.documentElement.lang") == "zh-CN"
        assert english_on(page) == []
        # Barriers are the same on both screens but for what wraps; the laptop's is the narrower.
        if screen == "laptop":
            assert barriers_on(page) == [], scheme
    assert window.troubles == []


def barriers_on(page) -> list[tuple]:
    """Returns what keeps disabled readers out, as axe finds it."""
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa"]}).response["violations"]
    return [
        (rule["id"], node["target"], node.get("failureSummary"))
        for rule in found
        if rule["id"] not in THEIRS and rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]

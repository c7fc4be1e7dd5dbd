"""Offices keep old browsers: down to Chromium 94 the pages work, below that they say so."""

from pages.contents import PAGES
from tests.browser.chrome import visitor

# What Chromium 94 lacks and Streamlit or Plotly call.
TAKE_AWAY = """
for (const name of ["toSorted", "toReversed", "toSpliced", "with", "findLast", "findLastIndex"]) delete Array.prototype[name];
for (const name of ["union", "difference", "intersection", "isSubsetOf"]) delete Set.prototype[name];
delete Promise.withResolvers; delete Object.groupBy; delete Object.hasOwn; delete URL.canParse; delete window.structuredClone;
"""
# A browser that cannot read class static blocks, as Function tells browser.js.
CANNOT_PARSE = "window.Function = function () { throw new SyntaxError(); };"


def test_pages_work_without_the_functions_of_newer_browsers(reader):
    reader.page.add_init_script(TAKE_AWAY)
    page = reader.goto(PAGES[0].url)
    assert page.locator("h1").count() == 1
    assert page.evaluate("Promise.withResolvers.toString()").find("[native code]") == -1


def test_too_old_a_browser_is_asked_for_an_upgrade_in_chinese(browser, address):
    # Its further complaints do not matter: Streamlit's own code would not even have been read.
    with visitor(browser, address) as old:
        old.page.add_init_script(CANNOT_PARSE)
        old.page.goto(address)
        old.page.get_by_role("heading", name="请升级浏览器").wait_for()

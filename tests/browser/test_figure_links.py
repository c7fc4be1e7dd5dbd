"""From a figure on screen, by a real click, to its own page, whose head states the same figure."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.chrome import Visitor, visitor
from tests.browser.projection import opened

YEAR = "year=2020年"
LINK = "溯源"


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Visitor]:
    """A reader on a large screen, so that a whole page is in sight."""
    with visitor(browser, address, width=1920, height=2200) as someone:
        # The first of these tests meets a dashboard that makes its sample county.
        someone.page.set_default_timeout(60_000)
        yield someone
        assert someone.troubles == []


def asked(page: Page) -> dict[str, str]:
    """What a figure's page is asked for."""
    parts = urlsplit(page.url)
    assert parts.path == "/sources"
    return {name: values[0] for name, values in parse_qs(parts.query).items()}


def followed(reader: Visitor, key: str, label: str, value: str) -> dict[str, str]:
    """Clicks the link beside a figure and returns what its page is asked for; that page states the same value."""
    page = reader.page
    page.locator(f".st-key-trace_{key}").get_by_role("link", name=LINK).click()
    page.wait_for_url("**/sources?*")
    states(reader.settle(), label, value)
    return asked(page)


def states(page: Page, label: str, value: str) -> None:
    """Asserts that a figure's page states it: its label, then its value."""
    expect(page.get_by_test_id("stMain")).to_contain_text(re.compile(rf"{re.escape(label)}[^。]{{0,30}}?{re.escape(value)}"), timeout=20_000)


def click(page: Page, panel: str, across: float, down: float) -> None:
    """Clicks into the chart of a panel, at shares of its plot's width and height."""
    box = page.locator(f".st-key-chart_{panel} .nsewdrag").first.bounding_box()
    page.mouse.click(box["x"] + box["width"] * across, box["y"] + box["height"] * down)


def choose_cell(page: Page, table: Locator, heading: str, line: Locator) -> None:
    """Chooses the cell below a heading in the first row of a table; its columns are as wide as their texts, so keys lead there.

    `line` says what is chosen: keys come once it speaks of the first cell.
    """
    expect(table.locator("th").first).to_be_attached()
    place = table.locator("th").all_text_contents().index(heading)
    box = table.bounding_box()
    page.mouse.click(box["x"] + 20, box["y"] + 35 * 1.5)
    expect(line).not_to_contain_text("点选图表")
    for _ in range(place):
        page.keyboard.press("ArrowRight")


def test_a_key_figure_leads_to_its_page(reader: Visitor) -> None:
    reader.goto(f"overview?{YEAR}")
    query = followed(reader, "issues_found", "发现问题", "301")
    assert query["metric"] == "发现问题" and query["year"] == "2020年"


def test_a_rate_of_the_whole_term_leads_to_the_term_whatever_the_year(reader: Visitor) -> None:
    page = reader.goto(f"overview?{YEAR}")
    expect(page.locator(".st-key-card_kpi_coverage_rate .value")).to_contain_text("81.1")
    query = followed(reader, "coverage_rate", "巡察覆盖率", "81.1%")
    assert query["metric"] == "巡察覆盖率" and "year" not in query


def test_a_cell_of_a_heat_map_is_said_under_the_chart_and_leads_to_its_page(reader: Visitor) -> None:
    page = reader.goto(f"issues?{YEAR}")
    before = page.locator(".st-key-card_issues_by_category").bounding_box()
    click(page, "issues_by_category", 0.25, 1 / 6)
    line = page.locator(".st-key-chosen_issues_by_category")
    expect(line).to_contain_text("群众身边腐败和作风 · 第十轮：发现问题 66 个（明细）")
    assert page.locator(".st-key-card_issues_by_category").bounding_box() == before
    query = followed(reader, "chosen_issues_by_category", "发现问题", "66")
    assert (query["category"], query["round"], query["year"]) == ("群众身边腐败和作风", "第十轮", "2020年")


def test_a_bar_that_is_no_figure_says_why_and_its_neighbours_stay_as_they_are(reader: Visitor) -> None:
    page = reader.goto("coverage")
    bars = page.locator(".st-key-chart_coverage_by_kind .barlayer path")
    bar = page.locator(".st-key-chart_coverage_by_kind .barlayer .trace").nth(1).locator("path").first.bounding_box()
    page.mouse.click(bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2)
    line = page.locator(".st-key-chosen_coverage_by_kind")
    expect(line).to_contain_text("党政机关 · 进驻中：9 个")
    expect(line).to_contain_text("完成后计入已完成")
    assert bars.evaluate_all("(all) => all.every((one) => ['', '1'].includes(one.style.opacity))")
    line.get_by_role("button", name=LINK).click()
    expect(page.get_by_text("应巡党组织 95 个")).to_be_visible()


def test_a_tile_of_the_wall_shows_its_cells_and_leads_to_its_towns_figure(reader: Visitor) -> None:
    page = reader.goto("villages")
    page.get_by_role("button", name="长滩镇柏树湾村：未巡察").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("2.村（社区）名录.xlsx › 村（社区）名录 › C257")
    query = followed(reader, "village_0", "村级覆盖率", "0.0%")
    assert query["town"] == "长滩镇"


def test_a_figure_on_a_slide_leads_to_its_page_in_a_window_of_its_own(reader: Visitor) -> None:
    page = opened(reader, f"meeting?show=1&deck=secretary&slide=2&mask=false&{YEAR}")
    page.get_by_role("button", name="查看发现问题的分布").click()
    answer = page.get_by_role("dialog", name="发现问题的分布")
    expect(answer).to_contain_text("301")
    with page.context.expect_page() as another:
        page.keyboard.press("Tab")
        answer.get_by_role("link", name=LINK).focus()
        page.keyboard.press("Enter")
    other = another.value
    states(other, "发现问题", "301")
    assert asked(other)["metric"] == "发现问题"
    page.keyboard.press("Escape")
    expect(answer).to_have_count(0)


def test_a_masked_slide_says_why_it_does_not_lead_to_names(reader: Visitor) -> None:
    page = opened(reader, f"meeting?show=1&deck=secretary&slide=2&{YEAR}")
    page.get_by_role("button", name="查看发现问题的分布").click()
    answer = page.get_by_role("dialog", name="发现问题的分布")
    expect(answer).to_contain_text("来源页会显示单位名称，关闭投屏脱敏后可查看")
    expect(answer.get_by_role("link")).to_have_count(0)


def test_a_reported_total_in_a_table_leads_to_its_page(reader: Visitor) -> None:
    page = reader.goto("clues")
    page.locator(".st-key-table_clue_cohorts").get_by_text("表格").click()
    table = page.locator(".st-key-rows_clue_cohorts canvas").first
    expect(table).to_be_visible()
    line = page.locator(".st-key-chosen_clue_cohorts")
    choose_cell(page, table, "移送线索（件）", line)
    expect(line).to_contain_text("（报送）")
    which, label, value = re.match(r"(.+)：(.+) (\d+) 条（报送）", line.locator("p.chosen").inner_text()).groups()
    query = followed(reader, "chosen_clue_cohorts", label, value)
    assert query["metric"] == label and query["round"] == which

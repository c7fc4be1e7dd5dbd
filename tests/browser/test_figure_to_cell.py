"""From figure to cell by address: total, rate, one cell of a split, village, reported total; the marked cell is the figure's."""

import re

import pytest
from playwright.sync_api import Page, expect

FIGURE = ".figure-head .value"
CELL = ".sheet-part td.cell span"


def figure_of(page: Page) -> str:
    """The figure at the head of the page, without its unit."""
    return page.locator(FIGURE).evaluate("(node) => node.firstChild.textContent")


def step(page: Page, name: str) -> str:
    """What a step of the way from cell to figure says."""
    return page.locator(".trace-steps dt", has_text=re.compile(f"^{name}$")).locator("xpath=following-sibling::dd[1]").first.inner_text()


def counted(page: Page) -> int:
    """What all rows are said to come to."""
    said = page.locator(".st-key-foot_rows .panel-foot").inner_text()
    return int(re.search(r"合计计入 ([\d,]+)", said)[1].replace(",", ""))


def test_a_total_is_the_sum_of_rows_and_each_row_leads_to_its_cell(goto, page) -> None:
    goto("sources?metric=发现问题&term=十三届")
    assert counted(page) == int(figure_of(page))
    expect(page.locator(CELL)).to_have_text("45")
    assert step(page, "计入") == "45"
    page.locator("[data-testid=stDataFrame]").first.click(position={"x": 20, "y": 35 * 2 + 17})
    expect(page.locator(CELL)).to_have_text("69")
    expect(page).to_have_url(re.compile(r"row=3(:|%3A)0(:|%3A)6"))
    address = page.url.split("/", 3)[3]
    goto("overview")
    goto(address)
    expect(page.locator(CELL)).to_have_text("69")
    expect(page.locator(".st-key-card_cell .card-head")).to_contain_text("3.轮次台账.xlsx › 第一至九轮 › P6")


def test_a_rate_shows_its_denominator_apart(goto, page) -> None:
    goto("sources?metric=巡察覆盖率&side=分母")
    top, bottom = (int(text) for text in page.locator(".figure-head .of b").all_inner_texts())
    assert counted(page) == bottom
    expect(page.locator(CELL)).to_have_text("县委办公室")
    expect(page.locator(".st-key-card_cell .card-head")).to_contain_text("1.巡察对象名录.xlsx › 巡察对象名录 › B4")
    page.get_by_role("radio", name="分子").or_(page.get_by_role("button", name="分子")).first.click()
    expect(page.locator(".st-key-foot_rows .panel-foot")).to_contain_text(f"合计计入 {top}")
    expect(page.locator(CELL)).not_to_have_text("县委办公室")


def test_one_cell_of_a_split_leads_to_the_issues_it_counts(goto, page) -> None:
    goto("sources?metric=发现问题&category=群众身边腐败和作风&round=第十一轮")
    assert counted(page) == int(figure_of(page))
    assert step(page, "原文").endswith(f"“{page.locator(CELL).inner_text()}”")
    told = step(page, "归入")
    assert "轮次：第十一轮" in told and "问题类别：群众身边腐败和作风" in told


def test_a_village_leads_to_its_own_row(goto, page) -> None:
    goto("sources?metric=延伸巡察村(社区)&town=龙吟镇&village=古井溪村")
    assert counted(page) == int(figure_of(page))
    expect(page.locator(CELL)).to_have_text("古井溪村")
    assert "乡镇(街道)：龙吟镇" in step(page, "归入")
    goto("sources?metric=村级覆盖率&side=分母&town=龙吟镇&village=古井溪村")
    expect(page.locator(CELL)).to_have_text("古井溪村")
    expect(page.locator(".st-key-card_cell .card-head")).to_contain_text("2.村（社区）名录.xlsx")


def test_a_reported_total_is_the_very_cell(goto, page) -> None:
    goto("sources?metric=发现问题&round=第九轮")
    expect(page.locator(FIGURE)).to_be_visible()
    expect(page.locator(CELL)).to_have_text(figure_of(page))
    expect(page.locator(".sheet-part tr.row")).to_have_count(1)
    assert step(page, "计入") == figure_of(page)


@pytest.mark.parametrize(("query", "said"), [("metric=没有的", "没有这个指标"), ("metric=移送线索&month=某月", "不是月份的写法")])
def test_an_address_that_cannot_be_followed_says_why(goto, page, query, said) -> None:
    goto(f"sources?{query}")
    expect(page.get_by_text(re.compile(said))).to_be_visible()

"""自上次会议以来: a workbook, a meeting marked, the workbook corrected; the page says what changed and why, and it adds up."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chrome import Visitor, visitor
from tests.browser.server import running
from tests.intake.books import REGISTER, ROUNDS, book
from tests.sample import sample_home

LATER = [*ROUNDS[:2], ["十三届", 2020, "第十轮", "县财政局", 12, 1], ["十三届", 2020, "第十轮", "县水利局", 5, 0]]


@pytest.fixture
def office(browser, tmp_path: Path):
    """A reader of a dashboard of their own."""
    home = tmp_path / "home"
    home.mkdir()
    with running(sample_home(home)) as address, visitor(browser, address) as someone:
        yield someone
        assert someone.troubles == []


def upload(office: Visitor, folder: Path, **books: list[list]) -> None:
    """Sends workbooks as an office does."""
    files = []
    for name, rows in books.items():
        files.append(folder / f"{name}.xlsx")
        files[-1].write_bytes(book(rows))
    page = office.goto("upload")
    page.set_input_files("input[type=file]", [str(path) for path in files])
    expect(page.locator(".chip", has_text="可以导入")).to_have_count(len(files))
    sign(page, "李某")
    expect(page.get_by_role("button", name="确认导入")).to_be_enabled(timeout=30_000)
    page.get_by_role("button", name="确认导入").click()
    expect(page.get_by_text(re.compile("已导入 [0-9]+ 行"))).to_be_visible(timeout=30_000)


def sign(page: Page, name: str) -> None:
    """Says who is at work."""
    page.get_by_label("经办人").fill(name)
    page.get_by_label("经办人").press("Enter")


def test_why_a_figure_is_another_one_than_at_the_meeting(office, tmp_path: Path) -> None:
    upload(office, tmp_path, 名录=REGISTER, 轮次=ROUNDS)
    page = office.goto("changes")
    expect(page.get_by_text("还没有标记会议")).to_be_visible()
    page.get_by_role("button", name="标记会议").click()
    page.get_by_label("会议名称").fill("书记专题会")
    page.get_by_role("button", name="保存标记").click()
    expect(page.get_by_text("请先填写经办人")).to_be_visible()
    sign(page, "王某")
    page.get_by_role("button", name="保存标记").click()
    expect(page.locator(".lead")).to_have_text(re.compile(r"自书记专题会（[0-9-]+）以来：没有任何变动"), timeout=30_000)

    upload(office, tmp_path, 十二月=LATER)
    page = office.goto("changes?metric=发现问题")
    expect(page.locator(".lead")).to_have_text(re.compile("以来：1 次导入、新增 1 行、更正 1 行；"))
    card = page.locator(".st-key-card_since")
    expect(card.locator(".say")).to_have_text("发现问题当时为 18个，现在为 25个，+7个：更正的行 +2个，新增的行 +5个。")
    bars = card.locator(".js-plotly-plot .annotation")
    expect(bars).to_have_text(["18个", "▲ +2个", "▲ +5个", "25个", "横轴自 11个起，不从零起"])
    then, *parts, now = (int(re.sub("[^0-9−]", "", text).replace("−", "-")) for text in bars.all_text_contents()[:4])
    assert then + sum(parts) == now
    card.locator(".st-key-cause_corrected summary").click()
    expect(card.get_by_text("这些行在本指标中的计数发生变化，共 1 行。").first).to_be_visible()

    page = office.goto("overview")
    expect(page.locator(".kpi", has_text="发现问题").first.locator(".note")).to_contain_text("较上次会议+7个")
    page = office.goto("sources?metric=发现问题")
    expect(page.locator(".st-key-card_since .say")).to_contain_text("当时为 18个，现在为 25个")

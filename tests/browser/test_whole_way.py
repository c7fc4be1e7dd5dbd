"""The whole way: a messy workbook in, a heading put right, figures on the overview, withdrawn, and back."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.chrome import visitor
from tests.browser.server import running
from tests.intake.books import REGISTER, book
from tests.sample import sample_home

MESSY = [
    ["中共示例县委第十轮巡察发现问题清单"],
    ["填报单位：示例县委巡察办　填报时间：2020年12月10日"],
    ["序号", "届次", "年度", "轮次", "被巡察单位", "问题具体表现", "类别", "处置方式"],
    [1, "十三届", 2020, "第十轮", "县财政局", "账目不清", "三资管理", "反馈"],
    [2, "十三届", 2020, "第10轮", "县财政局", "会议记录补写", "组织生活", "立行立改"],
    [3, "十三届", 2020, "十轮", "县审计局", "公示不及时", "三资管理", "反馈"],
    ["合计", None, None, None, None, 3, None, None],
]


@pytest.fixture
def office(browser, tmp_path: Path):
    """A reader of a dashboard of their own, begun with the office's own ledgers."""
    home = tmp_path / "home"
    home.mkdir()
    with running(sample_home(home)) as address, visitor(browser, address) as someone:
        yield someone
        assert someone.troubles == []


def expect_issues(reader, text: str) -> None:
    """The figure on the overview's card of issues found."""
    reader.goto("overview")
    card = reader.page.locator(".kpi", has_text="发现问题").first
    expect(card.locator(".value")).to_have_text(re.compile(rf"^\s*{text}\s*$"))


def press(reader, name: str) -> None:
    reader.page.get_by_role("button", name=name, exact=True).first.click()


def test_a_messy_workbook_changes_the_overview_and_a_withdrawal_changes_it_back(office, tmp_path: Path) -> None:
    files = [tmp_path / "巡察对象名录.xlsx", tmp_path / "问题清单（2020）.xlsx"]
    for path, rows in zip(files, (REGISTER, MESSY), strict=True):
        path.write_bytes(book(rows))
    page = office.goto("upload")
    page.set_input_files("input[type=file]", [str(path) for path in files])
    expect(page.locator(".chip", has_text="待确认")).to_be_visible()
    page.get_by_label(re.compile("问题具体表现")).first.click()
    page.get_by_role("option", name="问题内容").click()
    expect(page.locator(".chip", has_text="可以导入")).to_have_count(2)
    expect(page.locator("tr", has_text="发现问题").get_by_text("3个")).to_be_visible()
    page.get_by_label("经办人").fill("李某")
    page.get_by_label("经办人").press("Enter")
    expect(page.get_by_role("button", name="确认导入")).to_be_enabled()
    press(office, "确认导入")
    expect(page.get_by_text("已导入 6 行")).to_be_visible()
    expect_issues(office, "3 ?个")

    office.goto("history")
    expect(page.get_by_text("经办人 李某")).to_have_count(2)
    press(office, "撤回")
    expect(page.locator(".chip", has_text="已撤回")).to_be_visible()
    expect_issues(office, "未报")
    office.goto("history")
    press(office, "恢复")
    expect(page.locator(".chip", has_text="有效")).to_have_count(2)
    expect_issues(office, "3 ?个")


def test_hostile_workbooks_end_in_a_sentence_and_run_nothing(office) -> None:
    corpus = Path(__file__).parent.parent / "corpus"
    names = ("xss_in_cells_headers_sheetname.xlsx", "zip_bomb_1GiB_spaces.xlsx", "billion_laughs_sst.xlsx", "one_byte_flipped.xlsx")
    files = [next(corpus.rglob(name)) for name in names]
    page = office.page
    page.on("dialog", lambda dialog: office.troubles.append(f"dialog: {dialog.message}"))
    office.goto("upload")
    page.set_input_files("input[type=file]", [str(path) for path in files])
    expect(page.locator(".sheet-head", has_text="one_byte_flipped.xlsx")).to_be_visible(timeout=60_000)
    expect(page.locator(".chip", has_text="未读取")).not_to_have_count(0)
    assert not page.get_by_text("页面出错").count()
    assert not page.locator("[data-testid=stMain] img[onerror], [data-testid=stMain] script").count()

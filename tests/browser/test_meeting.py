"""A whole meeting in front of a real browser: keys, black, themes, the server gone and back, nothing cut at any size."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.chrome import visitor
from tests.browser.english import english_on
from tests.browser.projection import LOOK, WHILE_MADE, ask, count, drawn, opened, ready, slide, theme
from tests.browser.server import free_port, running
from tests.sample import sample_home

DECK = "meeting?deck=annual&show=1"
SIZES = {(1366, 768): "light", (1920, 1080): "dark", (3840, 2160): "light"}
"""Screens, and the colours in which a reader in front of each opens a deck."""
CONNECTED = "[data-testid=stApp][data-test-connection-state=CONNECTED]"
PICTURES = Path(__file__).parent / "failures"


def test_a_deck_opens_from_the_page_and_obeys_every_key(reader):
    page = reader.goto("meeting?year=2020年")
    page.locator(".st-key-card_ready_secretary").get_by_role("link", name="开始投屏").click()
    last = count(ready(page))
    assert last >= 8 and slide(page) == 1
    expect(page.locator(".deck .facts")).to_contain_text("2020年")
    expect(page.locator(".deck .marks")).to_contain_text("内部资料")
    for key, wanted in (
        ("PageDown", 2), ("ArrowRight", 3), ("ArrowDown", 4), ("Space", 5), ("PageUp", 4), ("ArrowLeft", 3), ("ArrowUp", 2),
        ("End", last), ("PageDown", 1), ("PageUp", last), ("Home", 1), ("5", 5), ("3", 3),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert slide(page) == wanted, key
    for key in ("b", "."):
        page.keyboard.press(key)
        expect(page.locator(".deck.black")).to_have_count(1)
        page.keyboard.press("Escape" if key == "b" else ".")
        expect(page.locator(".deck.black")).to_have_count(0)
    assert theme(page) == "light"
    page.keyboard.press("t")
    assert theme(drawn(page)) == "dark" and slide(page) == 3
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement === null")
    page.reload()
    assert (slide(ready(page)), theme(page)) == (3, "dark")
    page.keyboard.press("Escape")
    expect(page.locator(".projection")).to_have_count(0)
    expect(page.locator(".st-key-card_ready_secretary")).to_be_visible()
    assert "show" not in page.url and "year=2020" in page.url
    page.locator(".st-key-card_ready_leading").get_by_role("link", name="开始投屏").click()
    ready(page)
    expect(page.locator(".deck .facts")).to_contain_text("2020年")


def test_a_figure_answers_the_next_question_and_escape_returns(reader):
    page = opened(reader, DECK + "&year=2020年")
    page.keyboard.press("2")
    page.get_by_role("button", name="查看发现问题的分布").first.click()
    answer = page.get_by_role("dialog", name="发现问题的分布")
    expect(answer).to_contain_text("按轮次")
    expect(answer).to_contain_text("第十一轮")
    assert page.evaluate(LOOK) == []
    page.keyboard.press("Escape")
    expect(answer).to_have_count(0)
    assert slide(page) == 2


def test_the_deck_turns_by_itself_until_someone_presses_a_key(reader):
    page = opened(reader, DECK + "&auto=1")
    page.wait_for_function("new URL(location).searchParams.get('slide') >= '3'")
    page.keyboard.press("Home")
    page.wait_for_timeout(2500)
    assert slide(page) == 1


def test_the_meeting_goes_on_without_the_server_and_stays_on_its_slide_when_it_is_back(browser, tmp_path):
    home, port = tmp_path / "home", free_port()
    home.mkdir()
    sample_home(home)
    with visitor(browser, f"http://127.0.0.1:{port}") as reader:
        with running(home, port=port):
            reader.page.add_init_script(WHILE_MADE)
            page = opened(reader, DECK)
            assert "正在准备“年度总结”" in page.evaluate("window.saidWhileMade")
            page.keyboard.press("6")
        mark = page.locator(".deck .offline")
        expect(mark).to_be_visible(timeout=15_000)
        expect(mark).to_contain_text("离线，显示截至")
        page.keyboard.press("PageDown")
        assert slide(page) == 7
        with running(home, port=port):
            expect(mark).to_be_hidden(timeout=15_000)
            page.wait_for_selector(CONNECTED, state="attached", timeout=60_000)
            page.wait_for_timeout(5000)
            assert slide(page) == 7
            page.keyboard.press("PageDown")
            assert slide(page) == 8
            page.reload()
            assert slide(ready(page)) == 8


@pytest.fixture(scope="module")
def written_on(tmp_path_factory):
    """The address of a dashboard whose saved decks a test may change."""
    with running(sample_home(tmp_path_factory.mktemp("written_on"))) as where:
        yield where


def test_newer_data_come_onto_the_slide_that_is_shown(browser, written_on):
    with visitor(browser, written_on) as meeting, visitor(browser, written_on) as office:
        page = opened(meeting, DECK)
        facts = page.locator(".deck .stage:not(.coming) .facts")
        before = facts.inner_text()
        page.keyboard.press("5")
        work = office.goto("meeting")
        # The list shows as many panels as there is room for.
        work.locator(".st-key-add_panel input").click()
        work.keyboard.type("从问题到")
        work.get_by_role("option", name="从问题到案件").click()
        office.settle()
        work.get_by_label("投屏名称").fill("新投屏")
        work.get_by_label("投屏名称").press("Tab")
        work.locator(".st-key-save_deck button").click()
        expect(work.locator(".st-key-card_saved_decks")).to_contain_text("新投屏", timeout=20_000)
        expect(facts).not_to_have_text(before, timeout=60_000)
        assert slide(page) == 5
        page.keyboard.press("PageDown")
        assert slide(page) == 6
        assert meeting.troubles == office.troubles == []


@pytest.mark.parametrize(("size", "scheme"), SIZES.items(), ids=lambda one: f"{one[0]}x{one[1]}" if isinstance(one, tuple) else one)
def test_nothing_is_cut_or_too_small_on_any_slide(browser, address, size, scheme):
    width, height = size
    with visitor(browser, address, width=width, height=height, scheme=scheme) as reader:
        for deck, scope in (("annual", ""), ("leading", "&year=2020年"), ("secretary", "&term=各届")):
            page = drawn(opened(reader, f"meeting?deck={deck}&show=1{scope}"))
            # As the reader's system wants it, then in the other colours.
            assert theme(page) == scheme
            wrong = wrong_on(page, f"{deck}_{width}")
            page.keyboard.press("t")
            assert theme(drawn(page)) != scheme
            assert wrong + wrong_on(page, f"{deck}_{width}") == []
        assert english_on(page) == []
        assert reader.troubles == []


def wrong_on(page, name):
    """What is cut or too small on each slide and in its answer; keeps a picture of each slide that has any."""
    wrong = []
    for number in range(1, count(page) + 1):
        assert slide(page) == number
        found = page.evaluate(LOOK)
        if ask(page):
            found += page.evaluate(LOOK)
            page.keyboard.press("Escape")
        wrong += found
        if found:
            PICTURES.mkdir(exist_ok=True)
            page.screenshot(path=PICTURES / f"{name}_{theme(page)}_{number}.png")
        page.keyboard.press("PageDown")
    return wrong


def test_slides_have_no_serious_barrier_for_disabled_readers(reader):
    page = opened(reader, DECK)
    for scheme in ("light", "dark"):
        assert theme(drawn(page)) == scheme
        for _ in range(count(page)):
            found = Axe().run(page, context=".projection", options={"runOnly": ["wcag2a", "wcag2aa"]}).response["violations"]
            assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found if rule["impact"] in ("serious", "critical")] == []
            page.keyboard.press("PageDown")
        page.keyboard.press("Home")
        page.keyboard.press("t")


def test_panels_ticked_on_a_page_become_a_deck_that_can_be_ordered_saved_and_opened(browser, written_on):
    with visitor(browser, written_on) as reader:
        page = reader.goto("clues")
        for name in ("way_to_case", "clue_cohorts"):
            page.locator(f".st-key-deck_{name}").get_by_text("加入投屏").click()
            reader.settle()
        page.get_by_test_id("stSidebarNavLink").filter(has_text="投屏").first.click()
        reader.settle()
        own = page.locator(".st-key-card_own_deck")
        expect(own.locator(".own-panel")).to_have_text(["1　从问题到案件", "2　各轮移送线索的去向"])
        page.locator(".st-key-down_way_to_case button").click()
        expect(own.locator(".own-panel")).to_have_text(["1　各轮移送线索的去向", "2　从问题到案件"])
        page.get_by_label("投屏名称").fill("三季度专题会")
        page.get_by_label("投屏名称").press("Tab")
        page.locator(".st-key-save_deck button").click()
        kept = page.locator(".st-key-card_saved_decks")
        expect(kept).to_contain_text("三季度专题会", timeout=20_000)
        kept.locator("[class*=st-key-saved_]", has_text="三季度专题会").get_by_role("link", name="投屏").click()
        ready(page)
        expect(page.locator(".deck .slide h1").first).to_have_text("三季度专题会")
        assert [one.get_attribute("data-id") for one in page.locator(".deck .slide").all()][2:] == ["clue_cohorts", "way_to_case"]
        assert reader.troubles == []

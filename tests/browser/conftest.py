"""What browser tests are given: a running dashboard, a browser, a reader in front of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chrome import Visitor, chromium, visitor
from tests.browser.server import running

HERE = Path(__file__).parent
FAILURES = HERE / "failures"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks every test in this folder, so that `-m "not browser"` leaves them out."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    """Keeps a picture of what a failed test saw, in tests/browser/failures/."""
    report = yield
    reader = getattr(item, "funcargs", {}).get("reader")
    if report.when == "call" and report.failed and isinstance(reader, Visitor):
        FAILURES.mkdir(exist_ok=True)
        reader.page.screenshot(path=FAILURES / f"{item.name}.png")
    return report


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard that starts with an empty home, as on its first day."""
    with running(tmp_path_factory.mktemp("home")) as where:
        yield where


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with chromium() as window:
        yield window


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Visitor]:
    """A reader on a laptop's screen; fails the test when the page did what no page may."""
    with visitor(browser, address) as someone:
        yield someone
        assert someone.troubles == []


@pytest.fixture
def goto(reader: Visitor):
    """`goto("overview")` opens a page and returns it settled."""
    return reader.goto


@pytest.fixture
def page(reader: Visitor) -> Page:
    """The reader's Playwright page."""
    return reader.page

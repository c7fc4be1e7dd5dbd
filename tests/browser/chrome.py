"""Chromium as the distribution ships it, looking at one dashboard and noting what goes wrong."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from analytics.theme import THEMES

NAMES = ("chromium", "chromium-browser", "google-chrome", "msedge", "chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# At a deep link Streamlit's client first asks for these beside the page, then at the root.
KNOWN_MISSES = re.compile(r"/_stcore/(health|host-config)$")
SETTLED = "[data-testid=stApp][data-test-script-state=notRunning]"


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yields a browser; `CHROMIUM` names another one than the distribution's."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not path:
        raise RuntimeError("No Chromium found: install it, or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@dataclass(kw_only=True)
class Visitor:
    """One reader's window on the dashboard at `address`; `troubles` collects what should not happen."""

    page: Page
    address: str
    troubles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", self.note_request)
        self.page.on("console", self.note_console)
        self.page.on("pageerror", lambda error: self.troubles.append(f"script error: {error}"))

    def goto(self, path: str = "") -> Page:
        """Opens an address of the dashboard (`overview?year=2020`) and returns the settled page."""
        self.page.goto(f"{self.address}/{path.lstrip('/')}")
        return self.settle()

    def settle(self) -> Page:
        """Waits until the script has run, its fonts and pictures are there, and nothing is grey any more."""
        self.page.wait_for_selector(SETTLED)
        self.page.wait_for_function("!document.querySelector('[data-testid=stSkeleton],[data-stale=true]')")
        self.page.evaluate("document.fonts.ready")
        return self.page

    def wear(self, scheme: str) -> Page:
        """Switches the reader's system to light or dark and returns the page, settled in it."""
        self.page.emulate_media(color_scheme=scheme)
        self.page.wait_for_function(
            "(ground) => getComputedStyle(document.documentElement).getPropertyValue('--paper').trim() === ground", arg=THEMES[scheme].paper
        )
        return self.settle()

    def note_request(self, request: Request) -> None:
        """Remembers a request that leaves the dashboard."""
        if not request.url.startswith((self.address, self.address.replace("http", "ws", 1), "data:", "blob:")):
            self.troubles.append(f"outside request: {request.url}")

    def note_console(self, message: ConsoleMessage) -> None:
        """Remembers an error that the browser reports."""
        where = message.location.get("url", "")
        if message.type == "error" and not KNOWN_MISSES.search(where):
            self.troubles.append(f"console: {message.text} ({where})")


@contextmanager
def visitor(
    browser: Browser, address: str, *, width: int = 1366, height: int = 768, scheme: str = "light"
) -> Iterator[Visitor]:
    """Yields a reader with a screen of that size whose system prefers `scheme` (light or dark)."""
    context = browser.new_context(
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    context.set_default_timeout(20_000)
    try:
        yield Visitor(page=context.new_page(), address=address)
    finally:
        context.close()

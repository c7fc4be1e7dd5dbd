"""A meeting: from opening the address of a deck to every slide drawn, and from a key to the next slide painted.

The office's data are there and its first page has been shown once, but the deck has never been made; the browser has
an empty cache. Both share the machine, and the browser paints without a graphics card, which at 3840 × 2160 is most of
what a turn takes.
"""

import asyncio
import sys
from statistics import median
from time import perf_counter

from playwright.sync_api import Browser

from tests.bench.dashboard import dashboard
from tests.bench.reader import reader
from tests.bench.verdict import Figure, judge, spread
from tests.browser.chrome import chromium, visitor
from tests.browser.projection import count, flip, opened, ready, settled

TWELVE = "meeting?deck=secretary&show=1"
ANNUAL = "meeting?deck=annual&show=1"
SIZES = ((1366, 768), (1920, 1080), (3840, 2160))
TURNS = 60


def main() -> int:
    """Measures with the sample county and with an office of 100,000 issues."""
    missed = 0
    for large, whose in ((False, "sample county"), (True, "100,000 issues")):
        figures, notes, turns = [], [], {}
        for deck in (ANNUAL,) if large else (TWELVE, ANNUAL):
            with dashboard(large=large) as address:
                asyncio.run(started(address))
                with chromium() as browser:
                    cold, slides = opening(browser, address, deck)
                    warm, _ = opening(browser, address, deck)
                    turns |= turning(browser, address) if deck == ANNUAL else {}
            figures.append(Figure(what=f"cold deck of {slides} slides, {whose}", value=cold, unit="s", bound=5))
            notes.append(f"{whose}, {slides} slides: deck made before, empty browser: {warm:.2f} s")
        if not large:
            figures += [Figure(what=f"turning a slide (median), {size}", value=median(times), unit="ms", bound=50) for size, times in turns.items()]
        missed |= judge(figures, [*notes, *(f"{size}: {spread(times)}" for size, times in turns.items())])
    return missed


def turning(browser: Browser, address: str) -> dict[str, list[float]]:
    """Milliseconds of each turn, by size of the screen."""
    turns = {}
    for width, height in SIZES:
        with visitor(browser, address, width=width, height=height) as someone:
            page = settled(opened(someone, ANNUAL))
            turns[f"{width} × {height}"] = [flip(page) for _ in range(TURNS)]
    return turns


async def started(address: str) -> None:
    """Returns once the first page has been shown."""
    async with reader(address):
        pass


def opening(browser: Browser, address: str, deck: str) -> tuple[float, int]:
    """Seconds until every slide is drawn, and how many there are."""
    with visitor(browser, address, width=1920, height=1080) as someone:
        began = perf_counter()
        someone.page.goto(f"{address}/{deck}")
        ready(someone.page)
        return perf_counter() - began, count(someone.page)


if __name__ == "__main__":
    sys.exit(main())

"""A meeting: from opening the address of a deck to every slide drawn, and from a key to the next slide painted.

The server has just started and has never made the deck; the browser has an empty cache. Both share the machine, and
the browser paints without a graphics card, which at 3840 × 2160 is most of what a turn takes.
"""

import sys
from statistics import median
from time import perf_counter

from tests.bench.dashboard import dashboard
from tests.bench.verdict import Figure, judge, spread
from tests.browser.chrome import Visitor, chromium, visitor
from tests.browser.projection import count, flip, opened, ready, settled

DECK = "meeting?deck=annual&show=1"
SIZES = ((1366, 768), (1920, 1080), (3840, 2160))
TURNS = 60


def main() -> int:
    """Measures with the sample county and with an office of 100,000 issues."""
    missed = 0
    for large, whose in ((False, "sample county"), (True, "100,000 issues")):
        with dashboard(large=large) as address, chromium() as browser:
            with visitor(browser, address, width=1920, height=1080) as someone:
                cold, slides = opening(someone)
            with visitor(browser, address, width=1920, height=1080) as someone:
                warm, _ = opening(someone)
            turns = {}
            for width, height in SIZES:
                with visitor(browser, address, width=width, height=height) as someone:
                    page = settled(opened(someone, DECK))
                    turns[f"{width} × {height}"] = [flip(page) for _ in range(TURNS)]
        figures = [Figure(what=f"cold deck of {slides} slides, {whose}", value=cold, unit="s", bound=5)]
        if not large:
            figures += [Figure(what=f"turning a slide (median), {size}", value=median(times), unit="ms", bound=50) for size, times in turns.items()]
        missed |= judge(figures, [f"{whose}: deck made before, empty browser: {warm:.2f} s", *(f"{size}: {spread(times)}" for size, times in turns.items())])
    return missed


def opening(someone: Visitor) -> tuple[float, int]:
    """Seconds until every slide is drawn, and how many there are."""
    began = perf_counter()
    someone.page.goto(f"{someone.address}/{DECK}")
    return perf_counter() - began if count(ready(someone.page)) else 0.0, count(someone.page)


if __name__ == "__main__":
    sys.exit(main())

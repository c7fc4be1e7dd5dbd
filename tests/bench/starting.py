"""From starting the server to the first page painted in Chromium: the very first start, which builds the sample, and a later one.

The clock starts with the process and stops when the overview's charts are drawn. The browser is
open already and looks as soon as the server answers.
"""

import statistics
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Browser

from tests.bench.verdict import Figure, judge
from tests.browser.chrome import chromium, visitor
from tests.browser.server import running

TIMES = 3


def main() -> int:
    """Measures first and second starts in turns, each in a new home."""
    first, second = [], []
    with chromium() as browser:
        for _ in range(TIMES):
            with tempfile.TemporaryDirectory() as home:
                first.append(start(Path(home), browser))
                second.append(start(Path(home), browser))
    notes = [
        f"{what}: server answers after {middle(runs, 0):.2f} s, head of the page after {middle(runs, 1):.2f} s"
        for what, runs in (("very first start", first), ("later start", second))
    ]
    return judge(
        [
            Figure(what="very first start to charts drawn", value=middle(first, 2), unit="s", bound=6),
            Figure(what="later start to charts drawn", value=middle(second, 2), unit="s", bound=6),
        ],
        notes,
    )


def middle(runs: list[tuple[float, float, float]], which: int) -> float:
    """The median of one of the times."""
    return statistics.median(run[which] for run in runs)


def start(home: Path, browser: Browser) -> tuple[float, float, float]:
    """Seconds until the server answers, the page has its head, and its charts are drawn and nothing is pending."""
    began = perf_counter()
    with running(home) as address, visitor(browser, address, width=1920, height=1080) as someone:
        answers = perf_counter() - began
        someone.page.goto(address)
        someone.page.wait_for_selector(".masthead")
        head = perf_counter() - began
        someone.settle()
        someone.page.wait_for_selector(".js-plotly-plot .main-svg")
        return answers, head, perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())

"""Taking along: a deck as presentation and as PDF, the report as a document, a page as a workbook, each as at the first click after an import."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from analytics.decks import Deck
from analytics.export.deck import presentation, printout
from analytics.export.document import document
from analytics.export.page_workbook import page_workbook
from analytics.export.pdf import deck_pdf
from analytics.export.picture import picture
from analytics.panels import PANELS
from analytics.panels.panel import build
from analytics.report import TEMPLATES, Picture, Scope, Table, written
from analytics.theme import LIGHT
from data.facts import Facts
from data.samples.first_start import ensure_sample
from tests.bench.verdict import Figure, judge

YEAR = {"term": "十三届", "year": "2020年"}
# With cover and key figures twelve slides, charts of every kind among them.
DECK = Deck(
    name="bench",
    title="十二页",
    panels=(
        "coverage_pace", "coverage_by_kind", "issues_by_category", "issues_recurring", "issues_by_organisation", "way_to_case", "clue_cohorts",
        "open_clues_by_age", "villages_by_town", "village_wall",
    ),
)  # fmt: skip
OVERVIEW = ("works", "way_to_case", "coverage_pace", "issues_by_category", "village_wall")
CHARTS = ("coverage_pace", "clue_cohorts", "issues_by_organisation", "villages_by_town")
REPORT = TEMPLATES["年度总结"] + "".join(f"\n图：{PANELS[name].title}" for name in CHARTS if f"图：{PANELS[name].title}" not in TEMPLATES["年度总结"])
TIMES = 3


def main() -> int:
    """Measures with the sample county; nothing was asked of its facts before."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        store = ensure_sample(Path(home))
        slides = len(printout(DECK, store.facts(), YEAR).made.slides)
        files = [seconds(store.facts, lambda facts: presentation(printout(DECK, facts, YEAR))) for _ in range(TIMES)]
        books = [seconds(store.facts, lambda facts: page_workbook("总览", [build(PANELS[one], facts, YEAR, LIGHT) for one in OVERVIEW], facts, YEAR)) for _ in range(TIMES)]
        reports = [seconds(store.facts, report) for _ in range(TIMES)]
        papers = [seconds(store.facts, lambda facts: deck_pdf(printout(DECK, facts, YEAR))) for _ in range(TIMES)]
        store.close()
    figures = [
        Figure(what=f"presentation of {slides} slides, slowest of {TIMES}", value=max(files), unit="s", bound=3),
        Figure(what=f"report as a document with {len(CHARTS)} charts, slowest of {TIMES}", value=max(reports), unit="s", bound=8),
        Figure(what=f"workbook of the overview, slowest of {TIMES}", value=max(books), unit="s", bound=10),
        Figure(what=f"the same slides as PDF, slowest of {TIMES}", value=max(papers), unit="s", bound=30),
    ]
    return judge(figures, [f"PDF, one by one (the first starts the browser that draws): {', '.join(f'{one:.1f} s' for one in papers)}"])


def report(facts: Facts) -> bytes:
    """The year's report as a document, its charts drawn."""
    made = written(REPORT, facts, Scope(year=2020, term=facts.term))
    shown = {one.panel: build(PANELS[one.panel], facts, {"year": "2020年"}, LIGHT) for one in made.blocks if isinstance(one, Picture | Table)}
    if sum(isinstance(one, Picture) for one in made.blocks) != len(CHARTS):
        raise RuntimeError(f"The report has not {len(CHARTS)} charts")
    return document(made, lambda name: picture(shown[name].figure, width=720, height=360), lambda name: shown[name].table)


def seconds(facts: Callable[[], Facts], make: Callable[[Facts], bytes]) -> float:
    """Seconds until a file is made from facts that have answered nothing yet."""
    fresh = facts()
    fresh._answers.clear()
    began = perf_counter()
    make(fresh)
    return perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())

"""What is taken along from an earlier version holds the figures of then and says on paper that it does."""

import io

import pytest
from docx import Document
from openpyxl import load_workbook

from analytics.decks import READY, make
from analytics.export.captioned import captioned
from analytics.export.deck import presentation, printout
from analytics.export.document import document
from analytics.export.page_workbook import page_workbook
from analytics.export.table import table_workbook
from analytics.report import TEMPLATES, Scope, written
from data.facts import Facts
from data.store import Store
from tests.export.reading import on_screen, opened, texts_of
from tests.store.sendings import inspected, organisations, store_of

MARK = "第2版（历史版本）"
YEAR = {"year": "2020年"}


@pytest.fixture(scope="module")
def store() -> Store:
    """Three issues in the second version, seven in the last."""
    return store_of(organisations("县公安局", "县法院"), inspected("县公安局", issues=3), inspected("县法院", round=2, issues=4))


@pytest.fixture(scope="module")
def then(store: Store) -> Facts:
    """The facts of the second version."""
    return store.facts_at(2)


def cells(content: bytes) -> list[object]:
    """Every cell of a workbook."""
    return [cell.value for sheet in load_workbook(io.BytesIO(content)) for row in sheet.iter_rows() for cell in row]


def test_a_panel_as_workbook_and_as_picture(then):
    made = on_screen("issues_by_organisation", then, {})
    assert any(MARK in str(value) for value in cells(table_workbook(made.title, ["　".join(made.foot)], made.table)))
    assert MARK in captioned(made, made.foot)["layout"]["annotations"][-1]["text"]


def test_a_page_as_workbook(then):
    found = cells(page_workbook("工作总览", [on_screen("way_to_case", then, YEAR)], then, YEAR, "内部资料"))
    assert MARK in found and 3 in found and 7 not in found


def test_a_deck_on_the_stage_and_as_slides(then, store):
    deck = READY["annual"]
    made = make(deck, then, YEAR, masked=True)
    assert made.foot[-1] == MARK and "第3版" in make(deck, store.facts(), YEAR).foot[-1]
    slides = opened(presentation(printout(deck, then, YEAR, True))).slides
    assert all(any(MARK in text for text in texts_of(slide)) for slide in slides)


def test_a_report_and_its_document(then):
    report = written(next(iter(TEMPLATES.values())), then, Scope(year=2020, term=then.term))
    assert report.foot.endswith(MARK)
    lines = [line.text for line in Document(io.BytesIO(document(report, lambda name: None, lambda name: on_screen(name, then, YEAR).table))).paragraphs]
    assert any(MARK in line for line in lines)

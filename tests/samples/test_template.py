"""Blank templates: what they print is what the importer reads."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from data.importing import Choices, Known, check
from data.kinds import Choice, Count, Day, Filed, Flag, Money, Name, Tokens
from data.ledger import GUIDE_SHEET, Field, Ledger
from data.ledgers import LEDGERS
from data.template import HEADING_ROW, fields, template
from data.workbook.limits import Limits
from data.workbook.reading import read_in_process

EVERY = pytest.mark.parametrize("ledger", LEDGERS.values(), ids=list(LEDGERS))


def example(field: Field) -> object:
    """What a careful person writes under a heading after reading its comment."""
    kind = field.kind
    if isinstance(kind, Choice | Tokens):
        return next(iter(kind.options))
    if isinstance(kind, Day):
        return date(2020, 7, 15)
    if isinstance(kind, Count | Money):
        return 3
    if isinstance(kind, Flag | Filed):
        return "是"
    return kind.example or ("青禾镇" if isinstance(kind, Name) else "示例")


def filled(ledger: Ledger) -> bytes:
    """The template with one row of examples."""
    book = openpyxl.load_workbook(BytesIO(template(ledger)))
    for place, field in enumerate(fields(ledger), 1):
        book.worksheets[0].cell(HEADING_ROW + 1, place, example(field))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


@EVERY
def test_a_filled_template_is_read_as_its_ledger_with_every_heading_known(ledger):
    workbook = read_in_process(f"{ledger.label}.xlsx", filled(ledger), Limits())
    (report,) = check([workbook], Known(), Choices()).reports
    assert report["ledger"] == ledger.name
    assert report["columns"] == {field.label: field.name for field in fields(ledger)}
    asked = [p for p in report["problems"] if p["code"] not in ("name_unknown", "town_unknown")]
    assert not [p for p in asked if p["severity"] == "error"]


@EVERY
def test_a_template_is_the_same_bytes_whenever_it_is_made(ledger):
    assert template(ledger) == template(ledger)


@EVERY
def test_every_heading_has_a_comment_and_the_guide_explains_it(ledger):
    book = openpyxl.load_workbook(BytesIO(template(ledger)))
    headings = book.worksheets[0][HEADING_ROW]
    assert [cell.value for cell in headings] == [field.label for field in fields(ledger)]
    for cell, field in zip(headings, fields(ledger), strict=True):
        assert cell.comment.text.startswith("必填" if field.required else "选填")
    explained = {row[0].value for row in book[GUIDE_SHEET].iter_rows(min_row=4)}
    assert {field.label for field in fields(ledger)} <= explained


@EVERY
def test_dropdowns_offer_only_words_that_are_read(ledger):
    book = openpyxl.load_workbook(BytesIO(template(ledger)))
    for rule in book.worksheets[0].data_validations.dataValidation:
        column = min(cells.min_col for cells in rule.sqref.ranges)
        kind = fields(ledger)[column - 1].kind
        for word in rule.formula1.strip('"').split(","):
            assert kind.read(word).trouble is None


@EVERY
def test_no_row_of_a_template_is_data(ledger):
    workbook = read_in_process("模板.xlsx", template(ledger), Limits())
    assert check([workbook], Known(), Choices()).imports == []

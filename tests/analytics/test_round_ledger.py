"""An assignment taken away as a ledger and sent back: inspections planned, which no figure counts as done."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from analytics.export.round_ledger import Entry, round_ledger
from analytics.lists.planning import base, remaining
from analytics.metrics import METRICS
from analytics.panels.assigning import next_round, work_out
from analytics.query import figure
from data.importing import Choices
from data.intake import receive
from data.samples.first_start import fill
from data.store import Store
from data.workbook.limits import Limits
from data.workbook.reading import read_in_process
from tests.store.sendings import inspected, store_of

FIRST = Entry(term=13, round=12, team="第一巡察组", start=date(2021, 3, 1), end=date(2021, 4, 14), organisation="县甲局")
DONE = [name for name, one in METRICS.items() if "rounds" in one.ledgers or "village_reaches" in one.ledgers]


def sent_back(store: Store, content: bytes) -> list[dict]:
    """The reports of an import by the real importer, committed."""
    intake = receive(store, [read_in_process("下一轮轮次台账（计划）.xlsx", content, Limits())], [], Choices())
    store.commit(intake.imports, "张")
    return intake.reports


@pytest.fixture(scope="module")
def sample() -> Store:
    store = Store.memory()
    fill(store)
    yield store
    store.close()


def test_sheets_are_read_as_their_ledgers_without_a_problem_and_the_remarks_are_passed_over() -> None:
    along = Entry(term=13, round=12, team="第二巡察组", start=FIRST.start, end=FIRST.end, town="甲镇", villages=("东村", "西村"))
    store = Store.memory()
    reports = sent_back(store, round_ledger([FIRST, along], "示例县委巡察办", ["县乙局：各组均须任职回避"]))
    assert [(one["ledger"], one["status"], one["rows"]) for one in reports] == [("rounds", "loaded", 1), ("village_reaches", "loaded", 2)]
    assert [p for one in reports for p in one["problems"] if p["severity"] != "info"] == []
    row = store.live("rounds").iloc[0]
    assert (row["term"], row["year"], row["round"], row["team"], row["organisation"], row["status"]) == (13, 2021, 12, "第一巡察组", "县甲局", "计划")
    assert (row["start"].date(), row["end"].date()) == (FIRST.start, FIRST.end)
    assert set(store.live("village_reaches")["status"]) == {"计划"}


def test_the_sample_countys_next_round_comes_back_and_changes_no_figure_of_what_was_done(sample: Store) -> None:
    facts = sample.facts()
    before = {name: (figure(facts, name).numerator, figure(facts, name).denominator) for name in DONE}
    worked = work_out(facts, base(facts), afresh=False)
    sent_back(sample, round_ledger(next_round(worked), "示例县委巡察办", worked.unmet))
    facts = sample.facts()
    assert {name: (figure(facts, name).numerator, figure(facts, name).denominator) for name in DONE} == before
    left = remaining(facts)
    assert (left.village_count, left.planned) == (0, (0, 36))
    assert (facts.term, base(facts).first) == (13, 13)


def test_a_planned_round_of_the_next_term_does_not_make_that_term_current() -> None:
    store = store_of(inspected("县乙局"))
    later = Entry(term=14, round=1, team="第一巡察组", start=date(2021, 10, 8), end=date(2021, 12, 1), organisation="县甲局")
    sent_back(store, round_ledger([later], "示例县委巡察办"))
    assert store.facts().term == 13


def test_names_that_look_like_formulas_stay_text() -> None:
    content = round_ledger([Entry(term=13, round=1, team="第一巡察组", start=FIRST.start, end=FIRST.end, organisation="=HYPERLINK(1)")], "=1+1")
    sheet = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    assert sheet["G3"].value == "=HYPERLINK(1)" and sheet["G3"].data_type == "s"


def test_without_the_terms_number_the_column_stays_blank() -> None:
    content = round_ledger([Entry(term=None, round=1, team="第一巡察组", start=FIRST.start, end=FIRST.end, organisation="县甲局")], "")
    assert openpyxl.load_workbook(BytesIO(content)).worksheets[0]["A3"].value is None

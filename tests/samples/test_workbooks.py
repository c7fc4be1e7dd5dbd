"""The tracked workbooks of the sample county: fresh, agreeing with each other, free of trouble at import."""

import zipfile
from io import BytesIO
from xml.etree.ElementTree import canonicalize

import pytest

from data.importing import Checked, Choices, Known, check
from data.kinds.numerals import chinese
from data.ledgers import LEDGERS
from data.samples import tracked
from data.samples.sheets import column
from data.samples.workbooks import workbooks
from data.workbook.limits import Limits
from data.workbook.reading import read_in_process


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return workbooks()


@pytest.fixture(scope="module")
def checked() -> Checked:
    books = [read_in_process(path.name, path.read_bytes(), Limits()) for path in tracked()]
    return check(books, Known(), Choices())


@pytest.fixture(scope="module")
def rows(checked) -> dict[str, list[dict]]:
    """Ledger → the rows read from all its sheets."""
    found = {name: [] for name in LEDGERS}
    for one in checked.imports:
        for table in one.tables:
            found[table.ledger] += table.frame.to_dict("records")
    return found


def parts(content: bytes) -> dict[str, str]:
    """Each part of a workbook in canonical form: which XML writer is installed does not matter."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: canonicalize(archive.read(name).decode("utf-8")) for name in archive.namelist()}


def test_the_tracked_workbooks_are_what_the_declarations_make(made):
    assert [path.name for path in tracked()] == list(made)
    for path in tracked():
        assert parts(path.read_bytes()) == parts(made[path.name]), f"python -m data.samples writes {path.name} anew"


def test_the_workbooks_are_the_same_bytes_whenever_they_are_made(made):
    assert workbooks() == made


def test_a_heading_that_no_ledger_declares_is_refused():
    with pytest.raises(ValueError, match="没有列名「查处人数」"):
        column("rounds", "cases", "查处人数")


def test_every_sheet_is_loaded_without_error_or_warning(checked):
    assert {r["status"] for r in checked.reports} == {"loaded"}
    assert [p for r in checked.reports for p in r["problems"] if p["severity"] != "info"] == []


def test_every_ledger_has_its_sample(checked):
    assert {r["ledger"] for r in checked.reports} == set(LEDGERS)


def test_personal_columns_are_dropped_and_left_out_of_every_row(checked, rows):
    dropped = {h for r in checked.reports for h, field in r["columns"].items() if field is None}
    assert {"被反映人", "职务", "问题摘要", "书记姓名", "责任人"} <= dropped
    assert "某某某" not in {value for ledger in rows.values() for row in ledger for value in row.values()}


@pytest.mark.parametrize("count", ["issues", "immediate", "clues", "sanctions"])
def test_detail_ledgers_and_round_ledger_say_the_same_of_every_round(rows, count):
    reported = {10: 0, 11: 0}
    for row in rows["rounds"]:
        if row.get("round") in reported:
            reported[row["round"]] += row[count]
    details = {
        "issues": (rows["issues"], lambda r: 1),
        "immediate": (rows["issues"], lambda r: r["immediate"] is True),
        "clues": (rows["clues"], lambda r: 1),
        "sanctions": (rows["clues"], lambda r: r["sanctions"]),
    }
    ledger, number = details[count]
    for one, total in reported.items():
        assert sum(number(row) for row in ledger if row["round"] == one) == total


def test_early_rounds_report_as_many_organisations_as_the_register_names(rows):
    for row in rows["rounds"]:
        if row.get("round") and row["round"] <= 9:
            named = [o for o in rows["organisations"] if o["rounds"] == f"第{chinese(row['round'])}轮"]
            assert row["organisations_reported"] == len(named)


def test_every_early_round_keeps_within_what_real_rounds_report(rows):
    early = [row for row in rows["rounds"] if row.get("organisations_reported")]
    assert len(early) == 9
    for row in early:
        assert 8 <= row["issues"] / row["organisations_reported"] <= 15
        assert row["sanctions"] <= row["case_persons"] <= row["clue_persons"]
        assert row["issues_policy"] + row["issues_conduct"] + row["issues_party"] == row["issues"]


def test_left_over_villages_stand_in_exactly_two_towns(rows):
    reached = {(row["town"], row["village"]) for row in rows["village_reaches"]}
    left = [row for row in rows["villages"] if row["to_date"] is None and (row["town"], row["village"]) not in reached]
    assert len(left) == 36
    assert len({row["town"] for row in left}) == 2

"""Odd and hostile workbooks: each ends as its line in tests/corpus/expected.csv says."""

import csv
import os
import time
from pathlib import Path

import pytest

from data.workbook import Unreadable, Workbook, read

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
with (CORPUS / "expected.csv").open(encoding="utf-8", newline="") as file:
    EXPECTED = list(csv.DictReader(file))


def outcome(path: Path) -> tuple[str, str]:
    """Returns "read" with the sheets and their sizes, or the code of the refusal."""
    try:
        workbook = read(path.name, path.read_bytes())
    except Unreadable as refusal:
        assert refusal.message.endswith("。") and "\n" not in refusal.message
        return refusal.code, ""
    return "read", "; ".join(
        f"{sheet.name}{'' if sheet.visible else '(hidden)'} {len(sheet.rows)}x{max(map(len, sheet.rows), default=0)}"
        for sheet in workbook.sheets
    )


def read_corpus(name: str) -> Workbook:
    return read(Path(name).name, (CORPUS / name).read_bytes())


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda row: row["file"])
def test_file_ends_as_its_line_says(expected):
    began = time.monotonic()
    assert outcome(CORPUS / expected["file"]) == (expected["outcome"], expected["sheets"])
    assert time.monotonic() - began < 10


def test_every_file_of_the_corpus_has_its_line():
    files = {
        Path(folder, name).relative_to(CORPUS).as_posix()
        for folder, _, names in os.walk(CORPUS)
        for name in names
        if Path(folder) != CORPUS and not name.endswith(".json")
    }
    assert files == {row["file"] for row in EXPECTED}


def test_no_cell_ever_holds_a_file_of_the_server():
    for row in EXPECTED:
        if row["outcome"] == "read":
            sheets = read_corpus(row["file"]).sheets
            assert not any("root:" in str(value) for sheet in sheets for line in sheet.rows for value in line)


def test_hostile_text_arrives_as_the_text_it_is():
    sheet = read_corpus("attack/xss_in_cells_headers_sheetname.xlsx").sheets[0]
    assert sheet.name == "<img src=x onerror=alert(1)>"
    assert sheet.rows[0][0] == "<script>alert(1)</script>"
    assert sheet.rows[1][1] == "&lt;script&gt;"


def test_formula_like_text_and_signs_are_kept():
    column = [row[1] for row in read_corpus("attack/formula_injection_text.xlsx").sheets[0].rows]
    assert {"-5", "+86 13800000000", "＝1+1", "=cmd|'/C calc'!A0"} <= set(column)


def test_control_characters_go_and_direction_marks_stay():
    value = read_corpus("attack/control_chars_surrogates.xlsx").sheets[0].rows[0][0]
    assert value == "甲\n乙\ufffd丙\u202e丁\u200b戊\ufeff己"


def test_messy_ledger_says_what_is_hidden_and_not_calculated():
    workbook = read_corpus("messy_cn/01_巡察问题整改台账_双层表头.xlsx")
    ledger = workbook.sheets[0]
    assert [sheet.visible for sheet in workbook.sheets] == [True, False, False, True]
    assert (ledger.hidden_rows, ledger.hidden_columns) == ({6}, {10})
    assert len(ledger.uncached) == 43 and len(ledger.merges) == 31
    assert all(ledger.rows[row][column] is None for row, column in ledger.uncached)


def test_leading_zeros_and_long_numbers_written_as_text_survive():
    rows = read_corpus("messy_cn/09_长数字与前导零.xlsx").sheets[0].rows
    assert rows[2][:2] == ["510522", "510522199001011234"]
    assert rows[1][0] == 510522 and isinstance(rows[1][1], float)


def test_html_with_a_wrong_extension_is_read_and_said():
    workbook = read_corpus("wrong_ext/html_gbk_named.xls")
    assert workbook.sheets[0].rows == [["问题台账", None], ["乡镇", "问题数"], ["白沙镇", "012"], ["尧坝镇", "7"]]
    assert workbook.sheets[0].merges == ((0, 0, 0, 1),)
    assert workbook.notes == ("扩展名是 .xls，实为网页表格(HTML)，已按实际内容读取。",)


def test_xls_tells_errors_and_promises_from_empty_cells():
    ledger, old = read_corpus("xls/错误值与隐藏.xls").sheets
    assert ledger.errors == {(3, 1): "#DIV/0!", (4, 2): "#N/A"}
    assert ledger.uncached == {(4, 1)} and ledger.rows[4][1] is None
    assert ledger.rows[5][1] == 7 and ledger.rows[2][3] == "TRUE"
    assert (ledger.hidden_rows, ledger.hidden_columns, old.visible) == ({5}, {2}, False)
    assert ledger.merges == ((0, 0, 0, 3),)

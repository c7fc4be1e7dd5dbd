"""The workbook as sent, with its problem cells marked."""

import io
import tempfile
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from data.annotate import LIST_SHEET, annotate, is_list
from data.workbook import Unreadable, read

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


@dataclass(frozen=True, kw_only=True)
class Said:
    sheet: str
    cell: str
    message: str
    severity: str = "error"


def made() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "台账"
    for row in (["标题", None, None], ["单位", "金额", "合计"], ["县公安局", "约3万", "=1+1"], ["县教育局", 2, 3]):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet["A3"].font = Font(bold=True)
    sheet["B4"].number_format = "0.00"
    sheet.column_dimensions["A"].width = 33
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def listed(book: openpyxl.Workbook) -> list[tuple]:
    return list(book[LIST_SHEET].iter_rows(min_row=2, values_only=True))


def test_problem_cells_are_coloured_and_say_all_that_is_wrong():
    said = [
        Said(sheet="台账", cell="B3", message="请填数字。"),
        Said(sheet="台账", cell="B3", message="金额偏大。", severity="warning"),
        Said(sheet="台账", cell="A4", message="请核对。", severity="warning"),
    ]
    sheet = opened(annotate("台账.xlsx", made(), said))["台账"]
    assert sheet["B3"].fill.fgColor.rgb.endswith("FFC7CE") and sheet["A4"].fill.fgColor.rgb.endswith("FFEB9C")
    assert sheet["B3"].comment.text == "错误:请填数字。\n提醒:金额偏大。"
    assert sheet["B4"].fill.fill_type is None and sheet["B4"].comment is None


def test_everything_else_stays_as_it_was():
    sheet = opened(annotate("台账.xlsx", made(), [Said(sheet="台账", cell="B3", message="请填数字。")]))["台账"]
    assert (sheet["C3"].value, sheet["A3"].font.bold, sheet["B4"].number_format) == ("=1+1", True, "0.00")
    assert sheet.column_dimensions["A"].width == 33
    assert [str(block) for block in sheet.merged_cells.ranges] == ["A1:C1"]


def test_last_sheet_lists_cell_content_and_message():
    said = [Said(sheet="台账", cell="B3", message="请填数字。"), Said(sheet="台账", cell="C3", message="未计算。")]
    book = opened(annotate("台账.xlsx", made(), said))
    assert book.sheetnames == ["台账", LIST_SHEET]
    assert listed(book) == [
        ("台账", "B3", "约3万", "错误", "请填数字。"),
        ("台账", "C3", "公式未计算", "错误", "未计算。"),
    ]


def test_cell_inside_a_merged_block_is_marked_where_the_block_shows_it():
    sheet = opened(annotate("台账.xlsx", made(), [Said(sheet="台账", cell="B1", message="请填写。")]))["台账"]
    assert sheet["A1"].comment.text == "错误:请填写。"


def test_second_round_shows_only_its_own_marks():
    once = annotate("台账.xlsx", made(), [Said(sheet="台账", cell="B3", message="请填数字。")])
    book = opened(annotate("台账.xlsx", once, [Said(sheet="台账", cell="A4", message="请核对。")]))
    assert book["台账"]["B3"].comment is None and book["台账"]["B3"].fill.fill_type is None
    assert [row[1] for row in listed(book)] == ["A4"] and len(book.sheetnames) == 2


def test_marked_workbook_reads_as_before_but_for_its_list():
    content = (CORPUS / "reupload" / "v1.xlsx").read_bytes()
    said = [Said(sheet="台账", cell="B3", message="请核对。")]
    ledger, last = read("台账.xlsx", annotate("台账.xlsx", content, said)).sheets
    assert ledger.rows == read("台账.xlsx", content).sheets[0].rows
    assert is_list(last.name, last.rows[0])


@pytest.mark.parametrize(
    "name", ["csv/gbk.csv", "wrong_ext/html_gbk_named.xls", "xls/错误值与隐藏.xls", "wrong_ext/xml2003_named.xls"]
)
def test_other_kinds_become_a_workbook_of_their_values(name):
    content = (CORPUS / name).read_bytes()
    before = read(name, content)
    said = [Said(sheet=before.sheets[0].name, cell="B2", message="请核对。")]
    annotated = annotate(name, content, said)
    after = read("台账.xlsx", annotated)
    assert [sheet.rows for sheet in after.sheets[:-1]] == [sheet.rows for sheet in before.sheets]
    assert [sheet.errors for sheet in after.sheets[:-1]] == [sheet.errors for sheet in before.sheets]
    assert [sheet.visible for sheet in after.sheets[:-1]] == [sheet.visible for sheet in before.sheets]
    assert opened(annotated)[before.sheets[0].name]["B2"].comment.text == "错误:请核对。"


def test_text_that_looks_like_a_formula_is_never_one():
    rows = [["=1+1", "+2", "-3"], ["@SUM(A1)", "＝4", "#N/A"]]
    content = "\n".join(",".join(row) for row in rows).encode()
    said = [Said(sheet="表", cell="A1", message="=HYPERLINK(1)")]
    book = opened(annotate("表.csv", content, said))
    assert [[cell.data_type for cell in row] for row in book["表"]["A1:C2"]] == [["s"] * 3] * 2
    assert {cell.data_type for row in book[LIST_SHEET].iter_rows() for cell in row} == {"s"}
    assert book["表"]["A1"].quotePrefix


def test_formula_like_text_of_a_workbook_stays_text():
    name = "attack/formula_injection_text.xlsx"
    content = (CORPUS / name).read_bytes()
    annotated = annotate(name, content, [Said(sheet="Sheet", cell="B2", message="请核对。")])
    assert {cell.data_type for row in opened(annotated)["Sheet"].iter_rows() for cell in row} <= {"s", "n"}


def test_problem_of_a_whole_sheet_is_listed_without_a_cell():
    book = opened(annotate("台账.xlsx", made(), [Said(sheet="台账", cell="", message="缺少“届次”列。")]))
    assert listed(book) == [("台账", None, None, "错误", "缺少“届次”列。")]


def test_hostile_file_is_refused_here_too_and_nothing_is_left_on_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    annotate("台账.xlsx", made(), [])
    with pytest.raises(Unreadable) as refusal:
        annotate("a.xlsx", (CORPUS / "attack" / "zip_bomb_lying_size.xlsx").read_bytes(), [])
    assert refusal.value.code == "inflates_too_far"
    assert list(tmp_path.iterdir()) == []

"""Text tables: encodings, records, quotes."""

import codecs

import pytest

from data.workbook import Limits, Unreadable, read_in_process
from tests.workbook.making import first_sheet

TABLE = "单位,问题数\r\n县公安局,12\r\n"


def refused(content: bytes, name: str = "台账.csv", **limits) -> Unreadable:
    with pytest.raises(Unreadable) as refusal:
        read_in_process(name, content, Limits(**limits))
    return refusal.value


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode(),
        codecs.BOM_UTF8 + TABLE.encode(),
        TABLE.encode("gb18030"),
        TABLE.encode("utf-16"),
        codecs.BOM_UTF16_BE + TABLE.encode("utf-16-be"),
        TABLE.encode("utf-16-le"),
        TABLE.replace(",", "\t").encode("gbk"),
        TABLE.replace(",", ";").encode(),
    ],
)
def test_every_usual_encoding_and_separator_gives_the_same_cells(content):
    assert first_sheet(content, "a.csv").rows == [["单位", "问题数"], ["县公安局", "12"]]


def test_field_with_a_line_break_is_one_cell_and_an_empty_line_an_empty_row():
    sheet = first_sheet('单位,内容\r\n甲,"第一行\r\n第二行"\r\n\r\n乙,丙\r\n'.encode(), "a.csv")
    assert sheet.rows == [["单位", "内容"], ["甲", "第一行\n第二行"], [None, None], ["乙", "丙"]]


def test_everything_in_a_text_table_is_text():
    assert first_sheet("编码,数\n0012,3.50\n".encode(), "a.csv").rows[1] == ["0012", "3.50"]


def test_sheet_of_a_text_table_is_named_like_its_file():
    assert first_sheet(TABLE.encode(), "C:\\上报\\巡察对象名录.csv").name == "巡察对象名录"


def test_rows_of_different_lengths_are_padded_and_said():
    book = read_in_process("a.csv", b"a,b,c\n1,2\n")
    assert book.sheets[0].rows == [["a", "b", "c"], ["1", "2", None]]
    assert book.notes == ("各行的列数不一致，缺少的单元格按空白读取。",)


def test_line_in_another_encoding_is_named():
    lines = ["单位,问题数", "县公安局,1", "县教育局,2", "县民政局,3"]
    content = b"\n".join(line.encode("gbk" if number != 2 else "utf-8") for number, line in enumerate(lines))
    refusal = refused(content)
    assert refusal.code == "mixed_encoding" and refusal.message.startswith("第 3 行")


def test_quotation_mark_that_is_never_closed_is_named():
    refusal = refused('单位,内容\n甲,乙\n丙,"丁\n戊,己\n'.encode())
    assert refusal.code == "open_quote" and refusal.message.startswith("第 3 行")


def test_quotation_marks_inside_a_field_are_kept_apart():
    assert first_sheet('a,"他说""好"""\n'.encode(), "a.csv").rows == [["a", '他说"好"']]


def test_bytes_that_are_no_text_are_refused():
    assert refused(bytes(range(1, 32)) * 9).code == "not_a_table"
    assert refused("单位".encode("gbk") + b"\xff\xff\n").code == "undecodable"


def test_one_long_line_does_not_widen_all_others_without_bound():
    assert refused(b"a\n" * 1000 + b"," * 1000, cells=100_000).code == "sheet_too_large"


def test_table_that_mentions_markup_is_no_web_page():
    assert first_sheet("说明,标记\n甲,<table>\n".encode(), "a.csv").rows[1] == ["甲", "<table>"]

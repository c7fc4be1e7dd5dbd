"""Web pages and XML that go by the name .xls."""

import pytest

from data.workbook import Limits, Unreadable, read_in_process
from tests.workbook.making import first_sheet


def page(body: str) -> bytes:
    return f"<html><head><meta charset=gbk><style>td{{}}</style></head><body>{body}</body></html>".encode("gbk")


def test_spans_become_merges_and_move_the_cells_after_them():
    sheet = first_sheet(
        page(
            "<table><tr><td rowspan=2>镇</td><td colspan=2>问题</td></tr><tr><td>个<td>件</tr>"
            "<tr><td>甲</td><td>1</td><td>2</td></tr></table>"
        ),
        "a.html",
    )
    assert sheet.rows == [["镇", "问题", None], [None, "个", "件"], ["甲", "1", "2"]]
    assert set(sheet.merges) == {(0, 0, 1, 0), (0, 1, 0, 2)}


def test_text_before_a_table_and_a_second_table_follow_below():
    sheet = first_sheet(
        page("<h1>汇总&nbsp;表</h1><table><tr><td>甲</td></tr></table><p>注</p><table><tr><td>乙</td></tr></table>"),
        "a.htm",
    )
    assert [row[0] for row in sheet.rows] == ["汇总\xa0表", "甲", "注", "乙"]


def test_breaks_scripts_and_blank_cells():
    body = "<table><tr><td>一<br>二</td><td>&nbsp;</td><td><script>var a='<td>';</script>三</td></tr></table>"
    assert first_sheet(page(body), "a.html").rows == [["一\n二", None, "三"]]


def test_table_inside_a_cell_is_text_of_that_cell():
    body = "<table><tr><td><table><tr><td>甲</td><td>乙</td></tr></table></td><td>丙</td></tr></table>"
    assert first_sheet(page(body), "a.html").rows == [["甲 乙", "丙"]]


def test_hidden_row_is_marked():
    body = "<table><tr><td>甲</td></tr><tr style='DISPLAY:none'><td>乙</td></tr></table>"
    assert first_sheet(page(body), "a.html").hidden_rows == {1}


def test_span_over_everything_is_refused_or_cut():
    cut = first_sheet(page("<table><tr><td rowspan=99999 colspan=2>甲</td></tr></table>"), "a.html")
    assert (cut.rows, cut.merges) == ([["甲", None]], ((0, 0, 0, 1),))
    wide = "<tr><td colspan=1000>甲</td></tr>" * 20
    with pytest.raises(Unreadable) as refusal:
        read_in_process("a.html", page(f"<table>{wide}</table>"), Limits(cells=10_000))
    assert refusal.value.code == "sheet_too_large"


SPREADSHEET = """<?xml version="1.0" encoding="gb2312"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="台账"><Table><Column ss:Index="2" ss:Hidden="1"/>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">标题</Data></Cell><Cell><Data ss:Type="String">日期</Data></Cell></Row>
<Row ss:Index="4" ss:Hidden="1"><Cell><Data ss:Type="Number">3</Data></Cell>
<Cell><Data ss:Type="Error">#DIV/0!</Data></Cell><Cell><Data ss:Type="DateTime">2020-07-15T00:00:00.000</Data></Cell>
<Cell ss:Formula="=RC[-1]"/><Cell><Data ss:Type="Boolean">1</Data></Cell></Row></Table></Worksheet>
<Worksheet ss:Name="旧"><Table><Row><Cell><Data ss:Type="String">甲</Data></Cell></Row></Table>
<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"""


def test_xml_spreadsheet_of_2003_is_read():
    book = read_in_process("a.xml", SPREADSHEET.encode("gbk"))
    sheet, old = book.sheets
    assert sheet.rows[0] == ["标题", None, "日期", None, None]
    assert [str(value) for value in sheet.rows[3]] == ["3", "None", "2020-07-15", "None", "TRUE"]
    assert (sheet.errors, sheet.uncached) == ({(3, 1): "#DIV/0!"}, {(3, 3)})
    assert (sheet.merges, sheet.hidden_rows, sheet.hidden_columns) == (((0, 0, 0, 1),), {3}, {1})
    assert (sheet.visible, old.visible) == (True, False)


def test_entities_in_an_xml_spreadsheet_are_refused():
    content = SPREADSHEET.replace("<Workbook", '<!DOCTYPE a [<!ENTITY b "c">]><Workbook', 1).encode("gbk")
    with pytest.raises(Unreadable) as refusal:
        read_in_process("a.xml", content)
    assert refusal.value.code == "entities"

"""OpenDocument spreadsheets."""

import datetime

import pytest

from data.workbook import Limits, Unreadable, read_in_process
from tests.workbook.making import zipped

NAMES = " ".join(f'xmlns:{prefix}="urn:{prefix}"' for prefix in ("office", "table", "text", "style", "calcext"))


def ods(tables: str, styles: str = "", manifest: str = "<m/>") -> bytes:
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifest,
            "content.xml": f"<office:document-content {NAMES}>{styles}{tables}</office:document-content>",
        }
    )


def cell(attributes: str = "", shown: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{shown}</text:p></table:table-cell>"


def test_values_positions_and_marks():
    spanned = "table:number-columns-spanned='2' table:number-rows-spanned='1'"
    rows = (
        f"<table:table-row>{cell(spanned, '标题')}"
        "<table:covered-table-cell/></table:table-row>"
        "<table:table-row table:number-rows-repeated='2'><table:table-cell/></table:table-row>"
        "<table:table-row table:visibility='collapse'>"
        + cell("office:value-type='float' office:value='3'", "3")
        + cell("office:value-type='date' office:date-value='2020-07-15'", "15/07")
        + cell("table:formula='of:=1/0' office:value-type='string' calcext:value-type='error'", "#DIV/0!")
        + "<table:table-cell table:formula='of:=A1'/>"
        + "<table:table-cell table:number-columns-repeated='16380'/></table:table-row>"
        "<table:table-row table:number-rows-repeated='1048572'><table:table-cell/></table:table-row>"
    )
    columns = "<table:table-column/><table:table-column table:visibility='collapse'/>"
    sheet = read_in_process("a.ods", ods(f"<table:table table:name='名录'>{columns}{rows}</table:table>")).sheets[0]
    assert sheet.rows == [
        ["标题", None, None, None],
        [None] * 4,
        [None] * 4,
        [3, datetime.date(2020, 7, 15), None, None],
    ]
    assert (sheet.errors, sheet.uncached) == ({(3, 2): "#DIV/0!"}, {(3, 3)})
    assert (sheet.merges, sheet.hidden_rows, sheet.hidden_columns) == (((0, 0, 0, 1),), {3}, {1})


def test_comment_on_a_cell_is_not_its_text_and_hidden_sheets_are_marked():
    styles = "<style:style style:name='ta2'><style:table-properties table:display='false'/></style:style>"
    noted = "<table:table-cell><office:annotation><text:p>批注</text:p></office:annotation><text:p>甲</text:p></table:table-cell>"
    table = (
        f"<table:table table:name='旧' table:style-name='ta2'><table:table-row>{noted}</table:table-row></table:table>"
    )
    sheet = read_in_process("a.ods", ods(table, styles)).sheets[0]
    assert (sheet.rows, sheet.visible) == ([["甲"]], False)


def test_one_cell_repeated_a_billion_times_is_refused_before_it_is_made():
    many = cell("table:number-columns-repeated='16384'", "甲")
    table = f"<table:table table:name='大'><table:table-row table:number-rows-repeated='1048576'>{many}</table:table-row></table:table>"
    with pytest.raises(Unreadable) as refusal:
        read_in_process("a.ods", ods(table), Limits())
    assert (refusal.value.code, "XFD1048576" in refusal.value.message) == ("sheet_too_large", True)


def test_password_is_named():
    with pytest.raises(Unreadable) as refusal:
        read_in_process("a.ods", ods("", manifest="<m><manifest:encryption-data/></m>"))
    assert refusal.value.code == "encrypted"

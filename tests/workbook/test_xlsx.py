"""What the XML of a worksheet says beside its values, however its writer spells it."""

from datetime import date

import openpyxl
import pytest

from data.workbook import Unreadable, read_in_process
from tests.workbook.making import MAIN, first_sheet, worksheet, xlsx


def test_first_cell_is_a1_also_when_the_table_starts_further_in():
    sheet = first_sheet(xlsx(worksheet('<row r="4"><c r="C4"><v>7</v></c></row>')))
    assert sheet.rows == [[None] * 3] * 3 + [[None, None, 7]]


def test_error_cell_is_no_empty_cell():
    sheet = first_sheet(xlsx(worksheet('<row r="2"><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>')))
    assert sheet.errors == {(1, 1): "#DIV/0!"}
    assert sheet.rows == [[None, None], [None, None]]
    assert sheet.uncached == frozenset()


def test_error_that_the_reader_of_values_does_not_know_does_not_stop_it():
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><v>#SPILL!</v></c><c r="C1"><v>3</v></c></row>'
    sheet = first_sheet(xlsx(worksheet(rows)))
    assert (sheet.rows, sheet.errors) == ([[1, None, 3]], {(0, 1): "#SPILL!"})


@pytest.mark.parametrize(
    "cell",
    ["<f>SUM(A1:A2)</f>", "<f>SUM(A1:A2)</f><v/>", "<f>SUM(A1:A2)</f><v></v>", '<f t="shared" si="0"/>', "<f/>"],
)
def test_formula_without_a_stored_result_is_told(cell):
    sheet = first_sheet(xlsx(worksheet(f'<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="2">{cell}</c></row>')))
    assert (sheet.rows, sheet.uncached) == ([[1, None]], {(0, 1)})


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="B1"><f>A1</f><v>5</v></c>', 5),
        ('<c r="B1" t="str"><f>A1</f><v></v></c>', None),
        ('<c r="B1" t="str"><f>A1</f><v>是</v></c>', "是"),
        ('<c r="B1"><f t="shared" si="0"/><v xml:space="preserve">5</v></c>', 5),
    ],
)
def test_stored_result_counts_also_when_it_is_an_empty_text(cell, value):
    sheet = first_sheet(xlsx(worksheet(f'<row r="1"><c r="A1"><v>1</v></c>{cell}<c r="C1"><v>9</v></c></row>')))
    assert (sheet.rows, sheet.uncached) == ([[1, value, 9]], frozenset())


def test_cells_without_addresses_are_counted():
    rows = '<row><c t="e"><v>#N/A</v></c><c><v>2</v></c><c><f>B1</f></c></row><row hidden="1"><c/><c t="e"><v>#REF!</v></c></row>'
    sheet = first_sheet(xlsx(worksheet(rows)))
    assert sheet.errors == {(0, 0): "#N/A", (1, 1): "#REF!"}
    assert (sheet.uncached, sheet.hidden_rows) == ({(0, 2)}, {1})


def test_prefixed_names_and_single_quotes_are_understood():
    xml = (
        f"<x:worksheet xmlns:x='{MAIN}'><x:cols><x:col min='2' max='3' hidden='1'/></x:cols><x:sheetData>"
        "<x:row r='1'><x:c r='A1'><x:v>1</x:v></x:c><x:c r='B1' t='e'><x:v>#NUM!</x:v></x:c></x:row>"
        "<x:row r='2' hidden='true'><x:c r='C2'><x:f>A1</x:f></x:c></x:row></x:sheetData>"
        "<x:mergeCells><x:mergeCell ref='A1:A2'/></x:mergeCells></x:worksheet>"
    )
    sheet = first_sheet(xlsx(xml))
    assert (sheet.errors, sheet.uncached) == ({(0, 1): "#NUM!"}, {(1, 2)})
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.merges) == ({1}, {1, 2}, ((0, 0, 1, 0),))


def test_markup_in_comments_and_cdata_is_no_markup():
    rows = '<!-- <c r="A9" t="e"><v>#N/A</v></c> --><row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[<f>&]]></t></is></c></row>'
    sheet = first_sheet(xlsx(worksheet(rows)))
    assert (sheet.rows, sheet.errors, sheet.uncached) == ([["<f>&"]], {}, frozenset())


def test_markup_in_a_shared_text_is_text():
    sheet = first_sheet(
        xlsx(worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), strings=("&lt;c t=&quot;e&quot;&gt;",))
    )
    assert (sheet.rows, sheet.errors) == ([['<c t="e">']], {})


def test_whole_numbers_are_int_and_what_is_no_number_is_an_error():
    cells = "".join(
        f'<c r="{column}1"><v>{value}</v></c>'
        for column, value in zip("ABCDE", ("42", "1.5", "1e999", "NaN", "510522199001011234"), strict=True)
    )
    sheet = first_sheet(xlsx(worksheet(f'<row r="1">{cells}</row>')))
    assert sheet.rows == [[42, 1.5, None, None, 510522199001011234.0]]
    assert type(sheet.rows[0][0]) is int and type(sheet.rows[0][4]) is float
    assert sheet.errors == {(0, 2): "#NUM!", (0, 3): "#NUM!"}


def test_truth_values_are_texts():
    sheet = first_sheet(xlsx(worksheet('<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c></row>')))
    assert sheet.rows == [["TRUE", "FALSE"]]


def test_hidden_and_very_hidden_sheets_are_marked():
    sheet = worksheet('<row r="1"><c r="A1"><v>1</v></c></row>')
    book = read_in_process("a.xlsx", xlsx(sheet, sheet, sheet, states=("visible", "hidden", "veryHidden")))
    assert [(sheet.name, sheet.visible) for sheet in book.sheets] == [("表1", True), ("表2", False), ("表3", False)]


def test_format_out_to_the_last_cell_is_no_content():
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576" hidden="1"><c r="A1048576" s="1"/></row>'
    merges = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    sheet = first_sheet(xlsx(worksheet(rows, after=merges)))
    assert (sheet.rows, sheet.merges, sheet.hidden_rows) == ([[1]], (), frozenset())


def test_tall_sheets_are_measured_by_the_columns_they_use():
    sheet = first_sheet(
        xlsx(worksheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="90000"><c r="P90000"><v>2</v></c></row>'))
    )
    assert (len(sheet.rows), len(sheet.rows[0]), sheet.rows[-1][-1]) == (90000, 16, 2)


def test_missing_worksheet_is_damage():
    content = xlsx(worksheet(""), extra={"xl/_rels/workbook.xml.rels": "<Relationships/>"})
    with pytest.raises(Unreadable) as refusal:
        read_in_process("a.xlsx", content)
    assert refusal.value.code == "damaged"


def test_what_openpyxl_writes_comes_back(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["单位", "日期", "金额"])
    book.active.append(["县公安局", date(2020, 7, 15), 3.5])
    book.active.column_dimensions["C"].hidden = True
    book.active.row_dimensions[2].hidden = True
    book.active.merge_cells("A3:B4")
    book.active["A3"] = "合计"
    book.save(tmp_path / "a.xlsx")
    sheet = first_sheet((tmp_path / "a.xlsx").read_bytes())
    assert sheet.rows[:3] == [["单位", "日期", "金额"], ["县公安局", date(2020, 7, 15), 3.5], ["合计", None, None]]
    assert (sheet.hidden_columns, sheet.hidden_rows) == ({2}, {1})

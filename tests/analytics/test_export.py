"""A downloaded table opens in Excel and WPS, says what it rests on, and computes nothing."""

import io

import pandas as pd
import pytest
from openpyxl import load_workbook

from analytics.export.table import table_workbook

LINES = ("范围:十三届", "数据截至 2020年12月31日")


def sheet_of(table):
    return load_workbook(io.BytesIO(table_workbook("各类单位覆盖率", LINES, table))).active


def test_a_workbook_says_title_scope_and_cut_off_above_its_rows():
    sheet = sheet_of(pd.DataFrame({"单位类型": ["县直部门"], "已完成": [40]}))
    assert [row[0].value for row in sheet.iter_rows(max_row=5)] == [
        "各类单位覆盖率", *LINES, None, "单位类型",
    ]  # fmt: skip
    assert [cell.value for cell in sheet[6]] == ["县直部门", 40]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\uff1d1+1", "\t=1"])
def test_text_that_looks_like_a_formula_stays_text(text):
    cell = sheet_of(pd.DataFrame({"单位": [text]}))["A6"]
    assert (cell.data_type, cell.value) == ("s", text)


def test_numbers_stay_numbers_and_a_missing_value_is_a_dash():
    sheet = sheet_of(pd.DataFrame({"甲": [-5, None], "乙": [81.05, float("nan")]}))
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)] == [[-5, 81.05], ["—", "—"]]


def test_characters_that_no_workbook_can_hold_are_left_out():
    assert sheet_of(pd.DataFrame({"单位": ["县\x00局\x08"]}))["A6"].value == "县局"

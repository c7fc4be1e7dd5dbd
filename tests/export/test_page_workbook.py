"""A page read back from its workbook has the figures of the screen as numbers, each linked to the cells that it rests on."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from analytics.export.definitions import metrics_of
from analytics.export.origins import HEADINGS, titled
from analytics.export.page_workbook import page_workbook
from analytics.metrics import METRICS
from analytics.panels import PANELS
from analytics.panels.panel import Built
from analytics.query import figure
from data.facts import Facts
from data.store import Store
from tests.export.conftest import YEAR
from tests.export.reading import on_screen


def book_of(panels: list[Built], facts: Facts, where: Mapping[str, str]) -> Workbook:
    """A page's workbook read back."""
    return load_workbook(io.BytesIO(page_workbook("一页", panels, facts, where, "内部资料")))


def rows_of(sheet: Worksheet, made: Built) -> list[list[object]]:
    """The rows of a panel's sheet below its headings."""
    rows = [list(row)[: len(made.table.columns)] for row in sheet.iter_rows()]
    heads = [place for place, row in enumerate(rows) if [cell.value for cell in row] == [str(one) for one in made.table.columns]]
    return rows[heads[-1] + 1 :]


def compare(book: Workbook, made: Built) -> None:
    """Compares a panel's sheet with its table: the same values, of the same kinds."""
    [sheet] = [one for one in book if one["A1"].value == made.title]
    rows = rows_of(sheet, made)
    if made.table.empty:
        assert rows[0][0].value == "此范围内没有数据。"
        return
    assert len(rows) == len(made.table)
    for row, values in zip(rows, made.signed.itertuples(index=False, name=None), strict=True):
        for cell, value in zip(row, values, strict=True):
            if value is None or (not isinstance(value, str) and pd.isna(value)):
                assert cell.value == "—"
            elif isinstance(value, date) or (isinstance(cell.value, datetime) and isinstance(value, str)):
                assert cell.is_date and cell.value.date() == pd.Timestamp(value).date()
            elif isinstance(value, str | bool):
                assert cell.data_type == "s" and cell.value == (value if isinstance(value, str) else "是" if value else "否")
            else:
                assert cell.data_type == "n" and cell.value == pytest.approx(value, rel=1e-14, abs=1e-14)


def links(book: Workbook) -> Iterator[tuple[object, Worksheet, int]]:
    """Every link: its cell, the sheet and the row that it leads to."""
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.hyperlink:
                    title, place = cell.hyperlink.location.rsplit("!A", 1)
                    yield cell, book[title.strip("'")], int(place)


def test_all_panels_of_the_sample_year_have_the_figures_of_the_screen(sample_facts: Facts) -> None:
    panels = [on_screen(name, sample_facts, YEAR) for name in PANELS]
    book = book_of(panels, sample_facts, YEAR)
    for made in panels:
        compare(book, made)
    assert all(sheet.cell(place, 1).value for _, sheet, place in links(book))


def test_fifty_random_scopes_have_the_figures_of_the_screen(sample_facts: Facts, random_scopes: list) -> None:
    for where, names in random_scopes:
        panels = [on_screen(name, sample_facts, where) for name in names]
        book = book_of(panels, sample_facts, where)
        for made in panels:
            compare(book, made)
        assert all(sheet.cell(place, 1).value for _, sheet, place in links(book))


def test_a_figure_leads_to_the_rows_that_it_counts(sample_facts: Facts) -> None:
    made = on_screen("villages_by_town", sample_facts, YEAR)
    book = book_of([made], sample_facts, YEAR)
    rows = rows_of(book[made.title], made)
    linked = 0
    for row in rows:
        town, done = row[0].value, row[1]
        if done.value:
            title, place = done.hyperlink.location.rsplit("!A", 1)
            behind = [one for one in book[title.strip("'")].iter_rows(min_row=int(place), values_only=True) if one[0] == f"乡镇(街道)：{town}"]
            assert len(behind) == done.value and all(one[1].endswith((".xlsx", ".xls")) and one[6] for one in behind)
            linked += 1
    assert linked == sum(1 for row in rows if row[1].value) > 5


def test_the_whole_of_a_metric_has_as_many_rows_as_it_counts(sample_facts: Facts) -> None:
    made = on_screen("open_clues_by_age", sample_facts, YEAR)
    book = book_of([made], sample_facts, YEAR)
    sheet = book["来源·办理中线索"]
    assert [cell.value for cell in sheet[2]] == list(HEADINGS)
    assert sum(row[0] == "全部" for row in sheet.iter_rows(min_row=3, values_only=True)) == figure(sample_facts, "clues_open", YEAR).value > 0


def test_the_sheet_of_definitions_says_scope_day_version_and_what_each_metric_means(sample_facts: Facts) -> None:
    names = ("coverage_pace", "issues_by_category", "clue_cohorts")
    sheet = book_of([on_screen(name, sample_facts, YEAR) for name in names], sample_facts, YEAR)["口径"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    said = {row[0]: row[1] for row in rows}
    assert said["范围"] == "十三届 · 2020年" and said["数据截至"] == datetime(2020, 12, 31) and said["数据版本"] == f"第{sample_facts.version}版"
    assert said["密级标注"] == "内部资料"
    for name in metrics_of(names):
        [row] = [row for row in rows if row[0] == METRICS[name].label]
        assert row[1] == METRICS[name].unit and row[2].startswith(METRICS[name].meaning) and row[4]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://a\")", "=cmd|' /C calc'!A0"])
def test_text_that_looks_like_a_formula_stays_text(sample_facts: Facts, text: str) -> None:
    made = on_screen("issues_by_organisation", sample_facts, YEAR)
    table = made.table.copy()
    table.loc[0, "单位"] = text
    book = book_of([replace(made, table=table, say=text, note=text)], sample_facts, YEAR)
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == text]
    assert len(found) == 3 and {cell.data_type for cell in found} == {"s"}
    assert [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []


def test_rates_keep_their_decimal_and_money_its_cents(sample_facts: Facts) -> None:
    panels = [on_screen(name, sample_facts, YEAR) for name in ("villages_by_town", "special_by_fund")]
    book = book_of(panels, sample_facts, YEAR)
    assert {row[3].number_format for row in rows_of(book[panels[0].title], panels[0])} == {"0.0"}
    assert {row[2].number_format for row in rows_of(book[panels[1].title], panels[1]) if row[2].data_type == "n"} == {"0.00"}


def test_sheets_have_names_that_excel_allows_and_no_two_the_same() -> None:
    taken = {"口径"}
    names = [titled(name, taken) for name in ("甲/乙:丙?[丁]", "很长" * 30, "很长" * 30, "口径", "")]
    assert len(set(names)) == 5 and all(0 < len(name) <= 31 and not set(name) & set(r"\/*?:[]'") for name in names)


def test_an_empty_store_makes_a_workbook_that_says_so() -> None:
    facts = Store.memory().facts()
    book = book_of([on_screen(name, facts, {}) for name in ("coverage_pace", "issues_by_category")], facts, {})
    assert book["问题类别 × 轮次"].max_row > 3 and book["口径"]["B4"].value == "—"

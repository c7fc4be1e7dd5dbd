"""Sheets as offices lay them out: a merged title, who reports and when, heads of two rows, subtotals, foot notes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data.ledgers import LEDGERS
from data.samples import CUT_OFF, OFFICE

Row = Mapping[str, object]

_TITLE = Font(name="方正小标宋简体", size=18)
_HEADING = Font(name="黑体", size=11)
_EDGE = Border(*(Side(style="thin"),) * 4)
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of a sheet. `key` is what rows call it, `over` a heading merged above it and its neighbours.

    `merged`: equal neighbours below each other become one cell. `total`: what stands in a row of totals, from its rows.
    """

    key: str
    heading: str
    over: str = ""
    merged: bool = False
    total: Callable[[Sequence[Row]], object] | None = None
    width: int = 12


def column(
    ledger: str, field: str, heading: str = "", *, over: str = "", merged: bool = False, width: int = 12,
    total: bool | Callable[[Sequence[Row]], object] = False,
) -> Column:  # fmt: skip
    """The column of a ledger's field under one of the headings that the ledger declares; any other is refused.

    `total` True sums the column in rows of totals; a function says otherwise what stands there.
    """
    declared = LEDGERS[ledger][field]
    heading = heading or declared.label
    whole = f"{over}({heading})" if over in {s.split("(")[0] for s in declared.spellings} else heading
    if whole not in declared.spellings:
        raise ValueError(f"{ledger}.{field} 没有列名「{whole}」;请先在台账声明中增加")
    if total is True:
        total = partial(_sum, field)
    return Column(key=field, heading=heading, over=over, merged=merged, width=width, total=total or None)


def _sum(field: str, rows: Sequence[Row]) -> float:
    return round(sum(row.get(field) or 0 for row in rows), 2)


def lay_out(
    sheet: Worksheet, *, title: str, unit: str, columns: Sequence[Column], blocks: Sequence[tuple[str, Sequence[Row]]],
    label_in: str = "", grand: str = "", notes: Sequence[str] = (),
) -> None:  # fmt: skip
    """Fills a sheet. Each block is its subtotal's label ("" for none) and its rows; labels stand in column `label_in`, else in the first."""
    columns = [Column(key="", heading="序号", width=6), *columns]
    last = len(columns)
    _across(sheet, 1, last, title, _TITLE, _MIDDLE, 30)
    when = f"填报时间：{CUT_OFF.year}年{CUT_OFF.month}月{CUT_OFF.day}日"
    line = f"填报单位：{OFFICE}　　　　{when}" + (f"　　　　单位：{unit}" if unit else "")
    _across(sheet, 2, last, line, Font(), _LEFT, 18)
    first = _head(sheet, columns)
    number = 0
    for label, rows in blocks:
        start = first
        for row in rows:
            number += 1
            _write(sheet, first, [number, *(row.get(c.key) for c in columns[1:])])
            first += 1
        _merge(sheet, columns, rows, start)
        if label:
            _write(sheet, first, _totals(columns, rows, label_in, label))
            first += 1
    if grand:
        _write(sheet, first, _totals(columns, [row for _, rows in blocks for row in rows], label_in, grand))
        first += 1
    for note in notes:
        _across(sheet, first, last, note, Font(), _LEFT, 18)
        first += 1
    for place, one in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = one.width
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4


def _across(sheet: Worksheet, row: int, last: int, text: str, font: Font, place: Alignment, height: int) -> None:
    cell = sheet.cell(row, 1, text)
    cell.font, cell.alignment = font, place
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=last)
    sheet.row_dimensions[row].height = height


def _head(sheet: Worksheet, columns: Sequence[Column]) -> int:
    """Writes the heading rows from row 3 on, two where some column has one above it; returns the first row below."""
    deep = any(c.over for c in columns)
    place = 1
    for over, group in groupby(columns, key=lambda c: c.over):
        members = list(group)
        if over:
            _heading(sheet, 3, place, over)
            sheet.merge_cells(start_row=3, end_row=3, start_column=place, end_column=place + len(members) - 1)
        for offset, one in enumerate(members):
            _heading(sheet, 4 if over else 3, place + offset, one.heading)
            if deep and not over:
                sheet.merge_cells(start_row=3, end_row=4, start_column=place + offset, end_column=place + offset)
        place += len(members)
    sheet.freeze_panes = f"A{5 if deep else 4}"
    return 5 if deep else 4


def _heading(sheet: Worksheet, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row, column, text)
    cell.font, cell.alignment, cell.border = _HEADING, _MIDDLE, _EDGE


def _write(sheet: Worksheet, row: int, values: Sequence[object]) -> None:
    for place, value in enumerate(values, 1):
        cell = sheet.cell(row, place, value)
        cell.border = _EDGE
        cell.alignment = _LEFT if isinstance(value, str) and len(value) > 12 else _MIDDLE
        if isinstance(value, date):
            cell.number_format = "yyyy-mm-dd"


def _merge(sheet: Worksheet, columns: Sequence[Column], rows: Sequence[Row], start: int) -> None:
    for place, one in enumerate(columns, 1):
        if not one.merged:
            continue
        row = start
        for _, group in groupby(rows, key=lambda r, key=one.key: r.get(key)):
            size = len(list(group))
            if size > 1:
                sheet.merge_cells(start_row=row, end_row=row + size - 1, start_column=place, end_column=place)
            row += size


def _totals(columns: Sequence[Column], rows: Sequence[Row], label_in: str, label: str) -> list[object]:
    return [label if c.key == label_in else c.total(rows) if c.total else None for c in columns]

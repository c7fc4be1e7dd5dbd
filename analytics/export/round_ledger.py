"""An assignment as the next rounds' ledgers, under the ledgers' own headings: sent back, they are inspections planned, not held."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Font

from analytics.export.table import text_cell, value_cell, width
from data.kinds.numerals import chinese
from data.ledger import GUIDE_SHEET
from data.ledgers import LEDGERS

PLANNED = "计划"
_ROUND = ("term", "year", "round", "kind", "form", "team")
_DATES = ("start", "end", "status")
UNITS, VILLAGES = (*_ROUND, "organisation", *_DATES), (*_ROUND, "town", "village", *_DATES)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One unit (with a town's villages where they go along), or villages alone, with a team in a round."""

    term: int | None
    round: int
    team: str
    start: date
    end: date
    organisation: str = ""
    town: str = ""
    villages: tuple[str, ...] = ()


def round_ledger(entries: Sequence[Entry], office: str, remarks: Sequence[str] = ()) -> bytes:
    """Returns an .xlsx that the importer reads: 轮次台账, 村级延伸巡察台账 and, on a sheet that it passes over, the remarks."""
    book = Workbook(write_only=True)
    _sheet(book, "rounds", "轮次台账", office, UNITS, [_row(one) for one in entries if one.organisation])
    _sheet(
        book, "village_reaches", "村级延伸巡察台账", office, VILLAGES,
        [_row(one) | {"village": village} for one in entries for village in one.villages],
    )  # fmt: skip
    guide = book.create_sheet(GUIDE_SHEET)
    for line in ("本表由倒排工期生成，状态均为计划，可直接在台账导入页导入；导入后不计入任何已完成的数字。", *remarks):
        guide.append([text_cell(guide, line)])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _row(one: Entry) -> dict[str, object]:
    return {
        "term": f"{chinese(one.term)}届" if one.term else None, "year": one.start.year, "round": f"第{chinese(one.round)}轮", "kind": "常规",
        "form": "巡镇带村" if one.villages else "直巡", "team": one.team, "organisation": one.organisation, "town": one.town,
        "start": one.start, "end": one.end, "status": PLANNED,
    }  # fmt: skip


def _sheet(book: Workbook, ledger: str, name: str, office: str, fields: Sequence[str], rows: Sequence[dict]) -> None:
    if not rows:
        return
    sheet = book.create_sheet(name)
    headings = [LEDGERS[ledger][field].label for field in fields]
    for place, column in enumerate(zip(headings, *_texts(rows, fields), strict=True)):
        sheet.column_dimensions[chr(ord("A") + place)].width = min(40, max(width(text) for text in column) + 3)
    sheet.append([text_cell(sheet, f"{office}{name}（计划）", Font(bold=True, size=14))])
    sheet.append([text_cell(sheet, heading, Font(bold=True), fill=True) for heading in headings])
    for row in rows:
        sheet.append([None if row[field] is None else value_cell(sheet, row[field]) for field in fields])


def _texts(rows: Sequence[dict], fields: Sequence[str]) -> Iterable[list[str]]:
    """The first rows as texts, by which columns get their widths."""
    return ([str(row[field] or "") for field in fields] for row in rows[:200])

"""The ledger of what passes between inspection and other kinds of supervision, both ways, 2018 to 2020."""

from collections.abc import Iterator
from datetime import date, timedelta

from openpyxl import Workbook

from data.samples import COUNTY, CUT_OFF, SPECIAL
from data.samples.clues import Clue
from data.samples.rounds import EARLY, Inspection
from data.samples.sheets import Column, Row, column, lay_out
from data.samples.work import TERM_NAME, round_name

# Round, partner, kind of matter, how many, how many taken up (None: not yet said), month-day, organisation.
_HANDED = {
    2018: (
        (4, "组织部", "问题", 3, 3, "6-12", ""), (4, "信访局", "信访件", 14, 14, "5-16", ""),
        (5, "信访局", "信访件", 11, 11, "8-15", ""), (6, "组织部", "问题", 4, 3, "12-20", ""),
    ),
    2019: (
        (7, "组织部", "问题", 5, 5, "6-14", ""), (7, "信访局", "信访件", 13, 13, "5-20", ""),
        (8, "审计局", "问题", 2, 2, "8-22", "县招商引资促进中心"), (8, "信访局", "信访件", 9, 9, "8-12", ""),
        (9, "组织部", "问题", 6, 4, "12-18", ""), (9, "统计局", "意见建议", 1, 1, "12-24", ""),
    ),
    2020: (
        (10, "组织部", "问题", 6, 6, "7-3", ""), (10, "信访局", "信访件", 16, 16, "6-19", ""),
        (10, "审计局", "问题", 3, 2, "7-10", "县水务投资集团"), (10, "统计局", "意见建议", 2, 2, "7-15", ""),
        (11, "信访局", "信访件", 8, 5, "12-16", ""), (11, "组织部", "意见建议", 2, None, "12-25", ""),
    ),
}  # fmt: skip
_RECEIVED = {
    2018: (
        (4, "信访局", "信访件", 9, 7, "2-26", ""), (5, "审计局", "问题", 4, 3, "5-28", "县交通建设投资集团"),
        (6, "组织部", "情况通报", 6, 6, "9-20", ""),
    ),
    2019: (
        (7, "审计局", "问题", 7, 5, "2-25", ""), (7, "信访局", "信访件", 12, 9, "2-27", ""),
        (8, "纪委监委", "情况通报", 10, 10, "5-27", ""), (9, "组织部", "情况通报", 8, 8, "9-26", ""),
        (9, "统计局", "情况通报", 2, 1, "9-27", "县供销合作社联合社"),
    ),
    2020: (
        (10, "纪委监委", "情况通报", 14, 14, "4-2", ""), (10, "组织部", "情况通报", 14, 14, "4-3", ""),
        (10, "审计局", "问题", 11, 9, "4-7", ""), (10, "信访局", "信访件", 17, 12, "4-8", ""),
        (11, "纪委监委", "情况通报", 18, 18, "9-27", ""), (11, "审计局", "问题", 13, 10, "9-28", "县财政局"),
        (11, "信访局", "信访件", 21, 11, "9-29", ""), (11, "统计局", "情况通报", 4, 3, "9-29", "县疾病预防控制中心"),
    ),
}  # fmt: skip


def supervision_ledger(pairs: list[tuple[Inspection, Clue]], funds: list[Inspection]) -> Workbook:
    """监督贯通台账, a sheet a year; the clues handed over are those of the clue and round ledgers."""
    book = Workbook()
    book.remove(book.active)

    def one(name: str, heading: str = "", **more: bool | int) -> Column:
        return column("supervisions", name, heading, **more)

    for year, batches in _HANDED.items():
        clues = list(_clues(year, pairs, funds))
        handed = clues + [_row("移交", year, batch) for batch in batches]
        received = [_row("接收", year, batch) for batch in _RECEIVED[year]]
        for number, row in enumerate([*handed, *received], 1):
            row["item_no"] = f"贯通{year}-{number:02d}"
        special = [one("theme", width=20)] if year == 2020 else []
        columns = [
            one("item_no", width=14), one("term", merged=True), one("year", merged=True), one("round"), *special,
            one("direction", merged=True), one("partner", "监督部门"), one("organisation", "涉及单位", width=24), one("matter"),
            one("items", total=True), one("taken_up", total=True), one("handed_on", "移交(接收)时间", width=14), one("answered_on"),
            Column(key="contact", heading="经办人"), one("note", width=20),
        ]  # fmt: skip
        lay_out(
            book.create_sheet(f"{year}年"), title=f"中共{COUNTY}委{year}年巡察监督与其他监督贯通融合台账", unit="件", columns=columns,
            blocks=[("移交小计", handed), ("接收小计", received)], label_in="item_no",
            notes=("注：移交纪委监委的线索，采用或办理指已立案、已办结和予以了结。",),
        )  # fmt: skip
    return book


def _clues(year: int, pairs: list[tuple[Inspection, Clue]], funds: list[Inspection]) -> Iterator[Row]:
    """The clues of a year's rounds, handed to the commission for discipline inspection."""
    for one in EARLY:
        if one.start.year == year:
            day = one.end.replace(day=28)
            yield _row("移交", year, (one.round, "纪委监委", "线索", one.clues[0], one.clues[0], f"{day.month}-{day.day}", ""))
    if year == 2020:
        for number in (10, 11):
            found = [clue for unit, clue in pairs if unit.round == number]
            dealt = sum(bool(clue.filed_on or clue.closed_on) for clue in found)
            day = max(clue.transferred_on for clue in found)
            yield _row("移交", year, (number, "纪委监委", "线索", len(found), dealt, f"{day.month}-{day.day}", ""))
        yield _row("移交", year, (None, "纪委监委", "线索", sum(one.clues for one in funds), 1, "9-4", ""))


def _row(direction: str, year: int, batch: tuple) -> Row:
    number, partner, matter, items, taken_up, day, organisation = batch
    handed_on = date(year, *map(int, day.split("-")))
    answered_on = handed_on + timedelta(days=42)
    return {
        "term": TERM_NAME, "year": year, "round": round_name(number) if number else None, "theme": None if number else SPECIAL,
        "direction": direction, "partner": partner, "organisation": organisation or None, "matter": matter, "items": items,
        "taken_up": taken_up, "handed_on": handed_on,
        "answered_on": answered_on if direction == "移交" and taken_up is not None and answered_on <= CUT_OFF else None, "contact": "某某某",
        "note": "对方正在研究办理" if taken_up is None else None,
    }  # fmt: skip

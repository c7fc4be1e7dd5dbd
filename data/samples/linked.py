"""The ledger of linked, crossed and raised inspections: the three of 2020 and two that early rounds lent to others."""

from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook

from data.samples import COUNTY
from data.samples.rounds import EARLY, Inspection
from data.samples.sheets import Column, Row, column, lay_out
from data.samples.work import TERM_NAME, round_name

_CITY = {"县委办公室": "市委巡察办", "县人大常委会办公室": "市委巡察办", "县公安局": "市公安局党委"}
# Round, unit, form, who sent people, for whom results count, issues, clues.
_EARLIER = (
    (6, "县信访局", "交叉", "邻县县委巡察组", "县委", 11, 1),
    (9, "县委政法委员会", "提级", "市委巡察组", "市委", 13, 1),
)


def linked_ledger(inspections: Sequence[Inspection]) -> Workbook:
    """联动交叉提级巡察台账: one inspection a row, the leader's name in a column that is dropped at reading."""
    book = Workbook()
    book.active.title = "联动交叉提级"

    def one(name: str, heading: str = "", **more: bool | int) -> Column:
        return column("linked_inspections", name, heading, **more)

    columns = [
        one("term", merged=True), one("year", merged=True), one("round", width=16), one("form", "方式"), one("organiser"),
        one("sent_by", width=18), one("team", width=18), Column(key="leader", heading="组长"), one("organisation", width=26),
        one("start"), one("end"), one("issues", total=True), one("clues", total=True), one("results_for", "成果归属(市/县)", width=16),
        one("counts_for_coverage", "是否计入本县覆盖", width=16), one("note", width=30),
    ]  # fmt: skip
    rows = [*(_earlier(*said) for said in _EARLIER), *(_row(i) for i in inspections if i.organisation in _CITY)]
    lay_out(
        book.active, title=f"中共{COUNTY}委{TERM_NAME}联动、交叉、提级巡察台账", unit="个、件", columns=columns, blocks=[("", rows)],
        grand="合计", notes=("注：一次巡察有几种方式的，方式栏并列填写。",),
    )  # fmt: skip
    return book


def _earlier(number: int, unit: str, form: str, sent_by: str, results_for: str, issues: int, clues: int) -> Row:
    when = next(one for one in EARLY if one.round == number)
    return _said(when.start, when.end) | {
        "round": round_name(number), "form": form, "organiser": "市委", "sent_by": sent_by, "team": f"{form}巡察组", "organisation": unit,
        "issues": issues, "clues": clues, "results_for": results_for,
    }  # fmt: skip


def _row(one: Inspection) -> Row:
    return _said(one.start, one.end) | {
        "round": round_name(one.round, one.batch), "form": one.form, "organiser": "市委", "sent_by": _CITY[one.organisation],
        "team": one.team, "organisation": one.organisation, "issues": one.issues, "clues": one.clues, "results_for": "县委",
        "note": "含各专委会" if "人大" in one.organisation else None,
    }  # fmt: skip


def _said(start: date, end: date) -> Row:
    return {
        "term": TERM_NAME, "year": start.year, "start": start, "end": end, "leader": "某某某", "counts_for_coverage": "是",
    }  # fmt: skip

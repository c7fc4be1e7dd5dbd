"""The ledger of special inspections: the four funds of summer 2020, one row each, one amount not yet known."""

from collections.abc import Sequence

from openpyxl import Workbook

from data.samples import COUNTY, SPECIAL
from data.samples.rounds import Inspection
from data.samples.sheets import Column, Row, column, lay_out
from data.samples.work import TERM_NAME


def special_ledger(funds: list[Inspection]) -> Workbook:
    """专项巡察台账: from the same inspections as the round ledger, so that the two agree."""
    book = Workbook()
    book.active.title = "2020年专项"

    def one(name: str, heading: str = "", **more: bool | int) -> Column:
        return column("specials", name, heading, **more)

    columns = [
        one("term", merged=True), one("year", merged=True), one("theme", "专项名称", merged=True, width=16), one("team", width=15),
        Column(key="leader", heading="组长"), one("organisation", width=26), one("period", merged=True, width=20),
        one("fund", width=26), one("fund_amount", total=known), one("sites", total=True, width=16), one("issues", total=True),
        one("immediate", total=True), one("clues", total=True), one("campaigns", total=True, width=14),
        one("campaign", "专项整治内容", width=24), one("note", width=22),
    ]  # fmt: skip
    lay_out(
        book.active, title=f"中共{COUNTY}委2020年{SPECIAL}专项巡察台账", unit="个、件、万元", columns=columns,
        blocks=[("", [_row(one) for one in funds])], grand="合计",
        notes=("注：走访企业、村（社区）为混合单位，不计入延伸巡察村数；资金规模未核定的填“/”。",),
    )  # fmt: skip
    return book


def known(rows: Sequence[Row]) -> float:
    """The sum of the amounts that are known."""
    return round(sum(row["fund_amount"] for row in rows if row["fund_amount"] != "/"), 2)


def _row(one: Inspection) -> Row:
    return {
        "term": TERM_NAME, "year": one.start.year, "theme": SPECIAL, "team": one.team, "leader": "某某某",
        "organisation": one.organisation,
        "period": f"{one.start.year}年{one.start.month}月{one.start.day}日至{one.end.month}月{one.end.day}日",
        "fund": one.fund, "fund_amount": "/" if one.fund_amount is None else one.fund_amount, "sites": one.sites,
        "issues": one.issues, "immediate": one.immediate, "clues": one.clues, "campaigns": len(one.campaigns),
        "campaign": "、".join(one.campaigns) or None, "note": None if one.fund_amount else "资金规模正在核定",
    }  # fmt: skip

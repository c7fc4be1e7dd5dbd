"""The ledger of villages reached: the 140 of rounds two to nine on one sheet, the 86 of 2020 on another."""

from collections.abc import Mapping, Sequence
from random import Random

from openpyxl import Workbook

from data.samples import COUNTY, SEED
from data.samples.issues import Issue
from data.samples.places import TOWNS, Town, Village, villages
from data.samples.rounds import EARLY, Inspection
from data.samples.sheets import Column, Row, column, lay_out
from data.samples.work import TERM_NAME, round_name


def reach_ledger(inspections: Sequence[Inspection], found: Sequence[Issue]) -> Workbook:
    """村级延伸巡察台账: one village a row under its town, with a subtotal for each round."""
    book = Workbook()
    dice = Random(SEED + 3)
    teams = {one.organisation: one.team for one in inspections}
    reached = [place for place in villages() if place.town.reached and not place.gone]
    rows = [(place.town, _reach(place, teams, [i for i in found if i.village == place], dice)) for place in reached]
    for sheet, years, numbers in (
        (book.active, "2017—2019年", range(2, 10)),
        (book.create_sheet(), "2020年", range(10, 12)),
    ):
        sheet.title = years
        lay_out(
            sheet, title=f"中共{COUNTY}委{years}村级延伸巡察台账", unit="户、人次、个", columns=_columns(),
            blocks=[(f"{round_name(n)}小计", [row for town, row in rows if town.round == n]) for n in numbers], grand="合计",
        )  # fmt: skip
    return book


def _columns() -> list[Column]:
    def one(name: str, heading: str = "", **more: bool | int) -> Column:
        return column("village_reaches", name, heading, **more)

    return [
        one("term", merged=True), one("year", merged=True), one("round", merged=True, width=14), one("form", merged=True),
        one("team", merged=True, width=15), one("town", merged=True, width=14), one("village", width=16),
        one("village_class"), one("period", merged=True, width=22), one("households_visited", total=True),
        one("visits", total=True), one("talks", total=True), one("issues", total=True), one("immediate", total=True),
        one("status", "是否完成巡察"),
    ]  # fmt: skip


def _reach(place: Village, teams: Mapping[str, str], own: Sequence[Issue], dice: Random) -> Row:
    """The row of one village; since 2020 its issues are those of the issue ledger, earlier ones are only counted."""
    town = place.town
    known = town.name in teams
    issues = len(own) if known else dice.choice((0, 0, 1, 1, 2, 3))
    return {
        "term": TERM_NAME, "year": _year(town), "round": round_name(town.round, town.batch), "form": "巡镇带村",
        "team": teams.get(town.name, f"第{'一二三四'[TOWNS.index(town) % 4]}巡察组"), "town": town.name,
        "village": place.name, "village_class": place.village_class, "period": _period(town),
        "households_visited": round(place.households * dice.uniform(0.1, 0.22)), "visits": dice.randrange(30, 140),
        "talks": dice.randrange(6, 24), "issues": issues,
        "immediate": sum(i.immediate for i in own) if known else min(issues, dice.choice((0, 0, 0, 1))), "status": "是",
    }  # fmt: skip


def _year(town: Town) -> int:
    return next((one.start.year for one in EARLY if one.round == town.round), 2020)


def _period(town: Town) -> str:
    """Early rounds name their months, later ones their days."""
    if town.round == 10:
        return "2020年4月20日至6月10日"
    if town.round == 11:
        return "2020年10月19日至12月18日"
    one = next(one for one in EARLY if one.round == town.round)
    return f"{one.start.year}年{one.start.month}月-{one.end.month}月"

"""The ledger of teams since round ten: strength and avoidance, persons dropped at reading."""

from random import Random

from openpyxl import Workbook

from data.samples import COUNTY, SEED
from data.samples.rounds import Inspection
from data.samples.sheets import Column, Row, column, lay_out
from data.samples.work import TERM_NAME, round_name

# Whom each team keeps away from, by short name as offices write it: members' former units, and the towns they come from.
_UNITS = {
    "第一巡察组": ("县教体局", "县卫健局、县人社局"),
    "第二巡察组": ("县发改局", "县住建局"),
    "第三巡察组": ("县水务局、县林业局", "县交通局"),
    "第四巡察组": ("县民政局", "县市场监管局、县审计局"),
    "第五巡察组": ("", "县委组织部"),
    "市县联动巡察组": ("", ""),
}
_TOWNS = {
    "第一巡察组": ("松风镇", "云栖镇"),
    "第二巡察组": ("柳溪镇", "柳溪镇、石鼓滩镇"),
    "第三巡察组": ("", "长滩镇"),
    "第四巡察组": ("月亮湖镇", "金穗镇"),
    "第五巡察组": ("", "盘石镇"),
    "市县联动巡察组": ("", ""),
}


def team_ledger(inspections: list[Inspection]) -> Workbook:
    """巡察组台账: the teams of rounds ten and eleven, one a row."""
    book = Workbook()
    book.active.title = "巡察组台账"
    dice = Random(SEED + 17)
    rows = [_row(number, team, here, dice) for number in (10, 11) for team, here in _teams(inspections, number).items()]
    lay_out(
        book.active, title=f"中共{COUNTY}委巡察组台账（组建及回避情况）", unit="人、个", columns=_columns(),
        blocks=[(f"{round_name(number)}小计", [row for row in rows if row["round"] == round_name(number)]) for number in (10, 11)],
        label_in="team", grand="合计", notes=("注：任职回避、地域回避按动员会前签订的回避承诺书登记，姓名不录入系统。",),
    )  # fmt: skip
    return book


def _columns() -> list[Column]:
    return [
        column("teams", "term", merged=True), column("teams", "year", merged=True), column("teams", "round", merged=True, width=14),
        column("teams", "team", width=18), Column(key="leader", heading="组长"), Column(key="deputy", heading="副组长"),
        Column(key="members", heading="组员名单", width=22), column("teams", "staff", "人数", total=True),
        column("teams", "units_at_once", "同时巡察单位"), column("teams", "avoid_organisations", "任职回避", width=26),
        column("teams", "avoid_towns", "地域回避", width=22), column("teams", "village_squads", "村级小组数"), column("teams", "note", width=24),
    ]  # fmt: skip


def _teams(inspections: list[Inspection], number: int) -> dict[str, list[Inspection]]:
    """Each team of a round with its inspections, the numbered ones first."""
    here = [one for one in inspections if one.round == number]
    return {team: [one for one in here if one.team == team] for team in _UNITS if any(one.team == team for one in here)}


def _row(number: int, team: str, here: list[Inspection], dice: Random) -> Row:
    staff = dice.randrange(5, 9)
    place = number - 10
    return {
        "term": TERM_NAME, "year": 2020, "round": round_name(number), "team": team, "leader": "某某某", "deputy": "某某某",
        "members": "、".join(["某某某"] * (staff - 2)), "staff": staff, "units_at_once": 4 if number == 10 else 3,
        "avoid_organisations": _UNITS[team][place] or None, "avoid_towns": _TOWNS[team][place] or None,
        "village_squads": 1 if number == 11 and any(one.villages for one in here) else 0,
        "note": "市公安局党委同县委组建" if team.startswith("市县") else None,
    }  # fmt: skip

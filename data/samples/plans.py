"""The plan ledger: the eleven rounds as they were planned, and what is planned for 2021."""

from datetime import date

from openpyxl import Workbook

from data.samples import COUNTY
from data.samples.organisations import organisations
from data.samples.places import TOWNS
from data.samples.rounds import EARLY
from data.samples.sheets import Column, Row, column, lay_out
from data.samples.work import TERM_NAME, round_name

# Teams of each round; what was planned is what was done, but for three units that moved to the next round. Round eleven
# has two batches, so that a team has fewer units at a time.
_TEAMS = {1: 2, 2: 3, 3: 3, 4: 3, 5: 3, 6: 4, 7: 4, 8: 4, 9: 4, 10: 4, 11: 5}
_MORE = {5: 1, 7: 2}
# What villages the two towns of round eleven still have: squads of five teams, one each, see them in one round.
_LEFT = sum(town.villages for town in TOWNS if not town.reached)


def plan_ledger() -> Workbook:
    """巡察计划台账: one round a row, the targets of the term in the last."""
    book = Workbook()
    book.active.title = "计划台账"
    rows = [*_held(), *_coming()]
    lay_out(
        book.active, title=f"中共{COUNTY}委{TERM_NAME}巡察计划台账（倒排工期）", unit="个、天", columns=_columns(), blocks=[("", rows)],
        label_in="round", grand="合计",
        notes=(
            "注：1.第十一轮计划单位含第一批13个、第二批5个，进驻至2021年1月。",
            f"2.第十二轮集中巡察长滩镇、盘石镇{_LEFT}个村（社区），采取“1+1”方式，每个巡察组配1个村级小组；第十三轮为巡察“回头看”。",
        ),
    )  # fmt: skip
    return book


def _columns() -> list[Column]:
    return [
        column("plans", "term", merged=True), column("plans", "year", merged=True), column("plans", "round", width=14),
        column("plans", "kind"), column("plans", "teams", "巡察组数"), column("plans", "per_team"), column("plans", "days", "进驻天数"),
        column("plans", "rest_days", "间隔天数"), column("plans", "start"), column("plans", "end"),
        column("plans", "organisations", "计划巡察单位", total=True), column("plans", "villages", "计划延伸村(社区)", width=16, total=True),
        column("plans", "village_squads", "村级小组数"), column("plans", "coverage_target"), column("plans", "village_target", width=16),
        column("plans", "status"), Column(key="responsible", heading="责任人"), column("plans", "note", width=34),
    ]  # fmt: skip


def _held() -> list[Row]:
    days = {one.round: (one.start, one.end) for one in EARLY} | {10: (date(2020, 4, 13), date(2020, 6, 12)), 11: (date(2020, 10, 12), date(2021, 1, 22))}
    rows = []
    for number, (start, end) in days.items():
        units = sum(one.round == number for one in organisations()) + _MORE.get(number, 0) - _MORE.get(number - 1, 0)
        rows.append(
            {
                "year": start.year, "round": round_name(number), "kind": "常规", "teams": _TEAMS[number], "start": start, "end": end,
                "per_team": f"一托{'零一二三四'[min(-(-units // _TEAMS[number]), 3 if number == 11 else 4)]}", "days": (end - start).days + 1, "organisations": units,
                "villages": sum(town.villages for town in TOWNS if town.round == number and town.reached),
                "status": "进驻中" if number == 11 else "已反馈", "note": "部分单位顺延至下一轮" if number in _MORE else None,
            }
        )  # fmt: skip
    return [_row(one) for one in rows]


def _coming() -> list[Row]:
    return [
        _row(
            {
                "year": 2021, "round": round_name(12), "kind": "常规", "teams": 5, "per_team": "一托二", "days": 45, "rest_days": 30,
                "start": date(2021, 3, 1), "end": date(2021, 4, 14), "organisations": 0, "villages": _LEFT, "village_squads": 5,
                "status": "计划", "note": "剩余村（社区）“1+1”集中巡察",
            }
        ),
        _row(
            {
                "year": 2021, "round": round_name(13), "kind": "回头看", "teams": 4, "per_team": "一托二", "days": 20, "rest_days": 30,
                "start": date(2021, 5, 17), "end": date(2021, 6, 5), "organisations": 8, "villages": 0, "village_squads": 0,
                "coverage_target": "100%", "village_target": "100%", "status": "计划", "note": "对整改不到位的单位开展“回头看”",
            }
        ),
    ]  # fmt: skip


def _row(said: Row) -> Row:
    return {"term": TERM_NAME, "rest_days": 30, "village_squads": 0, "responsible": "某某某", **said}

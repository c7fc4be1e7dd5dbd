"""The ledger of audits joined with inspections, rounds nine to eleven: three links, three steps."""

from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook

from data.samples import COUNTY
from data.samples.sheets import Column, Row, column, lay_out
from data.samples.work import TERM_NAME, round_name

_ENTERED = {
    (9, None): date(2019, 10, 14), (10, None): date(2020, 4, 13), (11, 1): date(2020, 10, 12), (11, 2): date(2020, 11, 16),
}  # fmt: skip
_ALL_STAGES, _ALL_STEPS = "计划、过程、整改", "对象选取、数据比对、系统排查"


@dataclass(frozen=True, kw_only=True)
class Project:
    """One audit of one unit. `counts`: findings handed over, taken up and put right, None where it is too early to say."""

    when: tuple[int, int | None]
    unit: str
    mode: str
    name: str
    audited_on: date
    counts: tuple[int, int, int | None]
    money: float
    stages: str = _ALL_STAGES
    steps: str = _ALL_STEPS


_PROJECTS = (
    Project(when=(9, None), unit="县退役军人事务局", mode="先审后巡", name="主要领导干部经济责任审计", audited_on=date(2019, 8, 20), counts=(12, 9, 9), money=86.4),
    Project(when=(9, None), unit="县招商引资促进中心", mode="先审后巡", name="招商引资专项资金审计", audited_on=date(2019, 9, 6), counts=(9, 7, 7), money=132.5, steps="对象选取、数据比对"),
    Project(when=(9, None), unit="县工商业联合会", mode="审计成果移交", name="部门预算执行审计", audited_on=date(2019, 11, 15), counts=(5, 4, 4), money=12.8, stages="过程、整改", steps="数据比对"),
    Project(when=(10, None), unit="县农业农村局", mode="先审后巡", name="涉农资金专项审计", audited_on=date(2020, 2, 28), counts=(18, 14, 12), money=350.2),
    Project(when=(10, None), unit="县水务投资集团", mode="先审后巡", name="国有企业资产负债损益审计", audited_on=date(2020, 3, 6), counts=(15, 12, 10), money=268.0),
    Project(when=(10, None), unit="县医疗保障局", mode="先审后巡", name="医保基金专项审计", audited_on=date(2020, 3, 20), counts=(11, 8, 7), money=94.6, steps="对象选取、数据比对"),
    Project(when=(10, None), unit="县公共资源交易中心", mode="巡审同步", name="政府投资项目招投标审计调查", audited_on=date(2020, 6, 5), counts=(8, 6, 6), money=0, stages="过程、整改", steps="数据比对、系统排查"),
    Project(when=(11, 1), unit="县文化和旅游局", mode="先审后巡", name="文旅专项资金审计", audited_on=date(2020, 9, 18), counts=(10, 7, None), money=75.3, stages="计划、过程"),
    Project(when=(11, 1), unit="县疾病预防控制中心", mode="巡审同步", name="疫情防控资金和捐赠款物审计", audited_on=date(2020, 12, 4), counts=(6, 4, None), money=21.7, stages="过程", steps="数据比对、系统排查"),
    Project(when=(11, 2), unit="县财政局", mode="先审后巡", name="本级预算执行和其他财政收支审计", audited_on=date(2020, 8, 28), counts=(21, 15, None), money=412.9, stages="计划、过程"),
    Project(when=(11, 2), unit="县自然资源和规划局", mode="审计成果移交", name="领导干部自然资源资产离任审计", audited_on=date(2020, 10, 30), counts=(13, 9, None), money=187.1, stages="计划、过程", steps="对象选取、系统排查"),
)  # fmt: skip


def audit_ledger() -> Workbook:
    """巡审联动台账: one project a row; who audited stands in columns that are not kept."""
    book = Workbook()
    book.active.title = "巡审联动"

    def one(name: str, heading: str = "", **more: bool | int) -> Column:
        return column("audit_links", name, heading, **more)

    columns = [
        one("term", merged=True), one("year", merged=True), one("round", merged=True, width=16), one("organisation", width=26),
        one("mode", width=14), one("project", width=32), Column(key="office", heading="审计机关"), Column(key="auditor", heading="主审"),
        one("stages", "三项联动", width=18), one("steps", "三个环节", width=26), one("audited_on", width=14),
        one("entered_on", width=14), one("findings", total=True), one("money", "移送金额", total=True), one("taken_up", total=True),
        one("rectified", total=True), one("note", width=18),
    ]  # fmt: skip
    lay_out(
        book.active, title=f"中共{COUNTY}委{TERM_NAME}巡审联动工作台账", unit="个、万元", columns=columns,
        blocks=[("", [_row(project) for project in _PROJECTS])], label_in="organisation", grand="合计",
        notes=("注：第十一轮正在进驻，移送问题尚未进入整改。",),
    )  # fmt: skip
    return book


def _row(one: Project) -> Row:
    findings, taken_up, rectified = one.counts
    return {
        "term": TERM_NAME, "year": _ENTERED[one.when].year, "round": round_name(*one.when), "organisation": one.unit, "mode": one.mode,
        "project": one.name, "office": "县审计局", "auditor": "某某某", "stages": one.stages, "steps": one.steps,
        "audited_on": one.audited_on, "entered_on": _ENTERED[one.when], "findings": findings, "money": one.money,
        "taken_up": taken_up, "rectified": rectified, "note": None if rectified is not None else "巡察进驻中",
    }  # fmt: skip

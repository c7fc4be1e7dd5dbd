"""巡察计划台账: the rounds planned, with what each is to bring."""

from data.kinds import Percent, PerTeam
from data.ledger import Field, Ledger
from data.ledgers.shared import (
    BATCH,
    COUNTY,
    END,
    NOTE,
    ONLY_KIND,
    PERIOD,
    ROUND,
    START,
    STATUS,
    TERM,
    THEME,
    YEAR,
    count,
)
from data.rules import InOrder

PLANS = Ledger(
    name="plans",
    label="巡察计划台账",
    meaning="本届各轮的计划与目标，一轮(批)一行：几个组、一托几、多少天，计划巡察多少单位和村(社区)。",
    titles=("巡察计划", "工作计划", "倒排工期", "轮次计划", "计划台账", "任务安排", "工作规划", "巡察规划"),
    fields=(
        COUNTY, TERM, YEAR, ROUND, BATCH, ONLY_KIND, THEME,
        count("teams", "巡察组数", "个", "组数", "投入巡察组", "计划组数", "巡察组"),
        Field(name="per_team", label="一托几", kind=PerTeam(), headings=("每组单位数", "一托N", "每组巡察单位", "托举数", "一托")),
        count("days", "进驻天数", "天", "天数", "每轮天数", "巡察天数", "计划天数", "时长"),
        count("rest_days", "间隔天数", "天", "休整天数", "轮间休整", "间隔", "休整"),
        START, END, PERIOD,
        count("organisations", "计划巡察单位", "个", "计划单位数", "计划巡察党组织", "计划巡察单位数", "任务数", "拟巡察单位"),
        count("villages", "计划延伸村(社区)", "个", "计划延伸村数", "计划巡察村", "计划村数", "拟延伸村(社区)", "拟巡察村"),
        count("village_squads", "村级小组数", "个", "村(社区)巡察小组", "村级巡察小组", "小组数"),
        Field(name="coverage_target", label="目标覆盖率", kind=Percent(), headings=("覆盖率目标", "计划覆盖率", "覆盖目标")),
        Field(name="village_target", label="村级目标覆盖率", kind=Percent(), headings=("村级覆盖率目标", "村(社区)覆盖率目标")),
        STATUS,
        NOTE,
    ),
    key=("county", "term", "year", "round", "theme", "batch"),
    names_row=("round", "theme", "year"),
    needs=("per_team", "organisations", "villages", "rest_days", "teams"),
    tells=("per_team", "organisations", "villages", "rest_days", "coverage_target", "village_squads"),
    scope=("county", "term"),
    rules=(InOrder(first="start", second="end"),),
    personal=("组长", "负责人", "责任人", "分管领导"),
    aside=("责任单位", "工作内容", "下周工作计划"),
    complete=True,
    dated="start",
)  # fmt: skip

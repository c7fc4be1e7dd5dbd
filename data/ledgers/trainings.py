"""培训台账: trainings held, secondments and study visits, with persons and hours."""

from dataclasses import replace

from data.kinds import Choice, Hours, Label, Text
from data.kinds.counts import PERSONS
from data.ledger import Field, Ledger
from data.ledgers.shared import COUNTY, END, NOTE, PERIOD, START, YEAR, count
from data.rules import InOrder

TRAINING_FORMS = {
    "巡察讲堂": ("讲堂", "巡察大讲堂", "巡察课堂"),
    "集中培训": ("集中", "业务培训", "培训班", "专题培训", "岗前培训", "巡前培训"),
    "以干代训": ("以干代训(跟班)", "跟班", "跟班学习", "跟班锻炼", "挂职", "上挂锻炼", "抽调锻炼"),
    "外出学习": ("外出", "走出去", "考察学习", "学习考察", "外出培训", "交流学习"),
}

TRAININGS = Ledger(
    name="trainings",
    label="培训台账",
    meaning="巡察干部培训，一次一行：巡察讲堂、集中培训、以干代训、外出学习，参训人数和学时。授课人、学员姓名读入时即丢弃。",
    titles=("培训", "讲堂", "以干代训", "学习台账"),
    fields=(
        COUNTY, YEAR,
        replace(START, label="培训时间", headings=("时间", "日期", "开始时间", "培训日期", "举办时间"), fill_down=False),
        replace(END, label="结束时间", headings=("结束日期",), fill_down=False),
        replace(PERIOD, label="起止时间", headings=("培训时段", "时段", "培训起止时间", "培训时间"), fill_down=False),
        Field(name="topic", label="培训名称", kind=Text(), headings=("名称", "主题", "培训主题", "培训内容", "内容", "课程", "名称/主题")),
        Field(name="training_form", label="培训形式", kind=Choice(options=TRAINING_FORMS, open=True), headings=("形式", "类型", "培训类型", "方式", "培训方式", "类别")),
        Field(name="place", label="地点", kind=Label(), headings=("培训地点", "举办地点", "学习地点")),
        count("sessions", "期数", "期", "场次", "期次", "次数", "场数"),
        count("persons", "参训人数", "人", "人数", "培训人数", "参加人数", "人次", "参训人次", units=PERSONS),
        Field(name="hours", label="学时", kind=Hours(), unit="学时", headings=("人均学时", "课时", "学时数", "每人学时"), help="每人每期的学时。"),
        NOTE,
    ),
    key=("county", "year", "start", "topic"),
    names_row=("topic", "training_form"),
    needs=("persons", "hours", "training_form"),
    tells=("hours", "training_form", "topic"),
    scope=("county", "year"),
    rules=(InOrder(first="start", second="end"),),
    personal=("授课人", "主讲人", "讲师", "学员名单", "参训人员", "参训人员名单", "授课人员"),
    aside=("经费", "考核情况", "主办单位"),
    dated="start",
)  # fmt: skip

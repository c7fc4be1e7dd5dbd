"""巡审联动台账: audits joined with inspections, from choosing the unit to putting findings right."""

from data.kinds import Choice, Day, Label, Tokens
from data.ledger import Field, Ledger
from data.ledgers.shared import BATCH, COUNTY, NOTE, ORGANISATION, ROUND, TERM, THEME, YEAR, count, money
from data.rules import AtMost

MODES = {
    "先审后巡": ("先审计后巡察", "审计先行"),
    "同步": ("巡审同步", "同步开展", "同步进驻", "巡审同步进驻", "同步进行"),
    "成果移交": ("审计成果移交", "成果共享", "审计成果运用", "成果移送"),
}
STAGES = {"计划": ("计划联动", "计划阶段"), "过程": ("过程联动", "过程阶段"), "整改": ("整改联动", "整改阶段")}
STEPS = {"对象选取": ("选取对象", "确定对象"), "数据比对": ("比对数据", "数据比对分析"), "系统排查": ("排查", "系统性排查")}

AUDIT_LINKS = Ledger(
    name="audit_links",
    label="巡审联动台账",
    meaning="巡察与审计联动的项目，一个单位一个审计项目一行：联动形式、环节、移送和采用的问题、整改。",
    titles=("巡审联动", "巡审结合", "审巡联动", "巡察审计联动"),
    fields=(
        COUNTY, TERM, YEAR, ROUND, BATCH, THEME, ORGANISATION,
        Field(name="mode", label="联动形式", kind=Choice(options=MODES), headings=("联动方式", "巡审方式", "巡审联动形式", "形式", "方式"), fill_down=True),
        Field(name="project", label="审计项目", kind=Label(), headings=("审计项目名称", "项目名称", "审计事项")),
        Field(name="stages", label="联动环节", kind=Tokens(options=STAGES), headings=("环节", "联动阶段", "三项联动", "阶段"), help="计划、过程、整改，可写多个。"),
        Field(name="steps", label="工作步骤", kind=Tokens(options=STEPS), headings=("步骤", "三个环节", "具体环节"), help="对象选取、数据比对、系统排查，可写多个。"),
        Field(name="audited_on", label="审计报告时间", kind=Day(loose=True), headings=("审计时间", "审计结束时间", "出具报告时间", "审计完成时间")),
        Field(name="entered_on", label="巡察进驻时间", kind=Day(), headings=("进驻时间", "进驻日期", "巡察时间")),
        count("findings", "移送问题", "个", "移交问题", "审计移送问题", "移送问题数", "审计发现问题", "移交审计问题", "审计问题"),
        money("money", "移送金额", "问题金额", "涉及金额", "审计查出金额", "移交金额"),
        count("taken_up", "采用问题", "个", "采用", "采用情况", "采纳问题", "采用数", "转化巡察问题", "巡察采用"),
        count("rectified", "整改完成", "个", "已整改", "整改", "已整改数", "完成整改", "整改数"),
        NOTE,
    ),
    key=("county", "term", "year", "round", "organisation", "project"),
    names_row=("organisation",),
    needs=("mode", "project", "findings"),
    scope=("county", "term", "year", "round"),
    rules=(AtMost(part="taken_up", whole="findings"), AtMost(part="rectified", whole="taken_up")),
    personal=("审计组长", "主审", "审计人员", "经办人"),
    aside=("审计机关", "审计组", "文号"),
    dated="entered_on",
)  # fmt: skip

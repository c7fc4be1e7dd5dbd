"""整改情况统计表: what each unit reports of its rectification in totals."""

from data.kinds import Choice, Day, Percent
from data.kinds.counts import PERSONS
from data.ledger import Field, Ledger
from data.ledgers.shared import BATCH, COUNTY, NOTE, ONLY_KIND, ORGANISATION, ROUND, TERM, THEME, YEAR, count, money
from data.rules import AtMost, RateIs

# Three vocabularies are in use; each is mapped to the same four levels.
GRADES = {
    "好": ("优秀", "优", "一等"),
    "较好": ("合格", "良好", "良"),
    "一般": ("基本合格", "中"),
    "差": ("不合格", "较差", "不达标"),
}

RECTIFICATION_TOTALS = Ledger(
    name="rectification_totals",
    label="整改情况统计表",
    meaning="整改落实情况的汇总，一个单位一行：应整改、已完成、超期，制度、资金、问责，评估等次和满意度。率一律重新计算。",
    titles=("整改情况统计", "整改落实情况统计", "整改统计", "整改情况汇总", "整改落实情况汇总", "整改完成情况"),
    fields=(
        COUNTY, TERM, YEAR, ROUND, BATCH, ONLY_KIND, THEME, ORGANISATION,
        Field(name="fed_back_on", label="反馈时间", kind=Day(), headings=("反馈日期",), fill_down=True),
        Field(name="reported_on", label="整改报告时间", kind=Day(), headings=("报送时间", "报告时间", "整改报告报送时间", "上报时间")),
        count("due", "应整改", "个", "应整改数", "反馈问题数", "反馈问题", "反馈问题应整改数", "需整改", "应整改问题", "问题数", "问题总数"),
        count("done", "已完成", "个", "已整改", "已整改数", "整改完成", "完成整改", "已销号", "完成数", "已完成数", "已完成整改"),
        count("basic", "基本完成", "个", "基本完成数"),
        count("staged", "阶段性完成", "个", "阶段完成", "阶段性完成数"),
        count("continuing", "长期坚持", "个", "长期整改", "持续整改"),
        count("going", "进行中", "个", "正在整改", "整改中", "正在推进"),
        count("undone", "未完成", "个", "未整改", "未完成数"),
        count("overdue", "超期未完成", "个", "超期", "逾期", "逾期未完成"),
        Field(name="rate", label="整改完成率", kind=Percent(), stored=False, headings=("整改率", "完成率", "整改到位率")),
        count("immediate_due", "立行立改应整改", "个", "立行立改应整改数", "立行立改问题数", "立行立改"),
        count("immediate_done", "立行立改已整改", "个", "立行立改已整改数", "立行立改完成数"),
        Field(name="immediate_rate", label="立行立改完成率", kind=Percent(), stored=False),
        count("suggestions_due", "职能部门应落实意见", "条", "职能部门应落实意见数", "意见建议", "应落实意见数", "意见建议数"),
        count("suggestions_done", "职能部门已落实意见", "条", "已落实", "已落实意见数", "职能部门已落实意见数"),
        count("measures", "计划措施", "条", "计划措施数", "整改措施数", "整改措施"),
        count("rules_new", "新建制度", "项", "出台制度", "新制定制度", "制定制度"),
        count("rules_revised", "修订制度", "项", "修订完善制度"),
        count("rules_made", "完善制度", "项", "建章立制", "制度", "新建和完善制度", "完善和新建制度", "完善(新建)制度", "新建(完善)制度", "建立完善制度"),
        money("money_refunded", "清退", "清退资金", "清退违规资金", "退赔"),
        money("money_collected", "追缴", "追缴资金", "收缴", "上缴财政", "追缴违纪款"),
        money("money_recovered", "挽回经济损失", "挽回损失", "挽回"),
        count("first_form", "第一种形态", "人", "谈话提醒", "批评教育", units=PERSONS),
        count("sanctions", "党纪政务处分", "人", "处分", "处分人数", units=PERSONS),
        count("accountable_orgs", "问责党组织", "个", "问责党组织数"),
        count("accountable_persons", "问责人员", "人", "问责人员数", "问责人数", units=PERSONS),
        Field(name="grade", label="评估等次", kind=Choice(options=GRADES), headings=("整改评估等次", "评价等次", "等次", "评估结果", "整改评价")),
        count("satisfied", "满意", "份", "满意票", "满意份数", "满意票数", "满意人数"),
        count("returns", "有效测评", "份", "有效票", "有效问卷", "收回有效问卷", "有效测评票", "测评人数"),
        Field(name="satisfaction", label="满意度", kind=Percent(), stored=False, headings=("群众满意度", "测评满意率", "满意率")),
        NOTE,
    ),
    key=("county", "term", "year", "round", "theme", "organisation"),
    names_row=("organisation",),
    needs=("due", "done"),
    tells=("done", "rate", "overdue", "going", "grade", "suggestions_due", "immediate_done", "measures", "rules_new", "rules_made"),
    scope=("county", "term", "year", "round", "theme"),
    rules=(
        AtMost(part="done", whole="due", severity="error"),
        AtMost(part="immediate_done", whole="immediate_due", severity="error"),
        AtMost(part="satisfied", whole="returns", severity="error"),
        RateIs(rate="rate", part="done", whole="due"),
        RateIs(rate="immediate_rate", part="immediate_done", whole="immediate_due"),
        RateIs(rate="satisfaction", part="satisfied", whole="returns"),
    ),
    personal=("责任人", "主要负责人", "联系人", "分管领导"),
    aside=("未完成原因",),
)  # fmt: skip

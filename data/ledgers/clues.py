"""线索移送台账: one row per clue handed over, with what became of it; or a unit's totals in one row."""

from data.kinds import Choice, Count, Day, Filed, Label, Money, Number, Text
from data.kinds.counts import ITEM_ONLY, PERSONS
from data.ledger import Field, Ledger
from data.ledgers.shared import (
    BATCH,
    COUNTY,
    FORM,
    KIND,
    NOTE,
    ORGANISATION,
    ROUND,
    TEAM,
    TERM,
    THEME,
    TOWN,
    VILLAGE,
    YEAR,
)  # fmt: skip
from data.rules import AtMost, InOrder

CLUE_STATES = {
    "谈话函询": ("函询", "谈话"),
    "初步核实": ("初核", "初核中", "正在初核"),
    "暂存待查": ("暂存",),
    "予以了结": ("了结", "已了结"),
    "办理中": ("在办", "正在办理", "核查中", "正在核查", "调查中", "未办结", "办理"),
    "已立案": ("立案", "立案审查", "立案审查调查", "转立案", "立案查处"),
    "已办结": ("办结", "已结案", "结案", "已处理", "处理完毕"),
}

CLUES = Ledger(
    name="clues",
    label="线索移送台账",
    meaning="移送纪委监委等部门的问题线索，一条线索一行，连同办理状态、立案和处分。姓名、职务、问题摘要读入时即丢弃。",
    titles=("线索移送", "线索移交", "线索台账", "问题线索", "移交线索", "移送线索"),
    fields=(
        COUNTY,
        Field(name="clue_no", label="线索编号", kind=Number(), headings=("编号", "线索号", "问题线索编号")),
        TERM, YEAR, ROUND, BATCH, KIND, FORM, THEME, TEAM, ORGANISATION, TOWN, VILLAGE,
        Field(name="source", label="线索来源", kind=Label(), headings=("来源", "来源渠道")),
        Field(name="discipline", label="违纪类型", kind=Label(), headings=("违纪性质", "问题性质", "问题类型", "六大纪律", "线索类型")),
        Field(name="suggestion", label="分类处置建议", kind=Choice(options=CLUE_STATES, open=True), headings=("处置建议", "处置方式", "拟处置方式", "分类处置")),
        Field(
            name="transferred_on", label="移送时间", kind=Day(), headings=("移交时间", "移送日期", "移交日期", "移送(交)时间", "转办时间"), fill_down=True
        ),
        Field(name="document_no", label="移送文号", kind=Text(), headings=("移交文号", "文号")),
        Field(name="receiver", label="接收部门", kind=Label(), headings=("承办部门", "接收单位", "承办单位", "移交部门", "承办部门(室)", "移送部门", "受理部门"), fill_down=True),
        Field(name="due", label="办理时限", kind=Text(), headings=("办结时限",)),
        Field(
            name="state", label="办理状态", kind=Choice(options=CLUE_STATES, open=True),
            headings=("办理情况", "办理进展", "处置情况", "当前状态", "状态", "办理结果", "进展情况", "处置状态"),
        ),
        Field(name="closed_on", label="办结时间", kind=Day(), headings=("了结时间", "办结日期")),
        Field(name="result", label="处置结果", kind=Text(), headings=("处理结果",)),
        Field(
            name="clues", label="线索件数", kind=Count(units=ITEM_ONLY), unit="件", also=("clue_persons",),
            headings=("移交线索", "移送线索", "移送问题线索", "移交问题线索", "线索数", "移交线索(件)", "移送线索(件)", "问题线索数", "移交线索数", "件数"),
            help="一条线索一行时不必填写；一个单位一行的统计表填写件数。",
        ),
        Field(
            name="clue_persons", label="涉及人数", kind=Count(units=PERSONS), unit="人",
            headings=("被反映人数", "线索人数", "被反映人人数", "涉及人员数", "移交线索(人)", "移送线索(人)", "移交线索人数"),
        ),
        Field(name="filed", label="立案", kind=Filed(), headings=("是否立案", "立案情况", "立案(是/否)"), also=("cases", "case_persons")),
        Field(name="filed_on", label="立案时间", kind=Day(), headings=("立案日期",)),
        Field(name="cases", label="立案件数", kind=Count(units=ITEM_ONLY), unit="件", headings=("立案数", "立案(件)"), also=("case_persons",)),
        Field(name="case_persons", label="立案人数", kind=Count(units=PERSONS), unit="人", headings=("立案(人)",)),
        Field(name="party_sanction", label="党纪处分类型", kind=Label(), headings=("党纪处分", "党纪处分情况")),
        Field(name="admin_sanction", label="政务处分类型", kind=Label(), headings=("政务处分", "政纪处分", "政务处分情况")),
        Field(
            name="sanctions", label="处分人数", kind=Count(units=PERSONS), unit="人",
            headings=("处分", "党纪政务处分", "党纪政务处分(人)", "处分(人)", "给予处分", "党纪政纪处分", "党政纪处分", "党纪政务处分人数"),
        ),
        Field(name="sanctioned_on", label="处分时间", kind=Day(), headings=("处分日期",)),
        Field(name="org_handling", label="组织处理", kind=Label(), headings=("组织处理情况",)),
        Field(name="detained", label="留置", kind=Label(), headings=("采取留置", "留置(人)")),
        Field(name="judicial", label="移送司法", kind=Label(), headings=("移送司法机关", "移送检察机关", "移送检察")),
        Field(name="money_involved", label="涉案金额(万元)", kind=Money(), unit="万元", headings=("涉及金额", "涉案金额", "问题金额")),
        Field(name="money_recovered", label="挽回损失(万元)", kind=Money(), unit="万元", headings=("挽回损失", "挽回经济损失", "挽回")),
        Field(name="reported_back_on", label="反馈巡察办时间", kind=Day(), headings=("反馈时间", "办理结果反馈时间")),
        NOTE,
    ),
    key=("county", "term", "year", "round", "theme", "organisation"),
    identifier="clue_no",
    content=("transferred_on",),
    names_row=("organisation", "village", "town"),
    needs=("clue_no", "transferred_on", "state", "clues", "filed", "suggestion"),
    scope=("county", "term", "year", "round", "theme", "organisation"),
    rules=(
        InOrder(first="transferred_on", second="filed_on"),
        InOrder(first="filed_on", second="sanctioned_on"),
        AtMost(part="sanctions", whole="case_persons"),
    ),
    personal=(
        "被反映人", "被反映人姓名", "工作单位", "职务", "职级", "政治面貌", "问题摘要", "主要问题", "反映问题", "线索内容", "问题线索内容", "反映的主要问题",
        "线索摘要", "举报人", "承办人", "反映人", "问题概要", "被反映人职务", "被反映人单位", "工作单位及职务", "单位及职务",
    ),
    aside=("谈话函询", "初步核实", "初核", "暂存", "了结", "在办", "已办结", "双处分", "第一种形态", "第二种形态", "第三种形态", "第四种形态"),
    complete=True,
    sweep=("county", "term", "year", "round", "theme"),
)  # fmt: skip

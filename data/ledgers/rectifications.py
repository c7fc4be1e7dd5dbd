"""整改台账: one row per issue to be put right, with its measures, deadline and state."""

from data.kinds import Day, Deadline, Flag, Label, Marked, Number, Text
from data.ledger import Field, Ledger
from data.ledgers.shared import (
    BATCH,
    COUNTY,
    NOTE,
    ONLY_KIND,
    ORGANISATION,
    ROUND,
    TEAM,
    TERM,
    THEME,
    TOWN,
    VILLAGE,
    YEAR,
    count,
    money,
)

STATES = {
    "已完成": ("完成", "整改完成", "已整改", "已整改完成", "完成整改", "已销号", "销号", "整改到位", "已整改到位", "办结"),
    "基本完成": ("基本完成整改", "基本整改完成", "基本到位", "基本整改到位"),
    "阶段性完成": ("阶段完成", "阶段性整改完成", "取得阶段性成效", "阶段性成效"),
    "长期坚持": ("长期整改", "持续整改", "持续推进", "长期坚持整改", "立行立改并长期坚持", "已完成并长期坚持"),
    "进行中": ("正在整改", "整改中", "推进中", "正在推进", "正在进行", "进行"),
    "未完成": ("未整改", "未启动", "未开始", "整改未完成", "尚未完成", "未到位", "整改不到位"),
    "超期": ("逾期", "超期未完成", "超时", "逾期未完成"),
}  # fmt: skip

RECTIFICATIONS = Ledger(
    name="rectifications",
    label="整改台账",
    meaning="反馈问题的整改，一个问题一行：措施、责任领导职务、时限、状态、销号时间。责任人姓名读入时即丢弃。",
    titles=("整改台账", "整改清单", "三清单", "任务清单", "整改情况台账", "整改落实台账", "整改任务", "整改方案", "整改进展"),
    fields=(
        COUNTY,
        Field(name="issue_no", label="问题编号", kind=Number(), headings=("编号", "整改编号", "问题代码")),
        TERM, YEAR, ROUND, BATCH, ONLY_KIND, THEME, TEAM, ORGANISATION, TOWN, VILLAGE,
        Field(
            name="text", label="反馈问题", kind=Text(), required=True,
            headings=("问题", "具体问题", "问题内容", "存在问题", "问题表述", "反馈的问题", "反馈意见", "整改问题", "问题描述", "发现问题"),
        ),
        Field(name="category", label="问题类别", kind=Label(), headings=("一级分类", "类别", "所属方面", "大类", "问题分类", "聚焦")),
        Field(name="target", label="整改目标", kind=Text(), headings=("目标",)),
        Field(name="measures", label="整改措施", kind=Text(), headings=("措施", "具体措施")),
        Field(name="post", label="责任领导职务", kind=Label(), headings=("牵头领导职务", "责任领导(职务)", "牵头领导(职务)", "责任岗位"), help="只写职务，不写姓名。"),
        Field(name="department", label="责任部门", kind=Label(), headings=("责任科室", "承接单位", "承办部门", "责任股室", "责任单位")),
        Field(name="immediate", label="是否立行立改", kind=Flag(yes_words=("立行立改",)), headings=("立行立改",)),
        Field(
            name="deadline", label="整改时限", kind=Deadline(), headings=("完成时限", "整改期限", "时限", "整改完成时限", "计划完成时间", "限期"),
            help="写日期，或照原文写，例如 立行立改，长期坚持。", fill_down=True,
        ),
        Field(name="progress", label="整改进展", kind=Text(), headings=("整改成效", "整改落实情况", "整改进展情况", "进展", "进展情况", "整改情况")),
        Field(
            name="state", label="整改状态", kind=Marked(options=STATES, yes="已完成", no_="未完成", open=True),
            headings=("状态", "完成情况", "是否完成", "完成状态", "是否整改", "是否整改到位", "整改结果", "是否完成整改"),
        ),
        Field(name="closed", label="是否销号", kind=Flag(yes_words=("已销号", "销号"), no_words=("未销号",)), headings=("销号", "销号情况")),
        Field(name="closed_on", label="销号时间", kind=Day(), headings=("完成时间", "整改完成时间", "完成日期", "销号日期", "实际完成时间")),
        Field(name="reason", label="未完成原因", kind=Text(), headings=("未整改原因", "原因")),
        count("rules_new", "新建制度", "项", "出台制度", "新制定制度"),
        count("rules_revised", "修订制度", "项", "修订完善制度"),
        money("money_refunded", "清退", "清退资金", "清退违规资金", "退赔"),
        money("money_collected", "追缴", "追缴资金", "收缴", "上缴财政", "追缴违纪款"),
        money("money_recovered", "挽回经济损失", "挽回损失", "挽回"),
        NOTE,
    ),
    key=("county", "term", "year", "round", "theme", "organisation", "town", "village"),
    identifier="issue_no",
    content=("text",),
    names_row=("organisation", "village", "town"),
    needs=("measures", "state", "deadline", "closed"),
    tells=("measures", "target", "department", "reason", "closed", "closed_on", "post"),
    scope=("county", "term", "year", "round", "theme", "organisation", "town", "village"),
    personal=("责任人", "责任领导", "牵头领导", "牵头责任领导", "经办人", "分管领导", "整改责任人", "包案领导", "责任人员", "牵头(责任)领导"),
    aside=("佐证材料", "验收意见", "建章立制", "具体表现", "下一步措施", "序时进度"),
    complete=True,
    sweep=("county", "term", "year", "round", "theme"),
)  # fmt: skip

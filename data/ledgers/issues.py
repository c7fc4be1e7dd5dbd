"""问题台账: one row per issue found."""

from data.kinds import Day, Flag, Label, Money, Number, Text
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
)
from data.rules import InOrder

ISSUES = Ledger(
    name="issues",
    label="问题台账",
    meaning="巡察发现的问题，一个问题一行；类别保留原文，由口径版本对应到“三个聚焦”“四个聚焦”。",
    titles=("问题台账", "问题清单", "问题底稿", "发现问题台账", "问题整改台账", "问题汇总", "反馈问题"),
    fields=(
        COUNTY,
        Field(name="issue_no", label="问题编号", kind=Number(), headings=("编号", "底稿编号", "问题序号", "问题代码")),
        TERM, YEAR, ROUND, BATCH, KIND, FORM, THEME, TEAM, ORGANISATION, TOWN, VILLAGE,
        Field(
            name="text", label="问题内容", kind=Text(), required=True,
            headings=("问题", "具体问题", "问题表述", "问题描述", "发现问题", "反馈问题", "问题内容摘要", "存在问题", "发现的问题", "主要问题", "反馈的问题"),
        ),
        Field(name="key_issue", label="重点问题", kind=Flag(), headings=("是否重点问题", "重点", "是否重点")),
        Field(
            name="category", label="一级分类", kind=Label(),
            headings=("问题类别", "所属方面", "聚焦", "大类", "问题类型", "类别", "问题分类", "一级类别", "分类", "问题大类", "三个聚焦", "四个聚焦", "类型"),
        ),
        Field(name="subcategory", label="二级分类", kind=Label(), headings=("问题类型", "小类", "二级类别", "问题小类", "具体类别", "问题子类")),
        Field(name="labels", label="其他标签", kind=Label(), headings=("标签",)),
        Field(name="money", label="涉及金额(万元)", kind=Money(), unit="万元", headings=("涉及金额", "问题金额", "涉案金额", "金额")),
        Field(name="found_on", label="发现日期", kind=Day(), headings=("发现时间",)),
        Field(name="found_by", label="发现方式", kind=Label(), headings=("发现途径", "问题来源")),
        Field(name="disposal", label="处置方式", kind=Label(), headings=("处理方式", "处置情况", "移交方式"), help="反馈、立行立改、移交线索或专题报告。"),
        Field(name="immediate", label="是否立行立改", kind=Flag(yes_words=("立行立改",)), headings=("立行立改", "立行立改问题")),
        Field(name="fed_back_on", label="反馈时间", kind=Day(), headings=("反馈日期", "反馈会时间"), fill_down=True),
        Field(name="basis", label="政策依据", kind=Text(), headings=("依据", "定性依据")),
        Field(name="measures", label="整改措施", kind=Text(), headings=("措施",)),
        Field(name="deadline", label="整改时限", kind=Text(), headings=("完成时限", "整改期限", "时限")),
        Field(name="completed_on", label="完成时间", kind=Text(), headings=("整改完成时间", "销号时间", "完成日期")),
        Field(name="rectification", label="整改状态", kind=Label(), headings=("状态", "整改情况", "是否完成", "完成情况", "整改进展", "是否整改")),
        NOTE,
    ),
    key=("county", "term", "year", "round", "theme", "organisation", "town", "village"),
    identifier="issue_no",
    content=("text",),
    names_row=("organisation", "village", "town"),
    needs=("text",),
    scope=("county", "term", "year", "round", "theme", "organisation", "town", "village"),
    rules=(InOrder(first="found_on", second="fed_back_on"),),
    personal=("责任人", "责任领导", "牵头领导", "经办人", "分管领导", "整改责任人", "包案领导", "责任人员"),
    aside=("佐证材料", "验收意见", "未完成原因", "建章立制", "整改目标", "整改成效", "是否反馈", "是否销号", "责任单位", "责任部门", "承接单位", "具体表现"),
    complete=True,
    sweep=("county", "term", "year", "round", "theme"),
)  # fmt: skip

"""回访台账: one row per unit revisited, or inspected again, to see whether issues were put right."""

from dataclasses import replace

from data.kinds import Choice, Deadline, Flag, Round
from data.kinds.counts import ITEM_ONLY
from data.ledger import Field, Ledger
from data.ledgers.rectification_totals import GRADES
from data.ledgers.shared import (
    BATCH,
    COUNTY,
    END,
    INSPECTED_IN,
    INSPECTED_YEAR,
    NOTE,
    ORGANISATION,
    PERIOD,
    START,
    TEAM,
    TERM,
    THEME,
    YEAR,
    count,
)
from data.rules import AtMost, InOrder

REVISIT_KINDS = {
    "回访": ("巡察回访", "整改回访", "回访督查", "整改督查", "督查", "回访检查"),
    "回头看": ("巡察回头看", "“回头看”", "巡察“回头看”", '"回头看"', "再巡察"),
    "整改评估": ("评估", "整改成效评估", "整改验收"),
}

REVISITS = Ledger(
    name="revisits",
    label="回访台账",
    meaning="巡察整改回访、回头看，一个单位一次一行。回访轮次自成序列，与巡察轮次无关；不计入覆盖。",
    titles=("回访", "回头看", "整改督查", "整改评估"),
    fields=(
        COUNTY, TERM, YEAR,
        Field(
            name="revisit_round", label="回访轮次", kind=Round(), headings=("轮次", "回访轮", "第几轮回访", "回访批次", "轮"), fill_down=True, from_title=True,
            help="回访自己的次序，例如 第三轮；不是巡察轮次。",
        ),
        Field(name="revisit_kind", label="回访类型", kind=Choice(options=REVISIT_KINDS, open=True), headings=("类型", "方式", "形式", "回访方式", "类别"), fill_down=True, from_title=True),
        INSPECTED_YEAR, INSPECTED_IN, BATCH, THEME,
        replace(TEAM, label="回访组", headings=("巡察组", "督查组", "组别", "承担组", "小组")),
        ORGANISATION,
        replace(START, label="回访时间", headings=("回访日期", "开始时间", "回访开始时间", "督查时间", "进驻时间")),
        replace(END, label="回访结束时间", headings=("结束时间", "结束日期")),
        replace(PERIOD, label="回访时段", headings=("时间", "起止时间", "回访起止时间", "回访时间")),
        count("issues_before", "原问题数", "个", "原反馈问题", "反馈问题", "反馈问题数", "原问题", "应整改"),
        count("rectified", "已整改", "个", "已整改数", "整改到位", "已完成"),
        count("pushed", "督促整改问题", "个", "督促整改问题数", "督促整改", "未到位", "未整改到位", "未到位问题数", "督促全面整改问题"),
        count("new_issues", "新发现问题", "个", "新发现问题数"),
        count("new_clues", "新移送线索", "件", "新发现线索", "移送线索", "移交线索", units=ITEM_ONLY),
        Field(name="grade", label="评价等次", kind=Choice(options=GRADES), headings=("整改评价", "评估等次", "等次", "回访评价", "整改评估等次")),
        Field(name="talked", label="是否约谈", kind=Flag(yes_words=("约谈", "已约谈"), no_words=("未约谈",)), headings=("约谈", "约谈情况")),
        Field(name="second_deadline", label="二次整改时限", kind=Deadline(), headings=("再次整改时限", "整改时限", "限期整改时间")),
        NOTE,
    ),
    key=("county", "term", "year", "revisit_round", "revisit_kind", "organisation"),
    names_row=("organisation",),
    needs=("pushed", "revisit_round", "revisit_kind", "issues_before", "grade"),
    tells=("pushed", "issues_before", "talked", "second_deadline", "revisit_kind"),
    scope=("county", "term", "year", "revisit_round"),
    rules=(InOrder(first="start", second="end"), AtMost(part="rectified", whole="issues_before")),
    personal=("组长", "副组长", "组员", "回访人员"),
    aside=("人数", "天数"),
    dated="start",
)  # fmt: skip

"""巡察对象名录: the register of party organisations, the denominator of coverage."""

from data.kinds import Count, Flag, Label, Name, Text
from data.ledger import Field, Ledger
from data.ledgers.shared import COUNTY, END, FROM, NOTE, PERIOD, START, TEAM, TERM, TO
from data.rules import InOrder

ORGANISATIONS = Ledger(
    name="organisations",
    label="巡察对象名录",
    meaning="应巡察的党组织，一个党组织一行。覆盖率以此为分母；机构改革用纳入、退出时间表示，不删行。",
    titles=("巡察对象", "全覆盖台账", "对象名录", "对象库", "党组织名录", "全覆盖任务"),
    fields=(
        COUNTY,
        Field(
            name="organisation",
            label="单位名称",
            kind=Name(),
            required=True,
            headings=(
                "单位全称", "被巡察单位", "被巡察党组织", "被巡察党组织名称", "被巡察对象", "巡察对象", "单位", "党组织名称", "巡察对象名称",
                "党组织", "名称", "对象名称", "巡察单位",
            ),
            help="写规范全称；曾用名、简称写在“单位简称”“别名”列。",
        ),
        Field(name="short_name", label="单位简称", kind=Name(), headings=("简称",)),
        Field(name="aliases", label="别名", kind=Text(), headings=("曾用名", "其他名称", "又名"), help="多个用顿号隔开。"),
        Field(
            name="organisation_kind",
            label="单位类型",
            kind=Label(),
            headings=("单位性质", "类别", "党组织类型", "单位类别", "类型", "对象类型", "对象类别"),
            fill_down=True,
        ),
        Field(name="parent", label="上级单位", kind=Text(), headings=("上级党组织", "主管单位", "隶属", "隶属关系", "归口"), fill_down=True),
        Field(name="members", label="党员数", kind=Count(), unit="人", headings=("党员人数", "党员")),
        Field(name="subordinates", label="下属单位数", kind=Count(), unit="个", headings=("下属(二级)单位数", "二级单位数", "下属单位")),
        FROM,
        TO,
        Field(name="change", label="变动情况", kind=Text(), headings=("机构改革情况", "变更情况", "变动说明", "改革情况")),
        Field(name="predecessor", label="原单位", kind=Text(), headings=("前身", "原单位名称", "承继单位", "原名称")),
        TERM,
        Field(
            name="inspected",
            label="是否已巡",
            kind=Flag(yes_words=("已巡", "已巡察", "已完成", "完成"), no_words=("未巡", "未巡察", "未完成")),
            headings=("是否已巡察", "是否完成巡察", "巡察情况", "本届是否已巡"),
        ),
        Field(
            name="rounds",
            label="巡察轮次",
            kind=Text(),
            headings=("轮次", "已巡轮次", "第几轮"),
            help="本届在哪几轮接受巡察，多个用顿号隔开，例如 第三轮、第九轮。轮次作为列名横排打勾也可读入。",
        ),
        START,
        END,
        PERIOD,
        TEAM,
        Field(name="last_term", label="上届巡察情况", kind=Text(), headings=("上届巡察", "上届是否巡察")),
        Field(name="planned", label="计划轮次", kind=Text(), headings=("计划年度", "计划轮次/年度", "拟安排轮次")),
        NOTE,
    ),
    names_row=("organisation",),
    across=True,
    aside=("党组织类型", "班子人数", "机构性质", "编制数", "地址", "文号", "级别", "机构规格"),
    key=("county", "organisation"),
    needs=("organisation",),
    scope=("county",),
    rules=(InOrder(first="from_date", second="to_date"),),
    personal=("主要负责人", "负责人", "书记", "党组书记", "分管领导", "联系领导", "分管县领导", "联系县领导", "联系人"),
)  # fmt: skip

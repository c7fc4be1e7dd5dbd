"""Fields and word lists that several ledgers use: written once."""

from dataclasses import replace

from data.kinds import (
    Batch,
    Choice,
    Count,
    Day,
    Marked,
    Money,
    Name,
    Period,
    Round,
    Team,
    Term,
    Text,
    Theme,
    Tokens,
    Year,
)
from data.kinds.counts import ITEM_ONLY
from data.ledger import Field

KINDS = {
    "常规": ("常规巡察", "常规性巡察"),
    "专项": ("专项巡察", "专题巡察"),
    "机动": ("机动巡察", "机动式巡察"),
    "回头看": ("巡察回头看", "“回头看”", "巡察“回头看”", '"回头看"'),
}
FORMS = {
    "直巡": ("直接巡", "直接巡察", "县级直接巡", "县直巡", "直巡村"),
    "巡镇带村": ("巡乡带村", "巡察带村", "镇带村", "巡镇带村(社区)", "巡街带社区", "以镇带村"),
    "联动": ("联动巡察", "市县联动", "上下联动", "联动式"),
    "交叉": ("交叉巡察", "异地交叉", "县际交叉", "交叉式"),
    "提级": ("提级巡察", "市级提级", "提级巡", "市级提级巡"),
}
STAGES = {
    "计划": (
        "未巡", "未启动", "未开始", "待巡", "待巡察", "计划中", "拟巡", "未进驻", "未完成", "未巡察", "拟巡察", "待启动", "尚未启动", "尚未开始",
        "尚未进驻", "待进驻", "未实施", "待实施", "计划巡察", "拟安排", "筹备中", "已列入计划",
    ),
    "进驻中": (
        "正在巡察", "进驻", "巡察中", "在巡", "进行中", "正在进驻", "正在进行", "已进驻", "正在巡", "已启动", "开展中", "正在开展", "现场巡察", "现场巡察中",
        "正在现场巡察", "正在进行现场巡察", "正在进行巡察", "巡察进行中", "正在开展巡察", "驻点巡察", "驻点巡察中", "已动员",
    ),
    "已完成": (
        "完成", "已巡", "已结束", "结束", "已巡察", "撤点", "已撤点", "未反馈", "待反馈", "已完成巡察", "进驻结束", "完成巡察", "巡察完成", "巡察结束",
        "现场结束", "现场巡察结束", "已离场", "已完结", "全部完成", "报告撰写中", "正在撰写报告", "尚未反馈", "已完成未反馈",
    ),
    "已反馈": (
        "反馈", "已完成反馈", "完成反馈", "反馈完毕", "反馈完成", "已反馈意见", "整改中", "正在整改", "集中整改", "集中整改中", "整改阶段", "已整改", "整改完成",
        "已完成整改",
    ),
}  # fmt: skip
VILLAGE_CLASSES = {
    "重点": ("重点村", "A类", "A", "重点类", "A类村", "重点村(社区)"),
    "关注": ("关注村", "B类", "B", "关注类", "B类村", "关注村(社区)"),
    "一般": ("一般村", "C类", "C", "一般类", "C类村", "一般村(社区)"),
}

COUNTY = Field(name="county", label="县(市、区)", kind=Name(), headings=("县", "县区", "区县", "所属县", "县(区)", "县市区"), fill_down=True)
TERM = Field(
    name="term", label="届次", kind=Term(), headings=("届", "届别", "县委届次", "所属届次", "第几届"), fill_down=True, from_title=True
)
YEAR = Field(
    name="year", label="年度", kind=Year(), headings=("年份", "巡察年份", "年", "工作年度", "巡察年度"), fill_down=True, from_title=True
)
ROUND = Field(
    name="round",
    label="轮次",
    kind=Round(),
    headings=("轮", "巡察轮次", "巡察轮", "第几轮", "批次轮次", "轮次名称", "turn", "轮次批次", "轮次(批次)"),
    also=("batch", "year", "theme"),
    fill_down=True,
    from_title=True,
)
BATCH = Field(name="batch", label="批次", kind=Batch(), headings=("归属批次", "巡察批次", "期次", "第几批", "期"), fill_down=True, from_title=True)
THEME = Field(
    name="theme", label="专项主题", kind=Theme(), headings=("专项名称", "主题", "专题名称", "专项巡察主题", "专题"), fill_down=True, from_title=True
)
TEAM = Field(
    name="team",
    label="巡察组",
    kind=Team(),
    headings=("组别", "巡察组名称", "承担组", "责任组", "巡察组别", "组名", "小组", "巡察组/村小组", "村小组"),
    fill_down=True,
)
KIND = Field(
    name="kind",
    label="巡察类型",
    kind=Tokens(options=KINDS, other=FORMS),
    headings=("巡察类别", "类型", "类别", "性质", "巡察性质"),
    also=("form",),
    fill_down=True,
    from_title=True,
)
# For ledgers that have no column of forms beside it.
ONLY_KIND = replace(KIND, also=())
FORM = Field(
    name="form",
    label="巡察方式",
    kind=Tokens(options=FORMS, other=KINDS),
    headings=("方式", "巡察形式", "形式", "组织方式"),
    also=("kind",),
    fill_down=True,
)
ORGANISATION = Field(
    name="organisation",
    label="被巡察单位",
    kind=Name(),
    headings=(
        "被巡察党组织", "被巡察党组织名称", "被巡察对象", "巡察对象", "巡察单位", "单位", "单位名称", "党组织名称", "被巡单位", "受巡单位",
        "问题涉及单位", "被巡察单位名称", "被巡察单位(党组织)", "涉及单位", "党组织",
    ),
    fill_down=True,
)  # fmt: skip
TOWN = Field(
    name="town",
    label="乡镇(街道)",
    kind=Name(),
    headings=("乡镇", "镇", "镇(街道)", "所属乡镇", "所在乡镇", "街镇", "镇街", "乡镇街道", "乡(镇、街道)", "所属镇街", "所属乡镇(街道)", "镇(乡、街道)", "乡镇名称", "乡(镇)"),
    fill_down=True,
    from_title=True,
)  # fmt: skip
VILLAGE = Field(
    name="village",
    label="村(社区)名称",
    kind=Name(),
    headings=("村(社区)", "村社区", "村(居)", "村居", "村社", "村名", "村", "行政村", "村级党组织", "延伸村(社区)名称", "村居名称", "村(居)名称", "村级组织", "村(社区)党组织", "延伸村(社区)", "被巡察村(社区)"),
)  # fmt: skip
START = Field(
    name="start",
    label="进驻时间",
    kind=Day(),
    headings=("进驻日期", "开始时间", "开始日期", "巡察开始时间", "启动时间", "动员时间", "进点时间", "入驻时间"),
    fill_down=True,
)
END = Field(
    name="end",
    label="结束时间",
    kind=Day(),
    headings=("结束日期", "撤点时间", "离场时间", "完成时间", "巡察结束时间", "撤离时间"),
    fill_down=True,
)
PERIOD = Field(
    name="period",
    label="巡察时间",
    kind=Period(),
    headings=("进驻时间", "任务时段", "巡察时段", "起止时间", "时间", "进驻起止时间", "巡察起止时间", "进驻时段"),
    also=("start", "end"),
    fill_down=True,
)
STATUS = Field(
    name="status",
    label="巡察状态",
    kind=Marked(options=STAGES, yes="已完成", no_="计划"),
    headings=("状态", "进展", "进展情况", "当前阶段", "是否完成", "完成情况", "是否已巡", "是否完成巡察", "巡察进展", "是否已巡察"),
    fill_down=False,
)
VILLAGE_CLASS = Field(
    name="village_class",
    label="村情分类",
    kind=Choice(options=VILLAGE_CLASSES),
    headings=("分类", "风险等级", "村级分类", "类别", "等级", "村情类别", "村(社区)分类", "村情等级"),
)
NOTE = Field(name="note", label="备注", kind=Text(), headings=("说明", "其他", "情况说明", "备注说明"))
FROM = Field(
    name="from_date",
    label="纳入时间",
    kind=Day(loose=True),
    headings=("纳入日期", "列入时间", "设立时间", "成立时间", "新设时间", "纳入名录时间", "入库时间", "起始时间", "生效时间", "组建时间"),
)
TO = Field(
    name="to_date",
    label="退出时间",
    kind=Day(loose=True),
    headings=("退出日期", "撤销时间", "注销时间", "移出时间", "退出名录时间", "终止时间", "撤并时间", "失效时间"),
)
# Ledgers of what follows an inspection have a year, and often an ordinal, of their own; these say which inspection it was.
INSPECTED_IN = Field(
    name="round", label="原巡察轮次", kind=Round(), headings=("巡察轮次", "被巡察轮次", "所属轮次"),
    also=("batch", "inspected_year", "theme"), fill_down=True,
)  # fmt: skip
INSPECTED_YEAR = Field(name="inspected_year", label="原巡察年度", kind=Year(), headings=("巡察年度", "被巡察年度"), fill_down=True)


def count(
    name: str, label: str, unit: str, *headings: str, also: tuple[str, ...] = (), units: tuple[str, ...] | None = None
) -> Field:
    """A column of counts: its label with the unit behind it, and the bare label among its headings."""
    kind = Count(units=units or (ITEM_ONLY if unit == "件" else Count().units))
    return Field(name=name, label=f"{label}({unit})", kind=kind, unit=unit, headings=(label, *headings), also=also)


def money(name: str, label: str, *headings: str) -> Field:
    """A column of amounts in 万元."""
    return Field(name=name, label=f"{label}(万元)", kind=Money(), unit="万元", headings=(label, *headings))

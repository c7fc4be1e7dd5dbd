"""整改: issues to be put right, those done, those overdue. Which states count as done is a setting of the office."""

from analytics.metric import ROUND, Measure, Metric, View

CARRIED = (*(name for name in ROUND if name != "month"), "organisation_kind", "organisation")
RECTIFICATION = View(
    name="fact_rectification", carries=(*CARRIED, "town", "category", "subcategory", "state", "timing"),
)  # fmt: skip

_DUE = {"rectifications": ("text",), "rectification_totals": ("due", "done"), "rounds": ("rectify_due",)}
_DONE = {"rectifications": ("state", "closed", "closed_on"), "rectification_totals": ("done",), "rounds": ("rectified",)}
_LATE = {"rectifications": ("deadline", "state"), "rectification_totals": ("overdue",), "rounds": ("overdue",)}
_AT_ONCE = {"rectifications": ("immediate", "issue_no"), "rectification_totals": ("immediate_due",)}

DUE = Measure.sum(RECTIFICATION, "issues", **_DUE)
RECTIFIED = Measure.sum(RECTIFICATION, "rectified", **_DONE)
UNRECTIFIED = Measure.sum(RECTIFICATION, "unrectified", **_DONE)
OVERDUE = Measure.sum(RECTIFICATION, "overdue", **_LATE)
# A rate is taken of those issues of which it is known whether they are done.
TOLD = Measure(
    view=RECTIFICATION, sql="sum(issues)", where="rectified IS NOT NULL", known="rectified IS NOT NULL", weight="issues > 0", cells=_DUE,
)  # fmt: skip
FALLING_DUE = Measure.sum(RECTIFICATION, "falling_due", rectifications=("deadline",))
IN_TIME = Measure.sum(RECTIFICATION, "in_time", rectifications=("closed_on", "deadline"))
_BOTH = "immediate IS NOT NULL AND immediate_done IS NOT NULL"
AT_ONCE = Measure(view=RECTIFICATION, sql="sum(immediate)", where=_BOTH, known=_BOTH, weight="immediate > 0", cells=_AT_ONCE)
AT_ONCE_DONE = Measure(
    view=RECTIFICATION, sql="sum(immediate_done)", where=_BOTH, known=_BOTH, weight="immediate_done > 0",
    cells={"rectifications": ("state", "closed", "closed_on"), "rectification_totals": ("immediate_done",)},
)  # fmt: skip

BESIDE = "计为完成的状态：{done_states}"
LEDGERS = ("rectifications", "rectification_totals", "rounds")
SOURCE = "有整改台账明细的单位按明细逐个计数，没有的采用整改情况统计表，两者都没有的轮次采用轮次台账报送数，图表下注明依据。"
DONE = "计为完成的整改状态由本单位在设置中确定，默认只计“已完成”，基本完成、阶段性完成、长期坚持不计，所用设置在率旁注明。"

RECTIFICATION_METRICS = (
    Metric(
        name="issues_to_rectify", label="应整改问题", unit="个", ledgers=LEDGERS, numerator=DUE,
        meaning="反馈后应整改的具体问题数，按问题计，不按整改措施计。与发现问题数可能不同。" + SOURCE,
        why="整改完成率的分母。",
        said_as=("应整改", "应整改问题", "需整改问题", "反馈问题", "反馈的问题"),
    ),
    Metric(
        name="issues_rectified", label="已整改问题", unit="个", better="up", ledgers=LEDGERS, numerator=RECTIFIED,
        beside=BESIDE,
        meaning="应整改问题中已经整改完成的个数。状态未填、已销号或销号时间不晚于数据截止日的按已完成计。" + DONE + SOURCE,
        why="整改完成率的分子。",
        said_as=("已整改", "整改问题", "完成整改", "整改完成", "已完成整改", "整改销号", "整改到位"),
    ),
    Metric(
        name="issues_unrectified", label="未完成整改问题", unit="个", better="down", ledgers=LEDGERS, numerator=UNRECTIFIED,
        beside=BESIDE,
        meaning="应整改问题减去已整改问题，超期的、长期坚持的都在内；看不出是否完成的不计。" + DONE + SOURCE,
        why="看还有多少问题没有销号，各在什么期限内。",
        said_as=("未完成整改", "正在整改", "持续整改", "未整改"),
    ),
    Metric(
        name="rectification_rate", label="整改完成率", unit="%", decimals=1, better="up", ledgers=LEDGERS, numerator=RECTIFIED, denominator=TOLD,
        of="应整改问题数(看得出是否完成的)", additive=False,
        beside=BESIDE,
        meaning="已整改问题数 ÷ 应整改问题数。合计按分子、分母分别汇总后重算，不取各项平均。" + DONE + "看不出是否完成的问题不计入分母。" + SOURCE,
        why="整改是否见效的第一个数；各地对基本完成、长期坚持是否计入做法不一，引用时应注明。",
        said_as=("整改率", "问题整改率", "整改完成率", "总体完成率"),
    ),
    Metric(
        name="issues_overdue", label="超期问题", unit="个", better="down", ledgers=LEDGERS, numerator=OVERDUE,
        meaning="未完成整改、状态为超期或整改时限已过的问题数，时限当日不算超期。只写年、月、季度的时限按其最后一日；"
        "立行立改按反馈之日加设置的天数；写明日期并长期坚持的按日期；只写长期坚持的，以及状态为长期坚持而时限未写日期的，不算超期。" + SOURCE,
        why="整改督办的重点。",
        said_as=("超期问题", "超期未完成", "逾期未整改", "超期"),
    ),
    Metric(
        name="on_time_rate", label="按期整改率", unit="%", decimals=1, better="up", ledgers=("rectifications",), numerator=IN_TIME,
        denominator=FALLING_DUE, of="时限已过的问题数", additive=False,
        meaning="时限内完成整改的问题数 ÷ 时限已过的问题数。合计按分子、分母分别汇总后重算，不取各项平均。"
        "只按整改台账明细计；销号时间不晚于时限的为按期，已完成而没有销号时间的不计入。",
        why="与整改完成率不同：到期才完成的和拖过期限的在这里分得开。",
        said_as=("按期整改率", "到期整改完成率", "按期完成率"),
    ),
    Metric(
        name="immediate_rectification_rate", label="立行立改完成率", unit="%", decimals=1, better="up",
        ledgers=("rectifications", "issues", "rectification_totals"), numerator=AT_ONCE_DONE, denominator=AT_ONCE, of="立行立改问题数",
        additive=False, by=tuple(name for name in RECTIFICATION.carries if name != "timing"),
        beside=BESIDE,
        meaning="已整改的立行立改问题数 ÷ 立行立改问题数。合计按分子、分母分别汇总后重算，不取各项平均。"
        "整改台账或问题台账注明立行立改的计入，只在时限里写立行立改的不计；没有明细的单位采用整改情况统计表。" + DONE,
        why="立行立改应当立等见效，低于总体完成率就要过问。",
        said_as=("立行立改完成率", "立行立改整改率", "边巡边改完成率"),
    ),
)  # fmt: skip

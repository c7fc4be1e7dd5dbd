"""监督贯通: matters handed to, and received from, other kinds of supervision, and how many were taken up."""

from analytics.metric import Measure, Metric, View

SUPERVISION = View(
    name="fact_supervision",
    carries=("county", "term", "year", "round", "kind", "month", "organisation_kind", "organisation", "partner", "matter", "direction"),
)  # fmt: skip
# What is handed over has but one direction: no split by it.
ONE_WAY = tuple(name for name in SUPERVISION.carries if name != "direction")

HANDED = Measure.sum(SUPERVISION, "handed", supervisions=("items", "direction"))
RECEIVED = Measure.sum(SUPERVISION, "received", supervisions=("items", "direction"))
TAKEN_UP = Measure.sum(SUPERVISION, "taken_up", supervisions=("taken_up",))
ANSWERED = Measure.sum(SUPERVISION, "answered", supervisions=("items", "taken_up"))

SUPERVISIONS_METRICS = (
    Metric(
        name="supervision_handed", label="移交事项", unit="件", ledgers=("supervisions",), numerator=HANDED, by=ONE_WAY,
        meaning="巡察移交纪检监察、组织、信访、统计、审计等监督的线索、问题等事项件数，按移交年度计。"
        "一批一行，按所填数量相加；未填数量的计一件(填写采用或办理数的按该数)。与线索台账的移送线索不相加；按轮次、巡察类型筛选时，只计能对应到轮次的。",
        why="看巡察成果交给谁用。",
        said_as=("移交事项", "移交有关部门", "移交相关部门", "移交职能部门"),
    ),
    Metric(
        name="supervision_received", label="接收事项", unit="件", ledgers=("supervisions",), numerator=RECEIVED, by=ONE_WAY,
        meaning="巡察从纪检监察、组织、信访、统计、审计等监督接收的线索、问题、情况等事项件数，按接收年度计。"
        "一批一行，按所填数量相加；未填数量的计一件(填写采用或办理数的按该数)。",
        why="看其他监督为巡察提供了多少依据。",
        said_as=("接收事项", "提供情况", "收到有关部门"),
    ),
    Metric(
        name="supervision_taken_up", label="采用或办理事项", unit="件", better="up", ledgers=("supervisions",), numerator=TAKEN_UP,
        meaning="移交后对方已采用或办理、接收后巡察已采用的事项件数之和，可按移交、接收分开。未填写的不计。",
        why="看移交、接收之后是否用上。",
        said_as=("采用或办理", "采纳事项"),
    ),
    Metric(
        name="supervision_taken_up_rate", label="采用办理率", unit="%", decimals=1, better="up", ledgers=("supervisions",), additive=False,
        numerator=TAKEN_UP, denominator=ANSWERED, of="写明采用或办理情况的事项件数",
        meaning="采用或办理件数 ÷ 写明采用或办理情况的事项件数。未写明的批次分子、分母都不计，没有采用的应填“无”或 0。"
        "合计按分子、分母分别汇总后重算，不取各项平均。",
        why="看贯通是否见效；两个方向含义不同，宜分开看。",
        said_as=("采用率", "办理率", "采纳率"),
    ),
)  # fmt: skip

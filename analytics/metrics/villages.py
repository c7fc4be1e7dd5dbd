"""村级延伸: the register of villages and what the rounds have reached of it."""

from analytics.metric import ON_REGISTER, ROUND, Measure, Metric, View

VILLAGE = View(name="fact_village", carries=("county", "town", "village_class"), register=True)
VILLAGE_REACH = View(name="fact_village_reach", carries=(*ROUND, "town", "village_class"))

VILLAGES = Measure(view=VILLAGE, sql="count(*)", where=ON_REGISTER, basis="'名录'", cells={"villages": ("village",)})
VILLAGES_INSPECTED = Measure(
    view=VILLAGE_REACH, sql="count(DISTINCT unit) + coalesce(sum(villages), 0)", where="reached",
    weight="unit IS NOT NULL OR villages > 0", cells={"village_reaches": ("village",), "rounds": ("villages",)},
)  # fmt: skip
VILLAGES_COVERED = Measure(
    view=VILLAGE_REACH, sql="count(DISTINCT unit)", where=f"done AND registered AND {ON_REGISTER}", within_term=True,
    known="unit IS NOT NULL", cells={"village_reaches": ("village",)},
)  # fmt: skip

VILLAGES_METRICS = (
    Metric(
        name="villages_total", label="村(社区)总数", unit="个", ledgers=("villages",), numerator=VILLAGES,
        dated=("term", "year"),
        meaning="村(社区)名录中，截至所选时点在册的村和社区数。按纳入、退出时间计；未填的视为一直在册。",
        why="村级覆盖率的分母；合村并居使其变动。",
        said_as=("村(社区)总数", "行政村总数"),
    ),
    Metric(
        name="villages_inspected", label="延伸巡察村(社区)", unit="个", ledgers=("village_reaches", "rounds"),
        numerator=VILLAGES_INSPECTED, additive=False,
        meaning="所选范围内延伸巡察到的村和社区数，同一村多次巡察只计一次。进驻中、已完成、已反馈的都计入；只走访的不计。"
        "该轮有明细台账的按明细逐条计数，没有的采用轮次台账报送数，图表下注明依据。报送数相加可能与其他轮次重复。",
        why="反映巡察向基层延伸的力度。",
        said_as=("延伸巡察村", "延伸村", "巡察村(社区)", "延伸巡察"),
    ),
    Metric(
        name="village_coverage_rate", label="村级覆盖率", unit="%", planned=True, decimals=1, better="up", ledgers=("villages", "village_reaches"),
        numerator=VILLAGES_COVERED, denominator=VILLAGES, of="村(社区)总数(名录在册，按所选时点)", additive=False,
        meaning="已完成巡察的在册村(社区)数 ÷ 村(社区)总数。合计按分子、分母分别汇总后重算，不取各项平均。"
        "已完成、已反馈的计入，进驻中的不计；直巡、巡镇带村、提级、交叉、专项均计入；只有总数、没有村名的不计。"
        "未选届次、年度、轮次时按本届计。",
        why="村和社区已列入巡察范围，此项看基层覆盖进度。",
        said_as=("村级覆盖率", "村(社区)覆盖率", "村级巡察覆盖率"),
    ),
)  # fmt: skip

"""应巡、巡察、覆盖: the register of organisations and what the rounds have reached of it."""

from analytics.metric import ON_REGISTER, ROUND, Measure, Metric, View

ORGANISATION = View(name="fact_organisation", carries=("county", "organisation_kind", "organisation"), register=True)
INSPECTION = View(name="fact_inspection", carries=(*ROUND, "organisation_kind", "organisation"))
COVERAGE = View(name="fact_coverage", carries=INSPECTION.carries)

ORGANISATIONS = Measure(
    view=ORGANISATION, sql="count(*)", where=ON_REGISTER, basis="'名录'",
    cells={"organisations": ("organisation",)},
)  # fmt: skip
ORGANISATIONS_INSPECTED = Measure(
    view=INSPECTION, sql="count(DISTINCT unit) + coalesce(sum(organisations) FILTER (unit IS NULL), 0)",
    where="reached AND (unit IS NOT NULL OR organisations IS NOT NULL)", weight="unit IS NOT NULL OR organisations > 0",
    cells={
        "rounds": ("organisation", "organisations_reported"), "organisations": ("inspected", "rounds"), "linked_inspections": ("organisation",),
    },
)  # fmt: skip
ORGANISATIONS_COVERED = Measure(
    view=COVERAGE, sql="count(DISTINCT unit)", where=f"done AND counts AND {ON_REGISTER}", within_term=True,
    known_in=INSPECTION,
    cells={"rounds": ("organisation",), "organisations": ("inspected", "rounds"), "linked_inspections": ("organisation",)},
    beyond="合并、更名前的巡察计入承继单位，承继关系以名录为准。",
)  # fmt: skip

COVERAGE_METRICS = (
    Metric(
        name="orgs_total", label="应巡党组织", unit="个", ledgers=("organisations",), numerator=ORGANISATIONS,
        dated=("term", "year"),
        meaning="巡察对象名录中，截至所选时点在册的党组织数。"
        "按纳入、退出时间计：纳入时间不晚于该时点、退出时间晚于该时点的计入；未填的视为一直在册。",
        why="覆盖率的分母；机构改革使其变动时，率也随之变动。",
        said_as=("巡察对象", "应巡察党组织", "应巡单位", "被巡察党组织总数"),
    ),
    Metric(
        name="orgs_inspected", label="巡察党组织", unit="个", ledgers=("rounds", "organisations", "linked_inspections"),
        numerator=ORGANISATIONS_INSPECTED, additive=False,
        meaning="所选范围内已经进驻的党组织数，同一党组织多次巡察只计一次。进驻中、已完成、已反馈的都计入，计划中的不计。"
        "只有总数的轮次，名录等台账已列明单位的按单位计，其余采用报送数相加，可能与其他轮次重复。轮次台账没有、联动交叉提级巡察台账列有的巡察也计入。",
        why="反映巡察工作量；与完成覆盖的党组织数不同，进驻中的也在内。",
        said_as=("巡察单位", "巡察党组织", "被巡察单位", "巡察了", "共巡察"),
    ),
    Metric(
        name="coverage_rate", label="巡察覆盖率", unit="%", planned=True, decimals=1, better="up", ledgers=("organisations", "rounds", "linked_inspections"),
        numerator=ORGANISATIONS_COVERED, denominator=ORGANISATIONS, of="应巡党组织数(名录在册，按所选时点)",
        additive=False,
        meaning="已完成巡察并计入覆盖的在册党组织数 ÷ 应巡党组织数。合计按分子、分母分别汇总后重算，不取各项平均。"
        "已完成、已反馈的计入，进驻中的不计；专项、机动、回头看不计入覆盖，台账另有注明的从其注明；轮次台账没有、联动交叉提级巡察台账列有的，除注明不计入覆盖的以外也计入；同一党组织只计一次，合并、更名前的巡察计入承继单位。"
        "未选届次、年度、轮次时按本届计。",
        why="一届任期内巡察全覆盖是硬任务，此项看能否按期完成。",
        said_as=("覆盖率", "全覆盖率", "巡察覆盖面", "覆盖面"),
    ),
)  # fmt: skip

"""联动、交叉、提级巡察: inspections in which another level or county took part, and their share of all."""

from dataclasses import replace

from analytics.metric import Measure, Metric, View
from analytics.metrics.coverage import INSPECTION, ORGANISATIONS_INSPECTED

LINKED = View(name="fact_linked", carries=(*INSPECTION.carries, "organiser", "results_for"))

# None is known where no ledger says a form: a round without any has no share of 0.
LINKED_ORGANISATIONS: Measure = replace(
    ORGANISATIONS_INSPECTED, view=LINKED, known="form IS NOT NULL OR linked IS NOT NULL", known_in=INSPECTION,
    cells={"linked_inspections": ("organisation", "form"), "rounds": ("form", "organisation")},
)  # fmt: skip

LINKED_METRICS = (
    Metric(
        name="linked_orgs", label="联动交叉提级巡察单位", unit="个", ledgers=("linked_inspections", "rounds"), additive=False,
        numerator=LINKED_ORGANISATIONS,
        meaning="以联动、交叉、提级方式巡察、已经进驻的党组织数，同一党组织多次巡察只计一次。联动交叉提级巡察台账所列的，"
        "以及轮次台账巡察方式注明联动、交叉、提级的计入；计划中的不计，不计入本县覆盖的也计入。一次巡察可以有几种方式，按巡察方式拆分时各计一次。",
        why="反映上下联动、异地交叉的力度。",
        said_as=("联动巡察", "交叉巡察", "提级巡察", "提级交叉巡察", "交叉联动巡察"),
    ),
    Metric(
        name="linked_share", label="联动等方式占比", unit="%", planned=True, decimals=1, ledgers=("linked_inspections", "rounds", "organisations"), additive=False,
        numerator=LINKED_ORGANISATIONS, denominator=ORGANISATIONS_INSPECTED, of="巡察党组织数",
        meaning="联动交叉提级巡察单位数 ÷ 巡察党组织数。合计按分子、分母分别汇总后重算，不取各项平均。"
        "分子、分母的口径分别同“联动交叉提级巡察单位”“巡察党组织”；同一党组织既有联动巡察、又有其他方式巡察的，分子、分母各计一次。",
        why="看联动、交叉、提级在全部巡察中占多大比重；未注明方式的巡察在分母内，占比可能偏低。",
        said_as=("联动巡察占比", "联动占比"),
    ),
)  # fmt: skip

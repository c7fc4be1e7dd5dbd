"""巡审联动: audit projects joined with inspections, what they handed over, and which inspections had one beforehand."""

from analytics.metric import ROUND, Measure, Metric, View
from analytics.metrics.coverage import INSPECTION, ORGANISATIONS_INSPECTED

AUDIT = View(
    name="fact_audit", carries=(*ROUND, "organisation_kind", "organisation", "audit_mode", "audit_stage", "audit_step")
)
AUDITED = View(name="fact_audited", carries=INSPECTION.carries)


def _where_both(column: str, part: str, whole: str) -> Measure:
    """The sum of a column over the projects that state both sides of a rate."""
    both = f"{part} IS NOT NULL AND {whole} IS NOT NULL"
    return Measure(
        view=AUDIT, sql=f"sum({column})", where=both, known=both, weight=f"{column} > 0", cells={"audit_links": (column,)}
    )


PROJECTS = Measure.sum(AUDIT, "projects", audit_links=("project", "mode"))
FINDINGS = Measure.sum(AUDIT, "findings", audit_links=("findings",))
TAKEN_UP = Measure.sum(AUDIT, "taken_up", audit_links=("taken_up",))
RECTIFIED = Measure.sum(AUDIT, "rectified", audit_links=("rectified",))
AUDITED_FIRST = Measure(
    view=AUDITED, sql="count(DISTINCT unit)", where="reached", known="organisation IS NOT NULL", known_in=AUDIT,
    # The inspection is counted; that it was audited before stands in the other ledger.
    cells={"rounds": ("organisation",), "organisations": ("inspected", "rounds"), "linked_inspections": ("organisation",)},
    beyond="所列为被巡察的行；进驻前有无审计成果，以巡审联动台账中同一单位、同一轮次的行为准。",
)  # fmt: skip

AUDITS_METRICS = (
    Metric(
        name="audit_links", label="巡审联动项目", unit="个", ledgers=("audit_links",), numerator=PROJECTS,
        meaning="与巡察联动的审计项目数，按巡审联动台账逐行计，一个单位一个审计项目为一个。同一单位有几个审计项目的，各计一个。",
        why="反映巡察与审计监督贯通的广度。",
        said_as=("巡审联动", "巡审联动项目", "巡审结合"),
    ),
    Metric(
        name="audit_findings", label="审计移送问题", unit="个", ledgers=("audit_links",), numerator=FINDINGS,
        meaning="审计向巡察移送的问题数，台账填写数之和；未填的项目不计，填“无”的按 0 计。",
        why="审计成果是巡察的线索来源之一。",
        said_as=("审计移送问题", "审计移交问题", "移交审计问题"),
    ),
    Metric(
        name="audit_taken_up", label="采用审计问题", unit="个", ledgers=("audit_links",), numerator=TAKEN_UP,
        meaning="审计移送的问题中被巡察采用的问题数，台账填写数之和；未填的项目不计。采用的问题不另行加入发现问题数。",
        why="反映审计成果的运用。",
        said_as=("采用审计问题", "采纳审计问题", "运用审计成果"),
    ),
    Metric(
        name="audit_rectified", label="审计问题整改完成", unit="个", ledgers=("audit_links",), numerator=RECTIFIED,
        meaning="巡察采用的审计问题中已经整改完成的问题数，台账填写数之和；未填的项目不计。不并入巡察反馈问题的已整改数。",
        why="看联动到整改这一环是否落实。",
        said_as=("审计问题整改完成", "审计问题已整改"),
    ),
    Metric(
        name="audit_taken_up_rate", label="审计问题采用率", unit="%", decimals=1, ledgers=("audit_links",), additive=False,
        numerator=_where_both("taken_up", "taken_up", "findings"), denominator=_where_both("findings", "taken_up", "findings"), of="审计移送问题数",
        meaning="采用审计问题数 ÷ 审计移送问题数，只计两数都填写的项目。合计按分子、分母分别汇总后重算，不取各项平均。",
        why="采用率低，说明选题与巡察重点结合不紧。",
        said_as=("审计问题采用率", "审计成果采用率"),
    ),
    Metric(
        name="audit_rectified_rate", label="审计问题整改率", unit="%", decimals=1, better="up", ledgers=("audit_links",), additive=False,
        numerator=_where_both("rectified", "rectified", "taken_up"), denominator=_where_both("taken_up", "rectified", "taken_up"), of="采用审计问题数",
        meaning="审计问题整改完成数 ÷ 采用审计问题数，只计两数都填写的项目。合计按分子、分母分别汇总后重算，不取各项平均。",
        why="采用之后改没改；较近轮次尚在整改，偏低属正常。",
        said_as=("审计问题整改率",),
    ),
    Metric(
        name="audit_first_rate", label="先审后巡占比", unit="%", planned=True, decimals=1, ledgers=("audit_links", "rounds", "organisations"), additive=False,
        numerator=AUDITED_FIRST, denominator=ORGANISATIONS_INSPECTED, of="巡察党组织数",
        meaning="进驻前已有审计成果可用的巡察党组织数 ÷ 巡察党组织数。合计按分子、分母分别汇总后重算，不取各项平均。"
        "联动形式为先审后巡，或者审计报告时间早于巡察进驻时间的计入(台账未填进驻时间的，按该单位该轮进驻时间)；"
        "采用问题填 0 的不计，未填的计入。同一党组织只计一次。没有巡审联动记录的轮次不单独计算占比，但在合计的分母内。",
        why="先审后巡做到多大范围；先有审计结论，进驻后才能直奔问题。",
        said_as=("先审后巡", "先审后巡占比"),
    ),
)  # fmt: skip

"""发现问题: issues found, those put right at once, and how many an organisation."""

from analytics.metric import ROUND, Measure, Metric, View
from analytics.metrics.coverage import INSPECTION, ORGANISATIONS_INSPECTED

ISSUE = View(name="fact_issue", carries=(*ROUND, "organisation_kind", "organisation", "town", "category", "subcategory"))

ISSUES = Measure.sum(ISSUE, "issues", issues=("text",), rounds=("issues",))
IMMEDIATE = Measure.sum(ISSUE, "immediate", issues=("immediate", "disposal"), rounds=("immediate",))

ISSUES_METRICS = (
    Metric(
        name="issues_found", label="发现问题", unit="个", ledgers=("issues", "rounds"), numerator=ISSUES,
        meaning="巡察组报告的具体问题数。按发现数计，不是反馈数；底稿、大类、方面不计。"
        "该轮有明细台账的按明细逐条计数，没有的采用轮次台账报送数，图表下注明依据。村级台账所列问题不另行相加。",
        why="巡察成果的基本数；单位大小不同，不宜直接比较。",
        said_as=("发现问题", "发现各类问题", "查找问题", "问题数"),
    ),
    Metric(
        name="issues_immediate", label="立行立改", unit="个", ledgers=("issues", "rounds"), numerator=IMMEDIATE,
        meaning="巡察期间移交被巡察单位立即整改的问题数，是发现问题的一部分。注明立行立改或处置方式含立行立改的计入。"
        "该轮有明细台账的按明细逐条计数，没有的采用轮次台账报送数，图表下注明依据。",
        why="反映边巡边改的力度。",
        said_as=("立行立改", "边巡边改", "即知即改"),
    ),
    Metric(
        name="issues_per_org", label="单位平均问题数", unit="个", decimals=1, ledgers=("issues", "rounds"), numerator=ISSUES,
        denominator=ORGANISATIONS_INSPECTED, of="巡察党组织数", additive=False,
        # An issue's month is when it was found, an inspection's when it ended: no quotient of the two.
        by=tuple(d for d in INSPECTION.carries if d != "month"),
        meaning="发现问题数 ÷ 巡察党组织数。合计按分子、分母分别汇总后重算，不取各项平均。"
        "分子、分母的口径分别同“发现问题”“巡察党组织”。",
        why="各轮、各组之间可比一些；单位类型、天数、人手不同，仍不宜据此排名。",
        said_as=("平均问题数", "发现问题平均数", "单位平均"),
    ),
)  # fmt: skip

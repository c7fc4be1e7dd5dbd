"""专项巡察: funds and organisations looked at, sites visited, what was found, and the campaigns that followed."""

from analytics.metric import Measure, Metric, View

DIMENSIONS = ("county", "term", "year", "round", "kind", "team", "month", "organisation_kind", "organisation", "fund")
SPECIAL = View(name="fact_special", carries=DIMENSIONS)
CAMPAIGN = View(name="fact_campaign", carries=DIMENSIONS)

# Sums of fractions differ in their last digits by the order of the rows.
AMOUNT = "round(sum(fund_amount), 4)"
# Only rows that state both: an amount left out makes no fund look clean, nor one without a count.
BOTH = "issues IS NOT NULL AND fund_amount > 0"

SPECIAL_ORGS = Measure(
    view=SPECIAL, sql="count(DISTINCT unit)", weight="unit IS NOT NULL", cells={"specials": ("organisation",)}
)
SPECIAL_FUNDS = Measure(
    view=SPECIAL, sql="count(DISTINCT fund_unit)", weight="fund_unit IS NOT NULL", cells={"specials": ("fund",)}
)
FUND_AMOUNT = Measure(
    view=SPECIAL, sql=AMOUNT, where="fund_amount IS NOT NULL", known="fund_amount IS NOT NULL", weight="fund_amount > 0",
    cells={"specials": ("fund_amount",)},
)  # fmt: skip
SITES = Measure.sum(SPECIAL, "sites", specials=("sites",))
ISSUES = Measure.sum(SPECIAL, "issues", specials=("issues",))
CLUES = Measure.sum(SPECIAL, "clues", specials=("clues",))
CAMPAIGNS = Measure(
    view=CAMPAIGN, sql="count(DISTINCT campaign_unit) + coalesce(sum(unnamed), 0)",
    weight="campaign_unit IS NOT NULL OR unnamed > 0", cells={"specials": ("campaigns", "campaign")},
)  # fmt: skip
ISSUES_OF_KNOWN = Measure(
    view=SPECIAL, sql="sum(issues)", where=BOTH, known=BOTH, weight=BOTH, cells={"specials": ("issues", "fund_amount")}
)
AMOUNT_OF_KNOWN = Measure(
    view=SPECIAL, sql=AMOUNT, where=BOTH, known=BOTH, weight=BOTH, cells={"specials": ("fund_amount",)}
)

SPECIALS_METRICS = (
    Metric(
        name="special_orgs", label="专项巡察单位", unit="个", ledgers=("specials",), numerator=SPECIAL_ORGS, additive=False,
        meaning="专项巡察台账所列单位数，同一单位在范围内只计一次。专项巡察一般不计入巡察覆盖，与常规巡察的党组织数不相加。",
        why="看专项巡察了哪些部门。",
        said_as=("专项巡察单位", "专项巡察对象"),
    ),
    Metric(
        name="special_funds", label="专项资金", unit="项", ledgers=("specials",), numerator=SPECIAL_FUNDS, additive=False,
        meaning="专项巡察的专项资金项数。同一轮专项中名称相同的资金只计一项，不同专项各计各的；未填资金名称的不计。",
        why="看专项巡察盯住了哪些钱。",
        said_as=("专项资金专项巡察", "个专项资金", "项专项资金"),
    ),
    Metric(
        name="fund_amount", label="专项资金规模", unit="万元", decimals=2, ledgers=("specials",), numerator=FUND_AMOUNT,
        meaning="专项巡察台账所填资金规模之和。未填或写“/”的不计，不当作零；一项资金分列几个单位的，各行填各自的规模。",
        why="看专项巡察覆盖的资金量；有未填的，实际规模更大。",
        said_as=("资金规模", "专项资金规模", "涉及资金"),
    ),
    Metric(
        name="sites_visited", label="走访企业、村(社区)", unit="个", ledgers=("specials",), numerator=SITES,
        meaning="专项巡察期间走访的企业、村、社区个数之和，是混合单位：不计入延伸巡察村数，也不与其相加。同一处被几组走访的，按台账各填各的。",
        why="反映专项巡察走到基层的广度。",
        said_as=("延伸走访企业、村(社区)", "走访企业、村(社区)", "走访企业、村", "延伸走访"),
    ),
    Metric(
        name="special_issues", label="专项发现问题", unit="个", ledgers=("specials",), numerator=ISSUES,
        meaning="专项巡察台账所填发现问题数之和。“发现问题”在专项巡察范围内取自轮次台账或问题台账，两者应当一致，不相加。",
        why="看每项资金发现了多少问题。",
        said_as=("专项发现问题", "专项巡察发现问题"),
    ),
    Metric(
        name="special_clues", label="专项移送线索", unit="条", ledgers=("specials",), numerator=CLUES,
        meaning="专项巡察台账所填移送问题线索数之和，条、件、个同义。与“移送线索”在专项巡察范围内的数应当一致，不相加。",
        why="看专项资金领域发现问题的深度。",
        said_as=("专项移送线索", "专项移送问题线索"),
    ),
    Metric(
        name="special_campaigns", label="推动专项整治", unit="项", ledgers=("specials",), numerator=CAMPAIGNS, additive=False,
        meaning="专项巡察推动开展的专项整治项数。填写项数的以项数为准；未填项数的，整治内容中用顿号隔开的每个名称计一项。"
        "名称齐全的，同一轮专项中几项资金推动的同名整治只计一项。",
        why="看发现一点、治理一片的效果。",
        said_as=("推动专项整治", "专项整治", "专项治理", "专项行动"),
    ),
    Metric(
        name="issues_per_fund", label="每万元资金发现问题", unit="个/万元", decimals=3, ledgers=("specials",), additive=False,
        numerator=ISSUES_OF_KNOWN, denominator=AMOUNT_OF_KNOWN, of="资金规模",
        meaning="专项发现问题数 ÷ 专项资金规模(万元)。只算两项都填写、且资金规模大于零的资金。合计按分子、分母分别汇总后重算，不取各项平均。",
        why="资金性质、笔数不同，只供了解问题疏密，不用于排名。",
        said_as=("每万元发现问题", "每百万元发现问题"),
    ),
)  # fmt: skip

"""整改成效: rules made and revised, money got back in three streams, suggestions, evaluation, satisfaction."""

from dataclasses import replace

from analytics.metric import Measure, Metric, View
from analytics.metrics.rectification import CARRIED

EFFECT = View(name="fact_rectification_effect", carries=CARRIED)
TOTAL = View(name="fact_rectification_total", carries=(*CARRIED, "grade"))


def _effect(name: str) -> Measure:
    """The sum of one effect, which three ledgers give under one name."""
    return Measure.sum(EFFECT, name, rectifications=(name,), rectification_totals=(name,), rounds=(name,))


def _money(name: str) -> Measure:
    """The sum of an amount, rounded to where sums of floats agree whatever their order."""
    return replace(_effect(name), sql=f"round(sum({name}), 4)")


def _of_those_told(part: str, whole: str) -> tuple[Measure, Measure]:
    """Part and whole over the rows that give both."""
    both = f"{part} IS NOT NULL AND {whole} IS NOT NULL"
    return tuple(
        Measure(view=TOTAL, sql=f"sum({name})", where=both, known=both, weight=f"{name} > 0", cells={"rectification_totals": (name,)})
        for name in (part, whole)
    )


RULES_MADE = Measure.sum(
    EFFECT, "rules_made", rectifications=("rules_new", "rules_revised"), rectification_totals=("rules_new", "rules_revised", "rules_made"),
    rounds=("rules_made", "rules_new", "rules_revised"),
)  # fmt: skip
SUGGESTIONS = Measure.sum(TOTAL, "suggestions_due", rectification_totals=("suggestions_due",))
SUGGESTIONS_DONE, SUGGESTIONS_TOLD = _of_those_told("suggestions_done", "suggestions_due")
SATISFIED, RETURNS = _of_those_told("satisfied", "returns")
EVALUATED = Measure(
    view=TOTAL, sql="count(DISTINCT unit)", where="grade IS NOT NULL", known="grade IS NOT NULL AND unit IS NOT NULL",
    weight="unit IS NOT NULL", cells={"rectification_totals": ("grade",)},
)  # fmt: skip

LEDGERS = ("rectifications", "rectification_totals", "rounds")
TOTALS = ("rectification_totals",)
SOURCE = "整改台账明细写明的按明细相加，没有写的单位采用整改情况统计表，两者都没有的轮次采用轮次台账报送数，图表下注明依据。"
APART = "清退、追缴、挽回经济损失三项可能重叠，分别统计，不相加。"

EFFECT_METRICS = (
    Metric(
        name="rules_made", label="完善制度", unit="项", better="none", ledgers=LEDGERS, numerator=RULES_MADE,
        meaning="通过整改新建和修订的制度项数，即新建制度与修订制度之和；两项没有分开报送的采用报送的合计。" + SOURCE,
        why="看整改是否从治标走向治本。",
        said_as=("完善制度", "建章立制", "完善和新建制度", "新建、修订制度", "建立制度", "规范规章制度"),
    ),
    Metric(
        name="rules_new", label="新建制度", unit="项", ledgers=LEDGERS, numerator=_effect("rules_new"),
        meaning="通过整改新制定的制度项数，不含修订。只报合计、没有分开的不计入。" + SOURCE,
        why="新建与修订分开看，避免把改字句当作立制度。",
        said_as=("新建制度", "出台制度", "新制定制度"),
    ),
    Metric(
        name="rules_revised", label="修订制度", unit="项", ledgers=LEDGERS, numerator=_effect("rules_revised"),
        meaning="通过整改修订的制度项数，不含新建。只报合计、没有分开的不计入。" + SOURCE,
        why="新建与修订分开看，避免把改字句当作立制度。",
        said_as=("修订制度", "修订完善制度"),
    ),
    Metric(
        name="money_refunded", label="清退资金", unit="万元", decimals=2, ledgers=LEDGERS, numerator=_money("money_refunded"),
        meaning="通过整改清退的违规资金。" + APART + SOURCE,
        why="群众看得见的整改成效。",
        said_as=("清退", "清退资金", "清退违规资金"),
    ),
    Metric(
        name="money_collected", label="追缴资金", unit="万元", decimals=2, ledgers=LEDGERS, numerator=_money("money_collected"),
        meaning="通过整改追缴、收缴的违规违纪资金。" + APART + SOURCE,
        why="群众看得见的整改成效。",
        said_as=("追缴", "追缴资金", "收缴违规资金", "追回", "退缴"),
    ),
    Metric(
        name="money_recovered", label="挽回经济损失", unit="万元", decimals=2, ledgers=LEDGERS, numerator=_money("money_recovered"),
        meaning="通过整改挽回的经济损失。巡察经费、涉及资金、资产处置不计。" + APART + SOURCE,
        why="群众看得见的整改成效。",
        said_as=("挽回经济损失", "挽回损失", "收缴并挽回经济损失"),
    ),
    Metric(
        name="suggestions", label="意见建议", unit="条", ledgers=TOTALS, numerator=SUGGESTIONS,
        meaning="巡察向被巡察单位、职能部门提出、应当落实的意见建议条数。只按整改情况统计表计，与问题分开，不计入应整改问题。",
        why="巡察成果运用的另一条线。",
        said_as=("意见建议", "提出意见建议", "提出建议", "巡察建议"),
    ),
    Metric(
        name="suggestions_done_rate", label="意见建议落实率", unit="%", decimals=1, better="up", ledgers=TOTALS, numerator=SUGGESTIONS_DONE,
        denominator=SUGGESTIONS_TOLD, of="应落实意见建议条数", additive=False,
        meaning="已落实意见建议条数 ÷ 应落实意见建议条数。合计按分子、分母分别汇总后重算，不取各项平均。两项都报送的单位计入。",
        why="职能部门是否把巡察建议当回事。",
        said_as=("意见建议落实率", "建议落实率"),
    ),
    Metric(
        name="evaluated_orgs", label="整改评估单位", unit="个", ledgers=TOTALS, numerator=EVALUATED, additive=False,
        meaning="已有整改评估等次的单位数，同一单位只计一次。好、较好、一般、差四级；优秀对应好，合格、良好对应较好，基本合格对应一般，不合格对应差。",
        why="看整改质量，不只看数量。",
        said_as=("整改评估", "成效评估"),
    ),
    Metric(
        name="satisfaction_rate", label="群众满意度", unit="%", decimals=1, better="up", ledgers=TOTALS, numerator=SATISFIED, denominator=RETURNS,
        of="有效测评份数", additive=False,
        meaning="满意份数 ÷ 有效测评份数。合计按分子、分母分别汇总后重算，不取各单位平均。两项都报送的单位计入。",
        why="多数地方都在 95% 以上，区分度低，只作参考。",
        said_as=("满意度", "群众满意度", "满意率"),
    ),
)  # fmt: skip

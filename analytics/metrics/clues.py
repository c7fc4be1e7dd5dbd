"""线索、立案、处分: what became of the clues handed over, each round's followed to this day."""

from analytics.metric import ROUND, Measure, Metric, View

CLUE = View(name="fact_clue", carries=(*ROUND, "organisation_kind", "organisation", "town", "clue_age"))

CLUES = Measure.sum(CLUE, "clues", clues=("clues", "clue_no"), rounds=("clues",))
CLUE_PERSONS = Measure.sum(CLUE, "persons", clues=("clue_persons",), rounds=("clue_persons",))
CLUES_FILED = Measure.sum(CLUE, "clues_filed", clues=("filed", "cases", "state"), rounds=("cases",))
CLUES_OPEN = Measure(
    view=CLUE, sql="sum(clues - coalesce(clues_filed, 0))", where="basis = '明细' AND NOT closed AND clues > coalesce(clues_filed, 0)",
    known="basis = '明细'", cells={"clues": ("state", "closed_on")},
)  # fmt: skip
CASES = Measure.sum(CLUE, "cases", clues=("cases", "filed", "state"), rounds=("cases",))
CASE_PERSONS = Measure.sum(CLUE, "case_persons", clues=("case_persons", "filed"), rounds=("case_persons",))
SANCTIONS = Measure.sum(CLUE, "sanctions", clues=("sanctions", "party_sanction", "admin_sanction"), rounds=("sanctions",))
ORG_HANDLINGS = Measure.sum(CLUE, "org_handlings", clues=("org_handling",), rounds=("org_handlings",))
DETAINED = Measure.sum(CLUE, "detained", clues=("detained",), rounds=("detained",))
JUDICIAL = Measure.sum(CLUE, "judicial", clues=("judicial",), rounds=("judicial",))

_PERSONS_SAID = "台账写明人数的按人数，只写情况的按一人，写“无”“否”“未”的不计，空白的视为未说明。"
_COUNTED = "该轮有明细台账的按明细逐条计数，没有的采用轮次台账报送数，图表下注明依据。"

CLUES_METRICS = (
    Metric(
        name="clues_transferred", label="移送线索", unit="条", ledgers=("clues", "rounds"), numerator=CLUES,
        meaning="移送(移交)纪检监察机关等部门的问题线索数，条、件、个同义。按移送件数计，不按人数。"
        "该轮有明细台账的按明细逐条计数，没有的采用轮次台账报送数，图表下注明依据。",
        why="反映发现问题的深度。",
        said_as=("移送线索", "移交线索", "移送问题线索", "移交问题线索", "问题线索"),
    ),
    Metric(
        name="clue_persons", label="线索涉及人数", unit="人", ledgers=("clues", "rounds"), numerator=CLUE_PERSONS,
        meaning="移送线索涉及的人数。台账填写的人数之和；未填的线索不计人数。"
        "该轮有明细台账的按明细逐条计数，没有的采用轮次台账报送数，图表下注明依据。",
        why="与件数分开统计，不能混用。",
        said_as=("涉及人", "线索涉及"),
    ),
    Metric(
        name="clues_open", label="办理中线索", unit="条", better="down", ledgers=("clues",), numerator=CLUES_OPEN,
        meaning="移送后至今尚未立案、也未办结或了结的线索数。只按线索台账明细计；已立案、已办结、予以了结的不计，暂存待查的计入。",
        why="看移送之后是否积压。",
        said_as=("在办线索", "未办结线索"),
    ),
    Metric(
        name="cases_filed", label="立案件数", unit="件", ledgers=("clues", "rounds"), numerator=CASES,
        meaning="由巡察移送线索立案的件数，按线索所属轮次跟踪至今。台账写明件数的按件数，只写立案的按一件。"
        "该轮有明细台账的按明细逐条计数，没有的采用轮次台账报送数，图表下注明依据。",
        why="线索是否查实的第一步。",
        said_as=("立案", "立案件", "成案", "转立案"),
    ),
    Metric(
        name="case_persons", label="立案人数", unit="人", ledgers=("clues", "rounds"), numerator=CASE_PERSONS,
        meaning="由巡察移送线索立案的人数，按线索所属轮次跟踪至今。台账写明人数的按人数，只写立案的按一人。"
        "该轮有明细台账的按明细逐条计数，没有的采用轮次台账报送数，图表下注明依据。",
        why="与件数分开统计；处分率以此为分母。",
        said_as=("立案人数", "立案审查调查"),
    ),
    Metric(
        name="filing_rate", label="线索立案率", unit="%", decimals=1, ledgers=("clues", "rounds"), numerator=CLUES_FILED,
        denominator=CLUES, of="移送线索条数", additive=False,
        meaning="已立案线索条数 ÷ 移送线索条数，按轮次跟踪至今。合计按分子、分母分别汇总后重算，不取各项平均。"
        "一条线索立为几件仍按一条；采用报送数的轮次以立案件数为分子。基数小于 10 时，一条之差即超过 10 个百分点。",
        why="线索质量的一个侧面；各地口径不一，引用时应注明按条计。",
        said_as=("立案率", "成案率", "线索转化率", "线索成案率"),
    ),
    Metric(
        name="filing_rate_persons", label="线索立案率(按人)", unit="%", decimals=1, ledgers=("clues", "rounds"),
        numerator=CASE_PERSONS, denominator=CLUE_PERSONS, of="线索涉及人数", additive=False,
        meaning="立案人数 ÷ 线索涉及人数。合计按分子、分母分别汇总后重算，不取各项平均。一条线索可立案多人，可能超过 100%，不是差错。",
        why="与按条计的立案率并用时，应分别注明。",
        said_as=("按人立案率",),
    ),
    Metric(
        name="sanctions_persons", label="党纪政务处分", unit="人", ledgers=("clues", "rounds"), numerator=SANCTIONS,
        meaning="由巡察移送线索受到党纪处分、政务处分的人数，按线索所属轮次跟踪至今。双重处分按一人计；组织处理、谈话提醒不计。"
        "台账写明人数的按人数，只写处分类型的按一人。该轮有明细台账的按明细逐条计数，没有的采用轮次台账报送数，图表下注明依据。",
        why="处分滞后于立案数月，较近轮次的数字还会增加。",
        said_as=("党纪政务处分", "给予处分", "处分", "党纪政纪处分"),
    ),
    Metric(
        name="sanction_rate", label="处分率", unit="%", decimals=1, ledgers=("clues", "rounds"), numerator=SANCTIONS,
        denominator=CASE_PERSONS, of="立案人数", additive=False,
        meaning="党纪政务处分人数 ÷ 立案人数。合计按分子、分母分别汇总后重算，不取各项平均。分子、分母属同一批线索。",
        why="看立案之后的结果；较近轮次尚在办理，偏低属正常。",
        said_as=("处分率",),
    ),
    Metric(
        name="org_handling_persons", label="组织处理", unit="人", ledgers=("clues", "rounds"), numerator=ORG_HANDLINGS,
        meaning="由巡察移送线索受到组织处理的人数，按线索所属轮次跟踪至今。组织处理不是处分，不与党纪政务处分相加；问责另计。" + _PERSONS_SAID + _COUNTED,
        why="不够处分的怎么办了；同一人可能既受处分又受组织处理。",
        said_as=("组织处理", "给予组织处理"),
    ),
    Metric(
        name="detained_persons", label="留置", unit="人", ledgers=("clues", "rounds"), numerator=DETAINED,
        meaning="由巡察移送线索被采取留置措施的人数，按线索所属轮次跟踪至今。" + _PERSONS_SAID + _COUNTED,
        why="数字很小，可能认出具体的人，对外使用前应斟酌；不用于比较和排名。",
        said_as=("留置", "采取留置措施", "已留置"),
    ),
    Metric(
        name="judicial_persons", label="移送司法", unit="人", ledgers=("clues", "rounds"), numerator=JUDICIAL,
        meaning="由巡察移送线索移送司法机关、检察机关的人数，按线索所属轮次跟踪至今。与移送问题线索(移送纪检监察机关)不是一回事。" + _PERSONS_SAID + _COUNTED,
        why="数字很小，可能认出具体的人，对外使用前应斟酌；不用于比较和排名。",
        said_as=("移送司法", "移送司法机关", "移送检察机关", "移送司法机关处理", "移交司法机关处理"),
    ),
)  # fmt: skip

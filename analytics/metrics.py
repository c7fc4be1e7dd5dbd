"""All metrics, each declared once. Adding one is one entry here; what it counts is declared in `measures`."""

from analytics import measures
from analytics.metric import CARRIED, Metric

_ALL = (
    Metric(
        name="orgs_total", label="应巡党组织", unit="个", ledgers=("organisations",), numerator=measures.ORGANISATIONS,
        dated=("term", "year"),
        meaning="巡察对象名录中，截至所选时点在册的党组织数。"
        "按纳入、退出时间计：纳入时间不晚于该时点、退出时间晚于该时点的计入；未填的视为一直在册。",
        why="覆盖率的分母；机构改革使其变动时，率也随之变动。",
        said_as=("巡察对象", "应巡察党组织", "应巡单位", "被巡察党组织总数"),
    ),
    Metric(
        name="orgs_inspected", label="巡察党组织", unit="个", ledgers=("rounds", "organisations"),
        numerator=measures.ORGANISATIONS_INSPECTED, additive=False,
        meaning="所选范围内已经进驻的党组织数，同一党组织多次巡察只计一次。进驻中、已完成、已反馈的都计入，计划中的不计。"
        "只有总数的轮次采用报送数相加，可能与其他轮次重复。",
        why="反映巡察工作量；与完成覆盖的党组织数不同，进驻中的也在内。",
        said_as=("巡察单位", "巡察党组织", "被巡察单位", "巡察了", "共巡察"),
    ),
    Metric(
        name="coverage_rate", label="巡察覆盖率", unit="%", decimals=1, better="up", ledgers=("organisations", "rounds"),
        numerator=measures.ORGANISATIONS_COVERED, denominator=measures.ORGANISATIONS, of="应巡党组织数(名录在册，按所选时点)",
        additive=False,
        meaning="已完成巡察并计入覆盖的在册党组织数 ÷ 应巡党组织数。合计按分子、分母分别汇总后重算，不取各项平均。"
        "已完成、已反馈的计入，进驻中的不计；专项、机动、回头看不计入覆盖，台账另有注明的从其注明；同一党组织只计一次，合并、更名前的巡察计入承继单位。"
        "未选届次、年度、轮次时按本届计。",
        why="一届任期内巡察全覆盖是硬任务，此项看能否按期完成。",
        said_as=("覆盖率", "全覆盖率", "巡察覆盖面", "覆盖面"),
    ),
    Metric(
        name="villages_total", label="村(社区)总数", unit="个", ledgers=("villages",), numerator=measures.VILLAGES,
        dated=("term", "year"),
        meaning="村(社区)名录中，截至所选时点在册的村和社区数。按纳入、退出时间计；未填的视为一直在册。",
        why="村级覆盖率的分母；合村并居使其变动。",
        said_as=("村(社区)总数", "行政村总数"),
    ),
    Metric(
        name="villages_inspected", label="延伸巡察村(社区)", unit="个", ledgers=("village_reaches", "rounds"),
        numerator=measures.VILLAGES_INSPECTED, additive=False,
        meaning="所选范围内延伸巡察到的村和社区数，同一村多次巡察只计一次。进驻中、已完成、已反馈的都计入；只走访的不计。"
        "该轮有明细台账的按明细逐条计数，没有的采用轮次台账报送数，图表下注明依据。报送数相加可能与其他轮次重复。",
        why="反映巡察向基层延伸的力度。",
        said_as=("延伸巡察村", "延伸村", "巡察村(社区)", "延伸巡察"),
    ),
    Metric(
        name="village_coverage_rate", label="村级覆盖率", unit="%", decimals=1, better="up", ledgers=("villages", "village_reaches"),
        numerator=measures.VILLAGES_COVERED, denominator=measures.VILLAGES, of="村(社区)总数(名录在册，按所选时点)", additive=False,
        meaning="已完成巡察的在册村(社区)数 ÷ 村(社区)总数。合计按分子、分母分别汇总后重算，不取各项平均。"
        "已完成、已反馈的计入，进驻中的不计；直巡、巡镇带村、提级、交叉、专项均计入；只有总数、没有村名的不计。"
        "未选届次、年度、轮次时按本届计。",
        why="村和社区已列入巡察范围，此项看基层覆盖进度。",
        said_as=("村级覆盖率", "村(社区)覆盖率", "村级巡察覆盖率"),
    ),
    Metric(
        name="rounds", label="巡察轮次", unit="轮", ledgers=("rounds", "organisations", "village_reaches", "issues", "clues"), numerator=measures.ROUNDS, additive=False,
        meaning="所选范围内开展的轮次数；专项巡察按年度和主题各计一轮。已经进驻的计入，计划中的不计；轮次台账没有、其他台账提到的也计入。",
        why="反映工作节奏。",
        said_as=("开展巡察", "轮巡察", "轮次"),
    ),
    Metric(
        name="issues_found", label="发现问题", unit="个", ledgers=("issues", "rounds"), numerator=measures.ISSUES,
        meaning="巡察组报告的具体问题数。按发现数计，不是反馈数；底稿、大类、方面不计。"
        "该轮有明细台账的按明细逐条计数，没有的采用轮次台账报送数，图表下注明依据。村级台账所列问题不另行相加。",
        why="巡察成果的基本数；单位大小不同，不宜直接比较。",
        said_as=("发现问题", "发现各类问题", "查找问题", "问题数"),
    ),
    Metric(
        name="issues_immediate", label="立行立改", unit="个", ledgers=("issues", "rounds"), numerator=measures.IMMEDIATE,
        meaning="巡察期间移交被巡察单位立即整改的问题数，是发现问题的一部分。注明立行立改或处置方式含立行立改的计入。"
        "该轮有明细台账的按明细逐条计数，没有的采用轮次台账报送数，图表下注明依据。",
        why="反映边巡边改的力度。",
        said_as=("立行立改", "边巡边改", "即知即改"),
    ),
    Metric(
        name="issues_per_org", label="单位平均问题数", unit="个", decimals=1, ledgers=("issues", "rounds"), numerator=measures.ISSUES,
        denominator=measures.ORGANISATIONS_INSPECTED, of="巡察党组织数", additive=False,
        # An issue's month is when it was found, an inspection's when it ended: no quotient of the two.
        by=tuple(d for d in CARRIED["fact_inspection"] if d != "month"),
        meaning="发现问题数 ÷ 巡察党组织数。合计按分子、分母分别汇总后重算，不取各项平均。"
        "分子、分母的口径分别同“发现问题”“巡察党组织”。",
        why="各轮、各组之间可比一些；单位类型、天数、人手不同，仍不宜据此排名。",
        said_as=("平均问题数", "发现问题平均数", "单位平均"),
    ),
    Metric(
        name="clues_transferred", label="移送线索", unit="条", ledgers=("clues", "rounds"), numerator=measures.CLUES,
        meaning="移送(移交)纪检监察机关等部门的问题线索数，条、件、个同义。按移送件数计，不按人数。"
        "该轮有明细台账的按明细逐条计数，没有的采用轮次台账报送数，图表下注明依据。",
        why="反映发现问题的深度。",
        said_as=("移送线索", "移交线索", "移送问题线索", "移交问题线索", "问题线索"),
    ),
    Metric(
        name="clue_persons", label="线索涉及人数", unit="人", ledgers=("clues", "rounds"), numerator=measures.CLUE_PERSONS,
        meaning="移送线索涉及的人数。台账填写的人数之和；未填的线索不计人数。"
        "该轮有明细台账的按明细逐条计数，没有的采用轮次台账报送数，图表下注明依据。",
        why="与件数分开统计，不能混用。",
        said_as=("涉及人", "线索涉及"),
    ),
    Metric(
        name="clues_open", label="办理中线索", unit="条", better="down", ledgers=("clues",), numerator=measures.CLUES_OPEN,
        meaning="移送后至今尚未立案、也未办结或了结的线索数。只按线索台账明细计；已立案、已办结、予以了结的不计，暂存待查的计入。",
        why="看移送之后是否积压。",
        said_as=("在办线索", "未办结线索"),
    ),
    Metric(
        name="cases_filed", label="立案件数", unit="件", ledgers=("clues", "rounds"), numerator=measures.CASES,
        meaning="由巡察移送线索立案的件数，按线索所属轮次跟踪至今。台账写明件数的按件数，只写立案的按一件。"
        "该轮有明细台账的按明细逐条计数，没有的采用轮次台账报送数，图表下注明依据。",
        why="线索是否查实的第一步。",
        said_as=("立案", "立案件", "成案", "转立案"),
    ),
    Metric(
        name="case_persons", label="立案人数", unit="人", ledgers=("clues", "rounds"), numerator=measures.CASE_PERSONS,
        meaning="由巡察移送线索立案的人数，按线索所属轮次跟踪至今。台账写明人数的按人数，只写立案的按一人。"
        "该轮有明细台账的按明细逐条计数，没有的采用轮次台账报送数，图表下注明依据。",
        why="与件数分开统计；处分率以此为分母。",
        said_as=("立案人数", "立案审查调查"),
    ),
    Metric(
        name="filing_rate", label="线索立案率", unit="%", decimals=1, ledgers=("clues", "rounds"), numerator=measures.CLUES_FILED,
        denominator=measures.CLUES, of="移送线索条数", additive=False,
        meaning="已立案线索条数 ÷ 移送线索条数，按轮次跟踪至今。合计按分子、分母分别汇总后重算，不取各项平均。"
        "一条线索立为几件仍按一条；采用报送数的轮次以立案件数为分子。基数小于 10 时，一条之差即超过 10 个百分点。",
        why="线索质量的一个侧面；各地口径不一，引用时应注明按条计。",
        said_as=("立案率", "成案率", "线索转化率", "线索成案率"),
    ),
    Metric(
        name="filing_rate_persons", label="线索立案率(按人)", unit="%", decimals=1, ledgers=("clues", "rounds"),
        numerator=measures.CASE_PERSONS, denominator=measures.CLUE_PERSONS, of="线索涉及人数", additive=False,
        meaning="立案人数 ÷ 线索涉及人数。合计按分子、分母分别汇总后重算，不取各项平均。一条线索可立案多人，可能超过 100%，不是差错。",
        why="与按条计的立案率并用时，应分别注明。",
        said_as=("按人立案率",),
    ),
    Metric(
        name="sanctions_persons", label="党纪政务处分", unit="人", ledgers=("clues", "rounds"), numerator=measures.SANCTIONS,
        meaning="由巡察移送线索受到党纪处分、政务处分的人数，按线索所属轮次跟踪至今。双重处分按一人计；组织处理、谈话提醒不计。"
        "台账写明人数的按人数，只写处分类型的按一人。该轮有明细台账的按明细逐条计数，没有的采用轮次台账报送数，图表下注明依据。",
        why="处分滞后于立案数月，较近轮次的数字还会增加。",
        said_as=("党纪政务处分", "给予处分", "处分", "党纪政纪处分"),
    ),
    Metric(
        name="sanction_rate", label="处分率", unit="%", decimals=1, ledgers=("clues", "rounds"), numerator=measures.SANCTIONS,
        denominator=measures.CASE_PERSONS, of="立案人数", additive=False,
        meaning="党纪政务处分人数 ÷ 立案人数。合计按分子、分母分别汇总后重算，不取各项平均。分子、分母属同一批线索。",
        why="看立案之后的结果；较近轮次尚在办理，偏低属正常。",
        said_as=("处分率",),
    ),
    Metric(
        name="talks_persontimes", label="个别谈话", unit="人次", ledgers=("rounds",), numerator=measures.TALKS,
        meaning="巡察期间个别谈话的人次。轮次台账报送数之和；村级台账所列谈话不另行相加。",
        why="反映工作量。",
        said_as=("个别谈话", "谈话"),
    ),
    Metric(
        name="petitions_received", label="受理信访", unit="件", ledgers=("rounds",), numerator=measures.PETITIONS,
        meaning="巡察期间受理的群众来信、来访、来电件数。轮次台账报送数之和；不含转交其他部门后的办理结果。",
        why="反映群众参与程度，也是线索来源。",
        said_as=("受理信访", "受理群众信访", "信访举报"),
    ),
)  # fmt: skip

METRICS: dict[str, Metric] = {one.name: one for one in _ALL}

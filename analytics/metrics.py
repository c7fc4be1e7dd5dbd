"""All metrics. Adding one is one entry here (definitions: 巡察工作条例 and the counties' printed practice)."""

from analytics.metric import CARRIED, Measure, Metric

_IN_SERVICE = "coalesce(from_date <= $at, TRUE) AND coalesce(to_date > $at, TRUE)"
_INSPECTED = CARRIED["fact_inspection"]
_ISSUE = CARRIED["fact_issue"]
_CLUE = CARRIED["fact_clue"]
_REACH = CARRIED["fact_village_reach"]
_REPORTED = CARRIED["fact_reported"]
_COVER = ("county", "term", "year", "round", "batch", "kind", "form", "team", "month", "organisation_kind")
_CASE = ("county", "term", "year", "round", "batch", "kind", "form", "team", "month", "organisation_kind", "organisation")

ORGANISATIONS = Measure(view="fact_organisation", sql="count(*)", where=_IN_SERVICE)
REACHED = Measure(
    view="fact_inspection", sql="count(DISTINCT unit) + coalesce(sum(organisations) FILTER (unit IS NULL), 0)", where="reached"
)
COVERED = Measure(
    view="fact_coverage", sql="count(DISTINCT unit)", where=f"done AND counts AND {_IN_SERVICE}", within_term=True
)
VILLAGES = Measure(view="fact_village", sql="count(*)", where=_IN_SERVICE)
ISSUES = Measure(view="fact_issue", sql="sum(issues)")
CLUES = Measure(view="fact_clue", sql="sum(clues)")
CLUE_PERSONS = Measure(view="fact_clue", sql="sum(persons)")
CASE_PERSONS = Measure(view="fact_clue", sql="sum(case_persons)")
SANCTIONS = Measure(view="fact_clue", sql="sum(sanctions)")

_ALL = (
    Metric(
        name="orgs_total", label="应巡党组织", unit="个",
        meaning="截至统计日在巡察对象名录内的党组织数。未到纳入时间或已到退出时间的不计。",
        why="全覆盖的分母。机构改革会使其变动,须注明统计日。",
        ledgers=("organisations",), numerator=ORGANISATIONS, by=("county", "organisation_kind"), dated=("term", "year"),
        said_as=("应巡察党组织", "巡察对象", "巡察对象总数"),
    ),
    Metric(
        name="orgs_inspected", label="已巡党组织", unit="个", better="up",
        meaning="已进驻及以后阶段(进驻中、已完成、已反馈)的党组织数,同一党组织只计一次。只有总数的轮次按报送数计。",
        why="反映巡察推进面。与覆盖率分子不同:进驻中的也计入。",
        ledgers=("rounds", "organisations"), numerator=REACHED, by=_INSPECTED,
        said_as=("巡察党组织", "巡察单位", "共巡察"),
    ),
    Metric(
        name="coverage_rate", label="巡察覆盖率", unit="%", decimals=1, better="up",
        meaning="本届已完成巡察且计入覆盖的党组织 ÷ 截至统计日在名录内的党组织。按名录逐个核对,重复巡察只计一次;进驻中的不计;专项、机动、回头看除注明外不计。",
        why="党章和巡视巡察工作条例要求一届任期内全覆盖。",
        ledgers=("organisations", "rounds"), numerator=COVERED, denominator=ORGANISATIONS, by=_COVER,
        said_as=("全覆盖率", "巡察全覆盖率", "覆盖率", "全覆盖完成率"),
    ),
    Metric(
        name="villages_total", label="应巡村(社区)", unit="个",
        meaning="截至统计日在村(社区)名录内的村和社区数。合并、撤销的按退出时间剔除。",
        why="村级覆盖的分母。", ledgers=("villages",), numerator=VILLAGES, by=("county", "town", "village_class"), dated=("term", "year"),
        said_as=("村(社区)总数",),
    ),
    Metric(
        name="villages_inspected", label="已巡村(社区)", unit="个", better="up",
        meaning="延伸巡察到的村(社区)数,同一村只计一次。没有村级台账的轮次按轮次台账报送的延伸村数计。",
        why="反映巡察向基层延伸的面。", ledgers=("village_reaches", "rounds"),
        numerator=Measure(view="fact_village_reach", sql="count(DISTINCT unit) + coalesce(sum(villages) FILTER (unit IS NULL), 0)", where="reached"),
        by=_REACH, said_as=("延伸巡察村(社区)", "延伸巡察村", "巡察村"),
    ),
    Metric(
        name="village_coverage_rate", label="村级覆盖率", unit="%", decimals=1, better="up",
        meaning="本届已完成巡察的在册村(社区) ÷ 截至统计日在册的村(社区)。按名录逐个核对,只有报送总数的不计入分子。",
        why="村级党组织纳入县级巡察范围,须在一届内巡完。", ledgers=("villages", "village_reaches"),
        numerator=Measure(
            view="fact_village_reach", sql="count(DISTINCT unit)", where=f"done AND registered AND {_IN_SERVICE}", within_term=True
        ),
        denominator=VILLAGES, by=_REACH, said_as=("村(社区)覆盖率", "村级巡察覆盖率"),
    ),
    Metric(
        name="rounds", label="巡察轮次", unit="轮",
        meaning="台账中出现的轮次数。常规轮次按序号计,专项按年度和主题计。", why="安排和节奏的基本单位。",
        ledgers=("rounds",), numerator=Measure(view="fact_round", sql="count(DISTINCT round_id) FILTER (round_name IS NOT NULL)"),
        by=CARRIED["fact_round"], said_as=("开展巡察", "巡察轮次"),
    ),
    Metric(
        name="issues_found", label="发现问题", unit="个",
        meaning="巡察报告中的具体问题数。有问题台账的轮次按台账逐条计,没有的按轮次台账报送数计。",
        why="巡察的直接成果。不同类型单位之间不宜直接比较。", ledgers=("issues", "rounds"), numerator=ISSUES, by=_ISSUE,
        said_as=("发现问题", "发现各类问题", "问题数"),
    ),
    Metric(
        name="issues_immediate", label="立行立改", unit="个", better="up",
        meaning="巡察期间移交即时整改的问题数,属于发现问题的一部分。", why="反映边巡边改的力度。",
        ledgers=("issues", "rounds"), numerator=Measure(view="fact_issue", sql="sum(immediate)"), by=_ISSUE,
        said_as=("立行立改", "边巡边改"),
    ),
    Metric(
        name="issues_per_org", label="单位平均问题数", unit="个", decimals=1,
        meaning="发现问题数 ÷ 同一范围内已巡党组织数。", why="比较轮次和组别时消除单位数不同的影响;村和大局不可直接比较。",
        ledgers=("issues", "rounds"), numerator=ISSUES, denominator=REACHED,
        by=("county", "term", "year", "round", "batch", "kind", "form", "team", "organisation_kind", "organisation"),
        said_as=("平均每个单位发现问题",),
    ),
    Metric(
        name="clues_transferred", label="移送问题线索", unit="件",
        meaning="正式移送纪委监委等部门的问题线索件数(条、个均按件计)。有线索台账的轮次按台账计,没有的按报送数计。",
        why="巡察利剑作用的集中体现。", ledgers=("clues", "rounds"), numerator=CLUES, by=_CLUE,
        said_as=("移送问题线索", "移交问题线索", "移交线索", "移送线索"),
    ),
    Metric(
        name="clue_persons", label="线索涉及人数", unit="人",
        meaning="移送的问题线索涉及的人数。与件数是两项数据,不可互换。", why="按人计算立案率的分母。",
        ledgers=("clues", "rounds"), numerator=CLUE_PERSONS, by=_CLUE, said_as=("涉及人数", "涉及"),
    ),
    Metric(
        name="clues_open", label="未办结线索", unit="件", better="down",
        meaning="截至统计日尚未办结的线索件数,只计线索台账中逐条登记的。", why="移送之后的去向,久拖未结的需要督办。",
        ledgers=("clues",), numerator=Measure(view="fact_clue", sql="sum(clues)", where="NOT closed AND _ledger = 'clues'"), by=_CLUE,
        said_as=("未办结线索",),
    ),
    Metric(
        name="cases_filed", label="立案", unit="件",
        meaning="由移送线索立案的件数。一条线索可立多件。", why="线索是否查实的主要去向。",
        ledgers=("clues", "rounds"), numerator=Measure(view="fact_clue", sql="sum(cases)"), by=_CLUE, said_as=("立案", "转立案"),
    ),
    Metric(
        name="case_persons", label="立案人数", unit="人",
        meaning="由移送线索立案的人数。", why="按人计算立案率和处分率的依据。", ledgers=("clues", "rounds"), numerator=CASE_PERSONS,
        by=_CLUE, said_as=("立案人数",),
    ),
    Metric(
        name="filing_rate", label="线索立案率", unit="%", decimals=1,
        meaning="已立案线索件数 ÷ 移送线索件数。按线索所属轮次跟踪至今,合计按件数重算,不取各轮平均。",
        why="线索质量的参考。件数少时一件即可使比率变动很大,须同时看件数。", ledgers=("clues", "rounds"),
        numerator=Measure(view="fact_clue", sql="sum(clues_filed)"), denominator=CLUES, by=_CASE,
        said_as=("立案率", "成案率", "线索转化率"),
    ),
    Metric(
        name="filing_rate_persons", label="立案率(按人)", unit="%", decimals=1,
        meaning="立案人数 ÷ 线索涉及人数。", why="与按件计算的立案率并列,报告中须写明口径。", ledgers=("clues", "rounds"),
        numerator=CASE_PERSONS, denominator=CLUE_PERSONS, by=_CASE, said_as=("人员立案率",),
    ),
    Metric(
        name="sanctions_persons", label="党纪政务处分", unit="人",
        meaning="因移送线索受到党纪、政务处分的人数,同时受两种处分的计一人。", why="处理结果。一般晚于立案三至六个月,数字会继续增长。",
        ledgers=("clues", "rounds"), numerator=SANCTIONS, by=_CLUE, said_as=("党纪政务处分", "处分", "给予处分"),
    ),
    Metric(
        name="sanction_rate", label="处分率", unit="%", decimals=1,
        meaning="党纪政务处分人数 ÷ 立案人数,按线索所属轮次跟踪至今。", why="立案后的处理进度。",
        ledgers=("clues", "rounds"), numerator=SANCTIONS, denominator=CASE_PERSONS, by=_CASE, said_as=("处分率",),
    ),
    Metric(
        name="talks_persontimes", label="个别谈话", unit="人次", meaning="轮次台账报送的个别谈话人次。", why="工作量。",
        ledgers=("rounds",), numerator=Measure(view="fact_reported", sql="sum(n)", where="measure = 'talks'"), by=_REPORTED,
        said_as=("个别谈话", "谈话"),
    ),
    Metric(
        name="petitions_received", label="受理信访", unit="件", meaning="轮次台账报送的受理信访件数。", why="群众反映渠道是否畅通。",
        ledgers=("rounds",), numerator=Measure(view="fact_reported", sql="sum(n)", where="measure = 'petitions'"), by=_REPORTED,
        said_as=("受理信访", "信访件"),
    ),
)  # fmt: skip

METRICS: dict[str, Metric] = {one.name: one for one in _ALL}

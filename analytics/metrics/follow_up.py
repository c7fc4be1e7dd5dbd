"""回访、约谈、问责: what followed an inspection. Years are its own, rounds are the inspection's; units and persons stay apart."""

from analytics.metric import ROUND, Measure, Metric, View

# The team of a revisit is another than the inspection's, so that neither is offered.
_AFTER = (*(name for name in ROUND if name != "team"), "organisation_kind", "organisation", "revisit_round")
REVISIT = View(name="fact_revisit", carries=(*_AFTER, "revisit_kind"))
TALK = View(name="fact_talk", carries=(*_AFTER, "talk_form"))
ACCOUNTABILITY = View(name="fact_accountability", carries=(*(n for n in _AFTER if n != "revisit_round"), "manner"))

REVISITED = Measure(
    view=REVISIT, sql="count(DISTINCT unit)", weight="unit IS NOT NULL", cells={"revisits": ("organisation",)},
)  # fmt: skip
REVISITED_AND_TALKED = Measure(
    view=REVISIT, sql="count(DISTINCT unit)", where="talked", known="talked IS NOT NULL", weight="unit IS NOT NULL",
    cells={"revisits": ("talked", "organisation")},
    beyond="回访台账未写明约谈的，以约谈台账中同一单位此后的约谈为准。",
)  # fmt: skip
REVISITING = Measure(
    view=REVISIT, sql="count(DISTINCT county || party)", where="party IS NOT NULL", known="party IS NOT NULL", cells={"revisits": ("team",)},
)  # fmt: skip
PUSHED = Measure.sum(REVISIT, "pushed", revisits=("pushed",))
NEW_ISSUES = Measure.sum(REVISIT, "new_issues", revisits=("new_issues",))
CALLED = Measure(view=TALK, sql="count(DISTINCT unit)", weight="unit IS NOT NULL", cells={"talks": ("organisation",)})
CALLED_TOGETHER = Measure(
    view=TALK, sql="count(DISTINCT unit)", where="talk_form = '集体约谈'", known="talk_form IS NOT NULL",
    weight="unit IS NOT NULL", cells={"talks": ("organisation",)},
)  # fmt: skip
PERSONS_CALLED = Measure.sum(TALK, "persons", talks=("persons",))
ORGANISATIONS_HELD = Measure.sum(ACCOUNTABILITY, "organisations", accountabilities=("organisations", "organisation"))
PERSONS_HELD = Measure.sum(ACCOUNTABILITY, "persons", accountabilities=("persons",))

_WHEN = "年度按回访时间，轮次按原巡察轮次。"

FOLLOW_UP_METRICS = (
    Metric(
        name="revisit_orgs", label="回访单位", unit="个", ledgers=("revisits",), numerator=REVISITED, additive=False,
        meaning="巡察整改回访、“回头看”、整改评估到过的单位数，同一单位多次回访只计一次。回访轮次自成次序，与巡察轮次无关；不计入巡察覆盖。" + _WHEN,
        why="看巡察“后半篇文章”有没有人回去看。",
        said_as=(
            "回访单位", "回访", "巡察回访", "整改回访", "巡察整改情况回访", "回访督查", "整改“回头看”", "整改督促检查", "整改评估", "成效评估",
        ),
    ),
    Metric(
        name="revisit_teams", label="回访组", unit="个", ledgers=("revisits",), numerator=REVISITING, additive=False,
        meaning="回访台账写明的不同回访组数，同一个组参加几个年度、几轮回访计几次；没有写组名的不计。" + _WHEN,
        why="反映回访的力量投入。",
        said_as=("回访组", "督查组", "个回访组", "派出回访组"),
    ),
    Metric(
        name="issues_pushed", label="督促整改问题", unit="个", ledgers=("revisits",), numerator=PUSHED,
        meaning="回访时查明尚未整改到位、督促被巡察单位整改的问题数，为回访台账填写数之和。同一问题在两次回访中都未到位的，各计一次。" + _WHEN,
        why="看整改是否打了折扣。",
        said_as=("督促整改问题", "督促全面整改问题", "督促被巡察单位全面整改问题", "督促整改"),
    ),
    Metric(
        name="revisit_new_issues", label="回访新发现问题", unit="个", ledgers=("revisits",), numerator=NEW_ISSUES,
        meaning="回访时新发现的问题数，为回访台账填写数之和；不并入“发现问题”。" + _WHEN,
        why="看旧账之外有没有新账。",
        said_as=("回访新发现问题", "回访发现问题"),
    ),
    Metric(
        name="talk_orgs", label="约谈单位", unit="个", ledgers=("talks",), numerator=CALLED, additive=False,
        meaning="因巡察整改被约谈的单位数，集体约谈、个别约谈都计入，同一单位多次约谈只计一次。"
        "巡察期间的个别谈话是另一回事，不计；约谈人数另计。年度按约谈时间，轮次按原巡察轮次。",
        why="看整改责任压到了多少单位。",
        said_as=("约谈单位", "约谈党组织"),
    ),
    Metric(
        name="collective_talk_orgs", label="集体约谈单位", unit="个", ledgers=("talks",), numerator=CALLED_TOGETHER, additive=False,
        meaning="被集体约谈的单位数，同一单位多次集体约谈只计一次；个别约谈不计，约谈人数另计。年度按约谈时间，轮次按原巡察轮次。",
        why="集体约谈通常由县委主要领导提出，分量最重。",
        said_as=("集体约谈", "集体约谈单位", "集体约谈党组织"),
    ),
    Metric(
        name="talk_persons", label="约谈人数", unit="人", ledgers=("talks",), numerator=PERSONS_CALLED,
        meaning="因巡察整改被约谈的人数，为约谈台账各次填写人数之和，同一人多次约谈的重复计；未填人数的不计，也不由单位数推算。"
        "年度按约谈时间，轮次按原巡察轮次。",
        why="与约谈单位数分开统计，不能混用。",
        said_as=("约谈人数", "约谈主要负责人", "约谈党员干部", "约谈负责人"),
    ),
    Metric(
        name="talk_after_revisit_rate", label="回访后约谈占比", unit="%", decimals=1, ledgers=("revisits", "talks"),
        numerator=REVISITED_AND_TALKED, denominator=REVISITED, of="回访单位数", additive=False,
        meaning="回访后被约谈的单位数 ÷ 回访单位数。合计按分子、分母分别汇总后重算，不取各项平均。"
        "回访台账注明已约谈的，或者约谈台账中该单位约谈时间不早于回访时间的，计入分子；约谈台账写明另一回访轮次或者另一原巡察轮次的不计。"
        "两本台账都未说明的显示“未报”。" + _WHEN,
        why="看回访发现的问题有多少动了真格；基数通常不足 10 个，一个单位之差即超过 10 个百分点。",
        said_as=("回访后约谈占比", "回访后约谈率"),
    ),
    Metric(
        name="accountable_orgs", label="问责党组织", unit="个", ledgers=("accountabilities",), numerator=ORGANISATIONS_HELD,
        meaning="因巡察整改不力等被追责问责的党组织数，为追责问责台账填写数之和，同一党组织两次问责计两个。"
        "没有填写任何数字、只写单位的，问责方式为检查、改组(只适用于党组织)的计一个；其他方式的单位可能只是问责对象所在单位，不计。"
        "整改情况统计表报送的问责数不并入。年度按问责时间，轮次按原巡察轮次。",
        why="看整改不力有没有后果；与问责人数分开统计。",
        said_as=("问责党组织", "追责问责党组织"),
    ),
    Metric(
        name="accountable_persons", label="问责人员", unit="人", ledgers=("accountabilities",), numerator=PERSONS_HELD,
        meaning="因巡察整改不力等被追责问责的人数，为追责问责台账填写数之和；未填人数的不计，也不由单位推算。"
        "与党纪政务处分、组织处理不是一回事，不相加。整改情况统计表报送的问责数不并入。年度按问责时间，轮次按原巡察轮次。",
        why="看责任有没有落到人。人数很少时可能认出具体的人，对外使用前应斟酌。",
        said_as=("问责人员", "问责人数", "追责问责", "问责党员干部", "问责"),
    ),
)  # fmt: skip

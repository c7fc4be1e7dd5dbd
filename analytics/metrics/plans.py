"""计划与目标: what the rounds are planned to bring, and the teams with their strength."""

from analytics.metric import Measure, Metric, View

PLAN = View(name="fact_plan", carries=("county", "term", "year", "round", "batch", "kind"))
TEAM = View(name="fact_team", carries=("county", "term", "year", "round", "kind", "team"))

ORGS_PLANNED = Measure.sum(PLAN, "organisations", plans=("organisations",))
VILLAGES_PLANNED = Measure.sum(PLAN, "villages", plans=("villages",))
ROUNDS_PLANNED = Measure(
    view=PLAN, sql="count(DISTINCT round_id)", where="round_name IS NOT NULL", known="round_name IS NOT NULL", cells={"plans": ("round", "theme")},
)  # fmt: skip
TEAMS = Measure(
    view=TEAM, sql="count(*)", cells=dict.fromkeys(("teams", "rounds", "linked_inspections", "organisations"), ("team",)),
    beyond="一轮的一个组由台账多行共同反映的，只列最先写明该组的一行。",
)  # fmt: skip
STAFF = Measure.sum(TEAM, "staff", teams=("staff",))

PLANS_METRICS = (
    Metric(
        name="orgs_planned", label="计划巡察党组织", unit="个", ledgers=("plans",), numerator=ORGS_PLANNED,
        meaning="巡察计划台账中各轮(批)计划巡察的党组织数之和，完成与否都计入。只写年度、未写轮次的计划，该年度另有分轮计划的不计。"
        "同一党组织列入几轮计划的，计几次。",
        why="与实际巡察的党组织数对照，看计划执行进度。",
        said_as=("计划巡察", "拟巡察", "计划对", "计划巡察党组织"),
    ),
    Metric(
        name="villages_planned", label="计划延伸村(社区)", unit="个", ledgers=("plans",), numerator=VILLAGES_PLANNED,
        meaning="巡察计划台账中各轮(批)计划延伸巡察的村和社区数之和，完成与否都计入。只写年度、未写轮次的计划，该年度另有分轮计划的不计。",
        why="与实际延伸巡察的村(社区)数对照，看村级覆盖的安排。",
        said_as=("计划延伸巡察", "计划延伸", "拟延伸巡察", "计划巡察村"),
    ),
    Metric(
        name="rounds_planned", label="计划轮次", unit="轮", ledgers=("plans",), numerator=ROUNDS_PLANNED, additive=False,
        meaning="巡察计划台账列出的轮次数；一轮分几批的计一轮，专项巡察按年度和主题各计一轮，只写年度的不计。已开展的和尚未开展的都计入。",
        why="看本届还安排几轮。",
        said_as=("计划开展", "计划轮次", "计划安排"),
    ),
    Metric(
        name="teams", label="巡察组", unit="个", ledgers=("teams", "rounds", "linked_inspections", "organisations"), numerator=TEAMS,
        meaning="各轮投入的巡察组数之和，同一个组参加几轮计几次；一轮之内分批进驻的只计一次。"
        "该轮有巡察组台账的按台账逐组计数，没有的按轮次台账写明的不同组名计；只有总数、没有组名的轮次不计。",
        why="反映力量投入，也是测算工期的依据。",
        said_as=("巡察组", "派出巡察组", "组建巡察组", "个巡察组"),
    ),
    Metric(
        name="staff", label="巡察干部", unit="人", ledgers=("teams",), numerator=STAFF,
        meaning="巡察组台账中各轮各组人数之和，同一人参加几轮计几次；没有巡察组台账的轮次不计。",
        why="反映人员投入，与单位数、村数对照看负担。",
        said_as=("巡察干部", "业务骨干", "抽调干部", "抽调人员"),
    ),
)  # fmt: skip

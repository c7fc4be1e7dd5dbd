"""队伍建设: the talent pool, trainings, rules and procedures of inspection work. Persons are only ever counted."""

from analytics.metric import ON_REGISTER, Measure, Metric, View

TALENT = View(name="fact_talent", carries=("county", "organisation_kind", "employer", "specialty", "talent_role"))
TRAINING = View(name="fact_training", carries=("county", "term", "year", "month", "training_form"))
REGULATION = View(name="fact_regulation", carries=("county", "term", "year", "month"))

POOL = Measure(
    view=TALENT, sql="sum(persons)", where=ON_REGISTER, weight="persons > 0",
    cells={"talents": ("persons", "specialty", "employer")},
)  # fmt: skip
POOL_SAYING = Measure(
    view=TALENT, sql="sum(persons)", where=f"served IS NOT NULL AND {ON_REGISTER}", known="served IS NOT NULL",
    cells={"talents": ("times_served",)},
)  # fmt: skip
SERVED = Measure(
    view=TALENT, sql="sum(served)", where=f"served IS NOT NULL AND {ON_REGISTER}", known="served IS NOT NULL",
    weight="served > 0", cells={"talents": ("times_served",)},
)  # fmt: skip
TIMES_SERVED = Measure(
    view=TALENT, sql="sum(times_served)", where=f"times_served IS NOT NULL AND {ON_REGISTER}",
    known="times_served IS NOT NULL", weight="times_served > 0", cells={"talents": ("times_served",)},
)  # fmt: skip
TRAININGS = Measure.sum(TRAINING, "sessions", trainings=("sessions", "topic", "training_form"))
TRAINING_PERSONS = Measure.sum(TRAINING, "persons", trainings=("persons",))
TRAINING_HOURS = Measure(
    view=TRAINING, sql="CAST(sum(person_hours) AS DOUBLE)", where="person_hours IS NOT NULL",
    known="person_hours IS NOT NULL", weight="person_hours > 0", cells={"trainings": ("hours",)},
)  # fmt: skip
PERSONS_OF_HOURS = Measure.sum(TRAINING, "persons_of_hours", trainings=("persons",))
MADE = Measure.sum(REGULATION, "made", regulations=("action", "title"))
REVISED = Measure.sum(REGULATION, "revised", regulations=("action", "title"))

PEOPLE_METRICS = (
    Metric(
        name="talent_pool", label="人才库", unit="人", better="up", ledgers=("talents",), numerator=POOL,
        dated=("term", "year"),
        meaning="巡察人才库截至所选时点在库的人数。入库时间不晚于该时点、出库时间晚于该时点的计入，未填的视为一直在库；"
        "一行未填人数的按一人计。一人有几项特长的，在各项下分别计，合计只计一次。",
        why="抽调组队的基数；只统计人数，不显示姓名。",
        said_as=("人才库", "巡察人才库", "组长库", "专家库", "储备干部"),
    ),
    Metric(
        name="served_share", label="参加过巡察的比例", unit="%", planned=True, decimals=1, better="up", ledgers=("talents",),
        numerator=SERVED, denominator=POOL_SAYING, of="在库并填写参加轮次的人数", additive=False,
        meaning="参加过至少一轮巡察的在库人数 ÷ 在库并填写参加轮次的人数。合计按分子、分母分别汇总后重算，不取各项平均。"
        "参加轮次未填的不计入分子和分母；按名册最新报送计，不按年度追溯。",
        why="看入库人员是否用得上，避免只入库不使用。",
        said_as=("参加过巡察的比例", "人才库使用率", "抽调使用率"),
    ),
    Metric(
        name="times_served", label="参加巡察轮次", unit="人次", ledgers=("talents",), numerator=TIMES_SERVED,
        meaning="在库人员历次参加巡察的人次，即人数 × 参加轮次之和。参加轮次未填的不计，已出库人员的不计；按名册最新报送计，不按年度追溯。",
        why="看骨干力量的实战经历，也看任务是否集中在少数人身上。",
        said_as=("参加巡察轮次", "参加巡察人次", "抽调参加巡察"),
    ),
    Metric(
        name="trainings", label="培训期数", unit="期", ledgers=("trainings",), numerator=TRAININGS,
        meaning="开展巡察业务培训的期数，巡察讲堂、集中培训、以干代训、外出学习都计入。一行未填期数的按一期计。"
        "年度按台账所填，未填的按培训时间。",
        why="反映队伍培训的频次。",
        said_as=("培训班", "业务培训", "巡察讲堂", "集中培训", "巡前培训"),
    ),
    Metric(
        name="training_persons", label="参训人次", unit="人次", ledgers=("trainings",), numerator=TRAINING_PERSONS,
        meaning="各期培训的参训人数之和，同一人参加几期计几次。一行有几期的，按该行所填的合计人数。未填人数的培训不计。",
        why="反映培训的覆盖面；与培训期数单位不同，不能混用。",
        said_as=("参训", "参训人次", "培训巡察干部", "培训干部"),
    ),
    Metric(
        name="training_hours", label="培训学时", unit="学时·人", decimals=1, ledgers=("trainings",), numerator=TRAINING_HOURS,
        meaning="参训人次 × 每人每期学时之和。台账以天计的，一天折八学时。人数、学时缺一项的培训不计。",
        why="反映培训的总投入。",
        said_as=("培训学时", "总学时"),
    ),
    Metric(
        name="hours_per_person", label="人均学时", unit="学时", decimals=1, ledgers=("trainings",), numerator=TRAINING_HOURS,
        denominator=PERSONS_OF_HOURS, of="参训人次(填写学时的培训)", additive=False,
        meaning="培训学时 ÷ 参训人次，即平均每人次的学时。合计按分子、分母分别汇总后重算，不取各项平均。只计人数、学时都填写的培训。",
        why="各年培训形式不同，人均学时比期数更可比。",
        said_as=("人均学时", "人均培训学时"),
    ),
    Metric(
        name="regulations_new", label="新建巡察制度", unit="项", ledgers=("regulations",), numerator=MADE,
        meaning="巡察机构制定的制度、办法、流程数，注明新建的计入，未注明新建或修订的按新建计；修订、废止的不计。"
        "年度按台账所填，未填的按出台时间。与被巡察单位整改中建立的制度不同。",
        why="反映巡察工作规范化建设。",
        said_as=("制定制度", "出台制度", "制定出台", "建立健全制度"),
    ),
    Metric(
        name="regulations_revised", label="修订巡察制度", unit="项", ledgers=("regulations",), numerator=REVISED,
        meaning="巡察机构修订的制度、办法、流程数。年度按台账所填，未填的按出台时间。与被巡察单位整改中修订的制度不同。",
        why="与新建分开统计，避免重复。",
        said_as=("修订制度", "修订完善制度"),
    ),
)  # fmt: skip

"""轮次与工作量: rounds held, talks, petitions."""

from analytics.metric import Measure, Metric, View
from analytics.metrics.coverage import INSPECTION

ROUND_KIND = View(name="fact_round_kind", carries=("county", "term", "year", "round", "kind"))

ROUNDS = Measure(
    view=ROUND_KIND, sql="count(DISTINCT round_id)",
    cells=dict.fromkeys(("rounds", "village_reaches", "issues", "clues", "linked_inspections"), ("round", "theme")) | {"organisations": ("rounds",)},
    beyond="一轮由台账多行共同反映，只列最先写明该轮的一行。",
)  # fmt: skip
TALKS = Measure.sum(INSPECTION, "talks", "'报送'", rounds=("talks",))
PETITIONS = Measure.sum(INSPECTION, "petitions", "'报送'", rounds=("petitions",))

WORK_METRICS = (
    Metric(
        name="rounds", label="巡察轮次", unit="轮", ledgers=("rounds", "organisations", "village_reaches", "issues", "clues", "linked_inspections"), numerator=ROUNDS, additive=False,
        meaning="所选范围内开展的轮次数；专项巡察按年度和主题各计一轮。已经进驻的计入，计划中的不计；轮次台账没有、其他台账提到的也计入。",
        why="反映工作节奏。",
        said_as=("开展巡察", "轮巡察", "轮次"),
    ),
    Metric(
        name="talks_persontimes", label="个别谈话", unit="人次", ledgers=("rounds",), numerator=TALKS,
        meaning="巡察期间个别谈话的人次。轮次台账报送数之和；村级台账所列谈话不另行相加。",
        why="反映工作量。",
        said_as=("个别谈话", "谈话"),
    ),
    Metric(
        name="petitions_received", label="受理信访", unit="件", ledgers=("rounds",), numerator=PETITIONS,
        meaning="巡察期间受理的群众来信、来访、来电件数。轮次台账报送数之和；不含转交其他部门后的办理结果。",
        why="反映群众参与程度，也是线索来源。",
        said_as=("受理信访", "受理群众信访", "信访举报"),
    ),
)  # fmt: skip

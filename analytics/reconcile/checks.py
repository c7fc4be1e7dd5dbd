"""All comparisons. A new one is one entry here: what should agree, why, and between which ledgers."""

from dataclasses import dataclass

from analytics.reconcile.between import Between
from analytics.reconcile.finer import Finer
from analytics.reconcile.printed import Printed


@dataclass(frozen=True, kw_only=True)
class Check:
    """One kind of disagreement: `label` is the title of its group, `meaning` one Chinese sentence on what is compared."""

    name: str
    label: str
    meaning: str
    parts: tuple[Between | Finer | Printed, ...]
    unit: str = "处"

    @property
    def ledgers(self) -> tuple[str, ...]:
        """The ledgers that its comparisons rest on."""
        return tuple(dict.fromkeys(one for part in self.parts for one in part.ledgers))


CHECKS: tuple[Check, ...] = (
    Check(
        name="details", label="轮次台账与明细台账",
        meaning="轮次台账报送的总数，与问题、线索、村级延伸台账逐条计数的结果，按轮次比对。",
        parts=(
            Between(left="rounds", right="issues", measures=("issues", "immediate"), by="round"),
            Between(left="rounds", right="clues", measures=("clues", "clue_persons", "cases", "case_persons", "sanctions"), by="round"),
            Between(left="rounds", right="village_reaches", measures=("villages",), by="round"),
        ),
    ),
    Check(
        name="finer", label="轮次总数与分项",
        meaning="轮次台账中整轮、整批、整组的总数，与同表更细的各行之和比对。",
        parts=(Finer(),),
    ),
    Check(
        name="sums", label="表内合计行", unit="张表",
        meaning="工作表中的合计、小计行，与其所含各行之和比对；只看仍有效的表。",
        parts=(Printed(code="sum_differs"),),
    ),
    Check(
        name="rates", label="表内所印比率", unit="张表",
        meaning="工作表中印好的整改率、立案率等，与按表内数重算的结果比对；看板一律采用重算结果。",
        parts=(Printed(code="rate_wrong"),),
    ),
    Check(
        name="specials", label="轮次台账与专项巡察台账",
        meaning="专项巡察的问题、立行立改、线索，两本台账都点名单位的按单位比对，否则按轮次比对；走访企业、村(社区)是混合单位，不比对。",
        parts=(Between(left="rounds", right="specials", measures=("issues", "immediate", "clues"), by="unit_or_round"),),
    ),
    Check(
        name="linked", label="轮次台账与联动交叉提级巡察台账",
        meaning="联动、交叉、提级巡察的问题、线索和是否计入本县覆盖，按单位比对。",
        parts=(Between(left="rounds", right="linked_inspections", measures=("issues", "clues", "counts_for_coverage"), by="unit"),),
    ),
    Check(
        name="rectifications", label="整改情况统计表与整改台账",
        meaning="应整改、已整改问题数，按单位比对；整改台账中列有村级问题的单位，镇村常分别统计，不比对。",
        parts=(
            Between(left="rectification_totals", right="rectifications", measures=("rectify_due", "rectified"), by="unit"),
            Between(left="rounds", right="rectification_totals", measures=("rectify_due", "rectified"), by="unit_or_round"),
        ),
    ),
    Check(
        name="villages", label="村级延伸巡察台账与明细台账",
        meaning="一个村的问题、线索数，与问题台账、线索移送台账中写明该村的条数比对；明细台账未写明村的，不比对。",
        parts=(
            Between(left="village_reaches", right="issues", measures=("issues",), by="village"),
            Between(left="village_reaches", right="clues", measures=("clues",), by="village"),
        ),
    ),
    Check(
        name="talks", label="回访台账与约谈台账",
        meaning="回访台账注明是否约谈的单位，在约谈台账当年或次年有无记录。",
        parts=(Between(left="revisits", right="talks", measures=("talked",), by="unit"),),
        unit="个单位",
    ),
)  # fmt: skip

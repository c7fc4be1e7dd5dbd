"""The clues of rounds ten and eleven and what became of each by the cut-off date."""

from dataclasses import dataclass
from datetime import date

from data.samples.rounds import Inspection


@dataclass(frozen=True, kw_only=True)
class Clue:
    """One clue. `filed_on` is set where a case was filed, one person each; `sanction` where that person was punished."""

    organisation: str
    source: str
    discipline: str
    suggestion: str
    transferred_on: date
    state: str
    persons: int = 1
    filed_on: date | None = None
    party_sanction: str = ""
    admin_sanction: str = ""
    sanctioned_on: date | None = None
    closed_on: date | None = None
    org_handling: str = ""
    detained: str = ""
    judicial: str = ""

    @property
    def sanctioned(self) -> bool:
        return self.sanctioned_on is not None


def _day(text: str) -> date | None:
    """7-15 → 15 July 2020."""
    return date(2020, *map(int, text.split("-"))) if text else None


def _clue(
    organisation: str, source: str, discipline: str, suggestion: str, sent: str, state: str, filed: str = "",
    sanctions: tuple[str, str] = ("", ""), sanctioned: str = "", closed: str = "", persons: int = 1, **became: str,
) -> Clue:  # fmt: skip
    return Clue(
        organisation=organisation, source=source, discipline=discipline, suggestion=suggestion, persons=persons,
        transferred_on=_day(sent), state=state, filed_on=_day(filed), party_sanction=sanctions[0],
        admin_sanction=sanctions[1], sanctioned_on=_day(sanctioned), closed_on=_day(closed), **became,
    )  # fmt: skip


# Seventeen clues, twelve filed (12件12人), four persons punished, one of them under both party and state rules.
CLUES = (
    _clue("龙吟镇", "查阅资料", "廉洁纪律", "初步核实", "5-8", "已办结", "6-12", ("党内警告", ""), "10-16", "10-23"),
    _clue("龙吟镇", "个别谈话", "群众纪律", "初步核实", "5-8", "已立案", "7-3", persons=2),
    _clue("凤鸣镇", "受理信访", "群众纪律", "初步核实", "5-22", "已办结", "6-28", ("党内严重警告", "政务记大过"), "11-6", "11-13"),
    _clue("凤鸣镇", "走访", "廉洁纪律", "谈话函询", "5-22", "予以了结", closed="9-18", org_handling="批评教育1人"),
    _clue("九曲河镇", "查阅资料", "廉洁纪律", "初步核实", "6-5", "已办结", "7-24", ("党内警告", ""), "11-20", "11-27"),
    _clue("九曲河镇", "受理信访", "工作纪律", "初步核实", "6-5", "已立案", "8-14"),
    _clue("望川街道", "个别谈话", "廉洁纪律", "初步核实", "6-18", "已立案", "9-4"),
    _clue("县农业农村局", "查阅资料", "工作纪律", "初步核实", "6-18", "已办结", "8-7", ("", "政务警告"), "12-4", "12-11"),
    _clue("县综合行政执法局", "受理信访", "廉洁纪律", "初步核实", "7-10", "已立案", "9-18", judicial="1人"),
    _clue("县水务投资集团", "查阅资料", "廉洁纪律", "初步核实", "7-10", "已立案", "10-15", detained="1人"),
    _clue("县公共资源交易中心", "个别谈话", "工作纪律", "谈话函询", "8-20", "谈话函询", persons=2, org_handling="诫勉"),
    _clue("茶亭镇", "受理信访", "群众纪律", "初步核实", "10-30", "已立案", "11-25"),
    _clue("沙溪口镇", "查阅资料", "廉洁纪律", "初步核实", "11-6", "已立案", "12-3"),
    _clue("双桥铺镇", "走访", "群众纪律", "初步核实", "11-20", "初步核实"),
    _clue("红枫岭乡", "受理信访", "廉洁纪律", "初步核实", "11-20", "已立案", "12-18"),
    _clue("县疾病预防控制中心", "查阅资料", "工作纪律", "初步核实", "12-11", "初步核实"),
    _clue("县财政局", "个别谈话", "廉洁纪律", "暂存待查", "12-18", "办理中"),
)  # fmt: skip


def hand_over(inspections: list[Inspection]) -> list[tuple[Inspection, Clue]]:
    """Each clue with its inspection, whose reported counts are set from its clues."""
    by_name = {one.organisation: one for one in inspections}
    pairs = [(by_name[clue.organisation], clue) for clue in CLUES]
    for one, clue in pairs:
        one.clues += 1
        one.clue_persons += clue.persons
        one.cases += clue.filed_on is not None
        one.case_persons += clue.filed_on is not None
        one.sanctions += clue.sanctioned
    return pairs

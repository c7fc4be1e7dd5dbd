"""The rounds of the term: when, by which teams, in what form, and what the finished ones reported."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from data.samples import SEED
from data.samples.organisations import Organisation, organisations
from data.samples.places import TOWNS

STREAMS = ("policy", "conduct", "party")


@dataclass(kw_only=True)
class Inspection:
    """One organisation in one round, with the counts that the round ledger reports of it."""

    organisation: str
    short: str
    round: int | None
    batch: int | None
    team: str
    form: str
    start: date
    end: date
    fed_back_on: date | None = None
    villages: int = 0
    talks: int = 0
    petitions: int = 0
    visits: int = 0
    documents: int = 0
    issues: int = 0
    streams: dict[str, int] = field(default_factory=dict)
    immediate: int = 0
    clues: int = 0
    clue_persons: int = 0
    cases: int = 0
    case_persons: int = 0
    sanctions: int = 0
    note: str = ""
    fund: str = ""
    fund_amount: float | None = None
    sites: int = 0
    campaigns: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Early:
    """A round of which only totals are left. Issues are given by stream: leadership, discipline, party building."""

    round: int
    start: date
    end: date
    issues: tuple[int, int, int]
    immediate: int
    clues: tuple[int, int]
    cases: tuple[int, int]
    sanctions: int


EARLY = (
    Early(round=1, start=date(2016, 11, 7), end=date(2016, 12, 30), issues=(14, 19, 12), immediate=4, clues=(4, 5), cases=(1, 1), sanctions=1),
    Early(round=2, start=date(2017, 3, 13), end=date(2017, 5, 5), issues=(20, 28, 21), immediate=8, clues=(9, 11), cases=(4, 5), sanctions=4),
    Early(round=3, start=date(2017, 9, 11), end=date(2017, 11, 10), issues=(22, 36, 25), immediate=11, clues=(12, 15), cases=(5, 7), sanctions=6),
    Early(round=4, start=date(2018, 3, 12), end=date(2018, 5, 4), issues=(23, 33, 22), immediate=9, clues=(8, 9), cases=(4, 4), sanctions=4),
    Early(round=5, start=date(2018, 6, 11), end=date(2018, 8, 3), issues=(21, 31, 24), immediate=12, clues=(11, 13), cases=(6, 7), sanctions=5),
    Early(round=6, start=date(2018, 10, 8), end=date(2018, 12, 7), issues=(27, 34, 29), immediate=14, clues=(13, 14), cases=(7, 8), sanctions=7),
    Early(round=7, start=date(2019, 3, 11), end=date(2019, 5, 10), issues=(28, 30, 27), immediate=15, clues=(10, 12), cases=(6, 6), sanctions=5),
    Early(round=8, start=date(2019, 6, 10), end=date(2019, 8, 2), issues=(26, 29, 24), immediate=13, clues=(9, 9), cases=(5, 6), sanctions=5),
    Early(round=9, start=date(2019, 10, 14), end=date(2019, 12, 6), issues=(27, 28, 26), immediate=16, clues=(12, 13), cases=(8, 8), sanctions=6),
)  # fmt: skip

# What rounds ten and eleven found: 146 and 118 issues, together the year's 264.
_TOWN_ISSUES = {10: (17, 18, 16, 17), 11: (13, 12, 14, 13, 3, 3)}
_UNIT_ISSUES = {10: (9, 8, 7, 8, 7, 8, 9, 7, 8, 7), 11: (7, 5, 6, 5, 5, 6, 5, 3, 3, 6, 4, 5)}
_DATES = {
    (10, None): (date(2020, 4, 13), date(2020, 6, 12)),
    (11, 1): (date(2020, 10, 12), date(2021, 1, 8)),
    (11, 2): (date(2020, 11, 16), date(2021, 1, 22)),
}
_LINKED = {"县委办公室": "联动、交叉", "县人大常委会办公室": "联动、交叉", "县公安局": "联动"}
_ENDS = ("一", "二", "三", "四", "五")


def regular() -> list[Inspection]:
    """The inspections of rounds ten and eleven, counts of work and issues filled in; clues come with their ledger."""
    dice = Random(SEED + 1)
    found = []
    for number in (10, 11):
        here = [o for o in organisations() if o.round == number]
        towns, units = _issues(here, number)
        by_batch: dict[int | None, int] = {}
        for one in sorted(here, key=lambda o: o.batch or 0):
            place = by_batch[one.batch] = by_batch.get(one.batch, -1) + 1
            found.append(_inspection(one, place, units.get(one.name) or towns[one.name], dice))
    return found


def _issues(here: list[Organisation], number: int) -> tuple[dict[str, int], dict[str, int]]:
    towns = [o.name for o in here if o.kind == "乡镇(街道)"]
    units = [o.name for o in here if o.kind != "乡镇(街道)"]
    return (
        dict(zip(towns, _TOWN_ISSUES[number], strict=True)),
        dict(zip(units, _UNIT_ISSUES[number], strict=True)),
    )


def _inspection(one: Organisation, place: int, issues: int, dice: Random) -> Inspection:
    town = next((t for t in TOWNS if t.name == one.name), None)
    start, end = _DATES[one.round, one.batch]
    form = _LINKED.get(one.name, "巡镇带村" if town else "直巡")
    teams = 4 if one.round == 10 else 5
    team = "市县联动巡察组" if one.name in _LINKED else f"第{_ENDS[place % teams]}巡察组"
    note = ""
    if town and not town.reached:
        note = f"{town.villages}个村（社区）列入2021年延伸巡察计划"
    elif one.name == "县公安局":
        note = "市公安局党委同县委组成联动巡察组"
    elif one.name in _LINKED:
        note = "市县联动巡察组交叉巡察"
    return Inspection(
        organisation=one.name, short=one.short, round=one.round, batch=one.batch, team=team, form=form,
        start=start, end=end,
        fed_back_on=date(2020, 8, 3 + place % 4) if one.round == 10 else None,
        villages=town.villages if town and town.reached else 0,
        talks=dice.randrange(28, 75) if one.round == 10 else dice.randrange(16, 48),
        petitions=dice.randrange(2, 15), visits=dice.randrange(20, 90), documents=dice.randrange(160, 900),
        issues=issues, note=note,
    )  # fmt: skip


def special() -> list[Inspection]:
    """The special round of summer 2020: four funds at four organisations, counted for no coverage."""
    funds = (
        ("县民政局", "居家养老服务专项资金", 368.5, 8, 10, 1, 41, ("敬老院", "居家养老服务")),
        ("县住房和城乡建设局", "物业维修基金", 2946.2, 7, 11, 1, 38, ("物业维修基金",)),
        ("县残疾人联合会", "扶贫对象残疾人生活补贴", 512.86, 6, 7, 0, 22, ()),
        ("县人力资源和社会保障局", "就业创业补助", None, 5, 9, 0, 30, ()),
    )
    return [
        Inspection(
            organisation=name, short="", round=None, batch=None, team=f"第{_ENDS[place]}巡察组", form="直巡",
            start=date(2020, 7, 6), end=date(2020, 8, 21), talks=talks, petitions=2 + place, issues=issues,
            immediate=1 + place % 2, clues=clues, clue_persons=clues, note=f"{fund}；延伸走访企业、村（社区）{sites}个",
            fund=fund, fund_amount=amount, sites=sites, campaigns=campaigns,
        )
        for place, (name, fund, amount, sites, issues, clues, talks, campaigns) in enumerate(funds)
    ]  # fmt: skip

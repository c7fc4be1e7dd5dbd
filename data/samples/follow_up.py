"""What followed the inspections: three rounds of revisits, the talks that came of them, who was held to account."""

from dataclasses import dataclass
from datetime import date, timedelta

from openpyxl import Workbook

from data.kinds.numerals import chinese
from data.samples import COUNTY
from data.samples.organisations import organisations
from data.samples.sheets import Column, Row, column, lay_out
from data.samples.work import TERM_NAME, round_name


@dataclass(frozen=True, kw_only=True)
class Revisit:
    """One unit revisited: what it had to put right, and what of that was found undone. `number` is None for a 回头看."""

    organisation: str
    number: int | None
    start: date
    team: str
    before: int
    pushed: int
    talked: bool = False
    new: int = 0

    @property
    def grade(self) -> str:
        return ("好", "较好", "较好", "一般", "差")[min(self.pushed, 4)]


def _revisits(number: int | None, first: date, *units: tuple[str, int, int, bool, int]) -> list[Revisit]:
    """Three teams, three units in the first week and the rest in the next, three days each."""
    return [
        Revisit(
            organisation=name, number=number, start=first + timedelta(days=7 if place > 2 else 0),
            team=f"第{'一二三'[place % 3]}巡察组", before=before, pushed=pushed, talked=talked, new=new,
        )
        for place, (name, before, pushed, talked, new) in enumerate(units)
    ]  # fmt: skip


REVISITS = (
    *_revisits(
        1, date(2018, 9, 3),
        ("县交通运输局", 9, 1, False, 0), ("县水务局", 8, 1, False, 0), ("县供销合作社联合社", 7, 0, False, 0),
        ("县扶贫开发局", 10, 2, False, 1), ("云栖镇", 14, 4, True, 1), ("县粮油集团", 9, 1, False, 0),
    ),
    *_revisits(
        2, date(2019, 9, 2),
        ("县民政局", 10, 2, False, 0), ("柳溪镇", 15, 4, True, 1), ("县发展和改革局", 8, 1, False, 0),
        ("松风镇", 13, 2, False, 0), ("县总工会", 7, 3, True, 0), ("县科学技术局", 8, 0, False, 0),
    ),
    # The year's third round: seven units, fifteen issues, five of them called to a talk in August.
    *_revisits(
        3, date(2020, 4, 1),
        ("县教育和体育局", 13, 4, True, 1), ("县市场监督管理局", 12, 3, True, 0), ("县审计局", 8, 1, False, 0),
        ("县妇女联合会", 6, 1, False, 0), ("县统计局", 7, 2, True, 0), ("县委政法委员会", 9, 2, True, 0), ("金穗镇", 14, 2, True, 1),
    ),
)  # fmt: skip
SECOND_LOOKS = tuple(
    _revisits(None, date(2019, 11, 11), ("县农业发展投资集团", 11, 1, False, 1), ("雁回镇", 12, 2, False, 1))
)
_DUE = {2018: date(2018, 11, 30), 2019: date(2019, 12, 31), 2020: date(2020, 6, 30)}

# When, in which form, with whom, how many persons.
TALKS = (
    (date(2018, 11, 20), "个别约谈", "云栖镇", 2),
    (date(2019, 11, 14), "个别约谈", "柳溪镇", 2),
    (date(2019, 11, 15), "个别约谈", "县总工会", 1),
    *((date(2020, 8, 26), "集体约谈", one.organisation, 1) for one in REVISITS if one.number == 3 and one.talked),
)
# When, whose, how many organisations and persons, how, for what.
ACCOUNTABILITIES = (
    (date(2018, 12, 10), "云栖镇", 1, 0, "通报", "巡察整改推进不力"),
    (date(2019, 12, 6), "柳溪镇", 0, 2, "诫勉", "反馈问题整改弄虚作假"),
    (date(2019, 12, 6), "县总工会", 0, 1, "诫勉", "反馈问题逾期未整改"),
    (date(2020, 10, 15), "县教育和体育局", 1, 1, "通报", "回访问题整改不到位"),
    (date(2020, 10, 15), "县市场监督管理局", 0, 2, "诫勉", "回访问题整改不到位"),
    (date(2020, 11, 20), "金穗镇", 1, 0, "责令书面检查", "整改主体责任落实不力"),
)


def revisit_ledger() -> Workbook:
    """回访台账: a sheet of the three rounds of revisits, and one of the second looks, which have no rounds."""
    book = Workbook()
    book.active.title = "整改回访"
    lay_out(
        book.active, title=f"中共{COUNTY}委{TERM_NAME}巡察整改回访台账", unit="个", columns=_revisit_columns(True),
        blocks=[("", [_revisit(one) for one in REVISITS])], grand="合计",
        notes=("注：回访轮次自成次序，不是巡察轮次；回访不计入巡察覆盖。",),
    )  # fmt: skip
    lay_out(
        book.create_sheet("回头看"), title=f"中共{COUNTY}委2019年巡察整改“回头看”台账", unit="个", columns=_revisit_columns(False),
        blocks=[("", [_revisit(one) for one in SECOND_LOOKS])], grand="合计",
    )  # fmt: skip
    return book


def _revisit_columns(numbered: bool) -> list[Column]:
    def one(name: str, heading: str = "", **more: bool | int) -> Column:
        return column("revisits", name, heading, **more)

    return [
        one("term", merged=True), one("year", merged=True), *([one("revisit_round", merged=True)] if numbered else []),
        one("revisit_kind", merged=True), one("round"), one("team", width=15), one("organisation", width=26), one("start"),
        one("end"), one("issues_before", "原问题数", total=True), one("rectified", "已整改", total=True),
        one("pushed", "督促整改问题", total=True), one("new_issues", "新发现问题", total=True), one("grade"), one("talked"),
        one("second_deadline"), Column(key="visitors", heading="回访人员"), one("note", width=24),
    ]  # fmt: skip


def _round_of(name: str) -> str:
    return round_name(next(o.round for o in organisations() if o.name == name))


def _revisit(one: Revisit) -> Row:
    return {
        "term": TERM_NAME, "year": one.start.year, "revisit_round": f"第{chinese(one.number)}轮" if one.number else None,
        "revisit_kind": "回访" if one.number else "回头看", "round": _round_of(one.organisation), "team": one.team,
        "organisation": one.organisation, "start": one.start, "end": one.start + timedelta(days=2),
        "issues_before": one.before, "rectified": one.before - one.pushed, "pushed": one.pushed, "new_issues": one.new,
        "grade": one.grade, "talked": "是" if one.talked else "否",
        "second_deadline": _DUE[one.start.year] if one.pushed else None, "visitors": "某某某",
        "note": "已报县委主要领导" if one.talked else None,
    }  # fmt: skip


def talk_ledger() -> Workbook:
    """约谈台账: one unit a row; units and persons in columns of their own."""
    book = Workbook()
    book.active.title = "约谈台账"

    def one(name: str, heading: str = "", **more: bool | int) -> Column:
        return column("talks", name, heading, **more)

    columns = [
        one("term", merged=True), one("year", merged=True), one("revisit_round"), one("held_on", merged=True),
        one("talk_form", merged=True), one("organisation", width=26), one("round"), one("persons", "被约谈人数", total=True),
        Column(key="called", heading="被约谈人"), Column(key="post", heading="被约谈人职务"), one("cause", width=30),
        one("commitment", width=24), one("result"),
    ]  # fmt: skip
    by_name = {one.organisation: one for one in REVISITS}
    lay_out(
        book.active, title=f"中共{COUNTY}委巡察整改约谈台账", unit="个、人", columns=columns,
        blocks=[("", [_talk(*one, by_name[one[2]]) for one in TALKS])], grand="合计",
        notes=("注：2020年8月26日集体约谈由县委主要领导主持，约谈单位党组织主要负责人。",),
    )  # fmt: skip
    return book


def _talk(held_on: date, form: str, name: str, persons: int, after: Revisit) -> Row:
    return {
        "term": TERM_NAME, "year": held_on.year, "revisit_round": f"第{chinese(after.number)}轮", "held_on": held_on,
        "talk_form": form, "organisation": name, "round": _round_of(name), "persons": persons, "called": "某某某",
        "post": "某职务", "cause": f"回访发现{after.pushed}个问题整改不到位", "commitment": "限期整改，逐项销号", "result": "已整改",
    }  # fmt: skip


def accountability_ledger() -> Workbook:
    """追责问责台账: organisations and persons in columns of their own, never added up."""
    book = Workbook()
    book.active.title = "追责问责台账"

    def one(name: str, heading: str = "", **more: bool | int) -> Column:
        return column("accountabilities", name, heading, **more)

    columns = [
        one("term", merged=True), one("year", merged=True), one("decided_on"), one("organisation", width=26), one("round"),
        one("organisations", "问责党组织", total=True), one("persons", "问责人数", total=True),
        Column(key="blamed", heading="被问责人"), one("manner", width=16), one("cause", width=26),
    ]  # fmt: skip
    rows = [
        {
            "term": TERM_NAME, "year": day.year, "decided_on": day, "organisation": name, "round": _round_of(name),
            "organisations": bodies, "persons": persons, "blamed": "某某某" if persons else None, "manner": manner, "cause": cause,
        }
        for day, name, bodies, persons, manner, cause in ACCOUNTABILITIES
    ]  # fmt: skip
    lay_out(
        book.active, title=f"中共{COUNTY}委巡察整改追责问责台账", unit="个、人", columns=columns, blocks=[("", rows)],
        grand="合计", notes=("注：党组织与人员分别统计，不相加。",),
    )  # fmt: skip
    return book

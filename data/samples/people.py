"""The office's own people: the talent pool, trainings since 2017, rules and procedures made."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from openpyxl import Workbook

from data.kinds.numerals import chinese
from data.samples import COUNTY, CUT_OFF, SEED
from data.samples.organisations import organisations
from data.samples.rounds import EARLY
from data.samples.sheets import Column, Row, column, lay_out

# When each intake joined, and how many.
_INTAKES = (
    (date(2016, 10, 20), 46), (date(2017, 8, 15), 22), (date(2018, 5, 10), 24), (date(2019, 2, 25), 22), (date(2020, 3, 20), 24),
)  # fmt: skip
_LEAVERS = 8
_SPECIALTIES = (
    ("纪检监察", 26), ("组织人事", 20), ("财务审计", 22), ("工程建设", 12), ("法律", 12), ("农业农村", 14), ("信访维稳", 8), ("文字综合", 10),
)  # fmt: skip
_ROLES = (("组长", 8), ("副组长", 10), ("联络员", 12), ("组员", 100))
# Who sends many people, besides those drawn from anywhere.
_STAPLES = ("县委组织部", "县财政局", "县审计局", "县住房和城乡建设局", "县农业农村局", "县人民法院", "县人民检察院", "县公安局")
_PER_TEAM = 7
_SPECIAL_ROUND = "2020年专项巡察"


@dataclass(kw_only=True)
class Person:
    """One line of the pool; what is known of a person besides is not even invented."""

    employer: str
    specialty: str
    role: str
    joined_on: date
    left_on: date | None = None
    grade: str = ""
    served: list[str] | None = None


def _rounds() -> Iterator[tuple[str, date, int]]:
    """Name, first day and number of teams of every round of the term."""
    for one in EARLY:
        yield f"第{chinese(one.round)}轮", one.start, 3 if one.round < 6 else 4
    yield "第十轮", date(2020, 4, 13), 4
    yield _SPECIAL_ROUND, date(2020, 7, 6), 4
    yield "第十一轮", date(2020, 10, 12), 5


def pool() -> list[Person]:
    """Everyone who ever joined the pool, in order of joining, with the rounds served in."""
    dice = Random(SEED + 80)
    places = [o.name for o in organisations() if o.current]
    found = []
    for joined, number in _INTAKES:
        for _ in range(number):
            specialty = _drawn(dice, _SPECIALTIES)
            if dice.random() < 0.12:
                specialty += "、" + dice.choice([s for s, _ in _SPECIALTIES if s != specialty])
            found.append(
                Person(
                    employer=dice.choice(_STAPLES if dice.random() < 0.35 else places), specialty=specialty,
                    role=_drawn(dice, _ROLES), joined_on=joined, served=[],
                )
            )  # fmt: skip
    for one in dice.sample([p for p in found if p.joined_on.year <= 2018], _LEAVERS):
        one.left_on = date(dice.choice((2019, 2020)), dice.randrange(3, 12), 28)
    # Some are seldom spared by their units.
    spared = [0.05 if dice.random() < 0.3 else 1.0 for _ in found]
    chance = {id(one): share for one, share in zip(found, spared, strict=True)}
    for name, start, teams in _rounds():
        there = [p for p in found if p.joined_on <= start and (p.left_on is None or p.left_on > start)]
        there.sort(key=lambda p: dice.random() * chance[id(p)], reverse=True)
        for one in there[: teams * _PER_TEAM]:
            one.served.append(name)
    for one in found:
        one.grade = _drawn(dice, (("优秀", 3), ("称职", 9))) if one.served else ""
    return found


def _drawn(dice: Random, weighted: tuple[tuple[str, int], ...]) -> str:
    return dice.choices([word for word, _ in weighted], [weight for _, weight in weighted])[0]


def talent_register() -> Workbook:
    """人才库名册: one person a row, with columns of personal data that are dropped at reading."""
    book = Workbook()
    book.active.title = "人才库名册"

    def one(name: str, heading: str = "", width: int = 12) -> Column:
        return column("talents", name, heading, width=width)

    columns = [
        Column(key="person", heading="姓名"), Column(key="post", heading="职务"), one("employer", "工作单位", 26),
        one("specialty", width=20), one("joined_on"), one("role"), one("times_served", width=34), one("grade"), one("left_on"),
        one("note", width=20),
    ]  # fmt: skip
    people = pool()
    here = sum(p.left_on is None for p in people)
    lay_out(
        book.active, title=f"{COUNTY}委巡察人才库名册", unit="人", columns=columns, blocks=[("", [_talent(p) for p in people])],
        notes=(f"注：截至{CUT_OFF.year}年{CUT_OFF.month}月{CUT_OFF.day}日在库{here}人；调离、退休的填写出库时间，保留备查。",),
    )  # fmt: skip
    return book


def _talent(one: Person) -> Row:
    return {
        "person": "某某某", "post": "某职务", "employer": one.employer, "specialty": one.specialty, "joined_on": one.joined_on,
        "role": one.role, "times_served": "、".join(one.served) or "无", "grade": one.grade or None, "left_on": one.left_on,
        "note": "工作调动" if one.left_on else None,
    }  # fmt: skip


_LECTURES = ("巡察工作条例解读", "个别谈话的方法与纪律", "财务账目核查要点", "工程项目问题查找", "巡察报告与底稿撰写", "村级巡察实务")
# Year: lectures, courses (name, month, persons, hours), secondments (persons, days), study visits (place, month, persons, days).
_YEARS = {
    2017: (2, (("巡前业务培训", 3, 38, 8), ("巡前业务培训", 9, 36, 8)), (2, 20), ()),
    2018: (3, (("巡前业务培训", 3, 42, 8), ("巡察骨干培训班", 5, 40, 16), ("巡前业务培训", 10, 41, 8)), (3, 20), (("外县", 11, 12, 2),)),
    2019: (4, (("巡前业务培训", 3, 44, 8), ("巡察骨干培训班", 6, 48, 16), ("巡前业务培训", 10, 46, 8)), (4, 20), (("省内先进县", 4, 14, 3),)),
    2020: (6, (("巡前业务培训", 4, 52, 8), ("专项巡察业务培训", 7, 30, 8), ("巡察骨干培训班", 9, 60, 24), ("巡前业务培训", 10, 64, 8)), (6, 20), (("省内先进县", 5, 16, 3),)),
}  # fmt: skip


def training_ledger() -> Workbook:
    """培训台账: a sheet a year, one training a row; who taught is dropped at reading."""
    book = Workbook()
    book.remove(book.active)

    def one(name: str, heading: str = "", **more: bool | int) -> Column:
        return column("trainings", name, heading, **more)

    columns = [
        one("start", "培训时间"), one("topic", "培训主题", width=30), one("training_form"), one("place", width=20),
        Column(key="teacher", heading="授课人"), one("sessions", "期数", total=True), one("persons", "参训人数", total=True), one("hours"),
        one("note", width=24),
    ]  # fmt: skip
    for year in _YEARS:
        rows = sorted(_trainings(year), key=lambda row: row["start"])
        lay_out(
            book.create_sheet(f"{year}年"), title=f"{COUNTY}委巡察办{year}年培训台账", unit="期、人、学时", columns=columns,
            blocks=[("", rows)], label_in="topic", grand="合计", notes=("注：学时为每人每期学时；以干代训、外出学习每天按8学时计。",),
        )  # fmt: skip
    return book


def _trainings(year: int) -> Iterator[Row]:
    lectures, courses, (seconded, days), visits = _YEARS[year]
    dice = Random(SEED + year)
    common = {"teacher": "某某某", "sessions": 1}
    for number in range(lectures):
        month = 2 + number * 10 // lectures
        yield common | {
            "start": date(year, month, 18), "topic": _LECTURES[number], "training_form": "巡察讲堂", "place": "县委党校",
            "persons": dice.randrange(28, 46) + (year - 2017) * 3, "hours": 3,
        }  # fmt: skip
    for name, month, persons, hours in courses:
        yield common | {
            "start": date(year, month, 6), "topic": name, "training_form": "集中培训", "place": "县委党校", "persons": persons, "hours": hours,
        }
    yield common | {
        "start": date(year, 3, 1), "topic": "市委巡察组以干代训", "training_form": "以干代训", "place": "市委巡察办", "sessions": 2,
        "persons": seconded, "hours": f"{days}天", "note": "上下半年各一期，人数为两期合计",
    }  # fmt: skip
    for place, month, persons, length in visits:
        yield common | {
            "start": date(year, month, 22), "topic": f"赴{place}学习考察", "training_form": "外出学习", "place": place, "persons": persons,
            "hours": f"{length}天",
        }  # fmt: skip


_RULES = (
    ("县委巡察工作领导小组工作规则", "新建", date(2016, 11, 2)),
    ("县委巡察组工作规则", "新建", date(2016, 11, 2)),
    ("巡察工作流程图及文书格式", "新建", date(2017, 2, 20)),
    ("巡察人才库管理办法", "新建", date(2017, 7, 18)),
    ("被巡察党组织配合巡察工作规定", "新建", date(2018, 2, 26)),
    ("巡察移交问题线索管理办法", "新建", date(2018, 9, 12)),
    ("延伸巡察村（社区）工作指引", "新建", date(2019, 1, 22)),
    ("县委巡察组工作规则", "修订", date(2019, 3, 4)),
    ("巡察工作与纪检监察、审计等协作配合办法", "新建", date(2019, 8, 30)),
    ("巡察回访督查办法（试行）", "新建", date(2020, 3, 16)),
    ("巡察工作流程图及文书格式", "修订", date(2020, 4, 2)),
    ("巡察审计整改责任追究办法（试行）", "新建", date(2020, 9, 8)),
    ("巡察人才库管理办法", "修订", date(2020, 9, 27)),
    ("巡察组考核评价办法", "新建", date(2020, 12, 3)),
)


def regulation_ledger() -> Workbook:
    """制度台账: what the office has made and revised since the term began."""
    book = Workbook()
    book.active.title = "制度台账"
    columns = [
        column("regulations", "year", merged=True), column("regulations", "title", width=44), column("regulations", "action"),
        column("regulations", "made_on"), column("regulations", "issuer", width=26), column("regulations", "note", width=16),
    ]  # fmt: skip
    rows = [
        {
            "year": day.year, "title": f"《{title}》", "action": action, "made_on": day,
            "issuer": f"{COUNTY}委巡察办" if "流程" in title or "指引" in title else f"{COUNTY}委巡察工作领导小组",
        }
        for title, action, day in _RULES
    ]  # fmt: skip
    lay_out(
        book.active, title=f"{COUNTY}委巡察机构制度台账", unit="项", columns=columns, blocks=[("", rows)],
        notes=("注：被巡察单位整改中建立的制度见整改台账，不列入本表。",),
    )  # fmt: skip
    return book

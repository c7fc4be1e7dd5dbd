"""The ledger of rounds: totals of the early rounds, one row an organisation since round ten, the special round apart."""

from collections.abc import Callable, Sequence
from random import Random

from openpyxl import Workbook

from data.kinds.numerals import chinese
from data.samples import COUNTY, SEED, SPECIAL
from data.samples.organisations import organisations
from data.samples.places import TOWNS
from data.samples.rounds import EARLY, STREAMS, Early, Inspection
from data.samples.sheets import Column, Row, column, lay_out

TERM_NAME = "十三届"
_WORK = ("talks", "petitions", "visits", "documents")
# What a stream of issues was called until 2019, and since.
_OLD = {"policy": "党的领导", "conduct": "从严治党", "party": "党的建设"}
_NEW = {"policy": "决策部署落实", "conduct": "群众身边腐败", "party": "基层党组织软弱涣散"}


def round_ledger(regular: list[Inspection], special: list[Inspection]) -> Workbook:
    """轮次台账, a sheet for rounds one to nine, for ten, for eleven and for the special round of 2020."""
    book = Workbook()
    book.active.title = "第一至九轮"
    lay_out(
        book.active, title=f"中共{COUNTY}委{TERM_NAME}历轮常规巡察情况统计表", unit="个、件、人", columns=_early_columns(),
        blocks=[("", [_early(one) for one in EARLY])], grand="合计",
        notes=("注：第一至九轮只保留汇总数，各轮巡察了哪些单位见巡察对象名录。",),
    )  # fmt: skip
    for number in (10, 11):
        here = [one for one in regular if one.round == number]
        batches = sorted({one.batch for one in here}, key=lambda b: b or 0)
        name = f"第{chinese(number)}轮"
        lay_out(
            book.create_sheet(name), title=f"中共{COUNTY}委{name}常规巡察工作台账", unit="个、件、人", columns=_columns(here),
            blocks=[(f"第{chinese(b)}批小计" if b else "", [_row(one) for one in here if one.batch == b]) for b in batches],
            grand="合计",
            notes=("注：移交线索以县纪委监委案管室签收为准；立案、处分数统计截至2020年12月31日。",),
        )  # fmt: skip
    lay_out(
        book.create_sheet("2020年专项"), title=f"中共{COUNTY}委2020年{SPECIAL}专项巡察工作台账", unit="个、件、人",
        columns=_special_columns(), blocks=[("", [_row(one) for one in special])], grand="合计",
        notes=("注：专项巡察不计入巡察覆盖；延伸走访的企业、村（社区）不计入村级延伸巡察。",),
    )  # fmt: skip
    return book


def round_name(number: int, batch: int | None = None) -> str:
    """第十一轮, or 第十一轮第二批."""
    return f"第{chinese(number)}轮" + (f"第{chinese(batch)}批" if batch else "")


def _pair(rows: Sequence[Row]) -> str:
    """The total of a column whose cells name cases and persons: 12件12人."""
    return _cases(sum(row["_cases"] for row in rows), sum(row["_case_persons"] for row in rows))


def _cases(cases: int, persons: int) -> str | int:
    return f"{cases}件{persons}人" if cases else "无"


def _one(name: str, heading: str = "", **more: bool | int | str | Callable) -> Column:
    return column("rounds", name, heading, **more)


def _results(streams: dict[str, str]) -> list[Column]:
    return [
        _one("issues", total=True),
        *(_one(f"issues_{stream}", heading, over="其中", total=True) for stream, heading in streams.items()),
        _one("immediate", total=True),
        _one("clues", "件", over="移交线索", total=True),
        _one("clue_persons", "人", over="移交线索", total=True),
        _one("cases", "立案", total=_pair),
        _one("sanctions", total=True),
        _one("note", width=30),
    ]


def _early_columns() -> list[Column]:
    return [
        _one("term", merged=True), _one("year", merged=True), _one("round"), _one("kind", merged=True),
        _one("form", width=18), _one("start"), _one("end"), _one("status"), _one("organisations_reported", total=True),
        _one("villages", total=True), *(_one(name, total=True) for name in _WORK), *_results(_OLD),
    ]  # fmt: skip


def _columns(here: list[Inspection]) -> list[Column]:
    fed_back = [_one("fed_back_on")] if here[0].fed_back_on else []
    return [
        _one("term", merged=True), _one("year", merged=True), _one("round", merged=True, width=14),
        _one("kind", merged=True), _one("form"), _one("team", width=15), _one("organisation", width=26),
        _one("start", merged=True), _one("end", merged=True), *fed_back, _one("status"), _one("villages", total=True),
        *(_one(name, total=True) for name in _WORK), *_results(_NEW),
    ]  # fmt: skip


def _special_columns() -> list[Column]:
    return [
        _one("term", merged=True), _one("year", merged=True), _one("kind", merged=True), _one("theme", merged=True, width=16),
        _one("team", width=15), _one("organisation", width=26), _one("period", merged=True, width=20), _one("status"),
        _one("counts_for_coverage"), _one("talks", total=True), _one("petitions", total=True), _one("issues", total=True),
        _one("immediate", total=True), _one("clues", "移送问题线索", total=True), _one("note", width=46),
    ]  # fmt: skip


def _early(one: Early) -> Row:
    """A round's totals; work done is invented in proportion to what was inspected."""
    dice = Random(SEED + one.round)
    inspected = [o for o in organisations() if o.round == one.round]
    reached = sum(town.villages for town in TOWNS if town.round == one.round)
    size = len(inspected) + reached
    return {
        "term": TERM_NAME, "year": one.start.year, "round": f"第{chinese(one.round)}轮", "kind": "常规",
        "form": "直巡、巡镇带村" if reached else "直巡", "start": one.start, "end": one.end, "status": "已反馈",
        "organisations_reported": len(inspected), "villages": reached, "talks": size * dice.randrange(18, 30),
        "petitions": size * dice.randrange(2, 5), "visits": size * dice.randrange(14, 26),
        "documents": size * dice.randrange(90, 150), "issues": sum(one.issues), "immediate": one.immediate,
        **{f"issues_{stream}": n for stream, n in zip(STREAMS, one.issues, strict=True)},
        "clues": one.clues[0], "clue_persons": one.clues[1], "cases": _cases(*one.cases),
        "_cases": one.cases[0], "_case_persons": one.cases[1], "sanctions": one.sanctions,
    }  # fmt: skip


def _row(one: Inspection) -> Row:
    """The row of one inspection, for the sheets of regular and special rounds alike."""
    batch = f"第{chinese(one.batch)}批" if one.batch else ""
    return {
        "term": TERM_NAME, "year": one.start.year, "round": f"第{chinese(one.round)}轮{batch}" if one.round else None,
        "kind": "常规" if one.round else "专项", "theme": SPECIAL, "form": one.form, "team": one.team,
        "organisation": one.organisation, "start": one.start, "end": one.end, "fed_back_on": one.fed_back_on,
        "period": f"{one.start.year}年{one.start.month}月{one.start.day}日至{one.end.month}月{one.end.day}日",
        "status": "进驻中" if one.round == 11 else "已反馈", "counts_for_coverage": "否",
        "villages": one.villages, "talks": one.talks, "petitions": one.petitions, "visits": one.visits,
        "documents": one.documents, "issues": one.issues, "immediate": one.immediate,
        **{f"issues_{stream}": n for stream, n in one.streams.items()},
        "clues": one.clues, "clue_persons": one.clue_persons, "cases": _cases(one.cases, one.case_persons),
        "_cases": one.cases, "_case_persons": one.case_persons, "sanctions": one.sanctions, "note": one.note or None,
    }  # fmt: skip

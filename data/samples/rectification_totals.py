"""What the units of rounds seven to nine report of their rectification: totals only, no list of issues is left."""

from collections.abc import Sequence
from datetime import date
from random import Random

from openpyxl import Workbook

from data.samples import COUNTY, SEED
from data.samples.organisations import organisations
from data.samples.rounds import EARLY, Early
from data.samples.sheets import Column, Row, column, lay_out
from data.samples.work import TERM_NAME, round_name

# Feedback and the day of the report, and each round's own words for the grades from best to worst but one.
_ROUNDS = {
    7: (date(2019, 6, 20), date(2019, 9, 20), ("好", "较好", "一般")),
    8: (date(2019, 9, 12), date(2019, 12, 12), ("优秀", "合格", "基本合格")),
    9: (date(2020, 1, 14), date(2020, 7, 14), ("优", "良", "中")),
}
# What is not done of each round's issues, dealt out to its units.
_LEFT = {7: ("continuing", "continuing"), 8: ("basic", "continuing", "continuing"), 9: ("basic", "basic", "staged", "continuing", "going", "overdue")}


def rectification_totals_ledger() -> Workbook:
    """整改情况统计表: a sheet for each round, one row a unit; the issues due add up to what the round reported."""
    book = Workbook()
    book.remove(book.active)
    for early in EARLY:
        if early.round in _ROUNDS:
            name = round_name(early.round)
            lay_out(
                book.create_sheet(name), title=f"中共{COUNTY}委{name}常规巡察整改落实情况统计表", unit="个、条、项、万元、份", columns=_columns(),
                blocks=[("", _rows(early))], label_in="organisation", grand="合计", notes=("注：基本完成、长期坚持的问题不计入已完成。",),
            )  # fmt: skip
    return book


def _columns() -> list[Column]:
    def one(name: str, heading: str = "", **more: object) -> Column:
        return column("rectification_totals", name, heading, **more)

    return [
        one("term", merged=True), one("year", merged=True), one("round", merged=True), one("organisation", "被巡察党组织", width=24),
        one("fed_back_on", merged=True), one("reported_on"), one("due", "反馈问题应整改数", total=True), one("done", "已完成数", total=True),
        one("basic", total=True), one("staged", total=True), one("continuing", total=True), one("going", total=True), one("overdue", total=True),
        one("rate", "整改完成率", total=_rate("done", "due")), one("immediate_due", "立行立改应整改数", width=14, total=True),
        one("immediate_done", "立行立改已整改数", width=14, total=True), one("suggestions_due", "意见建议", total=True),
        one("suggestions_done", "已落实", total=True), one("measures", "整改措施", total=True), one("rules_new", total=True),
        one("rules_revised", total=True), one("money_refunded", total=True), one("money_collected", total=True),
        one("money_recovered", total=True), one("grade", "整改评估等次"), one("satisfied", "满意票", total=True),
        one("returns", "有效票", total=True), one("satisfaction", "群众满意度", total=_rate("satisfied", "returns")), one("note"),
    ]  # fmt: skip


def _rate(part: str, whole: str):
    def said(rows: Sequence[Row]) -> str:
        return f"{sum(r[part] for r in rows) / sum(r[whole] for r in rows):.1%}"

    return said


def _rows(early: Early) -> list[Row]:
    dice = Random(SEED + 20 + early.round)
    units = [one for one in organisations() if one.round == early.round]
    fed_back, reported, grades = _ROUNDS[early.round]
    due = _dealt(sum(early.issues), len(units), dice)
    at_once = _dealt(early.immediate, len(units), dice, least=0)
    left = [dice.randrange(len(units)) for _ in _LEFT[early.round]]
    rows = []
    for place, unit in enumerate(units):
        here = [state for state, where in zip(_LEFT[early.round], left, strict=True) if where == place]
        returns = dice.randrange(28, 64)
        row: Row = {
            "term": TERM_NAME, "year": early.start.year, "round": round_name(early.round), "organisation": unit.name, "fed_back_on": fed_back,
            "reported_on": reported, "due": due[place], "done": due[place] - len(here),
            **{state: here.count(state) for state in ("basic", "staged", "continuing", "going", "overdue")},
            "immediate_due": at_once[place], "immediate_done": at_once[place], "suggestions_due": dice.randrange(1, 5),
            "measures": due[place] * dice.randrange(2, 4), "rules_new": dice.randrange(0, 4), "rules_revised": dice.randrange(0, 4),
            "money_refunded": round(dice.uniform(0, 9), 2) if dice.random() < 0.5 else 0,
            "money_collected": round(dice.uniform(0, 14), 2) if dice.random() < 0.4 else 0,
            "money_recovered": round(dice.uniform(0, 30), 2) if dice.random() < 0.3 else 0,
            "grade": dice.choices(grades, (4, 5, 2))[0], "satisfied": returns - dice.choice((0, 0, 1, 1, 2, 3)), "returns": returns,
        }  # fmt: skip
        row["suggestions_done"] = max(row["suggestions_due"] - (dice.random() < 0.2), 0)
        rows.append(row | {"rate": _rate("done", "due")([row]), "satisfaction": _rate("satisfied", "returns")([row])})
    return rows


def _dealt(whole: int, parts: int, dice: Random, least: int = 5) -> list[int]:
    """A whole dealt out to so many parts, each with at least so many."""
    found = [least] * parts
    for _ in range(whole - least * parts):
        found[dice.randrange(parts)] += 1
    return found

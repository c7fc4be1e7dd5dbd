"""Special inspections once more: each row of the ledger in its special round, counted by hand."""

import re
from functools import cache

from tests.second_opinion.asking import Question, fits
from tests.second_opinion.stored import Row

NOTHING = ("", "无", "没有", "暂无", "未推动", "未开展")


@cache
def rows(opinion) -> list[Row]:
    """The ledger's rows; those that were placed in a regular round stand in none."""
    found = []
    for row in opinion.rows_of("specials"):
        special = row["round_number"] is None
        if not special:
            row["round"], row["round_id"] = None, f"{row['county']}|{row['year']}|regular"
        if row["round"] is None:
            row["kind"] = "专项"
        if not special:
            raw = next(r for r in opinion.live["specials"] if r["_number"] == row["_number"])
            row["team"] = raw["team"]
        day = row["end"] or (row["ended"] if special else None) or row["start"]
        found.append(row | {"month": day.replace(day=1) if day else None})
    return found


def counted(field: str):
    """The sum of a column."""
    return lambda opinion, where: opinion.total(rows(opinion), field, where)


def units(opinion, where: dict[str, str]) -> int | None:
    return opinion.distinct(rows(opinion), "organisation", where)


def funds(opinion, where: dict[str, str]) -> int | None:
    found = rows(opinion)
    names = {(r["round_id"], r["fund"]) for r in found if r["fund"] and fits(r, where)}
    return len(names) or opinion.nought(found, where)


def names_of(row: Row) -> set[str]:
    """The campaigns that a row names, without what they all are called."""
    parts = re.split("[、,;]", row["campaign"] or "")
    return {re.sub("(专项)?(整治|治理)(工作|行动|活动)?$", "", part) for part in parts} - set(NOTHING)


def campaigns(opinion, where: dict[str, str]) -> int | None:
    said = [r for r in rows(opinion) if r["campaigns"] is not None or r["campaign"] is not None]
    named, others = set(), 0
    for row in said:
        if not fits(row, where):
            continue
        names = names_of(row)
        if names and row["campaigns"] in (None, len(names)):
            named |= {(row["round_id"], name) for name in names}
        else:
            others += row["campaigns"] or 0
    return len(named) + others or opinion.nought(said, where)


def where_both(field: str):
    """The sum of a column over the rows that state issues and an amount."""

    def ask(opinion, where: dict[str, str]) -> float | int | None:
        both = [r for r in rows(opinion) if r["issues"] is not None and r["fund_amount"] is not None and r["fund_amount"] > 0]
        return opinion.total(both, field, where)

    return ask


SPECIALS_QUESTIONS: dict[str, Question] = {
    "special_orgs": (units, None),
    "special_funds": (funds, None),
    "fund_amount": (counted("fund_amount"), None),
    "sites_visited": (counted("sites"), None),
    "special_issues": (counted("issues"), None),
    "special_clues": (counted("clues"), None),
    "special_campaigns": (campaigns, None),
    "issues_per_fund": (where_both("issues"), where_both("fund_amount")),
}

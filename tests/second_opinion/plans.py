"""The second opinion on plans and teams: the plan ledger's rows, and each round's teams wherever they are named."""

from tests.second_opinion.asking import Question, fits
from tests.second_opinion.stored import Row


def planned(opinion) -> list[Row]:
    """The rows of the plan ledger, without totals of a year whose rounds are planned one by one."""
    rows = opinion.rows_of("plans")
    return [
        row
        for row in rows
        if row["round"]
        or row["year"] is None
        or not any(other["round"] and (other["county"], other["year"]) == (row["county"], row["year"]) for other in rows)
    ]


def teamed(opinion) -> list[Row]:
    """One row a team and round: from the team ledger, else from the inspections of a round that it says nothing of."""
    newest = {(r["county"], r["round_id"], r["team"]): r for r in opinion.rows_of("teams") if r["team"]}
    listed = list(newest.values())
    for row in opinion.inspections:
        key = (row["county"], row["round_id"], row["team"])
        if not row["reached"] or not row["team"] or not row["round"]:
            continue
        of_year = [r for r in listed if (r["county"], r["year"]) == (row["county"], row["year"]) and row["year"]]
        if any(r["round_id"] == row["round_id"] and r["round"] for r in listed) or (of_year and not any(r["round"] for r in of_year)):
            continue
        same = newest.setdefault(key, {name: row[name] for name in ("county", "term", "year", "round", "kind", "team")} | {"staff": None})
        for name in ("term", "year", "kind"):
            same[name] = min((value for value in (same[name], row[name]) if value is not None), default=None)
    return list(newest.values())


def count_rounds(opinion, where: dict[str, str]) -> int | None:
    rows = [row for row in planned(opinion) if row["round"]]
    return len({row["round_id"] for row in rows if fits(row, where)}) or opinion.nought(rows, where)


def count_teams(opinion, where: dict[str, str]) -> int | None:
    rows = teamed(opinion)
    return sum(fits(row, where) for row in rows) or opinion.nought(rows, where)


PLANS_QUESTIONS: dict[str, Question] = {
    "orgs_planned": (lambda o, w: o.total(planned(o), "organisations", w), None),
    "villages_planned": (lambda o, w: o.total(planned(o), "villages", w), None),
    "rounds_planned": (count_rounds, None),
    "teams": (count_teams, None),
    "staff": (lambda o, w: o.total(teamed(o), "staff", w), None),
}

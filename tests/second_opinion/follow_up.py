"""Revisits, talks and accountability, once more from the ledgers' rows."""

from datetime import date

from tests.second_opinion.asking import Ask, Question, summed
from tests.second_opinion.stored import Row


def month(day: date | None) -> date | None:
    return day.replace(day=1) if day else None


def revisits(opinion: object) -> list[Row]:
    """Each revisit with whether its unit was called to a talk then or later; None where neither ledger tells."""
    calls = talks(opinion)
    found = []
    for row in opinion.rows_of("revisits"):
        day = row["start"] or row["end"]
        later = [t for t in calls if t["county"] == row["county"] and row["organisation"] and t["organisation"] == row["organisation"] and _follows(t, row, day)]
        ledger = any(t["county"] == row["county"] for t in calls)
        called = True if row["talked"] or later else False if row["talked"] is not None or ledger else None
        found.append(row | {"month": month(day), "called": called})
    return found


def _follows(talk: Row, revisit: Row, day: date | None) -> bool:
    """Whether a talk with the same unit came of the revisit."""
    if talk["round"] and revisit["round"] and talk["round_id"] != revisit["round_id"]:
        return False
    same = talk["revisit_round"] is not None and talk["revisit_round"] == revisit["revisit_round"]
    if talk["revisit_round"] and revisit["revisit_round"] and not same:
        return False
    if talk["held_on"] and day:
        return talk["held_on"] >= day
    return bool(same and talk["year"] and revisit["year"] and talk["year"] >= revisit["year"])


def talks(opinion: object) -> list[Row]:
    return [row | {"month": month(row["held_on"])} for row in opinion.rows_of("talks")]


def accountabilities(opinion: object) -> list[Row]:
    """Each row with the organisations that it speaks of; a bare unit is one where the manner is for organisations only."""
    found = []
    for row in opinion.rows_of("accountabilities"):
        manner, count = row["manner"] or "", row["organisations"]
        if count is None and row["persons"] is None and row["organisation"] and ("检查" in manner or "改组" in manner):
            count = 1
        found.append(row | {"organisations": count, "month": month(row["decided_on"])})
    return found


def units(rows: object, test: object = lambda row: True, known: object = lambda row: True) -> Ask:
    """How many different units the rows that pass the test name; `known`: the rows that tell at all."""
    return lambda opinion, where: opinion.distinct([r for r in rows(opinion) if known(r)], "organisation", where, test)


def added(rows: object, field: str) -> Ask:
    """The sum of a field."""
    return lambda opinion, where: opinion.total(rows(opinion), field, where)


def parties(opinion: object) -> list[Row]:
    """The revisits that name their team, with the team as it went out in that year and round of revisits."""
    # The team that the row names itself, not that of the inspection before it.
    named = {row["_number"]: row["team"] for row in opinion.live["revisits"]}
    rows = [row | {"team": named[row["_number"]]} for row in revisits(opinion)]
    return [row | {"party": (row["year"], row["revisit_round"], row["team"])} for row in rows if row["team"]]


FOLLOW_UP_QUESTIONS: dict[str, Question] = {
    "revisit_orgs": (units(revisits), None),
    "revisit_teams": (lambda opinion, where: opinion.distinct(parties(opinion), "party", where), None),
    "issues_pushed": (added(revisits, "pushed"), None),
    "revisit_new_issues": (added(revisits, "new_issues"), None),
    "talk_orgs": (units(talks), None),
    "collective_talk_orgs": (
        units(talks, lambda r: r["talk_form"] == "集体约谈", lambda r: r["talk_form"] is not None), None,
    ),
    "talk_persons": (added(talks, "persons"), None),
    "talk_after_revisit_rate": (
        units(revisits, lambda r: r["called"], lambda r: r["called"] is not None), units(revisits),
    ),
    "accountable_orgs": (added(accountabilities, "organisations"), None),
    "accountable_persons": (added(accountabilities, "persons"), None),
    "org_handling_persons": (summed("clues", "org_handlings"), None),
    "detained_persons": (summed("clues", "detained"), None),
    "judicial_persons": (summed("clues", "judicial"), None),
}  # fmt: skip

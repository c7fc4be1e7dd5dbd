"""巡审联动: projects, what they handed over, and organisations audited before they were inspected, once more."""

from functools import cache

from tests.second_opinion.asking import Ask, Question, fits
from tests.second_opinion.stored import Row


@cache
def projects(opinion: object) -> list[Row]:
    """The audit ledger's rows in their rounds."""
    found = []
    for row in opinion.rows_of("audit_links"):
        day = row["entered_on"] or row["audited_on"]
        found.append(row | {
            "projects": 1, "month": day.replace(day=1) if day else None,
            "audit_mode": row["mode"], "audit_stage": row["stages"], "audit_step": row["steps"],
        })  # fmt: skip
    return found


def stated(name: str, *both: str) -> Ask:
    """The sum of a number over the projects that state all of these."""
    return lambda opinion, where: opinion.total([r for r in projects(opinion) if all(r[n] is not None for n in (name, *both))], name, where)


def audited_first(opinion: object, where: dict[str, str]) -> int | None:
    """Organisations that had an audit taken up before they were entered."""
    audits = projects(opinion)
    found = set()
    for row in opinion.inspections:
        row = row | {"organisation_kind": opinion.kind_of.get((row["county"], row["organisation"]))}
        if row["organisation"] and row["reached"] and fits(row, where) and any(_first(one, row) for one in audits):
            found.add((row["county"], row["organisation"]))
    return len(found) or opinion.nought([r for r in audits if r["organisation"]], where)


def _first(audit: Row, inspection: Row) -> bool:
    if any(audit[n] != inspection[n] for n in ("county", "organisation", "round_id")) or audit["taken_up"] == 0:
        return False
    entered = audit["entered_on"] or inspection["start"]
    return audit["mode"] == "先审后巡" or bool(audit["audited_on"] and entered and audit["audited_on"] < entered)


AUDITS_QUESTIONS: dict[str, Question] = {
    "audit_links": (stated("projects"), None),
    "audit_findings": (stated("findings"), None),
    "audit_taken_up": (stated("taken_up"), None),
    "audit_rectified": (stated("rectified"), None),
    "audit_taken_up_rate": (stated("taken_up", "findings"), stated("findings", "taken_up")),
    "audit_rectified_rate": (stated("rectified", "taken_up"), stated("taken_up", "rectified")),
    "audit_first_rate": (audited_first, lambda opinion, where: opinion.orgs_inspected(where)),
}

"""联动、交叉、提级: inspections with such a form or a row in the linked ledger, once more."""

from tests.second_opinion.asking import Question, fits, linkage
from tests.second_opinion.stored import Row


def linked_orgs(opinion: object, where: dict[str, str]) -> int | None:
    """Organisations inspected in such a form; 0 where any inspection there says its form or is in the linked ledger."""
    rows = [r for r in (_dressed(opinion, r) for r in opinion.inspections) if r["linked"] or linkage(r) == "联动交叉提级"]
    rows = [r for r in rows if r["reached"] and fits(r, where)]
    names = {(r["county"], r["organisation"]) for r in rows if r["organisation"]}
    reported = [r["counted"]["organisations_reported"] for r in rows if not r["organisation"] and "organisations_reported" in r["counted"]]
    if names or reported:
        return len(names) + sum(reported)
    return opinion.nought([r for r in opinion.inspections if r["form"] is not None or r["linked"]], where)


def _dressed(opinion: object, row: Row) -> Row:
    told = row["linked"] or {}
    return row | {
        "organisation_kind": opinion.kind_of.get((row["county"], row["organisation"])),
        "organiser": told.get("organiser"), "results_for": told.get("results_for"),
    }  # fmt: skip


def orgs_inspected(opinion: object, where: dict[str, str]) -> int | None:
    """The denominator of the share: every organisation inspected."""
    return opinion.orgs_inspected(where)


LINKED_QUESTIONS: dict[str, Question] = {
    "linked_orgs": (linked_orgs, None),
    "linked_share": (linked_orgs, orgs_inspected),
}

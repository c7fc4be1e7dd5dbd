"""A second opinion: every metric once more, slowly and plainly in Python, from the rows that are live.

It shares with the product the reading of names and the placing of rounds (pure functions with tests of their own) and
nothing of its SQL. `ask` answers (numerator, denominator); the tests compare it with the product over many scopes. Each
area of metrics has its questions in a file of its own, which knows `Opinion` only by what it asks of it.
"""

from collections.abc import Callable, Iterable
from datetime import date

from analytics.dimensions import DIMENSIONS, UNSAID
from tests.second_opinion.asking import Question, fits, summed
from tests.second_opinion.audits import AUDITS_QUESTIONS
from tests.second_opinion.details import Details
from tests.second_opinion.follow_up import FOLLOW_UP_QUESTIONS
from tests.second_opinion.linked import LINKED_QUESTIONS
from tests.second_opinion.people import PEOPLE_QUESTIONS
from tests.second_opinion.plans import PLANS_QUESTIONS
from tests.second_opinion.rectification import RECTIFICATION_QUESTIONS
from tests.second_opinion.specials import SPECIALS_QUESTIONS
from tests.second_opinion.stored import Row
from tests.second_opinion.supervisions import SUPERVISIONS_QUESTIONS


class Opinion(Details):
    """What the live rows of a store say, row by row."""

    def ask(self, metric: str, where: dict[str, str]) -> tuple[int | None, int | None]:
        """Numerator and denominator of a metric within a scope of labels; None where nothing is known."""
        top, bottom = QUESTIONS[metric]
        return top(self, where), bottom(self, where) if bottom else None

    def day(self, where: dict[str, str]) -> date:
        ends = [self.today]
        if "year" in where and where["year"] != UNSAID:
            ends.append(date(int(where["year"].removesuffix("年")), 12, 31))
        for term, (_, last) in self.settings.terms.items():
            if where.get("term") == DIMENSIONS["term"].said(term):
                ends.append(last)
        return min(ends)

    def of_term(self, row: Row, where: dict[str, str]) -> bool:
        return (
            bool({"term", "year", "round"} & set(where))
            or row["term"] is None
            or self.term is None
            or row["term"] == self.term
        )

    def total(
        self, rows: list[Row], field: str, where: dict[str, str], test: Callable[[Row], bool] = lambda r: True
    ) -> int | None:
        found = [r[field] for r in rows if r[field] is not None and test(r) and fits(r, where)]
        return round(sum(found), 4) if found else self.nought([r for r in rows if r[field] is not None], where)

    def distinct(
        self, rows: list[Row], field: str, where: dict[str, str], test: Callable[[Row], bool] = lambda r: True
    ) -> int | None:
        """How many different values a field has, per county; 0 where rows are known and none fits."""
        found = {(r["county"], r[field]) for r in rows if r[field] is not None and test(r) and fits(r, where)}
        return len(found) or self.nought(rows, where)

    @staticmethod
    def nought(rows: Iterable[Row], where: dict[str, str]) -> int | None:
        coarse = {n: v for n, v in where.items() if n in ("county", "term", "year", "round")}
        return 0 if any(fits(r, coarse) for r in rows) else None

    def orgs_total(self, where: dict[str, str]) -> int | None:
        rows = [
            r
            for r in self.register
            if fits(r, {n: v for n, v in where.items() if n in ("county", "organisation_kind", "organisation")})
            and self._in_service(r, where)
        ]
        return len(rows) or self.nought(self.register, {n: v for n, v in where.items() if n == "county"})

    def villages_total(self, where: dict[str, str]) -> int | None:
        rows = [
            r
            for r in self.villages
            if fits(r, {n: v for n, v in where.items() if n in ("county", "town", "village_class")})
            and self._in_service(r, where)
        ]
        return len(rows) or self.nought(self.villages, {n: v for n, v in where.items() if n == "county"})

    def _in_service(self, row: Row, where: dict[str, str]) -> bool:
        day = self.day(where)
        return (row["from_date"] is None or row["from_date"] <= day) and (
            row["to_date"] is None or day < row["to_date"]
        )

    def orgs_inspected(self, where: dict[str, str]) -> int | None:
        rows = [
            r
            for r in self.inspections
            if r["reached"]
            and fits(r | {"organisation_kind": self.kind_of.get((r["county"], r["organisation"]))}, where)
        ]
        names = {(r["county"], r["organisation"]) for r in rows if r["organisation"]}
        reported = [
            r["counted"]["organisations_reported"]
            for r in rows
            if not r["organisation"] and "organisations_reported" in r["counted"]
        ]
        return len(names) + sum(reported) if names or reported else self.nought(self.inspections, where)

    def orgs_covered(self, where: dict[str, str]) -> int | None:
        done = set()
        for unit in self.register:
            names = {unit["organisation"]}
            if self.settings.predecessor_counts and unit["predecessor"]:
                names |= set(unit["predecessor"].replace("，", "、").split("、"))
            for row in self.inspections:
                row = row | {"organisation_kind": unit["organisation_kind"]}
                mine = (
                    row["county"] == unit["county"] and row["organisation"] in names and row["done"] and row["counts"]
                )
                row["organisation"] = unit["organisation"]
                if mine and self.of_term(row, where) and fits(row, where) and self._in_service(unit, where):
                    done.add((unit["county"], unit["organisation"]))
        return len(done) or self.nought([r for r in self.inspections if self.of_term(r, where)], where)

    def villages_inspected(self, where: dict[str, str]) -> int | None:
        rows = [r for r in self.reaches if r["reached"] and fits(r, where)]
        return (
            len({r["unit"] for r in rows if r["unit"]}) + sum(r["n"] for r in rows)
            if rows
            else self.nought(self.reaches, where)
        )

    def villages_covered(self, where: dict[str, str]) -> int | None:
        rows = [
            r
            for r in self.reaches
            if r["done"]
            and r["home"]
            and self._in_service(r["home"], where)
            and fits(r, where)
            and self.of_term(r, where)
        ]
        return len({r["unit"] for r in rows}) or self.nought(
            [r for r in self.reaches if r["unit"] and self.of_term(r, where)], where
        )

    def rounds(self, where: dict[str, str]) -> int | None:
        known = [r for r in [*self.inspections, *self.reaches] if r["reached"]] + self.issues + self.clues
        known = [r for r in known if r["round"]]
        return len({r["round_id"] for r in known if fits(r, where)}) or self.nought(known, where)

    def reported(self, name: str, where: dict[str, str]) -> int | None:
        rows = [r | {"n": r["counted"].get(name)} for r in self.inspections]
        return self.total(
            [r | {"organisation_kind": self.kind_of.get((r["county"], r["organisation"]))} for r in rows], "n", where
        )

    def clues_open(self, where: dict[str, str]) -> int | None:
        details = [r for r in self.clues if r["basis"] == "明细"]
        found = [r["clues"] - (r["clues_filed"] or 0) for r in details if not r["closed"] and fits(r, where)]
        found = [n for n in found if n > 0]
        return sum(found) if found else self.nought(details, where)


QUESTIONS: dict[str, Question] = {
    "orgs_total": (Opinion.orgs_total, None),
    "orgs_inspected": (Opinion.orgs_inspected, None),
    "coverage_rate": (Opinion.orgs_covered, Opinion.orgs_total),
    "villages_total": (Opinion.villages_total, None),
    "villages_inspected": (Opinion.villages_inspected, None),
    "village_coverage_rate": (Opinion.villages_covered, Opinion.villages_total),
    "rounds": (Opinion.rounds, None),
    "issues_found": (summed("issues", "issues"), None),
    "issues_immediate": (summed("issues", "immediate"), None),
    "issues_per_org": (summed("issues", "issues"), Opinion.orgs_inspected),
    "clues_transferred": (summed("clues", "clues"), None),
    "clue_persons": (summed("clues", "persons"), None),
    "clues_open": (Opinion.clues_open, None),
    "cases_filed": (summed("clues", "cases"), None),
    "case_persons": (summed("clues", "case_persons"), None),
    "filing_rate": (summed("clues", "clues_filed"), summed("clues", "clues")),
    "filing_rate_persons": (summed("clues", "case_persons"), summed("clues", "persons")),
    "sanctions_persons": (summed("clues", "sanctions"), None),
    "sanction_rate": (summed("clues", "sanctions"), summed("clues", "case_persons")),
    "talks_persontimes": (lambda o, w: o.reported("talks", w), None),
    "petitions_received": (lambda o, w: o.reported("petitions", w), None),
}
for area in (
    FOLLOW_UP_QUESTIONS,
    SPECIALS_QUESTIONS,
    SUPERVISIONS_QUESTIONS,
    PEOPLE_QUESTIONS,
    LINKED_QUESTIONS,
    AUDITS_QUESTIONS,
    RECTIFICATION_QUESTIONS,
    PLANS_QUESTIONS,
):
    QUESTIONS |= area

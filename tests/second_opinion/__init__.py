"""A second opinion: every metric once more, slowly and plainly in Python, from the rows that are live.

It shares with the product the reading of names and the placing of rounds (pure functions with tests of their own) and
nothing of its SQL. `ask` answers (numerator, denominator); the tests compare it with the product over many scopes.
"""

from collections.abc import Callable, Iterable
from datetime import date

from analytics.dimensions import DIMENSIONS, UNSAID
from tests.second_opinion.details import Details
from tests.second_opinion.stored import Row


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
        found = [r[field] for r in rows if r[field] is not None and test(r) and _fits(r, where)]
        return sum(found) if found else self.nought([r for r in rows if r[field] is not None], where)

    @staticmethod
    def nought(rows: Iterable[Row], where: dict[str, str]) -> int | None:
        coarse = {n: v for n, v in where.items() if n in ("county", "term", "year", "round")}
        return 0 if any(_fits(r, coarse) for r in rows) else None

    def orgs_total(self, where: dict[str, str]) -> int | None:
        rows = [
            r
            for r in self.register
            if _fits(r, {n: v for n, v in where.items() if n in ("county", "organisation_kind", "organisation")})
            and self._in_service(r, where)
        ]
        return len(rows) or self.nought(self.register, {n: v for n, v in where.items() if n == "county"})

    def villages_total(self, where: dict[str, str]) -> int | None:
        rows = [
            r
            for r in self.villages
            if _fits(r, {n: v for n, v in where.items() if n in ("county", "town", "village_class")})
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
            and _fits(r | {"organisation_kind": self.kind_of.get((r["county"], r["organisation"]))}, where)
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
                if mine and self.of_term(row, where) and _fits(row, where) and self._in_service(unit, where):
                    done.add((unit["county"], unit["organisation"]))
        return len(done) or self.nought([r for r in self.inspections if self.of_term(r, where)], where)

    def villages_inspected(self, where: dict[str, str]) -> int | None:
        rows = [r for r in self.reaches if r["reached"] and _fits(r, where)]
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
            and _fits(r, where)
            and self.of_term(r, where)
        ]
        return len({r["unit"] for r in rows}) or self.nought(
            [r for r in self.reaches if r["unit"] and self.of_term(r, where)], where
        )

    def rounds(self, where: dict[str, str]) -> int | None:
        known = [r for r in [*self.inspections, *self.reaches] if r["reached"]] + self.issues + self.clues
        known = [r for r in known if r["round"]]
        return len({r["round_id"] for r in known if _fits(r, where)}) or self.nought(known, where)

    def reported(self, name: str, where: dict[str, str]) -> int | None:
        rows = [r | {"n": r["counted"].get(name)} for r in self.inspections]
        return self.total(
            [r | {"organisation_kind": self.kind_of.get((r["county"], r["organisation"]))} for r in rows], "n", where
        )

    def clues_open(self, where: dict[str, str]) -> int | None:
        details = [r for r in self.clues if r["basis"] == "明细"]
        found = [r["clues"] - (r["clues_filed"] or 0) for r in details if not r["closed"] and _fits(r, where)]
        found = [n for n in found if n > 0]
        return sum(found) if found else self.nought(details, where)


def _fits(row: Row, where: dict[str, str]) -> bool:
    """Whether a row has the labels asked for."""
    for name, label in where.items():
        value = row.get(name)
        values = value.split("、") if name == "form" and value else [value]
        if label not in [UNSAID if v is None else DIMENSIONS[name].said(v) for v in values]:
            return False
    return True


def _sum(rows: str, field: str) -> Callable[[Opinion, dict], int | None]:
    return lambda opinion, where: opinion.total(getattr(opinion, rows), field, where)


QUESTIONS: dict[str, tuple[Callable, Callable | None]] = {
    "orgs_total": (Opinion.orgs_total, None),
    "orgs_inspected": (Opinion.orgs_inspected, None),
    "coverage_rate": (Opinion.orgs_covered, Opinion.orgs_total),
    "villages_total": (Opinion.villages_total, None),
    "villages_inspected": (Opinion.villages_inspected, None),
    "village_coverage_rate": (Opinion.villages_covered, Opinion.villages_total),
    "rounds": (Opinion.rounds, None),
    "issues_found": (_sum("issues", "issues"), None),
    "issues_immediate": (_sum("issues", "immediate"), None),
    "issues_per_org": (_sum("issues", "issues"), Opinion.orgs_inspected),
    "clues_transferred": (_sum("clues", "clues"), None),
    "clue_persons": (_sum("clues", "persons"), None),
    "clues_open": (Opinion.clues_open, None),
    "cases_filed": (_sum("clues", "cases"), None),
    "case_persons": (_sum("clues", "case_persons"), None),
    "filing_rate": (_sum("clues", "clues_filed"), _sum("clues", "clues")),
    "filing_rate_persons": (_sum("clues", "case_persons"), _sum("clues", "persons")),
    "sanctions_persons": (_sum("clues", "sanctions"), None),
    "sanction_rate": (_sum("clues", "sanctions"), _sum("clues", "case_persons")),
    "talks_persontimes": (lambda o, w: o.reported("talks", w), None),
    "petitions_received": (lambda o, w: o.reported("petitions", w), None),
}

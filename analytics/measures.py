"""The aggregates that metrics are made of, one for each thing counted."""

from analytics.metric import Measure

_ON_REGISTER = "(from_date IS NULL OR from_date <= {at}) AND (to_date IS NULL OR {at} < to_date)"


def _sum(view: str, column: str, basis: str = "basis", **cells: tuple[str, ...]) -> Measure:
    there = f"{column} IS NOT NULL"
    return Measure(
        view=view, sql=f"sum({column})", where=there, known=there, weight=f"{column} > 0", basis=basis, cells=cells
    )


ORGANISATIONS = Measure(
    view="fact_organisation", sql="count(*)", where=_ON_REGISTER, basis="'名录'",
    cells={"organisations": ("organisation",)},
)  # fmt: skip
VILLAGES = Measure(
    view="fact_village", sql="count(*)", where=_ON_REGISTER, basis="'名录'",
    cells={"villages": ("village",)},
)  # fmt: skip
ORGANISATIONS_INSPECTED = Measure(
    view="fact_inspection", sql="count(DISTINCT unit) + coalesce(sum(organisations) FILTER (unit IS NULL), 0)",
    where="reached AND (unit IS NOT NULL OR organisations IS NOT NULL)", weight="unit IS NOT NULL OR organisations > 0",
    cells={"rounds": ("organisation", "organisations_reported"), "organisations": ("inspected", "rounds")},
)  # fmt: skip
ORGANISATIONS_COVERED = Measure(
    view="fact_coverage", sql="count(DISTINCT unit)", where=f"done AND counts AND {_ON_REGISTER}", within_term=True,
    known_in="fact_inspection",
    cells={"rounds": ("organisation",), "organisations": ("inspected", "rounds")},
)  # fmt: skip
VILLAGES_INSPECTED = Measure(
    view="fact_village_reach", sql="count(DISTINCT unit) + coalesce(sum(villages), 0)", where="reached",
    weight="unit IS NOT NULL OR villages > 0", cells={"village_reaches": ("village",), "rounds": ("villages",)},
)  # fmt: skip
VILLAGES_COVERED = Measure(
    view="fact_village_reach", sql="count(DISTINCT unit)", where=f"done AND registered AND {_ON_REGISTER}", within_term=True,
    known="unit IS NOT NULL", cells={"village_reaches": ("village",)},
)  # fmt: skip
ROUNDS = Measure(
    view="fact_round_kind", sql="count(DISTINCT round_id)",
    cells=dict.fromkeys(("rounds", "village_reaches", "issues", "clues"), ("round", "theme")) | {"organisations": ("rounds",)},
)  # fmt: skip
ISSUES = _sum("fact_issue", "issues", issues=("text",), rounds=("issues",))
IMMEDIATE = _sum("fact_issue", "immediate", issues=("immediate", "disposal"), rounds=("immediate",))
CLUES = _sum("fact_clue", "clues", clues=("clues", "clue_no"), rounds=("clues",))
CLUE_PERSONS = _sum("fact_clue", "persons", clues=("clue_persons",), rounds=("clue_persons",))
CLUES_FILED = _sum("fact_clue", "clues_filed", clues=("filed", "cases", "state"), rounds=("cases",))
CLUES_OPEN = Measure(
    view="fact_clue", sql="sum(clues - coalesce(clues_filed, 0))", where="basis = '明细' AND NOT closed AND clues > coalesce(clues_filed, 0)",
    known="basis = '明细'", cells={"clues": ("state", "closed_on")},
)  # fmt: skip
CASES = _sum("fact_clue", "cases", clues=("cases", "filed", "state"), rounds=("cases",))
CASE_PERSONS = _sum("fact_clue", "case_persons", clues=("case_persons", "filed"), rounds=("case_persons",))
SANCTIONS = _sum(
    "fact_clue", "sanctions", clues=("sanctions", "party_sanction", "admin_sanction"), rounds=("sanctions",)
)
TALKS = _sum("fact_inspection", "talks", "'报送'", rounds=("talks",))
PETITIONS = _sum("fact_inspection", "petitions", "'报送'", rounds=("petitions",))

"""Rows behind the figures, by name: which villages, in which state, reached when. Lists, not metrics."""

import pandas as pd

from analytics.cells import Cell, column, sheets, spoken
from data.facts import Facts

VILLAGES = """
    SELECT town, village, village_class, state, round_name
    FROM {villages}
    WHERE coalesce(from_date <= $as_of, TRUE) AND coalesce(to_date > $as_of, TRUE)
    ORDER BY _import, _sheet, _row
"""
REACHES = """
    SELECT round_name, form, team, start, "end", status, village_issues, _import, _sheet, _row
    FROM {reaches}
    WHERE town IS NOT DISTINCT FROM $town AND village = $village
    ORDER BY round_order
"""
VILLAGE = """
    SELECT village_kind, village_class, risk_weak, risk_petitions, risk_legacy, risk_funds, risks, _import, _sheet, _row
    FROM {villages}
    WHERE town IS NOT DISTINCT FROM $town AND village = $village
"""
RISKS = {
    "risk_weak": "党组织软弱涣散",
    "risk_petitions": "信访反映多",
    "risk_legacy": "历史遗留问题多",
    "risk_funds": "项目资金多",
}


def village_states(facts: Facts) -> pd.DataFrame:
    """Returns the villages on the register today: town, village, village_class, state (done, doing, todo), round_name."""
    return facts.sql(VILLAGES.format(villages=facts.table("fact_village")), {"as_of": facts.as_of_date})


def village_reaches(facts: Facts, town: str, village: str) -> pd.DataFrame:
    """Returns the inspections of one village, oldest first: round_name, form, team, start, end, status, village_issues, cell (file › sheet › D14)."""
    found = facts.sql(REACHES.format(reaches=facts.table("fact_village_reach")), {"town": town, "village": village})
    rows = zip(found.pop("_import"), found.pop("_sheet"), found.pop("_row"), strict=True)
    return found.assign(cell=[cell_of(facts, int(number), sheet, "village_reaches", int(row)) for number, sheet, row in rows])


def village_traits(facts: Facts, town: str, village: str) -> tuple[str, ...]:
    """Returns what the register says of one village: kind, class and risk marks, as they are to be shown, and last its cell there."""
    found = facts.rows(VILLAGE.format(villages=facts.table("fact_village")), {"town": town, "village": village})
    if not found:
        return ("不在村（社区）名录中",)
    kind, rating, *marks, others, imported, sheet, row = found[0]
    risks = [label for label, set_ in zip(RISKS.values(), marks, strict=True) if set_]
    listed = [*risks, *([others] if others and others not in risks else [])]
    return tuple(text for text in (kind, f"{rating}类" if rating else "", *listed, f"名录：{cell_of(facts, imported, sheet, 'villages', row)}") if text)


def cell_of(facts: Facts, imported: int, sheet: str, ledger: str, row: int) -> str:
    """Returns where a village's name stands in the row of a ledger: 村名录.xlsx › Sheet1 › C14."""
    kept = sheets(facts).get((imported, sheet, ledger))
    _, letter = column(kept, ledger, ("village",))
    return spoken([Cell(file=kept.file if kept else "", sheet=sheet, letter=letter or "", row=row)])[0]

"""The villages that the current term has not reached, as the register describes them. A list, not a metric."""

from analytics.dimensions import UNSAID
from analytics.selection import MARKS, Candidate, candidate
from data.facts import Facts

LEFT = """
    SELECT town, village, village_class, risks, {marks}
    FROM {villages}
    WHERE state = 'todo' AND coalesce(from_date <= $as_of, TRUE) AND coalesce(to_date > $as_of, TRUE)
    ORDER BY _import, _sheet, _row
"""
REACHED = "SELECT count(*) FROM {reaches} WHERE village IS NOT NULL"


def left(facts: Facts) -> tuple[Candidate, ...]:
    """Returns the villages on the register today that are neither inspected nor being inspected, in its order."""
    sql = LEFT.format(marks=", ".join(MARKS), villages=facts.table("fact_village"))
    return tuple(
        candidate(town or UNSAID, village, rating, ticks, risks)
        for town, village, rating, risks, *ticks in facts.rows(sql, {"as_of": facts.as_of_date})
    )


def reaches_known(facts: Facts) -> bool:
    """Whether any ledger names a village that was reached; without one every village of the register is left."""
    return facts.rows(REACHED.format(reaches=facts.table("fact_village_reach")))[0][0] > 0

"""Towns whose villages are still to be inspected: 剩余2个镇."""

from analytics.query import frame
from data.facts import Facts


def towns_left(facts: Facts) -> tuple[int, int] | None:
    """Returns how many towns have had none of their villages inspected, and how many not all; None without a register."""
    rows = frame(facts, "village_coverage_rate", ["town"])
    known = rows[rows["denominator"].notna()] if len(rows) else rows
    if not len(known):
        return None
    done = known["numerator"].fillna(0)
    return int((done == 0).sum()), int((done < known["denominator"]).sum())

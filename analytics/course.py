"""How a figure moved from round to round."""

import pandas as pd

from analytics.dimensions import UNSAID
from analytics.metrics import METRICS
from analytics.query import Where, frame
from data.facts import Facts

REGULAR = "常规"
SPARK = 8


def by_round(facts: Facts, metric: str, where: Where) -> list[tuple[str, float]]:
    """Returns (round, value) of one kind's rounds in the scope's term, oldest first, up to the scope's last round.

    Rounds of another kind are another series: a special round between two regular ones is not a fall.
    """
    kept = {"kind": REGULAR} | {name: value for name, value in where.items() if name not in ("year", "round")}
    found = frame(facts, metric, by=("round",), where=kept)
    pairs = [(one.round, one.value) for one in found.itertuples() if one.round != UNSAID]
    scope = {name: value for name, value in where.items() if name in METRICS["rounds"].by}
    inside = set(frame(facts, "rounds", by=("round",), where=scope)["round"])
    last = max((place for place, (name, _) in enumerate(pairs) if name in inside), default=-1)
    return [(name, float(value)) for name, value in pairs[: last + 1] if not pd.isna(value)]


def spark(facts: Facts, metric: str, where: Where) -> tuple[float, ...]:
    """Returns the last few rounds' values, oldest first."""
    return tuple(value for _, value in by_round(facts, metric, where)[-SPARK:])

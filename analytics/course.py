"""How a figure moved: from round to round, and against the period before, which is always named."""

import pandas as pd

from analytics.dimensions import UNSAID
from analytics.query import Where, frame
from analytics.wording import changed
from data.facts import Facts

REGULAR = "常规"
SPARK = 8


def by_round(facts: Facts, metric: str, where: Where) -> list[tuple[str, float]]:
    """Returns (round, value) of one kind's rounds in the scope's term, oldest first, up to the scope's last round.

    Rounds of another kind are another series: a special round between two regular ones is not a fall.
    """
    kept = {"kind": REGULAR} | {name: where[name] for name in ("term", "kind") if name in where}
    found = frame(facts, metric, by=("round",), where=kept)
    pairs = [(one.round, one.value) for one in found.itertuples() if one.round != UNSAID]
    inside = set(frame(facts, "rounds", by=("round",), where=where)["round"])
    last = max((place for place, (name, _) in enumerate(pairs) if name in inside), default=-1)
    return [(name, float(value)) for name, value in pairs[: last + 1] if not pd.isna(value)]


def spark(facts: Facts, metric: str, where: Where) -> tuple[float, ...]:
    """Returns the last few rounds' values, oldest first."""
    return tuple(value for _, value in by_round(facts, metric, where)[-SPARK:])


def against_before(facts: Facts, metric: str, where: Where, unit: str) -> tuple[str, str]:
    """Returns the change against the period before and what that period is; two empty texts where there is none.

    A scope of one round is compared with the round before, one of a year with the year before;
    a whole term by its last year against the one before.
    """
    if "round" in where:
        pairs = by_round(facts, metric, where)
        if len(pairs) < 2 or pairs[-1][0] != where["round"]:
            return "", ""
        return changed(pairs[-1][1], pairs[-2][1], unit), f"较{pairs[-2][0]}"
    rest = {name: value for name, value in where.items() if name != "year"}
    found = frame(facts, metric, by=("year",), where=rest)
    years = {one.year: one.value for one in found.itertuples() if one.year != UNSAID and not pd.isna(one.value)}
    names = sorted(years)
    now = where.get("year", names[-1] if names else None)
    if now not in years or names.index(now) == 0:
        return "", ""
    before = names[names.index(now) - 1]
    change = changed(years[now], years[before], unit)
    if not change:
        return "", ""
    so_far = "至今" if unfinished(facts, now) else ""
    return change, f"较{before}" if "year" in where and not so_far else f"{now}{so_far}较{before}"


def unfinished(facts: Facts, year: str) -> bool:
    """Whether the figures stand for a day before that year's end."""
    day = facts.as_of_date
    return bool(day and year == f"{day.year}年" and (day.month, day.day) != (12, 31))

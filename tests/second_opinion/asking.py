"""What every area of the second opinion asks with: whether a row has the labels asked for, and a sum over rows."""

from collections.abc import Callable

from analytics.dimensions import DIMENSIONS, UNSAID
from tests.second_opinion.stored import Row

# How a metric's numerator and denominator (None for a plain count) are asked of an Opinion within a scope of labels.
Ask = Callable[[object, dict[str, str]], float | int | None]
Question = tuple[Ask, Ask | None]


def fits(row: Row, where: dict[str, str]) -> bool:
    """Whether a row has the labels asked for."""
    for name, label in where.items():
        value = row.get(name)
        values = value.split("、") if DIMENSIONS[name].several and value else [value]
        if label not in [UNSAID if v is None else DIMENSIONS[name].said(v) for v in values]:
            return False
    return True


def summed(rows: str, field: str) -> Ask:
    """The sum of a field over an Opinion's rows of that name."""
    return lambda opinion, where: opinion.total(getattr(opinion, rows), field, where)

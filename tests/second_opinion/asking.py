"""What every area of the second opinion asks with: whether a row has the labels asked for, and a sum over rows."""

from collections.abc import Callable

from analytics.dimensions import DIMENSIONS, UNSAID
from tests.second_opinion.stored import Row

# How a metric's numerator and denominator (None for a plain count) are asked of an Opinion within a scope of labels.
Ask = Callable[[object, dict[str, str]], float | int | None]
Question = tuple[Ask, Ask | None]


def linkage(row: Row) -> str | None:
    """Whether another level or county took part, as far as the row's form says."""
    form = row.get("form")
    return None if form is None else "联动交叉提级" if set(form.split("、")) & {"联动", "交叉", "提级"} else "其他方式"


# Dimensions that are read off another one.
DERIVED: dict[str, Callable[[Row], object]] = {"linkage": linkage}


def fits(row: Row, where: dict[str, str]) -> bool:
    """Whether a row has the labels asked for."""
    for name, label in where.items():
        value = DERIVED[name](row) if name in DERIVED else row.get(name)
        values = value.split("、") if DIMENSIONS[name].several and value else [value]
        if label not in [UNSAID if v is None else DIMENSIONS[name].said(v) for v in values]:
            return False
    return True


def summed(rows: str, field: str) -> Ask:
    """The sum of a field over an Opinion's rows of that name."""
    return lambda opinion, where: opinion.total(getattr(opinion, rows), field, where)

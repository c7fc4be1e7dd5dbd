"""Numbers and values of tables as people read them: — for none, thousands apart, 万 and 亿 for large ones, a true minus sign."""

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

MINUS = "\u2212"
NONE = "—"
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Characters that no file of an office program may hold."""


def number(value: float | None, decimals: int = 0, short: bool = True) -> str:
    """264, 1.2万, 81.1; — for None. Halves are rounded up, as people do. `short=False`: 25,128.4 stays as it is."""
    if value is None or value != value:  # noqa: PLR0124
        return NONE
    size = abs(Decimal(str(value)))
    if short and size >= 10**8:
        text = f"{_rounded(size / 10**8, 1):.1f}亿"
    elif short and size >= 10**4:
        text = f"{_rounded(size / 10**4, 1):.1f}万"
    else:
        text = f"{_rounded(size, decimals):,}"
    return (MINUS if value < 0 and any(c in "123456789" for c in text) else "") + text


def percent(value: float | None, decimals: int = 1) -> str:
    """81.1%; — for None."""
    text = number(value, decimals)
    return text if text == NONE else f"{text}%"


def points(value: float | None, decimals: int = 1) -> str:
    """A difference of rates with its sign: +3.2个百分点, −0.5个百分点, ±0.0个百分点; — for None."""
    text = number(value, decimals)
    if text == NONE:
        return NONE
    sign = "" if text.startswith(MINUS) else "+" if any(c in "123456789" for c in text) else "±"
    return f"{sign}{text}个百分点"


def held(value: object) -> int | float | date | str:
    """Returns what a cell of a file holds for a table's value: numbers and days as they are, 是 and 否, — for none, else text."""
    if not isinstance(value, str) and pd.isna(value):
        return NONE
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, int | float | date):
        return value
    return CONTROL.sub("", str(value))


def shown(value: object) -> str:
    """Returns a table's value as text: one decimal where it has any, a day as 2020-07-15, — for none."""
    told = held(value)
    if isinstance(told, float):
        return f"{told:.0f}" if told.is_integer() else f"{told:.1f}"
    return str(told)


def _rounded(size: Decimal, decimals: int) -> Decimal:
    return size.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)

"""Why a figure is not there, and how that is written: 0, 无, 未报, ／, 已脱敏 say five different things, 「—」 only that a cell is empty."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from numbers import Number

import pandas as pd

from analytics.formats import NONE


@dataclass(frozen=True, kw_only=True)
class Absence:
    """One reason: its name, what it is called, its sign, what it means, one Chinese sentence for the glossary."""

    name: str
    label: str
    sign: str
    meaning: str


NIL = Absence(name="nil", label="无", sign="无", meaning="没有明细，台账报送的就是“无”或 0。")
UNREPORTED = Absence(name="unreported", label="未报", sign="未报", meaning="没有一份台账说明有或没有，不能当作 0。")
INAPPLICABLE = Absence(name="inapplicable", label="不适用", sign="／", meaning="没有可以作分母的数，或者此项在这里没有意义。")
MASKED = Absence(name="masked", label="已脱敏", sign="已脱敏", meaning="人数不为 0、少于投屏脱敏的下限，按设置不显示；人数写作“<”加下限。")
ZERO = Absence(name="zero", label="0", sign="0", meaning="有明细，逐条统计后没有。")

ABSENCES: dict[str, Absence] = {one.name: one for one in (ZERO, NIL, UNREPORTED, INAPPLICABLE, MASKED)}

# Heading of a table → for each row the name of a reason, empty where the value says itself what it is.
Absent = Mapping[str, Sequence[str]]


def reasons(found: pd.DataFrame, column: str = "value") -> list[str]:
    """Returns why a column of a metric's frame, or of several merged ones, says nothing in each row; empty where it says something.

    A part of a rate (numerator, denominator) is masked with its rate, else unreported; `nil` stands beside a 0.
    """
    why = found.get(f"{column}_absent", found.get("absent") if column == "value" else None)
    masked = found.get("absent")
    made = []
    for place, value in enumerate(found[column]):
        told = why.iloc[place] if why is not None else ""
        told = told if isinstance(told, str) else ""
        if pd.isna(value):
            hidden = masked is not None and masked.iloc[place] == MASKED.name
            made.append(told or (MASKED.name if hidden else UNREPORTED.name))
        else:
            made.append(NIL.name if told == NIL.name and value == 0 else "")
    return made


def told(found: pd.DataFrame, columns: Mapping[str, str]) -> dict[str, list[str]]:
    """Returns what a panel's table says of its headings: heading → column of the frame becomes heading → reasons."""
    return {heading: reasons(found, column) for heading, column in columns.items()}


def signed(table: pd.DataFrame, absent: Absent) -> pd.DataFrame:
    """Returns a table with the sign of its reason in every cell that has one; numbers stay numbers beside them."""
    made = table.copy()
    for heading in (heading for heading, names in absent.items() if any(names)):
        cells = [ABSENCES[name].sign if name else value for name, value in zip(absent[heading], table[heading], strict=True)]
        made[heading] = pd.Series(cells, index=table.index, dtype=object)
    return made


def numeric(column: pd.Series) -> bool:
    """Whether a column of a table is one of numbers, signs beside them or not."""
    if pd.api.types.is_numeric_dtype(column):
        return True
    left = [value for value in column if not is_sign(value)]
    return len(left) < len(column) and all(isinstance(value, Number) or pd.isna(value) for value in left)


def legend(absent: Absent) -> str:
    """Returns what the signs of a table mean that do not say it themselves; empty where there are none."""
    used = {name for names in absent.values() for name in names}
    said = {NIL: "“无”为台账报送没有", UNREPORTED: "“未报”为台账没有说明，不是0", INAPPLICABLE: "“／”为不适用", MASKED: "“已脱敏”为人数太少、不显示"}
    parts = [text for one, text in said.items() if one.name in used]
    return f"{'，'.join(parts)}。" if parts else ""


def is_sign(text: object) -> bool:
    """Whether a text stands instead of a number."""
    return isinstance(text, str) and text in (NONE, NIL.sign, UNREPORTED.sign, INAPPLICABLE.sign, MASKED.sign)

"""Putting several metrics side by side without counting anything twice."""

from collections.abc import Mapping

import pandas as pd


def merged(first: pd.DataFrame, others: Mapping[str, pd.DataFrame], on: str) -> pd.DataFrame:
    """Returns `first` with the value of each other frame as a column of that name, row by row of `on`; `<name>_absent` says why there is none.

    Each frame was aggregated at its own grain before, so nothing is counted twice. Rows that
    only another frame has are kept, in its order, after those of the first.
    """
    rows = first
    for name, other in others.items():
        told = other[[one for one in (on, "value", "absent") if one in other]].rename(columns={"value": name, "absent": f"{name}_absent"})
        rows = rows.merge(told, on=on, how="outer", sort=False)
    order = list(dict.fromkeys([*first[on], *rows[on]]))
    return rows.set_index(on).loc[order].reset_index() if rows[on].is_unique else rows


def basis(found: pd.DataFrame) -> str:
    """Returns what a frame's figures rest on, each kind once, counted rows before reported totals."""
    kinds = {kind for text in found["basis"].dropna() for kind in str(text).split("、")}
    return "、".join(kind for kind in ("明细", "报送", "名录") if kind in kinds)

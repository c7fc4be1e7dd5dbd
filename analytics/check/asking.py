"""The store's answers to the questions of one check, each asked once: a text says the same figures again and again."""

from collections.abc import Sequence

import pandas as pd

from analytics import query
from analytics.dimensions import Unreadable
from analytics.query import Figure
from data.facts import Facts


class Answers:
    """What one state of the store answers, remembered while one text is checked."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._figures: dict[tuple, Figure | None] = {}
        self._parts: dict[tuple, list[tuple[tuple[str, ...], float]]] = {}

    def figure(self, metric: str, where: dict[str, str]) -> Figure | None:
        """Returns a metric in a scope; None for a scope that cannot be, such as the year 9999."""
        key = (metric, tuple(sorted(where.items())))
        if key not in self._figures:
            try:
                self._figures[key] = query.figure(self.facts, metric, where)
            except Unreadable:
                self._figures[key] = None
        return self._figures[key]

    def parts(self, metric: str, by: Sequence[str], where: dict[str, str]) -> list[tuple[tuple[str, ...], float]]:
        """Returns a metric split: the labels of each part and its value, those without one left out."""
        key = (metric, tuple(by), tuple(sorted(where.items())))
        if key not in self._parts:
            if self.figure(metric, where) is None:
                return []
            rows = query.frame(self.facts, metric, by, where)
            labels = zip(*(rows[name] for name in by), strict=True)
            self._parts[key] = [(label, float(value)) for label, value in zip(labels, rows["value"], strict=True) if not pd.isna(value)]
        return self._parts[key]

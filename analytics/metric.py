"""What a metric is: label, unit, definition, and the aggregates over fact views that it is computed from."""

from dataclasses import dataclass
from typing import Literal

# Dimensions that the rows of each fact view carry.
_ROUND = ("county", "term", "year", "round", "batch", "kind", "form", "team", "month")
CARRIED: dict[str, tuple[str, ...]] = {
    "fact_organisation": ("county", "organisation_kind", "organisation"),
    "fact_inspection": (*_ROUND, "organisation_kind", "organisation"),
    "fact_coverage": (*_ROUND, "organisation_kind", "organisation"),
    "fact_reported": (*_ROUND, "organisation_kind", "organisation"),
    "fact_round": ("county", "term", "year", "round", "kind"),
    "fact_issue": (*_ROUND, "organisation_kind", "organisation", "town", "category", "subcategory"),
    "fact_clue": (*_ROUND, "organisation_kind", "organisation", "town", "clue_age"),
    "fact_village": ("county", "town", "village_class"),
    "fact_village_reach": (*_ROUND, "town", "village_class"),
}


@dataclass(frozen=True, kw_only=True)
class Measure:
    """An aggregate over one fact view.

    `sql` an aggregate expression, `where` which rows count (`$at` in it is the last day of the scope), `within_term`: where the scope names no term, year or round, only the current term's rows count.
    """

    view: str
    sql: str
    where: str = "TRUE"
    within_term: bool = False

    def __post_init__(self) -> None:
        if self.view not in CARRIED:
            raise ValueError(f"Measure over {self.view!r}: name a view of analytics.metric.CARRIED")

    @property
    def carries(self) -> tuple[str, ...]:
        """The dimensions that its rows carry."""
        return CARRIED[self.view]


@dataclass(frozen=True, kw_only=True)
class Metric:
    """A figure with one definition. A rate has a denominator and is recomputed from sums, never averaged.

    `by`: the dimensions it can be split and filtered by. A denominator that does not carry one of them stays whole.
    `dated`: dimensions by which it can only be dated: a register counts as of the last day of that year or term.
    `better`: whether up is good. `said_as`: the phrases under which reports state it.
    """

    name: str
    label: str
    unit: str
    meaning: str
    why: str
    ledgers: tuple[str, ...]
    numerator: Measure
    by: tuple[str, ...]
    denominator: Measure | None = None
    dated: tuple[str, ...] = ()
    decimals: int = 0
    better: Literal["up", "down", "none"] = "none"
    said_as: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if lacking := set(self.by) - set(self.numerator.carries):
            raise ValueError(f"{self.name}: {self.numerator.view} carries no {', '.join(sorted(lacking))}; take them out of by")

    @property
    def scale(self) -> int:
        """What the quotient is multiplied by: rates are in percent."""
        return 100 if self.unit == "%" else 1

"""A figure at one moment in exact numbers, so that differences add up to the last digit."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from analytics.metric import Metric
from analytics.metrics import METRICS
from analytics.query import figure
from data.facts import Facts


@dataclass(frozen=True, kw_only=True)
class Level:
    """Numerator, denominator and value (in the metric's unit) at one moment; None where there was none."""

    top: Fraction | None
    bottom: Fraction | None
    value: Fraction | None


def level(facts: Facts, metric: str, where: Mapping[str, str]) -> Level:
    """The metric within a scope; raises as `analytics.query.figure` does."""
    found = figure(facts, metric, where)
    return of(METRICS[metric], found.numerator, found.denominator)


def of(metric: Metric, top: float | None, bottom: float | None) -> Level:
    """The level that a numerator and a denominator come to."""
    above, below = (None if one is None else Fraction(str(one)) for one in (top, bottom))
    if metric.denominator is None:
        return Level(top=above, bottom=None, value=above)
    return Level(top=above, bottom=below, value=metric.scale * above / below if above is not None and below else None)


def takes(metric: Metric, where: Mapping[str, str]) -> dict[str, str]:
    """The part of a scope that a metric can take."""
    return {name: value for name, value in where.items() if value and (name in metric.by or name in metric.dated)}

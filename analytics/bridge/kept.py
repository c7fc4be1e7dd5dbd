"""What was shown at a meeting: each metric as a whole, by term and by year, kept so that a later definition can be told."""

from collections.abc import Mapping

import pandas as pd

from analytics.bridge.level import Level, of, takes
from analytics.metrics import METRICS
from analytics.query import figure, frame
from data.facts import Facts
from data.store.meetings import Figures

SPLITS = (("term",), ("year",), ("term", "year"))


def shown_now(facts: Facts) -> Figures:
    """Every metric's numerator and denominator, by scope (term=十三届&year=2020年) and metric."""
    shown: dict[str, dict[str, tuple[float | None, float | None]]] = {}
    for name, one in METRICS.items():
        found = figure(facts, name)
        shown.setdefault("", {})[name] = (found.numerator, found.denominator)
        for by in SPLITS:
            if not set(by) <= set(one.by):
                continue
            for row in frame(facts, name, by=by).to_dict("records"):
                key = _key({dimension: row[dimension] for dimension in by})
                shown.setdefault(key, {})[name] = (_plain(row["numerator"]), _plain(row["denominator"]))
    return shown


def kept(figures: Figures, metric: str, where: Mapping[str, str]) -> Level | None:
    """What was shown of a metric in a scope, None where that was not kept."""
    found = figures.get(_key(takes(METRICS[metric], where)), {}).get(metric)
    return None if found is None else of(METRICS[metric], *found)


def _key(where: Mapping[str, str]) -> str:
    return "&".join(f"{name}={value}" for name, value in sorted(where.items()))


def _plain(value: object) -> float | int | None:
    """An amount as `figure` tells it: whole, or with four decimals."""
    if pd.isna(value):
        return None
    return int(value) if float(value).is_integer() else round(float(value), 4)

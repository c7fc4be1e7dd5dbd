"""What was shown at a meeting: each metric as a whole, by term and by year, kept so that a later definition can be told."""

from collections.abc import Mapping

import pandas as pd

from analytics.bridge.level import Level, of, takes
from analytics.dimensions import UNSAID
from analytics.metrics import METRICS
from analytics.query import figure, frame
from data.facts import Facts
from data.store.meetings import Figures

SPLITS = (("term",), ("year",), ("term", "year"))
Shown = tuple[float | int | None, float | int | None]


def shown_now(facts: Facts) -> Figures:
    """Every metric's numerator and denominator, by scope (term=十三届&year=2020年) and metric."""
    shown: dict[str, dict[str, Shown]] = {}
    known = {by: _scopes(facts, by) for by in SPLITS}
    for name, one in METRICS.items():
        shown.setdefault("", {})[name] = _asked(facts, name, {})
        for by in SPLITS:
            if set(by) <= set(one.by):
                for row in frame(facts, name, by=by).to_dict("records"):
                    key = _key({dimension: row[dimension] for dimension in by})
                    shown.setdefault(key, {})[name] = (_plain(row["numerator"]), _plain(row["denominator"]))
            elif set(by) <= {*one.by, *one.dated}:
                # A term or year only sets the day on which a register is looked at: it splits nothing.
                for where in known[by]:
                    shown.setdefault(_key(where), {})[name] = _asked(facts, name, where)
    return shown


def _scopes(facts: Facts, by: tuple[str, ...]) -> list[dict[str, str]]:
    """The terms and years that the rounds stand in."""
    rows = frame(facts, "rounds", by=by)[list(by)].to_dict("records")
    return [one for one in rows if UNSAID not in one.values()]


def _asked(facts: Facts, metric: str, where: Mapping[str, str]) -> Shown:
    found = figure(facts, metric, where)
    return found.numerator, found.denominator


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

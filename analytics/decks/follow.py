"""The follow-up question: a figure split by what it can be split by, made ready before it is asked."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

import pandas as pd

from analytics.charts.bars import width
from analytics.dimensions import DIMENSIONS, UNSAID
from analytics.figures.address import figure_address
from analytics.formats import number, percent
from analytics.masking import Masked
from analytics.metric import Metric
from analytics.metrics import METRICS
from analytics.query import figure, frame
from analytics.ranking import ranked
from analytics.scope import Where
from analytics.wording import whole
from data.facts import Facts
from data.settings import Settings

SPLITS = ("round", "town", "category", "organisation_kind", "year", "form", "village_class", "team")
SIDE_BY_SIDE, LINES = 3, 8
CHARACTERS = 9
"""A name of more stands on two lines."""
IN_TIME = {"round", "year"}


def follow_up(facts: Facts, metrics: Sequence[str], where: Where) -> dict[str, object] | None:
    """Returns the first of the metrics that can be split, with up to three splits side by side; None where none can.

    `groups`: label, and rows of (name, text, share of the longest bar, 0 to 1); what a filter of the scope has
    fixed is not split by. `address`: the figure's own page; that page shows names, so masked facts have none.
    """
    for name in metrics:
        metric = METRICS[name]
        scope = {dimension: value for dimension, value in where.items() if dimension in (*metric.by, *metric.dated)}
        groups = []
        for dimension in SPLITS:
            if len(groups) < SIDE_BY_SIDE and dimension in metric.by and dimension not in where:
                group = split(frame(facts, name, by=(dimension,), where=scope), metric, dimension, facts.settings)
                groups += [group] if len(group["rows"]) > 1 else []
        if groups:
            found = figure(facts, name, scope)
            unit = "" if metric.unit == "%" else metric.unit
            return {"title": metric.label, "value": found.text, "unit": unit, "of": found.of, "groups": groups, "address": "" if isinstance(facts, Masked) else figure_address(name, scope, facts.version if facts.past else None)}
    return None


def split(found: pd.DataFrame, metric: Metric, dimension: str, settings: Settings) -> dict[str, object]:
    """Returns one split: the latest rounds or years, else the greatest first; a rate of a small whole stands last with its parts."""
    known = found[(found[dimension] != UNSAID) & found["value"].notna()]
    if dimension in IN_TIME:
        shown = known.tail(fitting(known[dimension][::-1]))
    else:
        order = ranked(known, metric.name, settings) if metric.denominator else known.sort_values("value", ascending=False, kind="stable")
        shown = order.head(fitting(order[dimension]))
    longest = 100.0 if metric.unit == "%" else float(known["value"].max() or 0) if len(known) else 0.0
    rows = [[str(one[dimension]), text(one, metric), share(one["value"], longest)] for one in shown.to_dict("records")]
    left = len(known) - len(shown)
    return {"label": f"按{DIMENSIONS[dimension].label}", "rows": rows, "left": f"另有 {left} 项" if left else ""}


def fitting(names: Iterable[object]) -> int:
    """Returns how many names stand on the lines of a slide."""
    lines = accumulate(-(-width(name) // (2 * CHARACTERS)) for name in names)
    return sum(line <= LINES for line in lines)


def text(row: Mapping[str, object], metric: Metric) -> str:
    """Returns a value as people read it."""
    value = float(row["value"])
    said = percent(value, metric.decimals) if metric.unit == "%" else number(value, metric.decimals, short=not metric.money)
    return f"{said}（{whole(row['numerator'], row['denominator'])}）" if row.get("apart") else said


def share(value: float, longest: float) -> float:
    """Returns how long a bar is."""
    return round(min(1.0, float(value) / longest), 4) if longest else 0.0

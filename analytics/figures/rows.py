"""What the rows of a table are parts of: the dimensions by which a metric is split there, read from the rows' names."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from analytics.dimensions import DIMENSIONS, UNSAID, Unreadable
from analytics.metric import Metric
from analytics.metrics import METRICS
from analytics.query import labels
from data.facts import Facts

# Row → the dimensions that its name stands for, and their labels.
Parts = dict[int, dict[str, str]]
ORDINALS = {"term", "year", "round", "revisit_round"}
"""Dimensions whose values are written in several ways: 第三轮 and 第三轮回访."""


def partings(table: pd.DataFrame, metric: Metric, scope: Mapping[str, str], facts: Facts, beside: Sequence[str]) -> Iterator[Parts]:
    """Yields the ways in which the rows of a table are parts of a metric: by the first column, by the first two, by a dimension named in each row.

    `beside`: the metrics of the table; what one of them has as a part is one of another's as well, with nothing in it.
    """
    columns = [[str(value) for value in table.iloc[:, place]] for place in range(min(2, len(table.columns)))]
    single = splitting(metric, scope, columns[0], facts)
    for dimension in single:
        yield named({dimension: columns[0]}, metric, facts, beside)
    if len(columns) < 2 or pd.api.types.is_numeric_dtype(table.iloc[:, 1]):
        return
    words = {DIMENSIONS[name].label: name for name in metric.by}
    if set(columns[0]) <= set(words):
        yield {row: {words[what]: name} for row, (what, name) in enumerate(zip(*columns, strict=True))}
    for first in single:
        for second in splitting(metric, scope, columns[1], facts):
            if first != second:
                yield named({first: columns[0], second: columns[1]}, metric, facts, beside)


def named(columns: Mapping[str, list[str]], metric: Metric, facts: Facts, beside: Sequence[str]) -> Parts:
    """Returns the rows whose names are values that the table's metrics have anywhere, each with its part."""
    sharing = {metric.name, *beside}
    known = {dimension: set().union(*(labels_of(dimension, METRICS[one], facts) for one in sharing if dimension in METRICS[one].by)) for dimension in columns}
    found: Parts = {}
    for row in range(len(next(iter(columns.values())))):
        part = {dimension: meant(dimension, names[row], known[dimension]) for dimension, names in columns.items()}
        if all(part.values()):
            found[row] = part
    return found


def labels_of(dimension: str, metric: Metric, facts: Facts) -> set[str]:
    """Returns the labels of a dimension that a metric has in any scope or that its register knows."""
    return set(labels(facts, metric.name, dimension)) | registered(dimension, facts)


def registered(dimension: str, facts: Facts) -> set[str]:
    """Returns the labels of a dimension that its register knows; none where it has no register."""
    one = DIMENSIONS[dimension]
    if not one.register:
        return set()
    return {one.said(value) for (value,) in facts.rows(f"SELECT DISTINCT {one.column} FROM {facts.table(one.register)}") if value is not None}


def splitting(metric: Metric, scope: Mapping[str, str], names: list[str], facts: Facts) -> list[str]:
    """Returns the dimensions of a metric whose parts have most of these names, half of them at least; towns and organisations share theirs."""
    found = []
    for dimension in metric.by:
        if dimension in DIMENSIONS and dimension != "month":
            known = set(labels(facts, metric.name, dimension, scope)) | registered(dimension, facts)
            hits = sum(bool(meant(dimension, name, known)) for name in names)
            found += [(hits, dimension)] if hits and hits * 2 >= len(names) else []
    most = max((hits for hits, _ in found), default=0)
    return [dimension for hits, dimension in found if hits == most]


def meant(dimension: str, name: str, known: set[str]) -> str:
    """Returns the one of a dimension's labels that a name stands for; empty where it is none of them."""
    if name in known or dimension not in ORDINALS:
        return name if name in known else ""
    one = DIMENSIONS[dimension]
    try:
        asked = one.conditions(name)
    except Unreadable:
        return ""
    return next((label for label in sorted(known - {UNSAID}) if one.conditions(label) == asked), "")

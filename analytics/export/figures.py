"""Which metric stands in which cell of a panel's table: proved by its value, not guessed from a heading."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

import pandas as pd

from analytics.dimensions import DIMENSIONS, Unreadable
from analytics.export.definitions import metrics_of
from analytics.metric import Metric
from analytics.metrics import METRICS
from analytics.panels import PANELS
from analytics.panels.panel import Built
from analytics.query import CannotSplit, figure, frame
from data.facts import Facts

Where = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Found:
    """A cell of a table (counted from 0) whose number is a metric's within a scope; `part`: what the scope adds to the panel's."""

    row: int
    column: int
    metric: str
    where: Where
    part: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A metric within a scope; each of its splits is asked for once."""

    metric: Metric
    scope: Where
    facts: Facts
    _known: dict[tuple[str, ...], pd.DataFrame] = field(init=False, repr=False, default_factory=dict)

    def split(self, *by: str) -> pd.DataFrame:
        """The metric split by dimensions."""
        if by not in self._known:
            self._known[by] = frame(self.facts, self.metric.name, by=by, where=self.scope)
        return self._known[by]


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A column that agrees with a metric in every row; of several, the one that is called most like it is meant."""

    column: int
    metric: str
    kind: str
    likeness: float
    cells: tuple[Found, ...]


def figures(made: Built, facts: Facts, where: Where) -> Iterator[Found]:
    """Yields the cells of a panel's table that are figures of its metrics, each once."""
    panel, table = PANELS[made.panel], made.table
    if table.empty or not numbers(table):
        return
    obeyed = {name: value for name, value in where.items() if name in panel.takes}
    candidates: list[Candidate] = []
    seen: set[tuple[int, int]] = set()
    for metric in (METRICS[name] for name in metrics_of([panel.name])):
        scope = {name: value for name, value in obeyed.items() if name in (*metric.by, *metric.dated)}
        asked = Asked(metric=metric, scope=scope, facts=facts)
        candidates += down(table, asked)
        for one in (*both(table, asked), *alone(table, asked)):
            if (one.row, one.column) not in seen:
                seen.add((one.row, one.column))
                yield one
    for one in best(candidates):
        yield from (cell for cell in one.cells if (cell.row, cell.column) not in seen)


def best(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Returns at most one metric for a column and one column for a metric, the likest names first."""
    chosen: list[Candidate] = []
    for one in sorted(candidates, key=lambda one: -one.likeness):
        if not any(one.column == other.column or (one.metric, one.kind) == (other.metric, other.kind) for other in chosen):
            chosen.append(one)
    return chosen


def down(table: pd.DataFrame, asked: Asked) -> Iterator[Candidate]:
    """A table with a part in each row: whole columns that agree with the metric split by the first column."""
    metric, scope = asked.metric, asked.scope
    names = [str(value) for value in table.iloc[:, 0]]
    for dimension in splitting(asked, names):
        found = asked.split(dimension)
        for kind in ("value", "numerator") if metric.denominator else ("value",):
            known = dict(zip(found[dimension], found[kind], strict=True))
            for column in numbers(table):
                label, unit = heading(table, column)
                pairs = [(known[name], value) for name, value in zip(names, table.iloc[:, column], strict=True) if name in known]
                if any(pd.notna(value) for _, value in pairs) and all(same(one, other) for one, other in pairs):
                    cells = tuple(
                        Found(row=row, column=column, metric=metric.name, where={**scope, dimension: name}, part=part(dimension, name))
                        for row, name in enumerate(names)
                        if name in known and pd.notna(table.iat[row, column])
                    )
                    # Offices say 件 or 条 of the same clues: another unit speaks against a metric, but does not rule it out.
                    like = SequenceMatcher(None, label, metric.label).ratio() + (0 if kind != "value" else 1 if unit in ("", metric.unit) else 0.4)
                    yield Candidate(column=column, metric=metric.name, kind=kind, likeness=like, cells=cells)


def both(table: pd.DataFrame, asked: Asked) -> list[Found]:
    """A table of two dimensions: the first column names the parts of one, the other headings those of another."""
    metric, scope = asked.metric, asked.scope
    names, headings = [str(value) for value in table.iloc[:, 0]], [heading(table, column)[0] for column in range(1, len(table.columns))]
    for first in splitting(asked, names):
        for second in splitting(asked, headings):
            found = asked.split(first, second)
            known = {(one, other): value for one, other, value in zip(found[first], found[second], found["value"], strict=True)}
            cells = [
                (Found(
                    row=row, column=column, metric=metric.name, where={**scope, first: name, second: other},
                    part=f"{part(first, name)}　{part(second, other)}",
                ), table.iat[row, column], known[name, other])
                for row, name in enumerate(names) for column, other in enumerate(headings, start=1) if (name, other) in known
            ]  # fmt: skip
            if all(same(value, told) for _, value, told in cells):
                return [cell for cell, value, _ in cells if pd.notna(value)]
    return []


def heading(table: pd.DataFrame, column: int) -> tuple[str, str]:
    """Returns a heading's words and its unit: 已巡察（个） → 已巡察 and 个."""
    text = str(table.columns[column])
    label, _, unit = text.removesuffix("）").rpartition("（") if text.endswith("）") else (text, "", "")
    return label, unit


def alone(table: pd.DataFrame, asked: Asked) -> Iterator[Found]:
    """A table with a figure in each row, named as the metric is."""
    metric, scope = asked.metric, asked.scope
    said = (metric.label, *metric.said_as)
    if not any(str(name) in said for name in table.iloc[:, 0]):
        return
    try:
        value = figure(asked.facts, metric.name, scope).value
    except (CannotSplit, Unreadable):
        return
    for row, name in enumerate(str(one) for one in table.iloc[:, 0]):
        for column in numbers(table):
            if name in said and value is not None and same(value, table.iat[row, column]):
                yield Found(row=row, column=column, metric=metric.name, where=scope, part="全部")


def splitting(asked: Asked, names: list[str]) -> list[str]:
    """Returns the dimension of a metric whose parts have these names, most of them at least; none or one."""
    found = []
    for dimension in asked.metric.by:
        if dimension in DIMENSIONS and dimension != "month":
            labels = set(asked.split(dimension)[dimension])
            hits = sum(name in labels for name in names)
            found += [(hits, dimension)] if names and hits * 2 > len(names) else []
    return [max(found, key=lambda one: one[0])[1]] if found else []


def numbers(table: pd.DataFrame) -> list[int]:
    """Returns the places of the columns that are numbers."""
    return [place for place, heading in enumerate(table.columns) if place and pd.api.types.is_numeric_dtype(table[heading])]


def same(one: object, other: object) -> bool:
    """Whether two values of a table are one."""
    if pd.isna(one) or pd.isna(other):
        return bool(pd.isna(one) and pd.isna(other))
    return abs(float(one) - float(other)) < 1e-9


def part(dimension: str, name: str) -> str:
    """Returns a part as people read it."""
    return f"{DIMENSIONS[dimension].label}：{name}"

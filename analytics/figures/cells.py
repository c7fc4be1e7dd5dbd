"""Which metric stands in which cell of a panel's table: proved by its value, not guessed from a heading."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

import pandas as pd

from analytics.dimensions import DIMENSIONS, Unreadable
from analytics.figures.rows import Parts, partings, splitting
from analytics.metric import Metric
from analytics.metrics import METRICS
from analytics.panels.panel import Built
from analytics.query import CannotSplit, figure, frame
from analytics.scope import scope_end
from data.facts import Facts

Where = Mapping[str, str]
Kind = Literal["value", "numerator", "denominator"]
KINDS: tuple[Kind, ...] = ("value", "numerator", "denominator")


@dataclass(frozen=True, kw_only=True)
class Found:
    """A cell of a table (counted from 0) whose number is a metric's within a scope; `part`: what the scope adds to the panel's.

    `kind`: whether it is the figure itself or one of the two amounts that a rate is made of.
    """

    row: int
    column: int
    metric: str
    where: Where
    part: str
    kind: Kind = "value"


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A column that agrees with a metric in every row; of several, the one that is called most like it is meant."""

    column: int
    metric: str
    kind: Kind
    likeness: float
    cells: tuple[Found, ...]


def obeyed(made: Built, metric: str, where: Where) -> dict[str, str]:
    """Returns the part of a scope that a panel shows its metric in: the filters that both of them take."""
    one = METRICS[metric]
    return {name: value for name, value in where.items() if name in made.takes and name in (*one.by, *one.dated)}


def figures(made: Built, facts: Facts, where: Where) -> Iterator[Found]:
    """Yields the cells of a panel's table that are figures of its metrics, each once; none of what the panel says is no figure."""
    table = made.table
    if table.empty or not numbers(table):
        return
    apart = {place for place in numbers(table) if heading(table, place)[0] in made.why}
    candidates: list[Candidate] = []
    seen: set[tuple[int, int]] = set()
    for metric in (METRICS[name] for name in made.metrics):
        scope = obeyed(made, metric.name, where)
        candidates += down(table, metric, scope, facts, made.metrics)
        proved = (*both(table, metric, scope, facts), *across(table, metric, scope, facts), *alone(table, metric, scope, facts), *stepped(made, metric, scope, facts))
        for one in (*latest(table, metric, scope, facts), *(cell for cell in proved if cell.column not in apart)):
            if (one.row, one.column) not in seen:
                seen.add((one.row, one.column))
                yield one
    for one in best([one for one in candidates if one.column not in apart]):
        yield from (cell for cell in one.cells if (cell.row, cell.column) not in seen)


def best(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Returns at most one metric for a column and one column for a metric, the likest names first."""
    chosen: list[Candidate] = []
    for one in sorted(candidates, key=lambda one: -one.likeness):
        if not any(one.column == other.column or (one.metric, one.kind) == (other.metric, other.kind) for other in chosen):
            chosen.append(one)
    return chosen


def down(table: pd.DataFrame, metric: Metric, scope: Where, facts: Facts, beside: Sequence[str]) -> Iterator[Candidate]:
    """A table with a part in each row: whole columns that agree with the metric split as the rows are named."""
    for parts in partings(table, metric, scope, facts, beside):
        known, more = amounts(metric, scope, parts, facts)
        for kind in KINDS if metric.denominator else KINDS[:1]:
            for column in numbers(table):
                values = list(table.iloc[:, column])
                pairs = [(told[kind], values[row]) for row, told in known.items()]
                if any(pd.notna(value) for _, value in pairs) and all(same(one, other) for one, other in pairs):
                    agreed = [row for row, told in (known | more).items() if pd.notna(values[row]) and same(told[kind], values[row])]
                    cells = tuple(
                        Found(row=row, column=column, metric=metric.name, where={**scope, **parts[row]}, part=said(parts[row]), kind=kind)
                        for row in sorted(agreed)
                    )
                    yield Candidate(column=column, metric=metric.name, kind=kind, likeness=likeness(table, column, metric, kind), cells=cells)


def amounts(metric: Metric, scope: Where, parts: Parts, facts: Facts) -> tuple[dict[int, dict], dict[int, dict]]:
    """Returns row → the metric's amounts by kind: of rows that the split knows, and of rows in which it counts nothing."""
    known, more = {}, {}
    splits: dict[tuple[str, ...], dict[tuple[str, ...], dict]] = {}
    for row, part in parts.items():
        names = tuple(part)
        if names not in splits:
            found = frame(facts, metric.name, by=names, where=scope).to_dict("records")
            splits[names] = {tuple(one[name] for name in names): one for one in found}
        if tuple(part.values()) in splits[names]:
            known[row] = splits[names][tuple(part.values())]
        else:
            one = figure(facts, metric.name, {**scope, **part})
            more[row] = {kind: getattr(one, kind) for kind in KINDS}
    return known, more


def likeness(table: pd.DataFrame, column: int, metric: Metric, kind: Kind) -> float:
    """Returns how much a column is called like a metric. Offices say 件 or 条 of the same clues: another unit speaks against it only."""
    label, unit = heading(table, column)
    like = SequenceMatcher(None, label, metric.of if kind == "denominator" else metric.label).ratio()
    return like + (0 if kind != "value" else 1 if unit in ("", metric.unit) else 0.4)


def both(table: pd.DataFrame, metric: Metric, scope: Where, facts: Facts) -> list[Found]:
    """A table of two dimensions: the first column names the parts of one, the other headings those of another."""
    names, headings = [str(value) for value in table.iloc[:, 0]], [heading(table, column)[0] for column in range(1, len(table.columns))]
    for first in splitting(metric, scope, names, facts):
        for second in splitting(metric, scope, headings, facts):
            found = frame(facts, metric.name, by=(first, second), where=scope)
            known = {(one, other): value for one, other, value in zip(found[first], found[second], found["value"], strict=True)}
            places = {
                (row, column): {first: name, second: other}
                for row, name in enumerate(names) if name in set(found[first])
                for column, other in enumerate(headings, start=1) if other in set(found[second]) and pd.notna(table.iat[row, column])
            }  # fmt: skip
            told = {place: known.get(tuple(part.values())) for place, part in places.items()}
            if all(value is None or same(value, table.iat[place]) for place, value in told.items()):
                # A pair that the split does not know may stand as 0.
                none = [place for place, value in told.items() if value is None and not same(asked(facts, metric.name, {**scope, **places[place]}).value, table.iat[place])]
                return [
                    Found(row=place[0], column=place[1], metric=metric.name, where={**scope, **part}, part=said(part))
                    for place, part in places.items() if place not in none
                ]  # fmt: skip
    return []


def alone(table: pd.DataFrame, metric: Metric, scope: Where, facts: Facts) -> Iterator[Found]:
    """A table with a figure in each row, named as the metric is; a rate's amounts stand beside it."""
    if not (rows := named_as(table, metric)) or (one := asked(facts, metric.name, scope)) is None:
        return
    for row in rows:
        for column in numbers(table):
            for kind in KINDS if metric.denominator else KINDS[:1]:
                if getattr(one, kind) is not None and same(getattr(one, kind), table.iat[row, column]):
                    yield Found(row=row, column=column, metric=metric.name, where=scope, part="全部", kind=kind)


def across(table: pd.DataFrame, metric: Metric, scope: Where, facts: Facts) -> Iterator[Found]:
    """A table with a metric in each row, named as it is, and the parts of one dimension as headings."""
    if not (rows := named_as(table, metric)):
        return
    headings = [heading(table, column)[0] for column in range(1, len(table.columns))]
    for dimension in splitting(metric, scope, headings, facts):
        found = frame(facts, metric.name, by=(dimension,), where=scope)
        known = dict(zip(found[dimension], found["value"], strict=True))
        for row in rows:
            for column, name in enumerate(headings, start=1):
                if name in known and pd.notna(table.iat[row, column]) and same(known[name], table.iat[row, column]):
                    part = {dimension: name}
                    yield Found(row=row, column=column, metric=metric.name, where={**scope, **part}, part=said(part))


def named_as(table: pd.DataFrame, metric: Metric) -> list[int]:
    """Returns the rows whose name is a metric's."""
    words = (metric.label, *metric.said_as)
    return [row for row, name in enumerate(table.iloc[:, 0]) if str(name) in words]


def stepped(made: Built, metric: Metric, scope: Where, facts: Facts) -> Iterator[Found]:
    """A table of steps, each of which says whose figure it is."""
    for row, step in enumerate(made.steps):
        if step.metric == metric.name and (one := asked(facts, metric.name, scope)) is not None:
            for column in numbers(made.table):
                if same(one.numerator, made.table.iat[row, column]):
                    yield Found(row=row, column=column, metric=metric.name, where=scope, part="全部", kind="numerator" if metric.denominator else "value")


def latest(table: pd.DataFrame, metric: Metric, scope: Where, facts: Facts) -> Iterator[Found]:
    """A table that runs up to the scope's last month: its last row is the figure as it stands."""
    end, last = scope_end(facts, scope), len(table) - 1
    if table.columns[0] != "截至" or end is None or table.iat[last, 0] != f"{end.year}年{end.month}月" or (one := asked(facts, metric.name, scope)) is None:
        return
    for column in numbers(table):
        if one.value is not None and same(one.value, table.iat[last, column]):
            yield Found(row=last, column=column, metric=metric.name, where=scope, part="全部")


def asked(facts: Facts, metric: str, scope: Where):
    """Returns a figure, None where the metric cannot be asked for in the scope."""
    try:
        return figure(facts, metric, scope)
    except (CannotSplit, Unreadable):
        return None


def heading(table: pd.DataFrame, column: int) -> tuple[str, str]:
    """Returns a heading's words and its unit: 已巡察（个） → 已巡察 and 个."""
    text = str(table.columns[column])
    label, _, unit = text.removesuffix("）").rpartition("（") if text.endswith("）") else (text, "", "")
    return label, unit


def numbers(table: pd.DataFrame) -> list[int]:
    """Returns the places of the columns that are numbers."""
    return [place for place, heading in enumerate(table.columns) if place and pd.api.types.is_numeric_dtype(table[heading])]


def same(one: object, other: object) -> bool:
    """Whether two values of a table are one."""
    if pd.isna(one) or pd.isna(other):
        return bool(pd.isna(one) and pd.isna(other))
    return abs(float(one) - float(other)) < 1e-9


def said(part: Where) -> str:
    """Returns a part as people read it."""
    return "　".join(f"{DIMENSIONS[name].label}：{value}" for name, value in part.items())

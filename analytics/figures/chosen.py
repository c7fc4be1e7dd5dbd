"""What a reader chose in a panel, in words, and the figure that it is; or why it is none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pandas as pd

from analytics.figures.cells import Found, heading, obeyed
from analytics.figures.points import Mark, points, shown_in
from analytics.formats import shown
from analytics.metrics import METRICS
from analytics.panels.panel import Built
from analytics.query import Figure, figure
from data.facts import Facts

Where = Mapping[str, str]
Cells = Mapping[tuple[int, int], Found]
LIST = "本表为清单，每行是台账中的一条记录，不是指标"
TEXT = "所选是文字，不是数字"
TIME = "图中标示的是时间，不是数字"
DERIVED = "由本图其他数字计算得出，不是单独的指标"
NOTHING = "该处没有数，没有可列的台账行"
KINDS = {"value": "", "numerator": "的分子", "denominator": "的分母"}


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """`said`: what was chosen (第十轮 · 白沙镇：发现问题 12 个（明细）). `metric` and `where`: whose figure it is; else `why` it is nobody's."""

    said: str
    metric: str = ""
    where: Where = field(default_factory=dict)
    why: str = ""


def by_cell(found: Iterator[Found]) -> Cells:
    """Returns the figures of a table by their cell."""
    return {(one.row, one.column): one for one in reversed(list(found))}


def chosen_mark(made: Built, facts: Facts, where: Where, cells: Cells, mark: Mark) -> Chosen:
    """Returns what a mark of the panel's chart is."""
    point = points(made.figure).get(mark)
    if point is None:
        return Chosen(said=made.title, why=TIME)
    place = shown_in(made)[mark]
    if place in cells:
        return followed(cells[place], facts, where, point.row)
    label, unit = heading(made.table, place[1]) if place else (point.part, "")
    said = f"{' · '.join(text for text in (point.row, label) if text)}：{shown(point.value)} {unit}".rstrip()
    return Chosen(said=said, why=made.why.get(label) or made.why.get(point.part) or (DERIVED if point.value else NOTHING))


def chosen_cell(made: Built, facts: Facts, where: Where, cells: Cells, place: tuple[int, int]) -> Chosen:
    """Returns what a cell of the panel's table is."""
    row, column = place
    value, name = made.table.iat[row, column], shown(made.table.iat[row, 0])
    if place in cells:
        return followed(cells[place], facts, where, name)
    label, unit = heading(made.table, column)
    said = f"{name} · {label}：{shown(value)} {unit}".rstrip() if column else name
    if not cells and not made.why and not made.figure:
        return Chosen(said=said, why=LIST)
    if not pd.api.types.is_number(value):
        return Chosen(said=said, why=TEXT)
    return Chosen(said=said, why=made.why.get(label, NOTHING if pd.isna(value) else DERIVED))


def followed(found: Found, facts: Facts, where: Where, name: str) -> Chosen:
    """Returns a cell that is a figure, in words; `name` is its row's."""
    part = [value for dimension, value in found.where.items() if where.get(dimension) != value]
    one = figure(facts, found.metric, found.where)
    of = " · ".join(part) or ("" if name == one.metric.label else name)
    return Chosen(said=f"{of}：{told(one, found.kind)}".removeprefix("："), metric=found.metric, where=found.where)


def told(one: Figure, kind: str = "value") -> str:
    """Returns a figure with its unit, its parts and what it rests on; or one of a rate's two amounts."""
    amount = one.text if one.unit == "%" or one.value is None else f"{one.text} {one.unit}"
    of = f"（{one.of}）" if one.of else ""
    if kind != "value":
        return f"{one.metric.label} {amount}{of}{KINDS[kind]} {shown(getattr(one, kind))}"
    return f"{one.metric.label} {amount}{of}" + (f"（{one.basis}）" if one.basis else "")


def offered(made: Built, facts: Facts, where: Where) -> tuple[tuple[str, Figure, dict[str, str]], ...]:
    """Returns a panel's metrics as they stand in its scope: name, figure, scope. Empty for panels that rest on none."""
    found = []
    for name in made.metrics:
        scope = obeyed(made, name, where)
        found.append((name, figure(facts, METRICS[name].name, scope), scope))
    return tuple(found)

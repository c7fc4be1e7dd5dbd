"""The only builder of SQL for figures: each measure at its own grain, then put side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analytics.dimensions import DIMENSIONS, UNSAID
from analytics.formats import number
from analytics.metric import Measure, Metric
from analytics.metrics import METRICS
from data.facts import Facts


class CannotSplit(ValueError):
    """A dimension that a metric does not have; the message is one Chinese sentence."""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure: `value` is in the metric's unit (81.05 for 81.05 %), None where there is nothing to divide by or count."""

    metric: Metric
    numerator: float | int | None
    denominator: float | int | None
    value: float | int | None
    basis: str

    @property
    def unit(self) -> str:
        """The metric's unit."""
        return self.metric.unit

    @property
    def text(self) -> str:
        """The value as people read it; a rate with its sign: 81.1%, 264, —."""
        said = number(self.value, self.metric.decimals)
        return f"{said}%" if self.unit == "%" and self.value is not None else said

    @property
    def of(self) -> str:
        """77/95, or nothing for a plain count."""
        return f"{number(self.numerator)}/{number(self.denominator)}" if self.denominator is not None else ""


Where = Mapping[str, object]


def frame(facts: Facts, metric: str, by: Sequence[str] = (), where: Where = {}) -> pd.DataFrame:
    """The metric split by dimensions, within a scope.

    Columns: the dimensions as labels, in their order; `numerator`, `denominator` (None for plain counts), `value`,
    `basis` (明细, 报送, 名录 or several). Raises CannotSplit for a dimension that the metric does not have.
    """
    one = METRICS[metric]
    for name in (*by, *(n for n in where if n not in one.dated)):
        if name not in one.by:
            label = DIMENSIONS[name].label if name in DIMENSIONS else name
            raise CannotSplit(f"“{one.label}”不能按“{label}”拆分或筛选")
    found = _measured(facts, one.numerator, by, where, "numerator")
    if one.denominator:
        shared = [n for n in by if n in one.denominator.carries]
        below = _measured(facts, one.denominator, shared, where, "denominator")
        found = _beside(found, below, shared)
    rows = [_row(one, row) for row in found.to_dict("records")]
    rows.sort(key=lambda row: [row.get(f"_order_{n}", (2, "")) for n in by])
    result = pd.DataFrame(
        [[*(_label(n, row[n]) for n in by), *(row[c] for c in ("numerator", "denominator", "value", "basis"))] for row in rows],
        columns=[*by, "numerator", "denominator", "value", "basis"],
        dtype=object,
    )
    for column in ("numerator", "denominator", "value"):
        if result[column].notna().any():
            result[column] = pd.to_numeric(result[column])
    return result


def figure(facts: Facts, metric: str, where: Where = {}) -> Figure:
    """The metric as one figure."""
    row = frame(facts, metric, (), where).iloc[0]
    said = [None if pd.isna(row[n]) else float(row[n]) for n in ("numerator", "denominator", "value")]
    whole = [int(v) if v is not None and float(v).is_integer() and n < 2 else v for n, v in enumerate(said)]
    return Figure(metric=METRICS[metric], numerator=whole[0], denominator=whole[1], value=whole[2], basis=row["basis"] or "")


def scope_end(facts: Facts, where: Where) -> date | None:
    """The day up to which a scope counts: its year's or its term's last, never after the day the figures stand for."""
    ends = [facts.as_of_date]
    if "year" in where:
        ends.append(date(DIMENSIONS["year"].read(where["year"])[1], 12, 31))
    if "term" in where and (span := facts.settings.terms.get(DIMENSIONS["term"].read(where["term"])[1])):
        ends.append(span[1])
    return min((e for e in ends if e), default=None)


def _measured(facts: Facts, measure: Measure, by: Sequence[str], where: Where, name: str) -> pd.DataFrame:
    """The measure by raw dimension values, with an order column for each and the basis where rows have one."""
    parameters: dict[str, object] = {}
    tests = [f"({measure.where})"]
    if "$at" in measure.where:
        parameters["at"] = scope_end(facts, where)
    if measure.within_term and facts.term and not {"term", "year", "round"} & {*by, *where}:
        tests.append("coalesce(term = $current_term, TRUE)")
        parameters["current_term"] = facts.term
    for number_, (key, text) in enumerate((k, v) for k, v in where.items() if k in measure.carries):
        dimension = DIMENSIONS[key]
        values = list(text) if isinstance(text, list | tuple | set | frozenset) else [text]
        each = []
        for position, value in enumerate(values):
            bound = f"w{number_}_{position}"
            if value == UNSAID:
                each.append(f"{dimension.column} IS NULL")
                continue
            column, parameters[bound] = dimension.read(value)
            each.append(f"list_contains(string_split({column}, '、'), ${bound})" if dimension.several else f"{column} = ${bound}")
        tests.append(f"({' OR '.join(each) or 'FALSE'})")
    source = facts.table(measure.view)
    for dimension in (DIMENSIONS[n] for n in by):
        if dimension.several:
            split = f"unnest(CASE WHEN {dimension.column} IS NULL THEN [NULL] ELSE string_split({dimension.column}, '、') END)"
            source = f"(SELECT * REPLACE ({split} AS {dimension.column}) FROM {source})"
    columns = [f"{DIMENSIONS[n].column} AS d_{n}" for n in by]
    orders = [f"{DIMENSIONS[n].order} AS o_{n}" for n in by if DIMENSIONS[n].order and _has_order(measure, DIMENSIONS[n].order)]
    basis = "string_agg(DISTINCT basis, '、' ORDER BY basis) AS basis" if measure.view in _BASED else "NULL AS basis"
    sql = f"SELECT {', '.join([*columns, *orders, f'{measure.sql} AS {name}', basis])} FROM {source} WHERE {' AND '.join(tests)}"
    if by:
        sql += f" GROUP BY {', '.join(str(i + 1) for i in range(len(by)))}"
    rows = facts.rows(sql, parameters)
    heads = [*by, *(f"o_{n}" for n in by if f"AS o_{n}" in " ".join(orders)), name, "basis"]
    found = pd.DataFrame(rows, columns=heads, dtype=object)
    for n in by:
        listed = DIMENSIONS[n].listed
        given = found[f"o_{n}"] if f"o_{n}" in found else found[n]
        found[f"_order_{n}"] = [_place(listed, value, order) for value, order in zip(found[n], given, strict=True)]
    return found.drop(columns=[c for c in found if c.startswith("o_")])


_BASED = ("fact_inspection", "fact_coverage", "fact_issue", "fact_clue", "fact_village_reach")


def _has_order(measure: Measure, order: str) -> bool:
    return measure.view != "fact_round" or "_row" not in order


def _place(listed: tuple[str, ...], value: object, order: object) -> tuple:
    if value is None:
        return (1, 0)
    return (0, listed.index(value) if value in listed else len(listed), str(value)) if listed else (0, order if order is not None else 0)


def _beside(above: pd.DataFrame, below: pd.DataFrame, shared: list[str]) -> pd.DataFrame:
    below = below.drop(columns=["basis"])
    if not shared:
        return above.assign(denominator=below["denominator"].iloc[0] if len(below) else None)
    orders = [c for c in below if c.startswith("_order_")]
    found = above.merge(below, on=shared, how="outer", suffixes=("", "_below"))
    for column in orders:
        if f"{column}_below" in found:
            found[column] = found[column].where(found[column].notna(), found[f"{column}_below"])
    return found


def _row(metric: Metric, row: dict[str, object]) -> dict[str, object]:
    top, bottom = _plain(row["numerator"]), _plain(row.get("denominator"))
    if metric.denominator is None:
        return {**row, "numerator": top, "denominator": None, "value": top, "basis": row["basis"]}
    if top is None and bottom is not None and metric.numerator.sql.startswith("count"):
        top = 0
    value = metric.scale * top / bottom if top is not None and bottom else None
    return {**row, "numerator": top, "denominator": bottom, "value": value, "basis": _plain(row["basis"])}


def _plain(value: object) -> object:
    if value is None or (isinstance(value, float) and pd.isna(value)):
        return None
    return int(value) if not isinstance(value, str) and float(value).is_integer() else value


def _label(name: str, value: object) -> str:
    missing = value is None or (isinstance(value, float) and pd.isna(value))
    return UNSAID if missing else DIMENSIONS[name].said(int(value) if isinstance(value, float) else value)

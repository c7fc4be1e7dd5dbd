"""The only builder of SQL for figures: each measure at its own grain, then put side by side."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import pandas as pd

from analytics.absence import INAPPLICABLE, MASKED, NIL, UNREPORTED
from analytics.dimensions import DIMENSIONS, UNSAID
from analytics.figure import Figure
from analytics.metric import Measure, Metric
from analytics.metrics import METRICS
from analytics.scope import COARSE, Where, conditions, given, last_day, numbers, scope_end
from data.facts import Facts

__all__ = ["CannotSplit", "Figure", "Where", "figure", "frame", "scope_end"]

BASES = ("明细", "名录", "报送")


class CannotSplit(ValueError):
    """A dimension that a metric does not have; the message is one Chinese sentence."""


class _Group(NamedTuple):
    """What a measure comes to in a group; `nil`: nothing but reported totals stands behind it."""

    amount: int | None = None
    basis: str = ""
    nil: bool = False


# Raw values of the dimensions → what the measure comes to.
_Groups = dict[tuple, _Group]


def frame(facts: Facts, metric: str, by: Sequence[str] = (), where: Where | None = None) -> pd.DataFrame:
    """The metric split by dimensions, within a scope.

    Columns: the dimensions as labels (未注明 where a row says none), `numerator`, `denominator` (None for plain counts),
    `value` (percent for rates), `basis` (明细, 名录, 报送 or several), `absent` (see `Figure`). Rows stand in the dimensions' own order. Raises
    CannotSplit for a dimension that the metric does not have, Unreadable for a value that is none.
    """
    one = METRICS[metric]
    return _labelled(by, [_told(one, row, facts.below) for row in _asked(facts, one, by, given(where or {}))])


def labels(facts: Facts, metric: str, dimension: str, where: Where | None = None) -> list[str]:
    """The labels of a metric's parts by one dimension, in order, without their amounts. Raises as `frame` does."""
    return [label for (label,) in combinations(facts, metric, (dimension,), where)]


def combinations(facts: Facts, metric: str, by: Sequence[str], where: Where | None = None) -> list[tuple[str, ...]]:
    """The labels of a metric's parts by several dimensions, as `labels`."""
    said = [DIMENSIONS[name].said for name in by]
    asked = _asked(facts, METRICS[metric], by, given(where or {}))
    return [tuple(UNSAID if value is None else say(value) for say, value in zip(said, key, strict=True)) for key, *_ in asked]


def _asked(facts: Facts, one: Metric, by: Sequence[str], scope: Mapping[str, list[object]]) -> list[tuple]:
    """(raw values, numerator, denominator, value, basis, why there is no value) of each part, in order."""
    refuse(one, by, scope)
    above, order = _measured(facts, one.numerator, by, scope)
    rows = []
    if one.denominator is None:
        for key, (amount, basis, nil) in above.items():
            amount = _or_nought(facts, one.numerator, by, key, scope, amount)
            rows.append((key, amount, None, amount, basis, UNREPORTED.name if amount is None else NIL.name if nil and not amount else ""))
    else:
        below, order_below = _below(facts, one.denominator, by, scope, above)
        order = order | order_below
        for key in above.keys() | below.keys():
            top, basis, _ = above.get(key, _Group())
            top = _or_nought(facts, one.numerator, by, key, scope, top)
            bottom = _or_nought(facts, one.denominator, by, key, scope, below.get(key))
            rows.append((key, top, bottom, one.scale * top / bottom if top is not None and bottom else None, basis, _missing(top, bottom)))
    rows.sort(key=lambda row: [_position(name, value, order) for name, value in zip(by, row[0], strict=True)])
    return rows


def _missing(top: float | None, bottom: float | None) -> str:
    """Why a rate has no value."""
    return INAPPLICABLE.name if bottom == 0 else UNREPORTED.name if top is None or bottom is None else ""


def _told(one: Metric, row: tuple, below: int) -> tuple:
    """A part without its counts of persons where they are some but fewer than `below`, nor the rate that would tell them."""
    key, top, bottom, _, basis, _ = row
    few = [
        measure in persons() and amount is not None and 0 < amount < below
        for measure, amount in ((one.numerator, top), (one.denominator, bottom))
    ]
    return (key, None if few[0] else top, None if few[1] else bottom, None, basis, MASKED.name) if any(few) else row


@cache
def persons() -> frozenset[Measure]:
    """The measures that count persons."""
    return frozenset(one.numerator for one in METRICS.values() if one.unit == "人")


def figure(facts: Facts, metric: str, where: Where | None = None) -> Figure:
    """The metric as one figure. Raises as `frame` does."""
    one = METRICS[metric]
    asked = _asked(facts, one, (), given(where or {}))[0]
    told = _told(one, asked, facts.below)
    _, top, bottom, value, basis, absent = told
    return Figure(
        metric=one, numerator=_whole(top), denominator=_whole(bottom), value=value if one.denominator else _whole(value), basis=basis,
        under=0 if told is asked else facts.below, absent=absent,
    )  # fmt: skip


def _whole(value: object) -> float | int | None:
    """An amount: counts are whole, money and hours are rounded to four decimals, where sums of floats agree."""
    if pd.isna(value):
        return None
    return int(value) if float(value).is_integer() else round(float(value), 4)


def refuse(metric: Metric, by: Sequence[str], scope: Mapping[str, object]) -> None:
    """Raises CannotSplit for a dimension that the metric can neither be split nor filtered by."""
    for name in (*by, *(n for n in scope if n not in metric.dated)):
        if name not in metric.by:
            label = DIMENSIONS[name].label if name in DIMENSIONS else name
            able = "、".join(DIMENSIONS[n].label for n in metric.by)
            raise CannotSplit(f"“{metric.label}”不能按“{label}”拆分或筛选，可以按{able}")


def _measured(
    facts: Facts, measure: Measure, by: Sequence[str], scope: Mapping[str, list[object]]
) -> tuple[_Groups, dict]:
    """The measure by raw values of the dimensions, and where the rounds among them stand."""
    tests, parameters = selection(facts, measure, scope, by)
    source = facts.table(measure.view.name)
    for dimension in (DIMENSIONS[n] for n in by):
        if dimension.several:
            each = f"unnest(coalesce(string_split({dimension.column}, '、'), [NULL]))"
            source = f"(SELECT * REPLACE ({each} AS {dimension.column}) FROM {source})"
    ordered = [n for n in by if DIMENSIONS[n].order]
    columns = [DIMENSIONS[n].column for n in by]
    orders = [DIMENSIONS[n].order for n in ordered]
    basis, nil = f"list(DISTINCT {measure.basis}) FILTER ({measure.weight})", f"bool_and({measure.basis} = '报送')"
    sql = (
        f"SELECT {', '.join([*columns, measure.sql, basis, 'count(*)', nil, *orders])} FROM {source} WHERE {' AND '.join(tests)}"
        + (f" GROUP BY {', '.join(str(i + 1) for i in range(len(by)))}" if by else "")
    )
    groups: _Groups = {}
    order: dict = {}
    for row in facts.rows(sql, parameters):
        key, amount, bases, count, reported = row[: len(by)], *row[len(by) : len(by) + 4]
        groups[key] = _Group(amount if count else None, "、".join(b for b in BASES if b in (bases or ())), bool(reported and count))
        for name, place in zip(ordered, row[len(by) + 4 :], strict=True):
            known = order.setdefault(name, {})
            value = key[by.index(name)]
            known[value] = min(known.get(value, place), place)
    return groups, order | _register_order(facts, by)


def selection(
    facts: Facts, measure: Measure, scope: Mapping[str, list[object]], by: Sequence[str] = ()
) -> tuple[list[str], dict[str, object]]:
    """The rows of its view that a measure is taken over within a scope, as SQL conditions and their parameters."""
    tests, parameters = conditions(scope, [n for n in scope if n in measure.carries])
    tests.append(f"({measure.where})")
    if measure.dated:
        parameters["at"] = last_day(facts, numbers(scope, "year"), numbers(scope, "term"))
        tests[-1] = tests[-1].replace("{at}", _day(facts, by, parameters))
    _within_term(facts, measure, {*by, *scope}, tests, parameters)
    return tests, parameters


def _within_term(
    facts: Facts, measure: Measure, asked: set[str], tests: list[str], parameters: dict[str, object]
) -> None:
    if measure.within_term and facts.term and not asked & {"term", "year", "round"}:
        tests.append("coalesce(term = $current_term, TRUE)")
        parameters["current_term"] = facts.term


def _day(facts: Facts, by: Sequence[str], parameters: dict[str, object]) -> str:
    """SQL for the day at which a row's group is looked at: the end of its year or term, where the split is by those."""
    days = ["$at"]
    if "year" in by:
        days.append("make_date(year, 12, 31)")
    if "term" in by and facts.settings.terms:
        ends = []
        for term, (_, last) in facts.settings.terms.items():
            parameters[f"end_{term}"] = last
            ends.append(f"WHEN {int(term)} THEN $end_{int(term)}")
        days.append(f"CASE term {' '.join(ends)} END")
    return f"least({', '.join(days)})" if len(days) > 1 else days[0]


def _below(
    facts: Facts, measure: Measure, by: Sequence[str], scope: Mapping[str, list[object]], above: _Groups
) -> tuple[dict[tuple, int | None], dict]:
    """The denominator of each group. A register is whole for dimensions that it lacks, and as of each group's own day."""
    if not measure.register or set(by) <= set(measure.carries):
        groups, order = _measured(facts, measure, by, scope)
        return {key: one.amount for key, one in groups.items()}, order
    shared = [n for n in by if n in measure.carries]
    found, order, whole = {}, {}, {}
    for key in above:
        values = dict(zip(by, key, strict=True))
        dates = {n: [values[n]] for n in ("year", "term") if values.get(n) is not None}
        day = tuple(dates.items()).__repr__()
        if day not in whole:
            whole[day], order = _measured(facts, measure, shared, {**scope, **dates})
        found[key] = whole[day].get(tuple(values[n] for n in shared), _Group()).amount
    return found, order


def _or_nought(
    facts: Facts, measure: Measure, by: Sequence[str], key: tuple, scope: Mapping[str, list[object]], amount: int | None
) -> int | None:
    """An amount; where there is none, 0 if its county, year and round have any row that makes the measure known."""
    if amount is not None:
        return amount
    coarse = {n: v for n, v in scope.items() if n in COARSE}
    for name, value in zip(by, key, strict=True):
        if name in COARSE:
            coarse[name] = [UNSAID if value is None else value]
    tests, parameters = conditions(coarse, [n for n in coarse if n in measure.carries])
    _within_term(facts, measure, {*by, *scope}, tests, parameters)
    view = facts.table((measure.known_in or measure.view).name)
    known = facts.rows(f"SELECT bool_or({measure.known}) FROM {view} WHERE {' AND '.join(tests) or 'TRUE'}", parameters)
    return 0 if known[0][0] else None


def _register_order(facts: Facts, by: Sequence[str]) -> dict[str, dict[object, object]]:
    """Where names stand in their register: people know their units and towns in that order."""
    found = {}
    for name in by:
        if register := DIMENSIONS[name].register:
            rows = facts.rows(
                f"SELECT {name} FROM {facts.table(register)} GROUP BY {name} ORDER BY min((_import, _row))"
            )
            found[name] = {value: place for place, (value,) in enumerate(rows)}
    return found


def _position(name: str, value: object, order: Mapping[str, Mapping]) -> tuple:
    if value is None:
        return (2,)
    if name in order:
        return (0, order[name][value], str(value)) if value in order[name] else (1, str(value))
    return (0, DIMENSIONS[name].key(value))


def _labelled(by: Sequence[str], rows: list[tuple]) -> pd.DataFrame:
    """The rows as a frame, with labels for raw values."""
    data = {
        name: [UNSAID if row[0][i] is None else DIMENSIONS[name].said(row[0][i]) for row in rows]
        for i, name in enumerate(by)
    }
    for position, name in enumerate(("numerator", "denominator", "value"), 1):
        column = [row[position] for row in rows]
        plain = all(one is None for one in column)
        data[name] = pd.Series(column, dtype=object if plain else None if None not in column else float)
    return pd.DataFrame(data | {name: pd.Series([row[place] for row in rows], dtype=object) for name, place in (("basis", 4), ("absent", 5))})

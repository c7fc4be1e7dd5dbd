"""A figure up to a day: as far as its rows say when they are of, whole years or whole months at a time."""

from dataclasses import replace
from datetime import date

from analytics.dimensions import DIMENSIONS, UNSAID
from analytics.metrics import METRICS
from analytics.period import month_end
from analytics.query import Figure, Where, figure, frame
from data.facts import Facts


def stands(metric: str) -> bool:
    """Whether a figure stands on a day (a register) rather than being what a time has brought."""
    return METRICS[metric].numerator.dated and not {"year", "month"} & set(METRICS[metric].by)


def until(facts: Facts, metric: str, where: Where, day: date) -> Figure | None:
    """Returns the metric in a scope up to the end of a day; None where its rows cannot be cut there.

    Registers are looked at on that day. Years are cut at their end, months at theirs; rows that do not say which they are
    of cannot be cut at all.
    """
    one = METRICS[metric]
    if facts.as_of_date and day >= facts.as_of_date:
        return figure(facts, metric, where)
    then = replace(facts, as_of_date=day)
    if stands(metric):
        return figure(then, metric, {name: value for name, value in where.items() if name in one.by})
    steps = [name for name, last in (("year", (day.month, day.day) == (12, 31)), ("month", day == month_end(day))) if last and name in one.by]
    for step in steps:
        if step in where:
            continue
        split = frame(facts, metric, by=(step,), where=where)
        parts = ["numerator"] if one.denominator is None or one.denominator.register else ["numerator", "denominator"]
        unsaid = split[split[step] == UNSAID][parts].fillna(0)
        if (unsaid.astype(float) > 0).any(axis=None):
            continue
        last = DIMENSIONS[step].said(day.year if step == "year" else day.replace(day=1))
        key = DIMENSIONS[step].key
        kept = [label for label in split[step] if label != UNSAID and key(_raw(step, label)) <= key(_raw(step, last))]
        # The step of the day itself too, though nothing may be of it: it sets the day of a register.
        return figure(then, metric, {**where, step: list(dict.fromkeys([*kept, last]))})
    return None


def _raw(step: str, label: str) -> object:
    return DIMENSIONS[step].conditions(label)[step]

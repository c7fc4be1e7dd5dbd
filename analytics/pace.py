"""序时进度: where coverage should stand by now if the term's units were inspected evenly, and what is left to do."""

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import pandas as pd

from analytics.query import Where, figure
from analytics.scope import conditions, given, numbers
from data.facts import Facts

_DONE = """
    SELECT CAST(date_trunc('month', finished) AS DATE) AS month, count(*) AS units
    FROM (
        -- Where the register only names the round, the round's own dates say when.
        SELECT c.unit, min(coalesce(c."end", c.start, r."end", r.start)) AS finished
        FROM {coverage} c
        LEFT JOIN {rounds} r USING (round_id)
        WHERE c.done AND c.counts AND coalesce(c.from_date <= $at, TRUE) AND coalesce(c.to_date > $at, TRUE)
            AND coalesce(c.term = $term, TRUE) AND {where}
        GROUP BY c.unit
    )
    GROUP BY ALL
    ORDER BY 1
"""
_LEFT = """
    SELECT o.organisation, o.organisation_kind, max(c."end") FILTER (c.done) AS last, bool_or(c.status = '进驻中' AND coalesce(c.term = $term, TRUE)) AS doing
    FROM {organisations} o
    LEFT JOIN {coverage} c ON c.county = o.county AND c.organisation = o.organisation
    WHERE coalesce(o.from_date <= $at, TRUE) AND coalesce(o.to_date > $at, TRUE) AND {where}
    GROUP BY o.county, o.organisation, o.organisation_kind
    HAVING NOT coalesce(bool_or(c.done AND c.counts AND coalesce(c.term = $term, TRUE)), FALSE)
    ORDER BY min(o._row)
"""


@dataclass(frozen=True, kw_only=True)
class Pace:
    """How a term's coverage stands on a day.

    `value`, `target`, `due` in percent, `gap` = value − due in percentage points (None where the term's dates are not
    set); `months`: month (date) and value (cumulative, percent); `value_at_year_start`: at the end of the year before;
    `left`: organisations not yet done; `months_left` until the term's end; `needed`: organisations a month from now on.
    """

    term: int | None
    start: date | None
    end: date | None
    at: date | None
    value: float | None
    target: float
    due: float | None
    gap: float | None
    months: pd.DataFrame
    value_at_year_start: float | None
    left: int | None
    months_left: int | None
    needed: float | None


def _county(where: Where) -> tuple[str, dict[str, object]]:
    """The filter by county as SQL over a view named c or o, for an office that holds several counties' ledgers."""
    tests, parameters = conditions(given(where), ("county",))
    return " AND ".join(tests) or "TRUE", parameters


def _term(facts: Facts, where: Where) -> int | None:
    """The term that the scope names, else the current one."""
    return next(iter(numbers(given(where), "term")), facts.term)


def pace(facts: Facts, where: Where = MappingProxyType({})) -> Pace:
    """The pace of the term that the scope names, else of the current one."""
    term = _term(facts, where)
    start, end = facts.settings.terms.get(term, (None, None))
    at = min(filter(None, (facts.as_of_date, end)), default=None)
    found = figure(facts, "coverage_rate", {n: where[n] for n in ("term", "county") if n in where})
    total, target = found.denominator, facts.settings.coverage_target
    due = target * min(1.0, max(0.0, (at - start).days / (end - start).days)) if start and at else None
    months = _months(facts, term, at, total, where)
    earlier = months[months["month"] < date(at.year, 1, 1)] if at else months
    left = total - found.numerator if total is not None and found.numerator is not None else None
    months_left = (end.year - at.year) * 12 + end.month - at.month if end and at else None
    return Pace(
        term=term, start=start, end=end, at=at, value=found.value, target=target, due=due,
        gap=found.value - due if due is not None and found.value is not None else None, months=months,
        value_at_year_start=earlier["value"].iloc[-1] if len(earlier) else None,
        left=left, months_left=months_left, needed=left / months_left if left is not None and months_left else None,
    )  # fmt: skip


def not_done(facts: Facts, where: Where = MappingProxyType({})) -> pd.DataFrame:
    """The organisations on the register that this term has not finished with, in the register's order.

    Columns: organisation, organisation_kind, state (doing or todo), last (last day of the last inspection known, any
    term), years (since then, None where never).
    """
    term = _term(facts, where)
    test, parameters = _county(where)
    sql = _LEFT.format(
        organisations=facts.table("fact_organisation"),
        coverage=facts.table("fact_coverage"),
        where=test.replace("county", "o.county"),
    )
    rows = facts.rows(sql, {**parameters, "term": term, "at": facts.as_of_date})
    days = [(facts.as_of_date - last).days if last and facts.as_of_date else None for _, _, last, _ in rows]
    return pd.DataFrame(
        [
            (name, kind, "doing" if doing else "todo", last, None if d is None else max(0.0, d / 365.25))
            for (name, kind, last, doing), d in zip(rows, days, strict=True)
        ],
        columns=["organisation", "organisation_kind", "state", "last", "years"],
        dtype=object,
    )


def _months(facts: Facts, term: int | None, at: date | None, total: int | None, where: Where) -> pd.DataFrame:
    test, parameters = _county(where)
    sql = _DONE.format(
        coverage=facts.table("fact_coverage"),
        rounds=facts.table("fact_round"),
        where=test.replace("county", "c.county"),
    )
    rows = facts.rows(sql, {**parameters, "at": at, "term": term}) if total else []
    known = sorted((m, n) for m, n in rows if m)
    # What nobody dates was done before the first month that is dated.
    done = sum(n for m, n in rows if not m)
    found = []
    for month, units in known:
        done += units
        found.append((month, 100 * done / total))
    return pd.DataFrame(found, columns=["month", "value"])

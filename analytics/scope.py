"""A scope (范围): what a figure is asked for. Its filters as SQL conditions, its dates as the day a register is looked at."""

from collections.abc import Iterable, Mapping
from datetime import date

from analytics.dimensions import DIMENSIONS, UNSAID
from data.facts import Facts

Where = Mapping[str, object]

# Whether a measure is known at all is asked of these: within them, none found is 0.
COARSE = ("county", "term", "year", "round")


def given(where: Where) -> dict[str, list[object]]:
    """Dimension → the values asked for; what is None or empty asks for nothing."""
    found = {}
    for name, value in where.items():
        values = list(value) if isinstance(value, list | tuple | set | frozenset) else [value]
        if values := [v for v in values if v is not None and v != ""]:
            found[name] = values
    return found


def conditions(scope: Mapping[str, list[object]], names: Iterable[str]) -> tuple[list[str], dict[str, object]]:
    """The filters of a scope on the dimensions named, as SQL conditions and their parameters."""
    tests, parameters = [], {}
    for name in names:
        if name not in scope:
            continue
        dimension, each = DIMENSIONS[name], []
        for value in scope[name]:
            if value == UNSAID:
                each.append(f"{dimension.column} IS NULL")
                continue
            parts = []
            for column, wanted in dimension.conditions(value).items():
                if wanted is None:
                    parts.append(f"{column} IS NULL")
                    continue
                bound = f"p{len(parameters)}"
                parameters[bound] = wanted
                parts.append(
                    f"list_contains(string_split({column}, '、'), ${bound})"
                    if dimension.several
                    else f"{column} = ${bound}"
                )
            each.append(f"({' AND '.join(parts)})")
        tests.append(f"({' OR '.join(each)})")
    return tests, parameters


def numbers(scope: Mapping[str, list[object]], name: str) -> list[int]:
    """The years or terms that a scope asks for."""
    return [DIMENSIONS[name].conditions(v)[name] for v in scope.get(name, ()) if v != UNSAID]


def last_day(facts: Facts, years: Iterable[int] = (), terms: Iterable[int] = ()) -> date | None:
    """The day up to which years and terms count: their last, never after the day the figures stand for."""
    ends = [facts.as_of_date]
    if years := list(years):
        ends.append(date(max(years), 12, 31))
    if spans := [facts.settings.terms.get(term) for term in terms]:
        ends.append(max((span[1] for span in spans if span), default=None))
    return min((end for end in ends if end), default=None)


def scope_end(facts: Facts, where: Where) -> date | None:
    """The day up to which a scope counts."""
    scope = given(where)
    return last_day(facts, numbers(scope, "year"), numbers(scope, "term"))

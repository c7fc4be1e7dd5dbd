"""Which round a row belongs to: what a ledger leaves unsaid (year, term) is filled in where only one answer is possible."""

import itertools
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from data.kinds.numerals import chinese
from data.settings import Settings

# What a round's name ends in where another of that name has a year, or a term.
NO_YEAR, NO_TERM = "(年度未注明)", "(届次未注明)"


class Spot(NamedTuple):
    """What a row says of its round."""

    county: str
    term: int | None
    year: int | None
    round: int | None
    theme: str | None
    start: date | None = None


@dataclass(frozen=True, kw_only=True)
class Place:
    """The round that a spot is in. `round_id` tells rounds apart; `yearly`: the year is part of what the round is; `round_name` is None where the row names no round."""

    round_id: str
    term: int | None
    year: int | None
    round: int | None
    theme: str | None
    round_name: str | None
    round_order: int
    yearly: bool = False

    @property
    def kind(self) -> str:
        """The kind of inspection where no ledger says it: by the theme, 常规 without one."""
        if self.round or not self.theme:
            return "常规"
        return next((kind for kind in ("回头看", "机动") if kind in self.theme), "专项")


def theme_of(text: str | None) -> str | None:
    """A special round's theme in one spelling: 2020年扶贫领域专项巡察 → 扶贫领域."""
    if not text:
        return None
    bare = re.sub(r"^\d{4}年?度?", "", re.sub(r"[\s“”\"]", "", text))
    return re.sub(r"(专项)?(巡察)?(工作)?$", "", bare) or bare or None


def place(spots: Iterable[Spot], settings: Settings) -> dict[Spot, Place]:
    """Every spot's place. Years and terms are taken from other rows of the same round, from dates, from the office's terms."""
    spots = set(spots)
    years = _filled_years(spots)
    terms = _filled_terms(spots, years, settings)
    restarting = _restarting(spots, years, terms)
    found = {}
    for spot in spots:
        term, year = terms[spot], years[spot]
        theme = theme_of(spot.theme)
        yearly = not spot.round or (spot.county, term) in restarting
        parts = (spot.county, term, year if yearly else None, spot.round, "" if spot.round else theme)
        found[spot] = Place(
            round_id="|".join("" if part is None else str(part) for part in parts), term=term, year=year, round=spot.round, theme=theme,
            round_name=None, round_order=0, yearly=yearly,
        )  # fmt: skip
    return _ordered(_named(found))


def named_special(theme: str) -> str:
    """A special round's name without its year: 扶贫领域 → 扶贫领域专项."""
    return theme if re.search(r"专项|机动|回头看", theme) else f"{theme}专项"


def _same(spot: Spot) -> tuple:
    """What rows of one round have in common even if some leave out year or term."""
    return (spot.county, spot.round, None if spot.round else theme_of(spot.theme))


def _says_round(spot: Spot) -> bool:
    return spot.round is not None or spot.theme is not None


def _filled_years(spots: Collection[Spot]) -> dict[Spot, int | None]:
    known = defaultdict(set)
    for spot in spots:
        if spot.year and _says_round(spot):
            known[_same(spot)].add((spot.term, spot.year))
    years = {}
    for spot in spots:
        fits = {y for t, y in known[_same(spot)] if spot.term is None or t is None or t == spot.term}
        if spot.year:
            years[spot] = spot.year
        elif len(fits) == 1:
            years[spot] = fits.pop()
        else:
            years[spot] = spot.start.year if spot.start else None
    return years


def _filled_terms(
    spots: Collection[Spot], years: Mapping[Spot, int | None], settings: Settings
) -> dict[Spot, int | None]:
    by_round, by_year = defaultdict(set), defaultdict(set)
    for spot in spots:
        if spot.term:
            by_year[spot.county, years[spot]].add(spot.term)
            if _says_round(spot):
                by_round[_same(spot)].add((spot.term, years[spot]))
    terms = {}
    for spot in spots:
        year = years[spot]
        of_round = {t for t, y in by_round[_same(spot)] if year is None or y is None or y == year}
        of_year = by_year[spot.county, year] if year else set()
        of_office = {t for t, (first, last) in settings.terms.items() if year and first.year <= year <= last.year}
        if spot.term:
            terms[spot] = spot.term
        elif len(of_round) == 1:
            terms[spot] = next(iter(of_round))
        elif dated := settings.term_of(spot.start):
            terms[spot] = dated
        else:
            terms[spot] = next((next(iter(one)) for one in (of_year, of_office) if len(one) == 1), None)
    return terms


def _restarting(
    spots: Collection[Spot], years: Mapping[Spot, int | None], terms: Mapping[Spot, int | None]
) -> set[tuple[str, int | None]]:
    """The (county, term) whose rounds are counted anew each year: a later year has a number that an earlier one passed."""
    numbers = defaultdict(lambda: defaultdict(set))
    for spot in spots:
        if spot.round and years[spot]:
            numbers[spot.county, terms[spot]][years[spot]].add(spot.round)
    found = set()
    for group, by_year in numbers.items():
        ordered = sorted(by_year.items())
        for (_, earlier), (_, later) in itertools.pairwise(ordered):
            if min(later) < max(earlier) or (earlier == later == {1}):
                found.add(group)
    return found


def _named(places: dict[Spot, Place]) -> dict[Spot, Place]:
    """Every round's name: 第十一轮, 2020年扶贫专项; with its term in front where another round would bear the same name."""
    plain = {spot: _base(one) for spot, one in places.items()}
    alike = _holders(places, plain)
    names = {}
    for spot, one in places.items():
        name, shared = plain[spot], len(alike[spot.county, plain[spot]]) > 1
        if name and one.yearly:
            name = f"{one.year}年{name}" if one.year else f"{name}{NO_YEAR}" if shared else name
        elif name and shared:
            name = f"{chinese(one.term)}届{name}" if one.term else f"{name}{NO_TERM}"
        names[spot] = name
    alike = _holders(places, names)
    for spot, one in places.items():
        if names[spot] and one.yearly and len(alike[spot.county, names[spot]]) > 1:
            names[spot] = f"{chinese(one.term)}届{names[spot]}" if one.term else f"{names[spot]}{NO_TERM}"
    return {spot: replace(one, round_name=names[spot]) for spot, one in places.items()}


def _base(one: Place) -> str | None:
    if one.round:
        return f"第{chinese(one.round)}轮"
    return named_special(one.theme) if one.theme else None


def _holders(places: Mapping[Spot, Place], names: Mapping[Spot, str | None]) -> dict[tuple, set[str]]:
    found = defaultdict(set)
    for spot, one in places.items():
        found[spot.county, names[spot]].add(one.round_id)
    return found


def _ordered(places: dict[Spot, Place]) -> dict[Spot, Place]:
    """Rounds numbered as they followed each other: by term, year, specials after the year's regular ones."""
    rounds: dict[str, Place] = {}
    for one in places.values():
        known = rounds.get(one.round_id)
        if known is None or (one.year or 9999) < (known.year or 9999):
            rounds[one.round_id] = one
    dated: dict[int | None, list[tuple[int, int]]] = defaultdict(list)
    for one in rounds.values():
        if one.round and one.year:
            dated[one.term].append((one.round, one.year))

    def key(one: Place) -> tuple:
        # A round that nobody dates follows the ones before it.
        before = [year for number, year in dated[one.term] if one.round and number <= one.round]
        year = one.year or (max(before, default=0) if one.round else 9999)
        return (one.term or 0, year, one.round is None, one.round or 0, one.theme or "", one.round_id)

    numbers = {one.round_id: n for n, one in enumerate(sorted(rounds.values(), key=key), 1)}
    return {spot: replace(one, round_order=numbers[one.round_id]) for spot, one in places.items()}

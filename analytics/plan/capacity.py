"""What so many teams can do in how many rounds: rounds needed, their dates, the day on which all is done."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

YEAR = 365.25


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """What is left and with what it is to be done.

    `start`: the first round's first day; `end`: the term's last day, None where the office has not set it; `first`: the
    first round's ordinal. `per_team`: units a team takes in a round (一托几). `days` of fieldwork and at least `rest_days`
    between rounds; `rounds_a_year` at most. `squads`: percent of teams that have a village squad (1+1).
    `villages_per_team`, `villages_per_squad`: villages that each reaches in a round.
    """

    start: date
    end: date | None
    first: int = 1
    units: int = 0
    villages: int = 0
    teams: int = 4
    per_team: int = 2
    days: int = 45
    rest_days: int = 30
    rounds_a_year: int = 2
    squads: int = 0
    villages_per_team: int = 8
    villages_per_squad: int = 8

    def __post_init__(self) -> None:
        if min(self.teams, self.per_team, self.days, self.rounds_a_year) < 1:
            raise ValueError("巡察组数、一托几、进驻天数、每年轮数应不小于 1")
        if min(self.units, self.villages, self.rest_days, self.villages_per_team, self.villages_per_squad) < 0 or not 0 <= self.squads <= 100:
            raise ValueError("单位数、村数、间隔天数应不小于 0，配备村级小组的比例应在 0 至 100 之间")

    @property
    def squad_count(self) -> int:
        """How many teams have a village squad."""
        return (self.teams * self.squads + 50) // 100

    @property
    def unit_capacity(self) -> int:
        """Units that a round can take."""
        return self.teams * self.per_team

    @property
    def village_capacity(self) -> int:
        """Villages that a round can take."""
        return self.teams * self.villages_per_team + self.squad_count * self.villages_per_squad

    @property
    def spacing(self) -> int:
        """Days from one round's beginning to the next one's."""
        return max(self.days + self.rest_days, round(YEAR / self.rounds_a_year))

    @property
    def needed(self) -> int | None:
        """Rounds that all this takes; None where villages are left and nobody reaches any."""
        if self.villages and not self.village_capacity:
            return None
        return max(ceil(self.units, self.unit_capacity), ceil(self.villages, self.village_capacity))

    @property
    def available(self) -> int | None:
        """Rounds that end within the term; None where its end is not known."""
        if self.end is None:
            return None
        spare = (self.end - self.start).days + 1 - self.days
        return spare // self.spacing + 1 if spare >= 0 else 0


@dataclass(frozen=True, kw_only=True)
class Round:
    """A round to come: its ordinal, its days, what it takes, and whether it ends after the term."""

    ordinal: int
    start: date
    end: date
    units: int
    villages: int
    late: bool


def ceil(whole: int, part: int) -> int:
    """How many parts a whole takes."""
    return -(-whole // part) if part else 0


def rounds(scenario: Scenario) -> tuple[Round, ...]:
    """The rounds that the scenario needs, with what each takes: as many units as it can, villages evenly as towns bring them."""
    found = []
    units, villages = scenario.units, scenario.villages
    for number in range(scenario.needed or 0):
        start = scenario.start + timedelta(days=scenario.spacing * number)
        end = start + timedelta(days=scenario.days - 1)
        here = min(units, scenario.unit_capacity), ceil(villages, scenario.needed - number)
        units, villages = units - here[0], villages - here[1]
        found.append(
            Round(
                ordinal=scenario.first + number, start=start, end=end, units=here[0], villages=here[1],
                late=bool(scenario.end and end > scenario.end),
            )
        )  # fmt: skip
    return tuple(found)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """Where a scenario ends. `spare`: days between its end and the term's, below zero where it comes too late.

    `units_each`, `villages_each`: what each round within the term must take; `units_short`, `villages_short`: what the
    term leaves undone.
    """

    needed: int | None
    available: int | None
    finish: date | None
    spare: int | None
    units_each: int | None
    villages_each: int | None
    units_short: int
    villages_short: int

    @property
    def possible(self) -> bool:
        """Whether all is done by the term's end, as far as that is known."""
        return self.needed is not None and (self.spare is None or self.spare >= 0)


def outcome(scenario: Scenario) -> Outcome:
    """Works a scenario out."""
    planned, room = rounds(scenario), scenario.available
    finish = planned[-1].end if planned else None
    short = [one for one in planned if one.late]
    return Outcome(
        needed=scenario.needed, available=room, finish=finish,
        spare=(scenario.end - finish).days if scenario.end and finish else None,
        units_each=ceil(scenario.units, room) if room else None, villages_each=ceil(scenario.villages, room) if room else None,
        units_short=sum(one.units for one in short),
        villages_short=scenario.villages if scenario.needed is None else sum(one.villages for one in short),
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Remedy:
    """One change that alone makes it possible: which value of the scenario, and the least that does."""

    name: str
    value: int


# Which values may be changed, from where to where: more of the first ones helps, less of the last two.
MORE = {"teams": 40, "per_team": 8, "rounds_a_year": 6, "squads": 100, "villages_per_team": 30}
LESS = {"rest_days": 0, "days": 20}


def remedies(scenario: Scenario) -> tuple[Remedy, ...]:
    """Each single change that would finish by the term's end, the smallest of its kind."""
    if outcome(scenario).possible:
        return ()
    found = []
    for name, value in [*((n, range(getattr(scenario, n) + 1, most + 1)) for n, most in MORE.items()), *_less(scenario)]:
        if (enough := _first(scenario, name, value)) is not None:
            found.append(Remedy(name=name, value=enough))
    return tuple(found)


def _less(scenario: Scenario) -> list[tuple[str, Iterable[int]]]:
    return [(name, range(getattr(scenario, name) - 1, least - 1, -1)) for name, least in LESS.items()]


def _first(scenario: Scenario, name: str, values: Iterable[int]) -> int | None:
    return next((value for value in values if outcome(replace(scenario, **{name: value})).possible), None)

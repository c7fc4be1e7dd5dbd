"""What is to be assigned: units, teams and their rules, and the tasks that they come to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# A village beside the size of a unit (see `Unit.size`), in points of load.
VILLAGE_LOAD = 2
# No team is sent to a town for fewer villages than this, as long as the town has them.
FEWEST = 4


@dataclass(frozen=True, kw_only=True)
class Unit:
    """One organisation to inspect. `town`: the town that it is or belongs to; `is_town`: whether its villages go along.

    `size`: its share of the load besides its villages; `seen`: teams that have inspected it before.
    """

    name: str
    kind: str = ""
    town: str = ""
    is_town: bool = False
    size: int = 10
    seen: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Team:
    """One team. `villages`: how many it reaches in a round, its village squad included."""

    name: str
    villages: int = 0
    avoid_units: frozenset[str] = frozenset()
    avoid_towns: frozenset[str] = frozenset()

    def avoids(self, unit: str, town: str) -> str:
        """The rule that keeps the team away, in words; empty where none does."""
        if unit and unit in self.avoid_units:
            return "任职回避"
        return "地域回避" if town and town in self.avoid_towns else ""

    def able(self, task: "Task") -> bool:
        """Whether no rule keeps the team away from a task, and it reaches that many villages at once."""
        return not self.avoids(task.unit, task.town) and len(task.villages) <= self.villages


@dataclass(frozen=True, kw_only=True)
class Task:
    """What one team does at a time: a unit, with villages where it is a town; or some villages of a town alone."""

    unit: str = ""
    kind: str = ""
    town: str = ""
    villages: tuple[str, ...] = ()
    load: int = 0
    seen: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """What it is called in a sentence."""
        return self.unit or f"{self.town}{len(self.villages)}个村（社区）"


def tasks(units: Sequence[Unit], villages: Mapping[str, Sequence[str]], teams: Sequence[Team]) -> tuple[Task, ...]:
    """Units with as many of their town's villages as any team can take at once; what is over in portions."""
    able = [team.villages for team in teams if team.villages > 0]
    most = min(able, default=0)
    left = {town: list(names) for town, names in villages.items()}
    found = []
    for unit in units:
        along: tuple[str, ...] = ()
        if unit.is_town and len(able) == len(teams):
            along, left[unit.town] = tuple(left.get(unit.town, ())[:most]), left.get(unit.town, [])[most:]
        load = unit.size + VILLAGE_LOAD * len(along)
        found.append(Task(unit=unit.name, kind=unit.kind, town=unit.town, villages=along, load=load, seen=unit.seen))
    # Villages without their town are shared among all teams, in portions of one town that are about as large as each other.
    alone = sum(map(len, left.values()))
    portion = min(most, max(FEWEST, -(-alone // max(len(teams), 1)))) if most else alone
    for town, names in left.items():
        parts = -(-len(names) // (portion or 1))
        for part in range(parts):
            share = tuple(names[part * len(names) // parts : (part + 1) * len(names) // parts])
            found.append(Task(town=town, villages=share, load=VILLAGE_LOAD * len(share)))
    return tuple(found)

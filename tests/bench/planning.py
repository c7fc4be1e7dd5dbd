"""Assigning 120 units and 300 villages to 8 teams and 8 rounds, with avoidance and history: the whole process, library loaded and all."""

import subprocess
import sys
import time
from random import Random

from analytics.plan.assignment import assign
from analytics.plan.tasks import Team, Unit, tasks
from data.kinds.numerals import chinese
from tests.bench.verdict import Figure, judge

UNITS, TOWNS, VILLAGES, TEAMS, ROUNDS, PER_TEAM = 120, 30, 300, 8, 8, 2
TIMES = 3
County = tuple[list[Unit], dict[str, list[str]], list[Team]]


def county(seed: int = 1) -> County:
    """Units of which a quarter are towns, the towns' villages, and teams with whom they avoid; the same whenever it is made."""
    chance = Random(seed)
    towns = [f"第{n + 1}镇" for n in range(TOWNS)]
    names = [f"第{chinese(n + 1)}巡察组" for n in range(TEAMS)]
    units = [*towns, *(f"县第{n + 1}局" for n in range(UNITS - TOWNS))]
    villages: dict[str, list[str]] = {town: [] for town in towns}
    for n in range(VILLAGES):
        villages[towns[n % TOWNS] if n < TOWNS * 6 else chance.choice(towns)].append(f"第{n + 1}村")
    made = [
        Unit(
            name=name, kind="乡镇(街道)" if name in villages else "党政机关", town=name if name in villages else "", is_town=name in villages,
            size=10 + chance.randrange(12), seen=frozenset(chance.sample(names, chance.randrange(4))),
        )
        for name in units
    ]  # fmt: skip
    teams = [
        Team(name=name, villages=12, avoid_units=frozenset(chance.sample(units[TOWNS:], 8)), avoid_towns=frozenset(chance.sample(towns, 3)))
        for name in names
    ]
    return made, villages, teams


def once(seed: int) -> str:
    """Assigns one county and says what came of it."""
    units, villages, teams = county(seed)
    found = assign(tasks(units, villages, teams), teams, ROUNDS, PER_TEAM)
    loads = [sum(one.task.load for one in found.placed if one.team == team.name) for team in teams]
    return f"{len(found.placed)} placed, {len(found.left_out)} left out, {len(found.broken)} repeated, loads {min(loads)} to {max(loads)}"


def main() -> int:
    """Measures a few counties, a process each."""
    notes, slowest = [], 0.0
    for seed in range(1, TIMES + 1):
        begun = time.perf_counter()
        said = subprocess.run([sys.executable, "-m", "tests.bench.planning", str(seed)], check=True, capture_output=True, text=True).stdout
        taken = time.perf_counter() - begun
        slowest = max(slowest, taken)
        notes.append(f"county {seed}: {said.strip()}; {taken:.1f} s")
    figures = [Figure(what=f"assigning {UNITS} units, {VILLAGES} villages, {TEAMS} teams, slowest of {TIMES}", value=slowest, unit="s", bound=10)]
    return judge(figures, notes)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(once(int(sys.argv[1])))
    else:
        sys.exit(main())

"""Which team takes which unit in which round: a constraint solver holds the office's rules and says which it could not.

Hard: what a team can take in a round, whom it must keep away from (任职、地域). A unit for which this leaves no place is
named with the reason. The same team at the same unit twice is allowed only where nothing else is left, and said.
Villages go with their town's team; load is spread evenly over the teams.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

from analytics.plan.solving import solved
from analytics.plan.tasks import Task, Team


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A task in a round (0 for the first) with a team."""

    task: Task
    round: int
    team: str


@dataclass(frozen=True, kw_only=True)
class Assignment:
    """Who goes where. `left_out` and `broken`: each task with what could not be met, in words. `proved`: no better one exists."""

    placed: tuple[Placed, ...]
    left_out: tuple[tuple[Task, str], ...]
    broken: tuple[tuple[Task, str], ...]
    proved: bool


def assign(todo: Sequence[Task], teams: Sequence[Team], rounds: int, per_team: int) -> Assignment:
    """The best assignment found. Rounds are alike to the rules, so each team's fullest come first."""
    if not todo or not teams or rounds < 1:
        return Assignment(placed=(), left_out=tuple((one, "没有可用的巡察组或轮次") for one in todo), broken=(), proved=True)
    chosen, proved = solved(todo, teams, rounds, per_team)
    placed = _ordered([Placed(task=todo[i], round=r, team=teams[t].name) for i, (r, t) in sorted(chosen.items())], teams)
    left_out = [(one, _why_not(one, teams)) for i, one in enumerate(todo) if i not in chosen]
    broken = [(one.task, f"此前已由{one.team}巡察过，没有其他组可承担，仍排该组") for one in placed if one.team in one.task.seen]
    return Assignment(placed=tuple(placed), left_out=tuple(left_out), broken=tuple(broken), proved=proved)


def _why_not(task: Task, teams: Sequence[Team]) -> str:
    rules = [team.avoids(task.unit, task.town) for team in teams]
    if all(rules):
        return f"各组均须{'、'.join(sorted(set(rules)))}，须调整人员或交叉巡察"
    if not any(team.able(task) for team in teams):
        return "不须回避的组没有村级巡察力量"
    return "可承担的组在各轮均已排满" + ("（其余组须回避）" if any(rules) else "")


def _ordered(placed: Sequence[Placed], teams: Sequence[Team]) -> list[Placed]:
    """The same, with each team's rounds in order: most units first, then most villages."""
    cells: dict[str, dict[int, list[Placed]]] = defaultdict(lambda: defaultdict(list))
    for one in placed:
        cells[one.team][one.round].append(one)
    found = []
    for rounds in cells.values():
        fullest = sorted(rounds.items(), key=lambda cell: (-sum(bool(p.task.unit) for p in cell[1]), -sum(len(p.task.villages) for p in cell[1]), cell[0]))
        found += [replace(one, round=number) for number, (_, members) in zip(count(), fullest, strict=False) for one in members]
    order = {team.name: n for n, team in enumerate(teams)}
    place = {id(one.task): n for n, one in enumerate(placed)}
    return sorted(found, key=lambda one: (one.round, order[one.team], place[id(one.task)]))

"""The constraint models behind an assignment, solved by OR-tools (CP-SAT): first the teams, then each team's rounds.

Rounds are alike to every rule, so that choosing teams alone is a model eight times smaller. Only where a team's tasks
then do not fit into its rounds is everything chosen at once.
"""

import threading
from collections import defaultdict
from collections.abc import Mapping, Sequence

from analytics.plan.tasks import Task, Team

# What breaking or missing costs: a unit left out outweighs any repeat, a repeat any village apart, that any unevenness.
UNIT_OUT, VILLAGE_OUT, REPEATED, APART = 1_000_000, 30_000, 20_000, 600
# Loads that differ by no more than this (points, see `Task.load`) are even; to prove less takes long and changes nothing.
EVEN = 4
# The solver stops by its own count of work, so that the same input ends alike on any machine; the clock is a last resort
# (seconds for the teams, and for everything at once).
WORK, SECONDS, SEED = 0.35, (4.5, 2.5), 20201231
_loading = threading.Lock()
Rounds = dict[int, tuple[int, int]]


def solved(todo: Sequence[Task], teams: Sequence[Team], rounds: int, per_team: int) -> tuple[Rounds, bool]:
    """Returns task → (round, team) for all that have a place, and whether the choice of teams is proved to be the best."""
    with _loading:
        # Only who plans waits for the library; two sessions must not import it at once.
        from ortools.sat.python import cp_model
    guess = first_guess(todo, teams, rounds, per_team)
    chosen, proved = _chosen(cp_model, todo, teams, [rounds], per_team, {i: (0, t) for i, (_, t) in guess.items()})
    packed: Rounds = {}
    for t, team in enumerate(teams):
        mine = [i for i, (_, of) in chosen.items() if of == t]
        spread, close = (_packed(todo, mine, team, rounds, per_team, even) for even in (True, False))
        packed |= {i: (r, t) for i, r in (spread if len(spread) == len(mine) else close).items()}
    if len(packed) == len(chosen):
        return packed, proved
    return _chosen(cp_model, todo, teams, [1] * rounds, per_team, packed)


def _chosen(cp_model, todo: Sequence[Task], teams: Sequence[Team], spans: Sequence[int], per_team: int, guess: Rounds) -> tuple[Rounds, bool]:
    """Task → (span, team), where each span is so many rounds long, taken together."""
    model = cp_model.CpModel()
    at = {
        (i, s, t): model.new_bool_var("")
        for i, one in enumerate(todo)
        for s in range(len(spans))
        for t, team in enumerate(teams)
        if team.able(one)
    }
    by_task, by_cell, by_pair = defaultdict(list), defaultdict(list), defaultdict(list)
    for (i, s, t), variable in at.items():
        by_task[i].append(variable)
        by_cell[s, t].append((todo[i], variable))
        by_pair[i, t].append(variable)
    out = [model.new_bool_var("") for _ in todo]
    for i, variable in enumerate(out):
        model.add_exactly_one([*by_task[i], variable])
    for (s, t), members in by_cell.items():
        most = teams[t].villages
        model.add(sum(variable for one, variable in members if one.unit) <= per_team * spans[s])
        model.add(sum(len(one.villages) * variable for one, variable in members) <= most * spans[s])
        # Of such as fill more than half of a round's villages there is one a round, of those over a third two.
        for parts in (1, 2):
            model.add(sum(variable for one, variable in members if len(one.villages) * (parts + 1) > most) <= parts * spans[s])
    cost = [((UNIT_OUT if todo[i].unit else 0) + VILLAGE_OUT * len(todo[i].villages)) * variable for i, variable in enumerate(out)]
    cost += [REPEATED * sum(some) for (i, t), some in by_pair.items() if teams[t].name in todo[i].seen]
    cost += _apart(model, todo, by_pair, len(teams))
    cost.append(_unevenness(model, todo, by_pair, len(teams)))
    model.minimize(sum(cost))
    for (i, s, t), variable in at.items():
        model.add_hint(variable, guess.get(i) == (s, t))
    solver = cp_model.CpSolver()
    solver.parameters.random_seed, solver.parameters.num_workers = SEED, 1
    solver.parameters.max_deterministic_time, solver.parameters.max_time_in_seconds = WORK, SECONDS[len(spans) > 1]
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return guess, False
    return {i: (s, t) for (i, s, t), variable in at.items() if solver.value(variable)}, status == cp_model.OPTIMAL


def _apart(model, todo: Sequence[Task], by_pair: Mapping, teams: int) -> list:
    """The cost of a town's further villages being with another team than the town itself."""
    homes = {one.town: i for i, one in enumerate(todo) if one.unit and one.villages}
    cost = []
    for i, one in enumerate(todo):
        if one.unit or one.town not in homes:
            continue
        apart = model.new_bool_var("")
        for t in range(teams):
            model.add(sum(by_pair[i, t]) <= sum(by_pair[homes[one.town], t]) + apart)
        cost.append(APART * apart)
    return cost


def _unevenness(model, todo: Sequence[Task], by_pair: Mapping, teams: int):
    """The load of the busiest team less that of the least busy, as far as it is more than anybody would feel."""
    whole = sum(one.load for one in todo)
    most, least, over = (model.new_int_var(0, whole, "") for _ in range(3))
    for t in range(teams):
        load = sum(one.load * sum(by_pair[i, t]) for i, one in enumerate(todo) if by_pair[i, t])
        model.add(load <= most)
        model.add(load >= least)
    model.add(over >= most - least - EVEN)
    return over


def _packed(todo: Sequence[Task], mine: Sequence[int], team: Team, rounds: int, per_team: int, even: bool) -> dict[int, int]:
    """One team's tasks → their rounds: most villages first, each into the first round that has room for it, or the one with most."""
    found: dict[int, int] = {}
    units, villages = [0] * rounds, [0] * rounds
    for i in sorted(mine, key=lambda i: (-len(todo[i].villages), not todo[i].unit, i)):
        one = todo[i]
        for r in sorted(range(rounds), key=lambda r: (villages[r], r) if even and one.villages else (0, r)):
            if units[r] + bool(one.unit) <= per_team and villages[r] + len(one.villages) <= team.villages:
                units[r] += bool(one.unit)
                villages[r] += len(one.villages)
                found[i] = r
                break
    return found


def first_guess(todo: Sequence[Task], teams: Sequence[Team], rounds: int, per_team: int) -> Rounds:
    """Returns a plain assignment to start from: the most restricted and heaviest first, each to the least busy team that may."""
    units, villages, load = defaultdict(int), defaultdict(int), [0] * len(teams)
    choices = [sum(team.able(one) and team.name not in one.seen for team in teams) for one in todo]
    found = {}
    for i in sorted(range(len(todo)), key=lambda i: (choices[i], -todo[i].load, i)):
        one = todo[i]
        able = [t for t, team in enumerate(teams) if team.able(one)]
        for t in sorted(able, key=lambda t: (teams[t].name in one.seen, load[t], t)):
            fits = [
                r
                for r in range(rounds)
                if units[r, t] + bool(one.unit) <= per_team and villages[r, t] + len(one.villages) <= teams[t].villages
            ]
            if fits:
                units[fits[0], t] += bool(one.unit)
                villages[fits[0], t] += len(one.villages)
                load[t] += one.load
                found[i] = (fits[0], t)
                break
    return found

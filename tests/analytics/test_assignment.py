"""Who goes where: the office's rules hold, villages go with their town, and what cannot be met is said."""

from collections import Counter
from dataclasses import replace

import pytest

from analytics.plan.assignment import Assignment, assign
from analytics.plan.tasks import Team, Unit, tasks
from tests.bench.planning import PER_TEAM, ROUNDS, UNITS, VILLAGES, County, county


@pytest.fixture(scope="module")
def large() -> tuple[County, Assignment]:
    made = county()
    units, villages, teams = made
    return made, assign(tasks(units, villages, teams), teams, ROUNDS, PER_TEAM)


def test_everything_is_placed_once(large) -> None:
    _, found = large
    assert len({one.task.unit for one in found.placed if one.task.unit}) == UNITS
    assert Counter(v for one in found.placed for v in one.task.villages).most_common(1)[0][1] == 1
    assert sum(len(one.task.villages) for one in found.placed) == VILLAGES
    assert (found.left_out, found.broken) == ((), ())


def test_no_team_takes_more_than_it_can_in_a_round(large) -> None:
    (_, _, teams), found = large
    able = {team.name: team.villages for team in teams}
    for r in range(ROUNDS):
        for team, most in able.items():
            here = [one.task for one in found.placed if (one.round, one.team) == (r, team)]
            assert sum(bool(one.unit) for one in here) <= PER_TEAM
            assert sum(len(one.villages) for one in here) <= most


def test_teams_keep_away_from_former_units_and_home_towns_and_go_nowhere_twice(large) -> None:
    (_, _, teams), found = large
    by_name = {team.name: team for team in teams}
    for one in found.placed:
        assert not by_name[one.team].avoids(one.task.unit, one.task.town)
        assert one.team not in one.task.seen


def test_load_is_spread_evenly(large) -> None:
    (_, _, teams), found = large
    loads = [sum(one.task.load for one in found.placed if one.team == team.name) for team in teams]
    assert max(loads) - min(loads) <= 0.1 * sum(loads) / len(loads)


def test_the_same_input_gives_the_same_assignment() -> None:
    units, villages, teams = county(2)
    small = units[:12], {town: villages[town] for town in list(villages)[:12]}, teams[:3]
    found = [assign(tasks(*small), small[2], 3, 2) for _ in range(2)]
    assert found[0] == found[1]


def test_villages_go_with_their_towns_team() -> None:
    units = [Unit(name="甲镇", town="甲镇", is_town=True), Unit(name="县甲局")]
    todo = tasks(units, {"甲镇": ["东村", "西村"]}, [Team(name="一组", villages=5), Team(name="二组", villages=5)])
    assert [(one.unit, one.villages) for one in todo] == [("甲镇", ("东村", "西村")), ("县甲局", ())]


def test_villages_of_towns_that_are_done_are_shared_among_the_teams_that_may_go_there() -> None:
    teams = [Team(name="一组", villages=18, avoid_towns=frozenset({"甲镇"})), Team(name="二组", villages=18), Team(name="三组", villages=18)]
    villages = {"甲镇": [f"甲{n}" for n in range(19)], "乙镇": [f"乙{n}" for n in range(17)]}
    found = assign(tasks([], villages, teams), teams, 1, 2)
    assert not found.left_out
    assert {one.team for one in found.placed if one.task.town == "甲镇"} == {"二组", "三组"}
    assert all(one.task.unit == "" for one in found.placed)


def test_a_unit_that_every_team_must_keep_away_from_is_named_with_the_rule() -> None:
    units, villages, teams = county(3)
    teams = [replace(team, avoid_units=team.avoid_units | {"县第1局"}) for team in teams]
    found = assign(tasks(units, villages, teams), teams, ROUNDS, PER_TEAM)
    assert [(task.unit, why) for task, why in found.left_out] == [("县第1局", "各组均须任职回避，须调整人员或交叉巡察")]


def test_rounds_too_few_leave_out_as_little_as_they_must_and_say_it() -> None:
    units = [Unit(name=f"县{n}局") for n in range(5)]
    teams = [Team(name="一组"), Team(name="二组")]
    found = assign(tasks(units, {}, teams), teams, 1, 2)
    assert len(found.placed) == 4
    assert [why for _, why in found.left_out] == ["可承担的组在各轮均已排满"]


def test_a_unit_that_every_team_has_seen_is_repeated_and_said_rather_than_left_out() -> None:
    teams = [Team(name="一组"), Team(name="二组", avoid_units=frozenset({"县甲局"}))]
    found = assign(tasks([Unit(name="县甲局", seen=frozenset({"一组", "二组"}))], {}, teams), teams, 1, 1)
    assert [one.team for one in found.placed] == ["一组"]
    assert [why for _, why in found.broken] == ["此前已由一组巡察过，没有其他组可承担，仍排该组"]


def test_villages_that_no_team_can_reach_are_said() -> None:
    teams = [Team(name="一组")]
    found = assign(tasks([], {"甲镇": ["东村"]}, teams), teams, 1, 1)
    assert [(task.name, why) for task, why in found.left_out] == [("甲镇1个村（社区）", "不须回避的组没有村级巡察力量")]


def test_tasks_that_fit_a_teams_rounds_only_when_chosen_together_are_placed() -> None:
    teams = [Team(name="一组", villages=10), Team(name="二组", villages=10)]
    sizes = (6, 6, 4, 4, 5, 5, 5, 5)
    units = [Unit(name=f"{n}镇", town=f"{n}镇", is_town=True) for n in range(len(sizes))]
    villages = {f"{n}镇": [f"{n}-{v}村" for v in range(size)] for n, size in enumerate(sizes)}
    found = assign(tasks(units, villages, teams), teams, 2, 2)
    assert not found.left_out


def test_without_teams_or_rounds_everything_is_left_out() -> None:
    todo = tasks([Unit(name="县甲局")], {}, [])
    assert [why for _, why in assign(todo, [], 1, 1).left_out] == ["没有可用的巡察组或轮次"]
    assert len(assign(todo, [Team(name="一组")], 0, 1).left_out) == 1

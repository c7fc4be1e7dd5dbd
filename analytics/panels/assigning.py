"""排组: who goes where in which round, how evenly, and what could not be met. Made on demand: the solver takes seconds."""

from dataclasses import dataclass

import pandas as pd

from analytics.charts import bars
from analytics.export.round_ledger import Entry
from analytics.lists.planning import remaining, teams_of, unknown_avoided
from analytics.panels.panel import Made, Panel, Where
from analytics.plan.assignment import Assignment, assign
from analytics.plan.capacity import Round, Scenario, rounds
from analytics.plan.tasks import Task, tasks
from analytics.plan.verdict import amount
from analytics.theme import Theme
from analytics.wording import strong, warning
from data.facts import Facts
from data.kinds.numerals import chinese

COLUMNS = ("轮次", "进驻时间", "结束时间", "巡察组", "被巡察单位", "单位类型", "乡镇（街道）", "村（社区）（个）", "负担（分）")
METRICS = ("orgs_total", "villages_total", "teams")


@dataclass(frozen=True, kw_only=True)
class Worked:
    """An assignment with its rounds. `unmet`: what could not be satisfied, a sentence each; `entries`: for its ledger."""

    assignment: Assignment
    rounds: tuple[Round, ...]
    teams: tuple[str, ...]
    entries: tuple[Entry, ...]
    unmet: tuple[str, ...]


def work_out(facts: Facts, scenario: Scenario, afresh: bool) -> Worked:
    """Assigns what is left to the scenario's rounds and teams."""
    left, teams, planned = remaining(facts, afresh), teams_of(facts, scenario), rounds(scenario)
    todo = tasks(left.units, left.villages, teams)
    found = assign(todo, teams, len(planned), scenario.per_team)
    term = None if facts.term is None else facts.term + afresh
    entries = tuple(
        Entry(
            term=term, round=planned[one.round].ordinal, team=one.team, start=planned[one.round].start, end=planned[one.round].end,
            organisation=one.task.unit, town=one.task.town, villages=one.task.villages,
        )
        for one in found.placed
    )  # fmt: skip
    unknown = unknown_avoided(facts, teams)
    unmet = [f"{named(one)}：{why}" for one, why in (*found.left_out, *found.broken)]
    unmet += [f"回避事项中的“{name}”不在名录中，未起作用" for name in unknown]
    if late := [one for one in planned if one.late]:
        unmet.append(f"自第{chinese(late[0].ordinal)}轮起的{len(late)}轮结束于届末之后")
    return Worked(
        assignment=found, rounds=planned, teams=tuple(team.name for team in teams), entries=entries, unmet=tuple(unmet),
    )  # fmt: skip


def named(task: Task) -> str:
    """A task as a sentence names it: with its villages where they go along."""
    return task.name + (f"（含{len(task.villages)}个村（社区））" if task.unit and task.villages else "")


def assignment_table(worked: Worked) -> pd.DataFrame:
    """Returns the assignment, one task a row, by round and team."""
    rows = []
    for one in worked.assignment.placed:
        at, task = worked.rounds[one.round], one.task
        rows.append(
            (
                f"第{chinese(at.ordinal)}轮", at.start, at.end, one.team, task.unit or "（仅巡村）", task.kind or None, task.town or None,
                len(task.villages) or None, task.load,
            )
        )  # fmt: skip
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)


def assignment_panel(worked: Worked) -> Panel:
    """Returns the panel of an assignment: who goes where."""
    table = assignment_table(worked)
    placed = worked.assignment.placed
    done = amount(sum(bool(one.task.unit) for one in placed), sum(len(one.task.villages) for one in placed))
    missed = len(worked.assignment.left_out)
    say = f"共安排{done}，{strong(len(worked.teams))} 个组、{strong(len(worked.rounds))} 轮；"
    say += warning(f"{missed} 项未能安排。") if missed else "全部安排，任职回避、地域回避均已避开。"
    made = Made(table=table, say=say, basis="名录、明细")
    note = "一个组不重复巡察同一单位；村（社区）随乡镇由同一组巡察。“仅巡村”为本级已巡或进驻中、只余村（社区）的乡镇。"
    return Panel(name="plan_assignment", title="排组结果", metrics=METRICS, make=lambda *_: made, takes=(), note=note)


def load_panel(worked: Worked) -> Panel:
    """Returns the panel of how evenly the teams are loaded."""
    rows = []
    for team in worked.teams:
        mine = [one.task for one in worked.assignment.placed if one.team == team]
        rows.append((team, sum(bool(one.unit) for one in mine), sum(len(one.villages) for one in mine), sum(one.load for one in mine)))
    table = pd.DataFrame(rows, columns=["巡察组", "单位（个）", "村（社区）（个）", "负担（分）"])
    loads = table["负担（分）"]
    drawn = pd.DataFrame(
        {
            "name": table["巡察组"], "length": loads,
            "text": [f"{load}分　{amount(units, villages)}" if load else "未安排" for _, units, villages, load in rows],
        }
    )  # fmt: skip
    say = f"各组平均 {strong(f'{loads.mean():.0f}')} 分，最多与最少相差 {strong(loads.max() - loads.min())} 分。" if rows else ""

    def make(facts: Facts, where: Where, theme: Theme) -> Made:
        chart = bars(drawn, theme, mark=float(loads.mean()), mark_text="平均") if rows else None
        return Made(table=table, say=say, figure=chart, basis="名录、明细")

    note = "负担：一个单位10分，党员每20人、下属单位每个各加1分（各不超过10分），一个村（社区）2分。"
    return Panel(name="plan_loads", title="各组负担", metrics=METRICS, make=make, takes=(), note=note)


def next_round(worked: Worked) -> tuple[Entry, ...]:
    """Returns the entries of the first round."""
    first = min((one.round for one in worked.entries), default=0)
    return tuple(one for one in worked.entries if one.round == first)

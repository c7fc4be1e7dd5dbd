"""倒排工期: what is left by name, planned against held, the rounds to come over time, the teams."""

from dataclasses import replace

import pandas as pd

from analytics.charts import Segment, gantt, stacked
from analytics.dimensions import UNSAID
from analytics.lists.planning import Remaining, base, remaining
from analytics.lists.rounds import held_rounds, inspected_by_round, team_rows
from analytics.pace import not_done
from analytics.panels.frames import basis, merged
from analytics.panels.panel import Made, Panel, Where
from analytics.plan.capacity import Scenario, outcome, rounds
from analytics.plan.verdict import amount, day, verdict
from analytics.query import frame
from analytics.theme import Theme
from analytics.wording import strong
from data.facts import Facts
from data.kinds.numerals import chinese

STATES = (
    Segment(column="done", label="已结束", state="done"),
    Segment(column="doing", label="进驻中", state="doing"),
    Segment(column="todo", label="计划", state="todo"),
    Segment(column="late", label="超出届末", state="late"),
)
PROGRESS = (Segment(column="done", label="已巡察", state="done"), Segment(column="todo", label="计划未巡", state="todo"))
PAST, COMING = 6, 14
"""More rounds than these are not read at once; the table has all of them."""


def left_by_name(facts: Facts, where: Where, theme: Theme) -> Made:
    """Units under way and left, and villages left, by name."""
    del where, theme
    left, units = remaining(facts), not_done(facts)
    todo = {unit.name: unit for unit in left.units}
    labels = {"doing": "进驻中", "todo": "已列入计划"}
    rows = [
        ("党组织", one.organisation, one.organisation_kind or UNSAID, "未巡察" if one.organisation in todo else labels[one.state])
        for one in units.itertuples()
    ]
    rows += [("村（社区）", village, town or UNSAID, "未巡察") for town, names in left.villages.items() for village in names]
    rows.sort(key=lambda row: row[3] != "未巡察")
    return Made(
        table=pd.DataFrame(rows, columns=["类别", "名称", "单位类型或所属乡镇", "状态"]),
        say=say_left(left) if facts.as_of_date else "",
        basis="名录、明细" if rows else "",
    )


def say_left(left: Remaining) -> str:
    """Returns what is left in one sentence, by town where villages are."""
    doing = f"，{left.doing[0]}个进驻中" if left.doing[0] else ""
    planned = f"，{left.planned[0]}个已列入计划" if left.planned[0] else ""
    if left.units:
        head = f"待安排单位 {strong(len(left.units))} 个{doing}{planned}"
    else:
        head = f"名录内单位均已巡察或已有安排{doing}{planned}"
    towns = sorted(left.villages.items(), key=lambda one: -len(one[1]))
    if not towns:
        return f"{head}；没有待安排的村（社区）。"
    named = "、".join(f"{town or UNSAID}{len(names)}个" for town, names in towns[:4]) + (f"等{len(towns)}个乡镇（街道）" if len(towns) > 4 else "")
    return f"{head}；待安排村（社区） {strong(left.village_count)} 个：{named}。"


def progress(facts: Facts, where: Where, theme: Theme) -> Made:
    """Planned against inspected, round by round."""
    parts = {name: frame(facts, name, by=("round",), where=where).astype({"round": object}) for name in ("orgs_planned", "villages_planned", "villages_inspected")}
    found = merged(parts.pop("orgs_planned"), parts, on="round")
    found = found[found["value"].notna() | found["villages_planned"].notna()]
    found = found.assign(orgs=found["round"].map(inspected_by_round(facts)).astype(float))
    drawn = pd.DataFrame(
        {
            "name": found["round"],
            "done": found["orgs"].fillna(0),
            "todo": (found["value"].fillna(0) - found["orgs"].fillna(0)).clip(lower=0),
            "text": [f"计划{amount(whole(one.value), whole(one.villages_planned))}" for one in found.itertuples()],
        }
    ).tail(8)
    table = found[["round", "value", "orgs", "villages_planned", "villages_inspected"]]
    table.columns = ["轮次", "计划巡察单位（个）", "已巡察单位（个）", "计划延伸村（社区）（个）", "已延伸村（社区）（个）"]
    held = found[found["orgs"].notna()]
    done = strong(f"{held['orgs'].sum():g}")
    say = f"已开展的 {len(held)} 轮计划巡察 {held['value'].sum():g} 个单位，实际 {done} 个。" if len(held) else ""
    return Made(table=table, say=say, figure=stacked(drawn, theme, PROGRESS, unit="个") if len(drawn) else None, basis=basis(found))


def schedule(facts: Facts, where: Where, theme: Theme, scenario: Scenario | None = None, afresh: bool = False) -> Made:
    """The rounds held and those that a scenario needs; the ledgers' own scenario where none is given."""
    del where
    scenario = scenario or base(facts)
    if scenario is None:
        return Made(table=pd.DataFrame(columns=["轮次", "进驻时间", "结束时间", "状态", "任务"]))
    planned = rounds(scenario)
    term = f"{chinese(facts.term + 1)}届" if afresh and facts.term else ""
    coming = [
        (f"{term}第{chinese(one.ordinal)}轮", one.start, one.end, "late" if one.late else "todo", amount(one.units, one.villages)) for one in planned
    ]
    held = [] if afresh else held_rounds(facts, {name for name, *_ in coming})
    past = [row for row in held if row[3] != "todo"]
    shown = [*past[-PAST:], *sorted([*(row for row in held if row[3] == "todo"), *coming], key=lambda row: row[1])[:COMING]]
    everything = sorted([*held, *coming], key=lambda row: row[1])
    labels = {segment.state: segment.label for segment in STATES}
    drawn = pd.DataFrame(shown, columns=["name", "start", "end", "state", "text"])
    return Made(
        table=pd.DataFrame(
            [(name, start, end, labels[state], text) for name, start, end, state, text in everything],
            columns=["轮次", "进驻时间", "结束时间", "状态", "任务"],
        ),
        say=verdict(scenario),
        figure=gantt(drawn, theme, STATES, today=None if afresh else facts.as_of_date, end=scenario.end) if len(drawn) else None,
        unit=f"届末 {day(scenario.end)}" if scenario.end else "未设置本届起止日期",
        basis="明细",
    )


def whole(value: object) -> int:
    """Returns a count of a frame as it is said; none for what is not known."""
    return 0 if pd.isna(value) else int(value)


def needed(scenario: Scenario) -> tuple[str, str]:
    """Returns what each round within the term must take, and how many rounds the term has room for, in words."""
    at = outcome(scenario)
    each = f"按期完成每轮须巡{amount(at.units_each, at.villages_each)}" if at.available and (at.units_each or at.villages_each) else ""
    room = "未设置届末" if at.available is None else f"届末前可开展 {at.available} 轮"
    return each, room


def teams_listed(facts: Facts, where: Where, theme: Theme) -> Made:
    """The teams of each round with strength and whom they keep away from."""
    del theme
    table = team_rows(facts, where)
    named = table["轮次"].fillna(UNSAID)
    staff = table["人数（人）"].dropna()
    strength = f"，{strong(int(staff.sum()))} 人次" if len(staff) else ""
    say = f"{named.nunique()} 轮共 {strong(len(table))} 个组次{strength}。" if len(table) else ""
    return Made(table=table, say=say, basis="明细" if len(table) else "")


PLAN_PANELS = (
    Panel(
        name="plan_schedule", title="轮次安排（倒排工期）", metrics=("orgs_planned", "coverage_rate", "village_coverage_rate", "teams"), make=schedule, takes=(),
        note="条形为进驻起止；已结束、进驻中按轮次台账，计划按测算条件推算。只画最近6轮和其后14轮，其余见表格。",
    ),
    Panel(
        name="plan_left", title="待安排的单位和村（社区）", unit="按名录顺序", metrics=("coverage_rate", "village_coverage_rate"), make=left_by_name, takes=(),
        note="进驻中的、已列入计划的不再安排。",
    ),
    Panel(
        name="plan_progress", title="各轮计划与完成", unit="单位：个", metrics=("orgs_planned", "villages_planned", "villages_inspected", "orgs_inspected"), make=progress,
        besides=("rounds", "organisations"), why={"计划未巡": "计划巡察单位减已巡察单位"},
    ),
    Panel(name="plan_teams", title="巡察组与回避事项", metrics=("teams", "staff"), make=teams_listed, note="姓名不保留；回避事项用于自动排组。"),
)  # fmt: skip


def with_scenario(scenario: Scenario, afresh: bool) -> Panel:
    """Returns the schedule's panel for another scenario than the ledgers' own."""
    schedule_panel = PLAN_PANELS[0]
    return replace(schedule_panel, make=lambda facts, where, theme: schedule(facts, where, theme, scenario, afresh))

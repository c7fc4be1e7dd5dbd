"""巡察覆盖率: how far, how fast, which kinds of organisation, who is left."""

from datetime import date, timedelta

import pandas as pd

from analytics import charts
from analytics.charts import Segment
from analytics.dimensions import UNSAID
from analytics.formats import number
from analytics.pace import Pace, not_done, pace
from analytics.panels.frames import basis
from analytics.panels.panel import Made, Panel, Where
from analytics.query import figure, frame
from analytics.ranking import extreme, few
from analytics.theme import Theme
from analytics.wording import against_pace, listed, strong, whole
from data.facts import Facts

STATES = (
    Segment(column="done", label="已完成", state="done"),
    Segment(column="doing", label="进驻中", state="doing"),
    Segment(column="todo", label="未巡察", state="todo"),
)
LABELS = {"doing": "进驻中", "todo": "未巡察"}


def over_time(facts: Facts, where: Where, theme: Theme) -> Made:
    """Cumulative coverage by month against the pace that the term's dates ask for."""
    at = pace(facts, where)
    points = course(at)
    table = pd.DataFrame(
        {
            "截至": [f"{one.year}年{one.month}月" for one in points["day"]],
            "覆盖率（%）": points["value"],
            "序时应达（%）": [due_on(at, one) for one in points["day"]],
        }
    )
    found = figure(facts, "coverage_rate", where)
    return Made(
        table=table if found.value is not None else table.head(0),
        say=f"已完成 {strong(found.of)}，覆盖率 {strong(found.text)}，{against_pace(at.gap)}。" if found.value is not None else "",
        figure=charts.pace(points, theme, start=at.start, end=at.end, target=at.target) if found.value is not None else None,
        basis=found.basis,
        unit=f"单位：%　{span(at)}" if at.start else "单位：%",
    )


def course(at: Pace) -> pd.DataFrame:
    """Returns day and value: zero at the term's start, each month's end at which coverage rose, and the day of the figures."""
    rows = [(at.start, 0.0)] if at.start else []
    rows += [(min(month_end(one.month), at.at or one.month), float(one.value)) for one in at.months.itertuples()]
    if at.at and at.value is not None and (not rows or rows[-1][0] < at.at):
        rows.append((at.at, float(at.value)))
    return pd.DataFrame(rows, columns=["day", "value"])


def month_end(day: date) -> date:
    """Returns the last day of a day's month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def due_on(at: Pace, day: date) -> float | None:
    """Returns the percentage that should be done by a day, None without a term."""
    return at.target * charts.share_passed(at.start, at.end, day) if at.start and at.end else None


def span(at: Pace) -> str:
    """Returns the term's dates as they are written."""
    return f"{at.start.year}年{at.start.month}月—{at.end.year}年{at.end.month}月"


def by_kind(facts: Facts, where: Where, theme: Theme) -> Made:
    """Done, under way and left by kind of organisation."""
    found = frame(facts, "coverage_rate", by=("organisation_kind",), where=where)
    left = not_done(facts, where)
    counts = left.assign(organisation_kind=left["organisation_kind"].fillna(UNSAID)).groupby(["organisation_kind", "state"]).size()
    rows = pd.DataFrame(
        {
            "name": found["organisation_kind"],
            "done": found["numerator"].fillna(0).astype(int),
            "doing": [int(counts.get((kind, "doing"), 0)) for kind in found["organisation_kind"]],
            "todo": [int(counts.get((kind, "todo"), 0)) for kind in found["organisation_kind"]],
            "text": [f"{whole(one.numerator, one.denominator)}　{number(one.value, 1)}%" for one in found.itertuples()],
            "value": found["value"],
            "of": found["denominator"],
        }
    )
    rows = rows[rows["of"].fillna(0) > 0].sort_values("of", ascending=False, kind="stable")
    table = rows[["name", "of", "done", "doing", "todo", "value"]]
    table.columns = ["单位类型", "应巡察（个）", "已完成（个）", "进驻中（个）", "未巡察（个）", "覆盖率（%）"]
    small = pd.Series([few(one, facts.settings) for one in rows["of"]], index=rows.index, dtype=bool)
    first = extreme(rows.assign(apart=small).sort_values("value", kind="stable"))
    say = f"{first['name']}覆盖率最低，{strong(first['text'].replace('　', '，'))}。" if first is not None and first["value"] < 100 else ""
    return Made(
        table=table,
        say=say,
        figure=charts.stacked(rows, theme, STATES, unit="个") if len(rows) else None,
        basis=basis(found),
    )


def left_by_name(facts: Facts, where: Where, theme: Theme) -> Made:
    """The organisations that the term has not finished with, those not begun first."""
    del theme
    left = not_done(facts, where)
    left = left.sort_values("state", key=lambda states: states.map({"todo": 0, "doing": 1}), kind="stable")
    table = pd.DataFrame(
        {
            "党组织": left["organisation"],
            "单位类型": left["organisation_kind"].fillna(UNSAID),
            "状态": left["state"].map(LABELS),
            "上次巡察结束": left["last"],
            "距今（年）": [None if value is None else round(float(value), 1) for value in left["years"]],
        }
    )
    todo = left[left["state"] == "todo"]
    doing = len(left) - len(todo)
    if left.empty:
        say = "名录内党组织已全部完成巡察。" if figure(facts, "orgs_total").value else ""
    elif todo.empty:
        say = f"名录内党组织均已巡察或正在巡察，{strong(doing)} 个进驻中，完成后即全覆盖。"
    else:
        say = f"尚未巡察 {strong(len(todo))} 个：{listed(list(todo['organisation']), most=5)}；进驻中 {doing} 个。"
    return Made(table=table, say=say, basis="名录、明细" if len(left) else "")


COVERAGE = ("coverage_rate", "orgs_total")

COVERAGE_PANELS = (
    Panel(
        name="coverage_pace", title="全覆盖进度与序时对比", metrics=COVERAGE, make=over_time, takes=("term",),
        why={"覆盖率": "截至当月的累计数，由各月完成数逐月累加", "序时应达": "由设置的本届起止日期和目标折算，不取自台账"},
    ),
    Panel(
        name="coverage_by_kind", title="各类单位完成情况", unit="单位：个　n/N 为已完成/应巡察", metrics=COVERAGE, make=by_kind, takes=("term",),
        why={"进驻中": "名录内正在巡察的党组织逐个清点，完成后计入已完成", "未巡察": "应巡察减已完成、进驻中"},
    ),
    Panel(
        name="coverage_left", title="尚未完成的党组织", unit="按名录顺序", metrics=COVERAGE, make=left_by_name, takes=("term",), named=True,
        note="上次巡察结束为空的，台账中没有其他已完成的巡察。",
    ),
)  # fmt: skip

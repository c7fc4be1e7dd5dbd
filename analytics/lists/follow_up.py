"""The ways of inspected units from fieldwork to talk, step by step: rows behind the figures, and the days between the steps."""

import pandas as pd

from analytics.charts import Step
from analytics.scope import Where, conditions, given, numbers
from data.facts import Facts

STEPS = (
    Step(name="巡察", shape="bar", colour=0),
    Step(name="反馈", shape="diamond", colour=2),
    Step(name="整改报告", shape="square", colour=5),
    Step(name="回访", shape="triangle-up", colour=1),
    Step(name="约谈", shape="circle", colour=3),
)
AFTER = tuple(step.name for step in STEPS[1:])
LAGS = {"现场结束到反馈": ("end", "反馈"), "反馈到整改报告": ("反馈", "整改报告"), "现场结束到回访": ("end", "回访")}
NO_ROUND = "未注明轮次"
MOST = 14
"""More units than this are not read on one screen; the table has them all."""

_STEPS = """
    SELECT county, unit, organisation, round_id, round_name, year, step, day, until, of_round
    FROM {steps}
    WHERE {tests}
    ORDER BY round_order, day, until, organisation, step
"""


def ways(facts: Facts, where: Where) -> pd.DataFrame:
    """Returns one row a unit and inspection, in the order of time.

    Columns: unit, organisation, round, name (with its round, and its county where there are several), start, end, of_round
    (only the round's days are known), one a step with the tuple of its (day, until) or None, latest (the last day of them all).
    A year takes a way in which any step of it falls, for what follows an inspection seldom falls in its year.
    """
    scope = given(where)
    tests, parameters = conditions(scope, [n for n in scope if n in ("term", "round", "kind")])
    found = facts.rows(_STEPS.format(steps=facts.table("fact_step"), tests=" AND ".join(tests) or "TRUE"), parameters)
    several = len({row[0] for row in found}) > 1
    grouped: dict[tuple, list[tuple]] = {}
    for row in found:
        grouped.setdefault((row[1], row[3]), []).append(row)
    years, rows = set(numbers(scope, "year")), []
    for (unit, _), steps in grouped.items():
        county, organisation, round_name = steps[0][0], steps[0][2], steps[0][4] or NO_ROUND
        days = {step.name: tuple((day, until) for *_, name, day, until, _ in steps if name == step.name) or None for step in STEPS}
        if years and not years & {*(row[5] for row in steps), *(day.year for *_, first, last, _ in steps for day in (first, last) if day)}:
            continue
        inside = days["巡察"] or ()
        rows.append(
            {
                "unit": unit, "organisation": organisation, "round": round_name,
                "name": f"{county if several else ''}{organisation}　{round_name}",
                "start": min((day for day, _ in inside), default=None), "end": max((until for _, until in inside if until), default=None),
                "of_round": any(row[-1] for row in steps), "latest": max(row[7] for row in steps), **days,
            }
        )  # fmt: skip
    columns = ("unit", "organisation", "round", "name", "start", "end", "of_round", "latest", *(step.name for step in STEPS))
    return pd.DataFrame(rows, columns=list(columns), dtype=object)


def drawn_ways(found: pd.DataFrame, everything: bool) -> pd.DataFrame:
    """Returns the ways that a chart has room for, in the order of time: one half those that came to a revisit or a talk, the rest the latest.

    Where `everything` is not asked for, ways of which only the fieldwork is known are left out.
    """
    if not everything:
        found = found[found[list(AFTER)].notna().any(axis=1)]
    far = found[["回访", "约谈"]].notna().sum(axis=1)
    ranked = found.assign(far=far).sort_values(["far", "latest"], ascending=False, kind="stable")
    first = list(ranked.index[ranked["far"] > 0][: MOST // 2])
    others = list(ranked[ranked["far"] == 0].index)
    rest = [*others[: MOST - len(first)], *(place for place in ranked.index if place not in first and place not in others)]
    return found.loc[sorted([*first, *rest][:MOST])]


def step_marks(found: pd.DataFrame) -> pd.DataFrame:
    """Returns what a time line draws of the ways: name, step, day, until, text."""
    rows = []
    for one in found.to_dict("records"):
        for step in STEPS:
            for day, until in one[step.name] or ():
                of_round = "（整轮）" if step.name == "巡察" and one["of_round"] else ""
                rows.append((one["name"], step.name, day, until, f"{one['organisation']} · {step.name}{of_round}　{span(day, until)}"))
    return pd.DataFrame(rows, columns=["name", "step", "day", "until", "text"])


def span(day: object, until: object) -> str:
    """Returns a day, or the first and the last of several, as they are written."""
    first = f"{day.year}年{day.month}月{day.day}日"
    if until is None or until == day:
        return first
    year = "" if until.year == day.year else f"{until.year}年"
    return f"{first}—{year}{until.month}月{until.day}日"


def way_table(found: pd.DataFrame) -> pd.DataFrame:
    """Returns the ways as a table with every date, and the days between the steps."""
    table = pd.DataFrame(
        {
            "单位": found["organisation"], "轮次": found["round"],
            "巡察开始": [written(day) for day in found["start"]], "巡察结束": [written(day) for day in found["end"]],
            **{step: ["、".join(str(day) for day, _ in days) if days else None for days in found[step]] for step in AFTER},
        }
    )  # fmt: skip
    each = lags(found)
    for lag in LAGS:
        days = dict(each.loc[each["lag"] == lag, ["place", "days"]].itertuples(index=False))
        table[f"{lag}（天）"] = pd.array([days.get(place) for place in found.index], dtype="Int64")
    return table


def written(day: object) -> str | None:
    """Returns a date in digits, None for none."""
    return None if day is None or pd.isna(day) else str(day)


def lags(found: pd.DataFrame) -> pd.DataFrame:
    """Returns place (index of the way), lag, round and days for each lag of which both ends are known; negative where they are the wrong way round."""
    rows = []
    for one in found.reset_index(names="place").to_dict("records"):
        for lag, (start, stop) in LAGS.items():
            first, last = (one["end"] if step == "end" else one[step][0][0] if one[step] else None for step in (start, stop))
            if first is not None and last is not None:
                rows.append((one["place"], lag, one["round"], (last - first).days))
    return pd.DataFrame(rows, columns=["place", "lag", "round", "days"])


def spans(each: pd.DataFrame) -> pd.DataFrame:
    """Returns lag, round, n, median, low and high of the lags that are the right way round, lag by lag, round by round in order."""
    right = each[each["days"] >= 0]
    found = right.groupby(["lag", "round"], sort=False)["days"].agg(n="size", median="median", low="min", high="max").reset_index()
    order = {lag: place for place, lag in enumerate(LAGS)}
    return found.sort_values("lag", key=lambda lags: lags.map(order), kind="stable").reset_index(drop=True)

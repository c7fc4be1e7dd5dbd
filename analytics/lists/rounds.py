"""Rounds held and planned with their days, and the teams of each round: rows behind the planning page."""

from collections.abc import Collection
from datetime import date

import pandas as pd

from analytics.panels.panel import Where
from analytics.plan.verdict import amount
from analytics.scope import conditions, given
from data.facts import Facts

_HELD = """
    SELECT r.round_name, r.start, r."end", r.status,
        coalesce(nullif(r.organisations, 0), r.organisations_reported, 0) AS units, coalesce(v.villages, r.villages_reported, 0) AS villages
    FROM {rounds} r
    LEFT JOIN (SELECT round_id, count(DISTINCT unit) AS villages FROM {reaches} WHERE reached GROUP BY round_id) v USING (round_id)
    WHERE r.start IS NOT NULL AND r."end" >= r.start AND coalesce(r.term = $term, TRUE)
    ORDER BY r.start, r.round_order
"""
_PLANNED = """
    SELECT round_name, kind, min(start), max("end"), sum(organisations), sum(villages)
    FROM {plans}
    WHERE round_name IS NOT NULL AND start > $at AND "end" >= start AND coalesce(term = $term, TRUE)
    GROUP BY round_name, kind
"""
_TEAMS = """
    SELECT t.round_name, t.team, t.staff, t.village_squads,
        (SELECT string_agg(name, '、' ORDER BY name) FROM {avoidance} a WHERE a.round_id = t.round_id AND a.team = t.team AND a.what = 'organisation'),
        (SELECT string_agg(name, '、' ORDER BY name) FROM {avoidance} a WHERE a.round_id = t.round_id AND a.team = t.team AND a.what = 'town')
    FROM {teams} t
    WHERE {where}
    ORDER BY t.round_order DESC, t._import, t._row
"""
_INSPECTED = """
    SELECT r.round_name, coalesce(nullif(r.organisations, 0), r.organisations_reported) AS units
    FROM {rounds} r
    WHERE r.status <> '计划'
"""
STATES = {"计划": "todo", "进驻中": "doing"}
Row = tuple[str, date, date, str, str]


def held_rounds(facts: Facts, known: Collection[str] = ()) -> list[Row]:
    """Returns name, first and last day, state and task of the term's rounds, oldest first; of rounds only planned those not `known`."""
    asked = {"term": facts.term, "at": facts.as_of_date}
    held = facts.rows(_HELD.format(rounds=facts.table("fact_round"), reaches=facts.table("fact_village_reach")), {"term": facts.term})
    found = [(name, start, end, STATES.get(status, "done"), amount(units, villages)) for name, start, end, status, units, villages in held]
    names = {name for name, *_ in found}
    for name, kind, start, end, units, villages in facts.rows(_PLANNED.format(plans=facts.table("fact_plan")), asked):
        if name not in names and name not in known:
            said = name if kind in (None, "常规") or kind in name else f"{name}（{kind}）"
            found.append((said, start, end, "todo", f"计划{amount(int(units or 0), int(villages or 0))}"))
    return sorted(found, key=lambda row: row[1])


def inspected_by_round(facts: Facts) -> dict[str, int]:
    """Returns round → the organisations inspected in it: by name, else as the round reports them.

    The metric adds what a round reports to those that the register names, because they may be others; of one round they are not.
    """
    return dict(facts.rows(_INSPECTED.format(rounds=facts.table("fact_round"))))


def team_rows(facts: Facts, where: Where) -> pd.DataFrame:
    """Returns the teams of each round with the headings that readers see, newest round first."""
    tests, parameters = conditions(given(where), [name for name in ("term", "year", "round", "kind") if name in where])
    sql = _TEAMS.format(teams=facts.table("fact_team"), avoidance=facts.table("fact_avoidance"), where=" AND ".join(tests) or "TRUE")
    headings = ["轮次", "巡察组", "人数（人）", "村级小组（个）", "任职回避单位", "地域回避乡镇"]
    return pd.DataFrame(facts.rows(sql, parameters), columns=headings, dtype=object)

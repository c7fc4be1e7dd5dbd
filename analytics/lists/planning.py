"""What planning starts from: units and villages left by name, teams with their avoidance, and what earlier rounds show."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median

from analytics.pace import not_done
from analytics.plan.capacity import Scenario, ceil
from analytics.plan.tasks import Team, Unit
from data.facts import Facts
from data.kinds.numerals import chinese

TERM_YEARS = 5
_IN_REGISTER = "coalesce(from_date <= $at, TRUE) AND coalesce(to_date > $at, TRUE)"
_UNITS = f"""
    SELECT o.organisation, o.organisation_kind, coalesce(t.town, p.town) AS town, t.town IS NOT NULL AS is_town,
        10 + least(coalesce(o.members, 0) // 20, 10) + least(coalesce(o.subordinates, 0), 10) AS size
    FROM {{organisations}} o
    LEFT JOIN (SELECT DISTINCT county, town FROM {{villages}}) t ON t.county = o.county AND t.town = o.organisation
    LEFT JOIN (SELECT DISTINCT county, town FROM {{villages}}) p ON p.county = o.county AND p.town = o.parent
    WHERE {_IN_REGISTER}
    ORDER BY o._import, o._row
"""
_COMING = """
    SELECT DISTINCT {name} FROM {table}
    WHERE status = '计划' AND {name} IS NOT NULL AND coalesce("end", start, DATE '9999-12-31') > $at
"""
_SEEN = "SELECT DISTINCT organisation, team FROM {inspections} WHERE reached AND organisation IS NOT NULL AND team IS NOT NULL"
_VILLAGES = f"SELECT town, village, state FROM {{villages}} WHERE {_IN_REGISTER} ORDER BY _import, _sheet, _row"
# The newest round's teams, those of the regular rounds first: whom each keeps away from as last written down.
_TEAMS = """
    SELECT team, arg_max(village_squads, round_order) FROM {teams}
    WHERE round_id = (SELECT arg_max(round_id, (kind = '常规', round_order)) FROM {teams} WHERE kind IS NOT NULL)
    GROUP BY team
"""
_AVOID = """
    SELECT team, what, name FROM {avoidance} a
    WHERE round_order = (SELECT max(round_order) FROM {avoidance} b WHERE b.team = a.team)
"""


@dataclass(frozen=True, kw_only=True)
class Remaining:
    """What is left to plan. `villages`: town → names. `doing`, `planned`: units and villages under way or planned already."""

    units: tuple[Unit, ...]
    villages: dict[str, tuple[str, ...]] = field(hash=False)
    doing: tuple[int, int]
    planned: tuple[int, int]

    @property
    def village_count(self) -> int:
        """How many villages are left."""
        return sum(map(len, self.villages.values()))


def remaining(facts: Facts, afresh: bool = False) -> Remaining:
    """What this term has left; `afresh`: all there is, as at the next term's beginning."""
    at = {"at": facts.as_of_date}
    tables = {"organisations": facts.table("fact_organisation"), "villages": facts.table("fact_village")}
    rows = facts.rows(_UNITS.format(**tables), at)
    places = facts.rows(_VILLAGES.format(**tables), at)
    state = dict.fromkeys((row[0] for row in rows), "todo") if afresh else dict(not_done(facts)[["organisation", "state"]].values.tolist())
    coming = {name for (name,) in _coming(facts, "organisation", "fact_inspection")}
    coming_villages = {tuple(row) for row in _coming(facts, "town, village", "fact_village_reach")}
    seen: dict[str, set[str]] = {}
    for unit, team in facts.rows(_SEEN.format(inspections=facts.table("fact_inspection"))):
        seen.setdefault(unit, set()).add(team)
    todo = [row for row in rows if state.get(row[0]) == "todo" and (afresh or row[0] not in coming)]
    villages: dict[str, list[str]] = {}
    for town, village, how in places:
        if afresh or (how == "todo" and (town, village) not in coming_villages):
            villages.setdefault(town or "", []).append(village)
    return Remaining(
        units=tuple(
            Unit(name=name, kind=kind or "", town=town or "", is_town=is_town, size=size, seen=frozenset(seen.get(name, ())))
            for name, kind, town, is_town, size in todo
        ),
        villages={town: tuple(names) for town, names in villages.items()},
        doing=(0, 0) if afresh else (sum(v == "doing" for v in state.values()), sum(how == "doing" for *_, how in places)),
        planned=(0, 0)
        if afresh
        else (
            sum(v == "todo" and name in coming for name, v in state.items()),
            sum(how == "todo" and (town, village) in coming_villages for town, village, how in places),
        ),
    )


def _coming(facts: Facts, name: str, table: str) -> list[tuple]:
    sql = _COMING.format(name=name, table=facts.table(table)).replace(f"{name} IS NOT NULL", f"{name.split(', ')[-1]} IS NOT NULL")
    return facts.rows(sql, {"at": facts.as_of_date})


def teams_of(facts: Facts, scenario: Scenario) -> tuple[Team, ...]:
    """As many teams as the scenario has: the newest round's under their names, further ones numbered on."""
    known = dict(facts.rows(_TEAMS.format(teams=facts.table("fact_team"))))
    names = sorted(known, key=_ordinal)
    spare = (f"第{chinese(n)}巡察组" for n in range(1, scenario.teams + len(names) + 1))
    names += [name for name in spare if name not in names][: max(0, scenario.teams - len(names))]
    names = names[: scenario.teams]
    with_squad = sorted(names, key=lambda name: not known.get(name))[: scenario.squad_count]
    towns = [town for (town,) in facts.rows(f"SELECT DISTINCT town FROM {facts.table('fact_village')} WHERE town IS NOT NULL")]
    avoid: dict[tuple[str, str], set[str]] = {}
    for team, what, name in facts.rows(_AVOID.format(avoidance=facts.table("fact_avoidance"))):
        # People say where they come from without 镇 or 乡.
        meant = [town for town in towns if what == "town" and town != name and re.sub("(街道|镇|乡)$", "", town) == name]
        avoid.setdefault((team, what), set()).update(meant or [name])
    return tuple(
        Team(
            name=name, villages=scenario.villages_per_team + (scenario.villages_per_squad if name in with_squad else 0),
            avoid_units=frozenset(avoid.get((name, "organisation"), ())), avoid_towns=frozenset(avoid.get((name, "town"), ())),
        )
        for name in names
    )  # fmt: skip


def unknown_avoided(facts: Facts, teams: Sequence[Team]) -> tuple[str, ...]:
    """What teams are to keep away from and no register knows, so that it keeps them away from nothing."""
    units = {name for (name,) in facts.rows(f"SELECT DISTINCT organisation FROM {facts.table('fact_organisation')}")}
    towns = {name for (name,) in facts.rows(f"SELECT DISTINCT town FROM {facts.table('fact_village')}")}
    found = [name for team in teams for name in (*sorted(team.avoid_units - units), *sorted(team.avoid_towns - towns - units))]
    return tuple(dict.fromkeys(found))


def _ordinal(name: str) -> tuple[bool, int, str]:
    numbered = {f"第{chinese(n)}巡察组": n for n in range(1, 60)}
    return name not in numbered, numbered.get(name, 0), name


def base(facts: Facts, afresh: bool = False) -> Scenario | None:
    """The scenario to begin with: as the plan ledger has it, else as earlier rounds were. None in an empty store."""
    if facts.as_of_date is None:
        return None
    left, plan = remaining(facts, afresh), _planned(facts)
    held = _held(facts)
    start, end, first = _span(facts, afresh, plan)
    squads = plan.get("village_squads") or 0
    teams = plan.get("teams") or held.get("teams") or 4
    return Scenario(
        start=start, end=end, first=first, units=len(left.units), villages=left.village_count,
        teams=teams, per_team=plan.get("per_team") or held.get("per_team") or 2, days=plan.get("days") or held.get("days") or 45,
        rest_days=plan["rest_days"] if plan.get("rest_days") is not None else 30,
        rounds_a_year=held.get("rounds_a_year") or 2, squads=min(100, round(100 * squads / teams / 10) * 10),
        villages_per_team=held.get("villages_per_team") or 8,
        villages_per_squad=min(30, ceil(plan["squad_villages"], plan["squads_then"])) if plan.get("squads_then") else 8,
    )  # fmt: skip


def _planned(facts: Facts) -> dict[str, int | None]:
    """What the newest regular rounds of the plan ledger say, each thing where it was last said."""
    names = ("teams", "per_team", "days", "rest_days", "village_squads")
    newest = ", ".join(f"arg_max({name}, (round_order, batch)) FILTER ({name} IS NOT NULL) AS {name}" for name in names)
    both = "village_squads > 0 AND villages > 0"
    row = facts.rows(
        f"SELECT {newest}, arg_max(villages, round_order) FILTER ({both}), arg_max(village_squads, round_order) FILTER ({both}) "
        f"FROM {facts.table('fact_plan')} WHERE kind = '常规'"
    )[0]
    return dict(zip((*names, "squad_villages", "squads_then"), row, strict=True))


def _held(facts: Facts) -> dict[str, int]:
    """What the regular rounds held show: medians over rounds and teams."""
    inspections, reaches, teams = (facts.table(f"fact_{name}") for name in ("inspection", "village_reach", "team"))
    regular = "kind = '常规' AND reached"
    asked = {
        "teams": f"SELECT count(*) FROM {teams} WHERE kind = '常规' GROUP BY round_id",
        "per_team": f"SELECT count(DISTINCT unit) FROM {inspections} WHERE {regular} AND team IS NOT NULL AND unit IS NOT NULL GROUP BY round_id, batch, team",
        "days": f'SELECT DISTINCT date_diff(\'day\', start, "end") + 1 AS days, round_id, batch FROM {inspections} WHERE {regular} AND days BETWEEN 7 AND 200',
        "villages_per_team": f"SELECT count(DISTINCT unit) FROM {reaches} WHERE {regular} AND team IS NOT NULL AND unit IS NOT NULL GROUP BY round_id, team",
        "rounds_a_year": f"SELECT count(DISTINCT round_id) FROM {inspections} WHERE {regular} AND year IS NOT NULL GROUP BY year",
    }
    found = {name: [row[0] for row in facts.rows(sql)] for name, sql in asked.items()}
    most = {"teams": 40, "per_team": 8, "days": 120, "villages_per_team": 30, "rounds_a_year": 6}
    return {name: min(most[name], max(1, round(median(values)))) for name, values in found.items() if values}


def _span(facts: Facts, afresh: bool, plan: dict[str, int | None]) -> tuple[date, date | None, int]:
    """First day, term's last day and first ordinal: after what is under way and planned, or from the next term's beginning."""
    terms, term, today = facts.settings.terms, facts.term, facts.as_of_date
    if afresh:
        begin, end = terms.get((term or 0) + 1, (None, None))
        begin = begin or (terms[term][1] + timedelta(days=1) if term in terms else today + timedelta(days=1))
        return begin, end or date(begin.year + TERM_YEARS, begin.month, min(begin.day, 28)) - timedelta(days=1), 1
    either = " UNION ALL ".join(f'SELECT term, round, status, "end" FROM {facts.table(name)}' for name in ("fact_inspection", "fact_village_reach"))
    busy, last = facts.rows(
        f'SELECT max("end") FILTER (status IN (\'进驻中\', \'计划\')), max(round) FROM ({either}) WHERE coalesce(term = $term, TRUE)', {"term": term}
    )[0]
    rest = plan["rest_days"] if plan.get("rest_days") is not None else 30
    begin = max(today, busy or today) + timedelta(days=rest + 1)
    planned = facts.rows(
        f"SELECT min(start) FROM {facts.table('fact_plan')} WHERE start > $busy AND kind = '常规' AND coalesce(term = $term, TRUE)",
        {"busy": max(today, busy or today), "term": term},
    )[0][0]
    return planned or begin, terms.get(term, (None, None))[1], (last or 0) + 1

"""Behind pace, and organisations that have not been inspected for years."""

from analytics.attention.rule import Rule
from analytics.lines import Line
from analytics.pace import pace
from analytics.query import figure
from analytics.wording import listed, warning
from data.facts import Facts

_LAST = """
    SELECT o.organisation, max(coalesce(c."end", c.start, r."end", r.start)) FILTER (c.done) AS last, o.from_date, bool_or(c.reached AND NOT c.done) AS doing
    FROM {organisations} o
    LEFT JOIN {coverage} c ON c.county = o.county AND c.organisation = o.organisation
    LEFT JOIN {rounds} r ON r.round_id = c.round_id
    WHERE coalesce(o.from_date <= $at, TRUE) AND coalesce(o.to_date > $at, TRUE)
    GROUP BY o.county, o.organisation, o.from_date
    ORDER BY min((o._import, o._row))
"""


def behind(facts: Facts) -> list[Line]:
    """Coverage of organisations and of villages below what the term's dates ask for by now."""
    at, found = pace(facts), []
    if at.due is None:
        return []
    for name, label, page in (("coverage_rate", "巡察覆盖率", "coverage"), ("village_coverage_rate", "村级覆盖率", "villages")):
        one = figure(facts, name)
        gap = None if one.value is None else round(one.value - at.due, 1)
        if gap is not None and gap < 0:
            said = f"{label} {one.text}（{one.of}），序时应达 {at.due:.1f}%，{warning(f'落后 {-gap:.1f} 个百分点')}。"
            found.append(Line(label="落后序时", say=said, state="late", page=page, figures=((name, ()),)))
    return found


def long_uninspected(facts: Facts) -> list[Line]:
    """Organisations on the register whose last finished inspection lies too far back, or that have none on record."""
    at, years = facts.as_of_date, facts.settings.uninspected_years
    if at is None:
        return []
    rows = facts.rows(
        _LAST.format(
            organisations=facts.table("fact_organisation"), coverage=facts.table("fact_coverage"), rounds=facts.table("fact_round")
        ),
        {"at": at},
    )
    limit = years * 365.25
    old = [name for name, last, _, doing in rows if last and (at - last).days > limit and not doing]
    never = [name for name, last, since, doing in rows if not last and not doing and (since is None or (at - since).days > limit)]
    found = []
    if old and len(old) + len(never) < len(rows):
        said = f"距上次巡察超过 {years} 年的党组织 {warning(f'{len(old)} 个')}：{listed(old, most=5)}。"
        found.append(Line(label="久未巡察", say=said, state="doing", page="coverage"))
    if never and len(never) < len(rows):
        said = f"没有已完成的巡察记录的党组织 {warning(f'{len(never)} 个')}：{listed(never, most=5)}。"
        found.append(Line(label="久未巡察", say=said, state="late", page="coverage"))
    return found


PACE_RULES = (
    Rule(
        name="behind_pace", label="落后序时", ledgers=("organisations", "rounds", "villages", "village_reaches"),
        describe=lambda s: f"覆盖率低于按本届起止日期和目标（{s.coverage_target:g}%）折算的序时进度", find=behind,
    ),
    Rule(
        name="long_uninspected", label="久未巡察", ledgers=("organisations", "rounds"),
        describe=lambda s: f"在册党组织距上次完成巡察超过 {s.uninspected_years} 年，或没有巡察记录；正在进驻的不列", find=long_uninspected,
    ),
)  # fmt: skip

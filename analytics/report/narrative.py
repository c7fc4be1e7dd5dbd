"""What a report tells by name beside its figures: rounds by their state, linked inspections by month, campaigns, rules, villages left."""

from datetime import date

from analytics.query import frame
from data.facts import Facts


class Missing(Exception):
    """A figure that the ledgers do not have: its clause is left out."""


class Unknown(ValueError):
    """A name that is none; the message says which ones there are."""


_ROUNDS = """
    SELECT round_name FROM {rounds}
    WHERE list_contains($status, status) AND kind = $kind AND (year = $year OR status = '进驻中' AND year <= $year)
    ORDER BY round_order
"""
STATUS = {"完成": ["已完成", "已反馈"], "进行": ["进驻中"]}


def rounds(facts: Facts, year: int, status: str, kind: str) -> str:
    """The last round of the year that has ended, or is under way; Missing for none."""
    if status not in STATUS:
        raise Unknown(f"“{status}”不是轮次的状态，可写{'、'.join(STATUS)}")
    sql = _ROUNDS.format(rounds=facts.table("fact_round"))
    found = facts.rows(sql, {"status": STATUS[status], "kind": kind, "year": year})
    return _last([name for (name,) in found])


def left(facts: Facts, by: str | None) -> int:
    """How many villages the term has not reached, or, by 乡镇, in how many towns they lie."""
    found = frame(facts, "village_coverage_rate", by=("town",))
    missing = (found["denominator"] - found["numerator"].fillna(0)).fillna(0)
    if not (missing > 0).any():
        raise Missing("villages")
    return int((missing > 0).sum() if by else missing.sum())


_LINKED = """
    SELECT month(start), form, team, string_agg(organisation, '、' ORDER BY place)
    FROM (
        SELECT start, form, team, organisation, min((_import, _row)) AS place
        FROM {linked}
        WHERE year = $year AND reached AND organisation IS NOT NULL AND start IS NOT NULL
        GROUP BY ALL
    )
    GROUP BY ALL ORDER BY min(start), min(place)
"""


def linked(facts: Facts, year: int) -> str:
    """The year's linked inspections by month of entry: 10月市县联动巡察组对县委办公室开展联动、交叉巡察；11月….

    Units stand in the order of the ledger.
    """
    rows = facts.rows(_LINKED.format(linked=facts.table("fact_linked")), {"year": year})
    return _joined([f"{month}月{team or ''}对{names}开展{form or '联动'}巡察" for month, form, team, names in rows], "；")


# Of what takes weeks, each month that it was under way.
_DAYS = {
    "回访": "SELECT start AS day FROM {facts}.fact_revisit",
    "集体约谈": "SELECT held_on AS day FROM {facts}.fact_talk WHERE talk_form = '集体约谈'",
    "专项巡察": """
        SELECT unnest(generate_series(date_trunc('month', start), "end", INTERVAL 1 MONTH)) AS day FROM {facts}.fact_round WHERE kind = '专项'
    """,
}


def months(facts: Facts, year: int, what: str) -> str:
    """The months of the year in which something was done: 4月, 7月至8月 or 3月、9月; Missing for none."""
    found = sorted({day.month for day in _days(facts, year, what)})
    if len(found) > 1 and found == list(range(found[0], found[-1] + 1)):
        return f"{found[0]}月至{found[-1]}月"
    return _joined([f"{month}月" for month in found], "、")


def days(facts: Facts, year: int, what: str) -> str:
    """The days of the year on which something was done: 8月26日; Missing for none."""
    return _joined([f"{day.month}月{day.day}日" for day in _days(facts, year, what)], "、")


def _days(facts: Facts, year: int, what: str) -> list[date]:
    if what not in _DAYS:
        raise Unknown(f"“{what}”没有日期，可写{'、'.join(_DAYS)}")
    sql = f"SELECT DISTINCT day FROM ({_DAYS[what].format(facts=facts.schema)}) WHERE year(day) = $year ORDER BY day"
    return [day for (day,) in facts.rows(sql, {"year": year})]


_CAMPAIGNS = "SELECT campaign FROM {campaigns} WHERE year = $year AND campaign_unit IS NOT NULL GROUP BY 1 ORDER BY min((_import, _row))"


def campaigns(facts: Facts, year: int) -> str:
    """The campaigns that the year's special inspections set in motion, by name."""
    rows = facts.rows(_CAMPAIGNS.format(campaigns=facts.table("fact_campaign")), {"year": year})
    return _joined([name for (name,) in rows], "、")


_REGULATIONS = "SELECT title FROM {regulations} WHERE year = $year AND made = 1 AND title IS NOT NULL ORDER BY _import, _row"


def regulations(facts: Facts, year: int) -> str:
    """The rules made in the year, in their title marks."""
    rows = facts.rows(_REGULATIONS.format(regulations=facts.table("fact_regulation")), {"year": year})
    return _joined([name if name.startswith("《") else f"《{name}》" for (name,) in rows], "")


def _joined(parts: list[str], mark: str) -> str:
    return mark.join(parts) if _last(parts) else ""


def _last(found: list[str]) -> str:
    if not found:
        raise Missing("list")
    return found[-1]

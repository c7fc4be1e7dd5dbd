"""Ledgers that nobody has sent for a while."""

from analytics.attention.rule import Rule
from analytics.lines import Line
from analytics.wording import warning
from data.facts import Facts
from data.ledgers import LEDGERS
from data.store.events import LIVE

_NEWEST = f"""
    SELECT t.ledger, max(i.day)
    FROM main.import_tables t JOIN ({LIVE}) i ON i."import" = t."import"
    WHERE t.rows > 0
    GROUP BY t.ledger
"""


def stale(facts: Facts) -> list[Line]:
    """Ledgers whose newest sending lies further back than the figures' day allows, the oldest first."""
    at, days = facts.as_of_date, facts.settings.stale_days
    rows = sorted(facts.rows(_NEWEST, {"event": facts.version}), key=lambda row: row[1])
    found = []
    for ledger, day in rows:
        if at and (at - day).days > days and ledger in LEDGERS:
            said = f"{LEDGERS[ledger].label}已 {warning(f'{(at - day).days} 天')}没有更新，最近一次截至 {day.year}年{day.month}月{day.day}日。"
            found.append(Line(label="台账未更新", say=said, state="doing", page="upload"))
    return found


LEDGER_RULES = (
    Rule(
        name="ledgers_stale", label="台账未更新", ledgers=(),
        describe=lambda s: f"最近一次报送距数据截至日超过 {s.stale_days} 天", find=stale,
    ),
)  # fmt: skip

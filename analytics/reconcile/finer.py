"""Totals of the round ledger beside the sum of the finer rows that it has of the same round, batch or team."""

from dataclasses import dataclass

from analytics.cells import sheets
from analytics.reconcile.between import located
from analytics.reconcile.finding import Finding, Side, compared, key_of
from data.facts import Facts

_SQL = """
    WITH pair AS (
        SELECT
            t._id, t.round_id, t.round_name, t.round_order, t.batch, t.team, t.measure, t.amount AS total, sum(r.amount) AS below,
            [t._import::VARCHAR, t._sheet, t.measure, t._row::VARCHAR] AS cell,
            list([r._import::VARCHAR, r._sheet, r.measure, r._row::VARCHAR]) FILTER (r.amount <> 0) AS cells
        FROM {total} t
        JOIN {reported} r
            ON r.round_id = t.round_id
            AND r.measure = t.measure
            AND coalesce(r.batch = t.batch, t.batch IS NULL)
            AND coalesce(r.team = t.team, t.team IS NULL)
        GROUP BY ALL
    )
    SELECT measure, round_id, round_name, batch, team, total, below, cell, cells
    FROM pair
    ORDER BY round_order, _id, measure
"""


@dataclass(frozen=True, kw_only=True)
class Finer:
    """Every total of the round ledger that finer rows give too."""

    ledgers: tuple[str, ...] = ("rounds",)

    def find(self, facts: Facts) -> tuple[int, list[Finding]]:
        """How many totals have finer rows, and those that differ from their sum."""
        sql = _SQL.format(total=facts.table("fact_total"), reported=facts.table("fact_reported"))
        pairs, kept, found = facts.rows(sql), sheets(facts), []
        for measure, round_id, name, batch, team, total, below, cell, cells in pairs:
            if abs(total - below) <= 0.006:
                continue
            own = f"第{batch}批" if batch else ""
            found.append(
                Finding(
                    what=compared("rounds", measure),
                    scope=" · ".join(part for part in (name, own, team) if part) or "未注明轮次",
                    left=Side(whose="轮次台账总数行", value=total, cells=located("rounds", [cell], kept)),
                    right=Side(whose="轮次台账分项之和", value=below, cells=located("rounds", cells, kept)),
                    key=key_of("finer", measure, round_id, batch, team, left=total, right=below),
                )
            )
        return len(pairs), found

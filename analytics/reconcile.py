"""对账: numbers that are given twice, side by side. Where they differ somebody has to look; nothing is chosen silently."""

import pandas as pd

from analytics.scope import Where, conditions, given
from data.facts import Facts

LABELS = {
    "organisations_reported": "巡察党组织",
    "villages": "延伸村(社区)",
    "talks": "个别谈话",
    "petitions": "受理信访",
    "issues": "发现问题",
    "immediate": "立行立改",
    "clues": "移送线索",
    "clue_persons": "线索涉及人数",
    "cases": "立案件数",
    "case_persons": "立案人数",
    "sanctions": "党纪政务处分",
}

DETAIL, TOTAL = "与明细台账", "与分项之和"

_DETAILS = """
    SELECT round_id, 'issues' AS measure, sum(issues) AS n FROM {issue} WHERE basis = '明细' GROUP BY round_id
    UNION ALL SELECT round_id, 'immediate', sum(immediate) FROM {issue} WHERE basis = '明细' GROUP BY round_id
    UNION ALL SELECT round_id, 'clues', sum(clues) FROM {clue} WHERE basis = '明细' GROUP BY round_id
    UNION ALL SELECT round_id, 'clue_persons', sum(persons) FROM {clue} WHERE basis = '明细' GROUP BY round_id
    UNION ALL SELECT round_id, 'cases', sum(cases) FROM {clue} WHERE basis = '明细' GROUP BY round_id
    UNION ALL SELECT round_id, 'case_persons', sum(case_persons) FROM {clue} WHERE basis = '明细' GROUP BY round_id
    UNION ALL SELECT round_id, 'sanctions', sum(sanctions) FROM {clue} WHERE basis = '明细' GROUP BY round_id
    UNION ALL SELECT round_id, 'villages', count(DISTINCT unit) FROM {reach} WHERE basis = '明细' AND reached GROUP BY round_id
"""
_SQL = """
    WITH finest AS (SELECT round_id, measure, sum(n) AS n FROM {reported} GROUP BY round_id, measure),
    detail AS ({details}),
    -- Totals of one kind of row (the whole round, a batch, a team) are compared with what lies below them.
    total AS (
        SELECT t.round_id, t.measure, t.n,
            (SELECT sum(r.n) FROM {reported} r WHERE r.round_id = t.round_id AND r.measure = t.measure
                AND coalesce(r.batch = t.batch, t.batch IS NULL) AND coalesce(r.team = t.team, t.team IS NULL)) AS below
        FROM {totals} t
    ),
    pair AS (
        SELECT f.round_id, f.measure, '{detail}' AS kind, f.n AS reported, d.n AS counted
        FROM finest f JOIN detail d USING (round_id, measure)
        WHERE d.n IS NOT NULL
        UNION ALL
        SELECT round_id, measure, '{total}', n, below FROM total WHERE below IS NOT NULL
    )
    SELECT round_name, round_id, measure, pair.kind, reported, counted
    FROM pair JOIN {round} USING (round_id)
    WHERE {where}
    ORDER BY round_order, list_position($measures, measure), pair.kind
"""


def reconciliation(facts: Facts, where: Where | None = None) -> pd.DataFrame:
    """Every number that a round gives twice: what it reports beside what its details or finer rows come to.

    Columns: round (name), measure (label), kind (与明细台账, 与分项之和), reported, counted, difference (counted − reported).
    The scope may name county, term, year, round.
    """
    tests, parameters = conditions(given(where or {}), ("county", "term", "year", "round"))
    names = {
        n: facts.table(f"fact_{t}")
        for n, t in (("issue", "issue"), ("clue", "clue"), ("reach", "village_reach"), ("reported", "reported"))
    }
    sql = _SQL.format(
        details=_DETAILS.format(**names),
        where=" AND ".join(tests) or "TRUE",
        detail=DETAIL,
        total=TOTAL,
        reported=names["reported"],
        totals=facts.table("fact_total"),
        round=facts.table("fact_round"),
    )
    rows = [r for r in facts.rows(sql, {**parameters, "measures": list(LABELS)}) if r[2] in LABELS]
    return pd.DataFrame(
        [(name, LABELS[measure], kind, int(reported), int(counted), int(counted - reported)) for name, _, measure, kind, reported, counted in rows],
        columns=["round", "measure", "kind", "reported", "counted", "difference"],
    )  # fmt: skip

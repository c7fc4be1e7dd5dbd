"""Issues not yet put right, one by one, as the rectification ledger has them. A list, not a metric."""

import pandas as pd

from analytics.scope import Where, conditions, given
from data.facts import Facts

OPEN = """
    SELECT round_name, organisation, issue_no, category, deadline, due_on, days_left, timing, state, post
    FROM {rectification}
    WHERE basis = '明细' AND unrectified = 1 AND {scope}
    ORDER BY timing <> '超期', days_left NULLS LAST, round_order, _import, _sheet, _row
"""


def open_issues(facts: Facts, where: Where) -> pd.DataFrame:
    """Returns the issues not yet put right within a scope, the overdue ones first, then by days left."""
    scope = given(where)
    tests, parameters = conditions(scope, scope)
    sql = OPEN.format(rectification=facts.table("fact_rectification"), scope=" AND ".join(tests) or "TRUE")
    return facts.sql(sql, parameters)

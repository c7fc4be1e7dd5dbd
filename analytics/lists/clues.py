"""Clues one by one: when each was handed over, when it was filed, and until when it was watched."""

import pandas as pd

from analytics.dimensions import UNSAID
from analytics.scope import Where, conditions, given
from data.facts import Facts

WATCHED = """
    SELECT round_name AS round, min(round_order) OVER (PARTITION BY round_name) AS place, year(transferred_on) AS year,
        clues, coalesce(clues_filed, 0) > 0 AS filed, closed, date_diff('day', transferred_on, coalesce(filed_on, $at)) AS days,
        clues = 1 AND transferred_on <= $at AND (coalesce(clues_filed, 0) = 0 OR filed_on BETWEEN transferred_on AND $at) AS dated
    FROM {clues}
    WHERE clues > 0 AND {scope}
    ORDER BY place, year, _import, _sheet, _row
"""


def watched_clues(facts: Facts, where: Where) -> pd.DataFrame:
    """Returns the clues within a scope: round, year (of handing over, NA without a date), clues, filed, closed, days, dated.

    `days`: from handing over to filing, else to the day that the figures stand for: what was closed without a case
    can no longer be filed and stays unfiled to that day. `dated`: one clue whose dates are known and in order; only these can be followed.
    """
    scope = given(where)
    tests, parameters = conditions(scope, scope)
    sql = WATCHED.format(clues=facts.table("fact_clue"), scope=" AND ".join(tests) or "TRUE")
    found = facts.sql(sql, {**parameters, "at": facts.as_of_date})
    return found.assign(dated=found["dated"].fillna(False).astype(bool), round=found["round"].fillna(UNSAID)).drop(columns="place")

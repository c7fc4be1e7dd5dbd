"""Rows behind the figures of special inspections, by name: whose fund it is, which campaign came of which fund."""

import pandas as pd

from analytics.dimensions import UNSAID
from analytics.metrics.specials import CAMPAIGN, SPECIAL
from analytics.scope import Where, conditions, given
from data.facts import Facts

UNITS = """
    SELECT fund, string_agg(organisation, '、' ORDER BY place) AS organisations
    FROM (
        SELECT fund, organisation, min((_import, _row)) AS place FROM {view} WHERE {tests} AND fund IS NOT NULL AND organisation IS NOT NULL
        GROUP BY fund, organisation
    )
    GROUP BY fund
"""
CAMPAIGNS = """
    SELECT
        campaign, n, string_agg(DISTINCT fund, '、' ORDER BY fund) AS fund, string_agg(DISTINCT organisation, '、' ORDER BY organisation) AS organisation,
        min(round_name) AS round
    FROM (
        SELECT *, coalesce(campaign_unit, concat_ws('|', _import, _sheet, _row)) AS one, coalesce(unnamed, 1) AS n
        FROM {view} WHERE {tests} AND (campaign_unit IS NOT NULL OR unnamed > 0)
    )
    GROUP BY one, campaign, n
    ORDER BY min(round_order), min((_import, _row)), min(place)
"""


def fund_units(facts: Facts, where: Where) -> dict[str, str]:
    """Returns fund → the organisations that it was looked at in, joined by 、."""
    tests, parameters = tested(where, SPECIAL.carries)
    rows = facts.rows(UNITS.format(view=facts.table("fact_special"), tests=tests), parameters)
    return dict(rows)


def campaigns(facts: Facts, where: Where) -> pd.DataFrame:
    """Returns the campaigns as they were set in motion: campaign, n, fund, organisation, round; 未注明 where unsaid."""
    tests, parameters = tested(where, CAMPAIGN.carries)
    rows = facts.rows(CAMPAIGNS.format(view=facts.table("fact_campaign"), tests=tests), parameters)
    found = pd.DataFrame(rows, columns=["campaign", "n", "fund", "organisation", "round"], dtype=object)
    return found.fillna(UNSAID)


def tested(where: Where, carries: tuple[str, ...]) -> tuple[str, dict[str, object]]:
    """Returns a scope as SQL and its parameters."""
    scope = given(where)
    tests, parameters = conditions(scope, [name for name in scope if name in carries])
    return " AND ".join(tests) or "TRUE", parameters

"""Linked inspections and joined audits by name, for the tables of their pages. Lists, not metrics."""

import pandas as pd

from analytics.scope import Where, conditions, given
from data.facts import Facts

LINKED = """
    SELECT
        round_name, organisation, form, organiser, sent_by, team, start, "end", status, results_for, counts, issues_told,
        _ledger = 'linked_inspections' AS apart
    FROM {table}
    WHERE organisation IS NOT NULL AND {tests}
    ORDER BY round_order, start, _import, _row
"""
AUDITS = """
    SELECT round_name, organisation, project, audit_mode, findings, taken_up, rectified, money, audited_on, entered_on, audit_stage, audit_step
    FROM {table}
    WHERE {tests}
    ORDER BY round_order, entered_on, _import, _row
"""
DAYS = ("start", "end", "audited_on", "entered_on")


def linked_inspections(facts: Facts, where: Where) -> pd.DataFrame:
    """Returns the linked, crossed and raised inspections of a scope, planned ones too; `apart`: only the linked ledger has it."""
    return _rows(facts, LINKED, "fact_linked", where)


def audit_projects(facts: Facts, where: Where) -> pd.DataFrame:
    """Returns the audit projects of a scope, in the order of their rounds."""
    return _rows(facts, AUDITS, "fact_audit", where)


def _rows(facts: Facts, sql: str, table: str, where: Where) -> pd.DataFrame:
    scope = given(where)
    tests, parameters = conditions(scope, scope)
    found = facts.sql(sql.format(table=facts.table(table), tests=" AND ".join(tests) or "TRUE"), parameters)
    # Days without an hour, as people write them.
    return found.assign(**{name: found[name].dt.date.astype(object).where(found[name].notna(), None) for name in DAYS if name in found})

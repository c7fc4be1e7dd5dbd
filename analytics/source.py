"""From a figure back to its cells: file › sheet › D14, for every row that it rests on."""

import pandas as pd

from analytics.cells import column, sheets
from analytics.metrics import METRICS
from analytics.query import refuse, selection
from analytics.scope import Where, given
from data.facts import Facts
from data.ledgers import LEDGERS

COLUMNS = ("file", "sheet", "ledger", "row", "field", "cell", "basis")


def source(facts: Facts, metric: str, where: Where | None = None) -> pd.DataFrame:
    """The rows that a metric's numerator rests on within a scope, in the order in which they were sent.

    Columns: file, sheet, ledger (label), row (number in the sheet), field (label of the measured column), cell (D14; None
    where the value came from a title), basis. Raises as `analytics.query.frame` does.
    """
    one, scope = METRICS[metric], given(where or {})
    refuse(one, (), scope)
    measure = one.numerator
    tests, parameters = selection(facts, measure, scope)
    ledger = f"'{next(iter(measure.cells))}'" if measure.register else "_ledger"
    rows = facts.rows(
        f"""
        SELECT DISTINCT s._import, i.file, s._sheet, s.ledger, s._row, s.basis, t.position
        FROM (
            SELECT {ledger} AS ledger, _import, _sheet, _row, {measure.basis} AS basis
            FROM {facts.table(measure.view.name)} WHERE {" AND ".join(tests)} AND ({measure.weight})
        ) s
        JOIN main.imports i ON i."import" = s._import
        LEFT JOIN main.import_tables t ON t."import" = s._import AND t.sheet = s._sheet AND t.ledger = s.ledger
        ORDER BY s._import, t.position, s._row
        """,
        parameters,
    )
    kept, found = sheets(facts), []
    for number, file, sheet, name, row, basis, _ in rows:
        field, letter = column(kept.get((number, sheet, name)), name, measure.cells.get(name, ()))
        found.append((file, sheet, LEDGERS[name].label, row, field, f"{letter}{row}" if letter else None, basis))
    return pd.DataFrame(found, columns=list(COLUMNS))

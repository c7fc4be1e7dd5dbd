"""From a figure back to its cells, as exports print them: file › sheet › D14, for every row that it rests on."""

import pandas as pd

from analytics.scope import Where
from analytics.trace import follow
from data.facts import Facts
from data.ledgers import LEDGERS

COLUMNS = ("file", "sheet", "ledger", "row", "field", "cell", "basis")


def source(facts: Facts, metric: str, where: Where | None = None) -> pd.DataFrame:
    """The rows that a metric's numerator rests on within a scope, in the order in which they were sent.

    Columns: file, sheet, ledger (label), row (number in the sheet), field (label of the measured column), cell (D14; None
    where the value has no column of its own), basis. Raises as `analytics.query.frame` does.
    """
    return labelled(follow(facts, metric, where=where).rows)


def labelled(rows: pd.DataFrame) -> pd.DataFrame:
    """Returns rows followed from a figure with the columns of `source`: ledgers and fields by the labels that readers see."""
    labels = [LEDGERS[ledger][name].label if cell else None for ledger, name, cell in zip(rows["ledger"], rows["field"], rows["cell"], strict=True)]
    return rows.assign(ledger=[LEDGERS[name].label for name in rows["ledger"]], field=pd.Series(labels, dtype=object))[list(COLUMNS)]

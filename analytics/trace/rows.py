"""The rows behind one side of a figure: each with its cell, who sent it when, and what it adds, so that all of them add up to the figure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.metric import Measure
from analytics.metrics import METRICS
from analytics.query import refuse, selection
from analytics.scope import Where, given
from analytics.trace.place import Place, Spot, chosen, naming, places
from data.difference import name_of, plain
from data.facts import Facts
from data.ledgers import LEDGERS

NUMERATOR, DENOMINATOR = "numerator", "denominator"
COLUMNS = (
    "import", "position", "file", "sheet", "ledger", "row", "field", "cell", "value", "called", "counted", "again", "basis", "at", "who",
)  # fmt: skip
_FOUND = ("ledger", "_import", "_sheet", "_row", "file", '"at"', "who", "basis", "basis_too", "again", "counted", "amount", "count", "repeated")


@dataclass(frozen=True, kw_only=True)
class Side:
    """One side of a figure followed to its rows.

    `amount`: what all its rows add up to, None where there are none; `count`: how many rows; `again`: how many of them
    only name what another row has been counted for. `rows`: the first of them in the order in which they were sent, with
    the columns `COLUMNS`: import and position (which table of it), file, sheet, ledger (name), row (number in the sheet),
    field (name), cell (D14; None where the value has no column of its own), value (as stored), called (the row in
    words), counted (what it adds to the amount), again (how many of what it names another row stands for already),
    basis (明细, 名录, 报送), at and who of its import.
    """

    measure: Measure
    amount: float | int | None
    count: int
    again: int
    rows: pd.DataFrame


def measure_of(metric: str, side: str) -> Measure | None:
    """What a side of a metric counts; None for the denominator of a plain count."""
    one = METRICS[metric]
    return one.numerator if side == NUMERATOR else one.denominator


def follow(facts: Facts, metric: str, side: str = NUMERATOR, where: Where | None = None, most: int | None = None, only: Spot | None = None) -> Side:
    """A side of a figure within a scope, with its first `most` rows (None: all, 0: only the sums), or with the one row `only`.

    Raises as `analytics.query.frame` does, ValueError for the denominator of a plain count.
    """
    one, scope, measure = METRICS[metric], given(where or {}), measure_of(metric, side)
    if measure is None:
        raise ValueError(f"{metric} is a plain count: it has no denominator")
    refuse(one, (), scope)
    sql, parameters = _sql(facts, measure, scope)
    asked = "TRUE"
    if only:
        asked = "_import = $only_import AND _sheet = $only_sheet AND _row = $only_row AND ledger = $only_ledger"
        parameters |= {"only_ledger": only.ledger, "only_import": only.import_, "only_sheet": only.sheet, "only_row": only.row}
    limit = "" if most is None else f"LIMIT {max(int(most), 1)}"
    found = facts.rows(
        f"""
        SELECT {", ".join(_FOUND)} FROM (SELECT * FROM ({sql}) WHERE {asked} ORDER BY place {limit})
        JOIN main.imports i ON i."import" = _import JOIN main.events e ON e.event = i.event ORDER BY place
        """,
        parameters,
    )
    rows = _rows(facts, measure, [dict(zip(_FOUND, row, strict=True)) for row in found[:most]])
    if not found:
        return Side(measure=measure, amount=None, count=0, again=0, rows=rows)
    amount, count, again = found[0][-3:]
    return Side(measure=measure, amount=whole(amount), count=count, again=again, rows=rows)


def whole(value: object) -> float | int | None:
    """An amount as Python has it: counts whole, money and hours to four decimals, where sums of floats agree."""
    if value is None:
        return None
    return int(value) if float(value).is_integer() else round(float(value), 4)


def _sql(facts: Facts, measure: Measure, scope: Mapping[str, list[object]]) -> tuple[str, dict[str, object]]:
    """SQL: one row a ledger's row, what the measure's own aggregate comes to over it, less what earlier rows stand for already."""
    tests, parameters = selection(facts, measure, scope)
    ledger = f"'{next(iter(measure.cells))}'" if measure.register else "_ledger"
    once = measure.once
    rows = f"""
        SELECT {ledger} AS ledger, _import, _sheet, _row, {measure.sql} AS amount, min({measure.basis}) AS basis, max({measure.basis}) AS basis_too
            {f", list(DISTINCT {once}) FILTER ({once} IS NOT NULL) AS named" if once else ""}
        FROM {facts.table(measure.view.name)} WHERE {" AND ".join(tests)} AND ({measure.weight})
        GROUP BY {"_ledger, " if not measure.register else ""}_import, _sheet, _row
    """
    placed = f"""
        SELECT c.*, row_number() OVER (ORDER BY c._import, t.position, c._row, c.ledger) AS place
        FROM ({rows}) c
        LEFT JOIN (
            SELECT "import", sheet, ledger, min(position) AS position FROM main.import_tables GROUP BY ALL
        ) t ON t."import" = c._import AND t.sheet = c._sheet AND t.ledger = c.ledger
    """
    # What several rows name counts in the first of them.
    counted = f"""
        WITH placed AS ({placed}),
        fresh AS (
            SELECT place, count(*) AS fresh
            FROM (SELECT min(place) AS place FROM (SELECT place, unnest(named) AS name FROM placed) GROUP BY name)
            GROUP BY place
        )
        SELECT p.* EXCLUDE (amount, named), CAST(coalesce(len(p.named), 0) - coalesce(f.fresh, 0) AS INTEGER) AS again,
            p.amount - coalesce(len(p.named), 0) + coalesce(f.fresh, 0) AS counted
        FROM placed p LEFT JOIN fresh f USING (place)
    """ if once else f"SELECT * EXCLUDE (amount), 0 AS again, amount AS counted FROM ({placed})"
    # Windows over everything take half a minute for a hundred thousand rows; a second pass takes nothing.
    sql = f"""
        WITH told AS MATERIALIZED ({counted})
        SELECT * FROM told CROSS JOIN (SELECT sum(counted) AS amount, count(*) AS count, count(*) FILTER (again > 0) AS repeated FROM told)
    """
    return sql, parameters


def _rows(facts: Facts, measure: Measure, found: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    """The rows with their cells and stored values."""
    spots = [Spot(one["ledger"], one["_import"], one["_sheet"], one["_row"]) for one in found]
    known = places(facts, spots, {ledger: (*fields, *naming(ledger)) for ledger, fields in measure.cells.items()})
    rows = [
        {
            "import": spot.import_, "file": one["file"], "sheet": spot.sheet, "ledger": spot.ledger, "row": spot.row, "counted": whole(one["counted"]),
            "again": one["again"], "basis": "、".join(sorted({one["basis"], one["basis_too"]})), "at": one['"at"'], "who": one["who"], **_cell(measure, known.get(spot)),
        }
        for spot, one in zip(spots, found, strict=True)
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)


def _cell(measure: Measure, place: Place | None) -> dict[str, object]:
    if place is None:
        return dict.fromkeys(("position", "field", "cell", "value", "called"))
    ledger, name = place.spot.ledger, chosen(place, measure.cells.get(place.spot.ledger, ()))
    letter = place.columns.get(name or "")
    return {
        "position": place.position, "field": name, "cell": f"{letter}{place.spot.row}" if letter else None,
        "value": plain(place.values.get(name or "")), "called": name_of(LEDGERS[ledger], place.values),
    }  # fmt: skip


def looked_at(measures: Sequence[Measure]) -> tuple[str, ...]:
    """The labels of the ledgers whose rows may count."""
    return tuple(dict.fromkeys(LEDGERS[name].label for one in measures for name in one.cells))

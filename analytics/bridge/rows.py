"""The rows behind one cause of a bridge: what stood there, what stands there now, in which cell, sent when and by whom."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analytics.bridge.bridge import Bridge, Part
from analytics.cells import column, sheets
from analytics.metric import Measure
from analytics.metrics import METRICS
from analytics.query import selection
from analytics.scope import given
from data import ddl
from data.difference import name_of, plain
from data.facts import Facts
from data.ledgers import LEDGERS
from data.store.stages import Stages

COLUMNS = ("ledger", "name", "what", "fields", "cell", "import", "at", "who")
WHAT = {"new": "新增", "corrected": "更正", "gone": "不再报送", "same": "照原样重报"}
WITHDRAWN = {"new": "恢复", "corrected": "换回另一行", "gone": "撤回", "same": "换回同样的行"}
MOST = 200
# How near the rows are to the figure, the nearest first.
COUNTED, WITHIN, AROUND = "这些行在本指标中的计数发生变化", "这些行计入本指标", "这些行未直接计入本指标，但属于其依据的台账"


@dataclass(frozen=True, kw_only=True)
class Behind:
    """Rows behind a part: `rows` with COLUMNS, at most MOST of `count`; `nearness`: how they bear on the figure."""

    rows: pd.DataFrame
    count: int
    nearness: str


def behind(stages: Stages, bridge: Bridge, part: Part) -> Behind:
    """The rows that a cause moved: those whose own count in the figure changed, else those in it, else its ledgers'.

    `rows`: ledger (label), name (as people call the row), what (新增, 更正 …), fields (字段：原值 → 新值), cell (file › sheet ›
    D14), import (number), at, who: of the row that stands there now, else of the one that stood there.
    """
    none = Behind(rows=pd.DataFrame(columns=list(COLUMNS)), count=0, nearness="")
    if not stages.steps[part.stage].moved:
        return none
    ids, nearness = _nearest(stages, bridge, part)
    if not ids:
        return none
    facts = stages.steps[part.stage].facts
    words = WITHDRAWN if part.cause == "withdrawn" else WHAT
    shown = ids[:MOST]
    old, new = ({n: _stored(facts, n, [one[side] for one in shown if one[0] == n]) for n in {one[0] for one in shown}} for side in (2, 3))
    known, sent = sheets(facts), _sent(facts)
    rows = [
        _row(ledger, words[what], old[ledger].get(before), new[ledger].get(after), bridge, known, sent)
        for ledger, what, before, after in shown
    ]
    return Behind(rows=pd.DataFrame(rows, columns=list(COLUMNS)), count=len(ids), nearness=nearness)


def _nearest(stages: Stages, bridge: Bridge, part: Part) -> tuple[list[tuple], str]:
    """(ledger, what, old id, new id) of the rows nearest to the figure, and how near they are."""
    metric, before, after = METRICS[bridge.metric], stages.steps[part.stage - 1].facts, stages.steps[part.stage].facts
    moved = after.rows(
        f"SELECT * EXCLUDE (cause) FROM {stages.moved} WHERE cause = $cause ORDER BY ledger, coalesce(new, old)", {"cause": part.cause}
    )
    found: dict[tuple, list[bool]] = {}
    for measure in (metric.numerator, metric.denominator):
        if measure is None:
            continue
        amounts = [_amounts(facts, measure, dict(bridge.where)) for facts in (before, after)]
        for ledger, what, old, new, *places in moved:
            was, now = (one.get((ledger, *place)) for one, place in zip(amounts, (places[:3], places[3:]), strict=True))
            counted, within = found.setdefault((ledger, what, old, new), [False, False])
            found[ledger, what, old, new] = [counted or was != now, within or was is not None or now is not None]
    counted = [one for one, (changed, _) in found.items() if changed]
    within = [one for one, (_, inside) in found.items() if inside]
    # What was sent again as it was moves nothing by itself.
    around = [one for one in found if one[0] in metric.ledgers and one[1] != "same"]
    return next(((rows, said) for rows, said in ((counted, COUNTED), (within, WITHIN), (around, AROUND)) if rows), ([], ""))


def _amounts(facts: Facts, measure: Measure, where: Mapping[str, str]) -> dict[tuple, object]:
    """(ledger, import, sheet, row) → what that row alone comes to in a measure within a scope."""
    tests, parameters = selection(facts, measure, given(where))
    ledger = f"'{next(iter(measure.cells))}'" if measure.register else "_ledger"
    rows = facts.rows(
        f"SELECT {ledger}, _import, _sheet, _row, {measure.sql} FROM {facts.table(measure.view.name)} "
        f"WHERE {' AND '.join(tests)} AND ({measure.weight}) GROUP BY ALL",
        parameters,
    )
    return {tuple(row[:4]): row[4] for row in rows}


def _stored(facts: Facts, ledger: str, ids: list[int | None]) -> dict[int, dict]:
    """Row id → the row as stored."""
    wanted = [one for one in ids if one is not None]
    if not wanted:
        return {}
    table = ddl.quoted(ddl.table_name(ledger))
    frame = facts.sql(f"SELECT rowid AS _id, * FROM main.{table} WHERE rowid IN (SELECT unnest($ids))", {"ids": wanted})
    return {int(row["_id"]): row for row in frame.to_dict("records")}


def _sent(facts: Facts) -> dict[int, tuple]:
    """Import → when and by whom it was sent."""
    rows = facts.rows('SELECT i."import", e."at", e.who FROM main.imports i JOIN main.events e USING (event)')
    return {number: (at, who) for number, at, who in rows}


def _row(ledger: str, what: str, old: dict | None, new: dict | None, bridge: Bridge, known: dict, sent: dict) -> tuple:
    declared, stands = LEDGERS[ledger], new or old
    metric = METRICS[bridge.metric]
    rests = [n for m in (metric.numerator, metric.denominator) if m for n in m.cells.get(ledger, ())]
    moved = [f.name for f in declared.stored if old and new and plain(old[f.name]) != plain(new[f.name])]
    # The fields that the figure rests on come first.
    moved.sort(key=lambda name: name not in rests)
    fields = "；".join(f"{declared[n].label}：{_said(old[n])} → {_said(new[n])}" for n in moved)
    number, sheet, row = stands["_import"], stands["_sheet"], stands["_row"]
    kept = known.get((number, sheet, ledger))
    # A row that is new or gone is shown by the cell that names it.
    _, letter = column(kept, ledger, [*moved, *declared.names_row, *rests])
    place = " › ".join((kept.file if kept else "", sheet, f"{letter}{row}" if letter else f"第{row}行"))
    at, who = sent[number]
    return (declared.label, name_of(declared, stands), what, fields, place, int(number), at, who)


def _said(value: object) -> str:
    """A cell's value as people read it, cut where it is long."""
    read = plain(value)
    text = "空" if read is None else "是" if read is True else "否" if read is False else str(read)
    return text if len(text) <= 24 else f"{text[:23]}…"

"""The way from one cell to what is counted: what stands there, how it was read, which checks met it, where it was put."""

from analytics.dimensions import DIMENSIONS
from analytics.metric import Measure
from analytics.trace.place import Place
from analytics.trace.reading import Step, Told, reading_steps, told_of
from analytics.trace.words import value_said
from data.difference import plain
from data.facts import Facts
from data.ledgers import LEDGERS
from data.problems import SEVERITIES
from data.workbook.model import Workbook

NAMES = ("organisation", "town", "village", "employer")
# Said of a whole column or of a run of rows, at the first cell that it concerns.
OF_COLUMN = ("hidden_column",)


def chain(facts: Facts, measure: Measure, place: Place, field: str, book: Workbook | None) -> tuple[Step, ...]:
    """The steps from the cell of a field to where its row was put, in the order in which they happened."""
    told = told_of(facts, place)
    return (
        *reading_steps(facts, place, field, book, told), *_beside(measure, place, field), *_checks(place, field, told), *_placed(facts, measure, place),
    )  # fmt: skip


def others(measure: Measure, place: Place, field: str) -> tuple[str, ...]:
    """The further fields of a row that the measure looks at and that hold something in a column of their own."""
    letter = place.columns.get(field)
    return tuple(
        name for name in measure.cells.get(place.spot.ledger, ())
        if name != field and place.columns.get(name, letter) != letter and plain(place.values.get(name)) is not None
    )  # fmt: skip


def _beside(measure: Measure, place: Place, field: str) -> list[Step]:
    ledger = LEDGERS[place.spot.ledger]
    parts = tuple(
        f"{place.columns[n]}{place.spot.row} {ledger[n].label}：{value_said(plain(place.values[n]), ledger[n])}" for n in others(measure, place, field)
    )
    return [Step(name="并看", parts=parts)] if parts else []


def _checks(place: Place, field: str, told: Told) -> list[Step]:
    """Problems and notes that touch the cell, its row or its column; else the rules that it has passed."""
    ledger, letter = LEDGERS[place.spot.ledger], place.columns.get(field, "")
    steps = []
    for problem in told.problems:
        column = "".join(c for c in problem["cell"] if c.isalpha())
        if problem["cell"] == f"{column}{place.spot.row}" or (problem["code"] in OF_COLUMN and column == letter):
            where = "" if column == letter else f"本行 {problem['cell']}："
            steps.append(Step(name=SEVERITIES[problem["severity"]], text=where + problem["message"], tone=problem["severity"]))
    if steps:
        return steps
    labels = {one.name: one.label for one in ledger.fields}
    rules = [rule.describe(labels) for rule in ledger.rules if field in rule.fields]
    said = "；".join(rules[:3])
    return [Step(name="校验", text=f"未发现问题{f'。本列的规则：{said}' if said else ''}")]


def _placed(facts: Facts, measure: Measure, place: Place) -> list[Step]:
    """Under which labels the row counts, and the names that the register has for those in the row."""
    spot = place.spot
    view = facts.table(measure.view.name)
    own = "" if measure.register else "AND _ledger = $ledger"
    columns = [f"list(DISTINCT {one} ORDER BY {one}) FILTER ({one} IS NOT NULL)" for one in (DIMENSIONS[name].column for name in measure.carries)]
    # A row of totals may stand in several facts, one for each category that it gives a number of.
    found = facts.rows(
        f"SELECT {', '.join(columns)} FROM {view} WHERE _import = $number AND _sheet = $sheet AND _row = $row {own} HAVING count(*) > 0",
        {"number": spot.import_, "sheet": spot.sheet, "row": spot.row} | ({} if measure.register else {"ledger": spot.ledger}),
    )
    if not found:
        return []
    values = dict(zip(measure.carries, found[0], strict=True))
    steps = []
    for name in NAMES:
        given, known = place.values.get(name), values.get(name) or []
        if isinstance(given, str) and len(known) == 1 and given != known[0]:
            steps.append(Step(name="名称", text=f"“{given}”按名录作“{known[0]}”"))
    parts = tuple(f"{DIMENSIONS[n].label}：{'、'.join(DIMENSIONS[n].said(one) for one in v)}" for n, v in values.items() if v and n != "county")
    return [*steps, Step(name="归入", parts=parts)] if parts else steps


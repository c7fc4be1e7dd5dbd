"""Total rows are not data, but they are a check: their sums and rates are compared with the rows."""

from collections.abc import Iterator, Mapping, Sequence

from data.ledger import Ledger
from data.problems import WARNING, Differs, Problem
from data.rules import RateIs
from data.sheets.rows import Total
from data.workbook.model import Sheet, address

Number = int | float


def check_sums(
    sheet: Sheet,
    ledger: Ledger,
    totals: Sequence[Total],
    rows: Sequence[int],
    columns: Mapping[str, int],
    values: Mapping[str, Sequence[object]],
    read: Mapping[str, object],
) -> Iterator[Problem]:
    """Problems at the cells of total rows that differ from the sum of their rows, or print a wrong rate.

    `columns` field → column, `values` field → values by data row, `read` field → the kind that reads its total cell.
    """
    last = 0
    first = next((t for t in totals if t.sort == "sub"), None)
    above = first is not None and bool(rows) and first.row < rows[0]
    for total in totals:
        if total.sort == "part":
            continue
        upto = sum(r < total.row for r in rows)
        if total.sort == "head" or (total.sort == "sub" and above):
            following = next((t.row for t in totals if t.row > total.row and t.sort != "part"), None)
            span = range(upto, len(rows) if following is None else sum(r < following for r in rows))
        elif total.sort == "sub":
            span, last = range(last, upto), upto
        else:
            span = range(len(rows))
        printed = {name: _number(sheet, total.row, column, read[name]) for name, column in columns.items()}
        for name, (value, second) in printed.items():
            yield from _compare(sheet, ledger, name, total, columns[name], value, values, span, rows)
            also = ledger[name].also
            if second is not None and also and also[0] not in columns:
                yield from _compare(sheet, ledger, also[0], total, columns[name], second, values, span, rows)
        for rule in ledger.rules:
            if isinstance(rule, RateIs) and rule.rate in printed:
                said = [printed.get(f, (None, None))[0] for f in rule.fields]
                if None not in said and not rule.holds(*said):
                    labels = {f.name: f.label for f in ledger.fields}
                    yield Problem(
                        sheet=sheet.name,
                        cell=address(total.row, columns[rule.rate]),
                        code=rule.code,
                        severity=WARNING,
                        raw=str(sheet.rows[total.row][columns[rule.rate]]),
                        message=rule.tell(labels, *said),
                        differs=Differs(field=rule.rate, printed=said[0], computed=rule.right(*said), row=total.label),
                    )


def _compare(
    sheet: Sheet,
    ledger: Ledger,
    name: str,
    total: Total,
    column: int,
    printed: Number | None,
    values: Mapping[str, Sequence[object]],
    span: range,
    rows: Sequence[int],
) -> Iterator[Problem]:
    if printed is None or not ledger[name].stored or not span or name not in values:
        return
    parts = [v for i in span if isinstance(v := values[name][i], int | float)]
    if not parts:
        return
    right = sum(parts)
    if abs(right - printed) > max(0.006, 1e-9 * abs(right)):
        yield Problem(
            sheet=sheet.name,
            cell=address(total.row, column),
            code="sum_differs",
            severity=WARNING,
            raw=str(sheet.rows[total.row][column]),
            message=f"“{total.label}”与所含 {len(span)} 行“{ledger[name].label}”之和 {right:g} 不一致，请核对",
            differs=Differs(
                field=name, printed=printed, computed=round(right, 4), row=total.label, first=rows[span[0]] + 1, last=rows[span[-1]] + 1
            ),
        )


def _number(sheet: Sheet, row: int, column: int, kind: object) -> tuple[Number | None, Number | None]:
    raw = sheet.rows[row][column] if column < len(sheet.rows[row]) else None
    if raw is None:
        return None, None
    read = kind.read(raw)
    value = read.value if isinstance(read.value, int | float) and not isinstance(read.value, bool) else None
    second = read.also[0] if read.also and isinstance(read.also[0], int) else None
    return value, second

"""Merged and blank key cells take the value above; numbers never do."""

from collections.abc import Sequence

from data.workbook.model import Sheet, Value

# A column without merges in which at least this share is blank is written in groups: name once, blanks below.
SPARSE = 0.3


def filled(sheet: Sheet, column: int, rows: Sequence[int]) -> tuple[list[Value], frozenset[int]]:
    """The column's values in `rows` with the value above in merged cells, or, where the column is written in groups,
    in blank ones; and the rows that were filled."""
    spans = [(t, b) for t, left, b, right in sheet.merges if left <= column <= right and b > t]
    anchors = {
        t: sheet.rows[t][left]
        for t, left, b, right in sheet.merges
        if left <= column <= right and b > t and left < len(sheet.rows[t])
    }
    cover = {r: anchors.get(t) for t, b in spans for r in range(t + 1, b + 1)}
    values = [sheet.rows[r][column] if column < len(sheet.rows[r]) else None for r in rows]
    touched = set()
    for i, r in enumerate(rows):
        if values[i] is None and cover.get(r) is not None:
            values[i] = cover[r]
            touched.add(r)
    if any(t in set(rows) for t, _ in spans):
        return values, frozenset(touched)
    blanks = sum(v is None for v in values)
    if values and values[0] is not None and blanks / len(values) >= SPARSE:
        last = None
        for i, r in enumerate(rows):
            if values[i] is None:
                values[i] = last
                touched.add(r)
            else:
                last = values[i]
    return values, frozenset(touched)

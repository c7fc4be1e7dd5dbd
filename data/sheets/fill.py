"""Merged and blank key cells take the value above; numbers never do."""

from collections.abc import Collection, Sequence

from data.workbook.model import Sheet, Value

# A column without merges is written in groups, name once and blanks below, when at least this share is blank.
SPARSE = 0.3


def filled(
    sheet: Sheet, column: int, rows: Sequence[int], ordinal: bool = False, starts: Collection[int] = ()
) -> tuple[list[Value], frozenset[int]]:
    """The column's values in `rows` with the value above in merged cells, or, where the column is written in groups,
    in blank ones; and the rows that were filled. `ordinal`: a term, round or team, of which few blanks are
    enough; `starts`: rows where a group of a column further left begins, so that a value may be written again."""
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
    if _in_groups(values, rows, ordinal, starts):
        last = None
        for i, r in enumerate(rows):
            if values[i] is None:
                values[i] = last
                touched.add(r)
            else:
                last = values[i]
    return values, frozenset(touched)


def _in_groups(values: Sequence[Value], rows: Sequence[int], ordinal: bool, starts: Collection[int]) -> bool:
    """Whether a column says its values once each, with blanks below: then no two neighbours are both written and equal."""
    blanks = sum(v is None for v in values)
    if not values or values[0] is None or blanks < (1 if ordinal else SPARSE * len(values)):
        return False
    pairs = zip(values, values[1:], rows, rows[1:], strict=False)
    return not any(a is not None and a == b and after == r + 1 and after not in starts for a, b, r, after in pairs)

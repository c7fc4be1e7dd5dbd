"""A part of a sheet around one cell, as a person sees it in a spreadsheet: headings on top, letters and numbers at the edges."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from data.sheets.layout import Block, blocks
from data.workbook.model import Sheet, Value, column_letters

ROWS, ABOVE, COLUMNS = 12, 5, 10
# A sheet this wide is shown whole: leaving out one or two columns would only puzzle.
ALL_COLUMNS = 12
# Tables of a sheet that is longer are looked for in its first rows only.
LONG, FIRST = 5000, 200
# A lone text of so many characters runs over the blank cells beside it.
LONG_TEXT = 8
GAP = None


@dataclass(frozen=True, kw_only=True)
class Box:
    """One cell as drawn. `state`: cell (the one looked at), also (another that the value rests on), gap (columns left out) or nothing;
    `note`: why it has no content of its own (公式没有保存结果, 未留存); it spans `down` rows and `across` columns."""

    text: str = ""
    state: str = ""
    note: str = ""
    number: bool = False
    down: int = 1
    across: int = 1


@dataclass(frozen=True, kw_only=True)
class Line:
    """One row as drawn: its number (None for rows left out), whether it is a heading, the row looked at, or hidden in the file."""

    number: int | None
    role: str = ""
    hidden: bool = False
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Window:
    """The part of a sheet. `columns`: (letters, hidden), or None where some are left out."""

    columns: tuple[tuple[str, bool] | None, ...]
    lines: tuple[Line, ...]

    @property
    def cell(self) -> Box | None:
        """The cell looked at; None where only its row is."""
        return next((box for line in self.lines for box in line.boxes if box.state == "cell"), None)


def block_of(sheet: Sheet, row: int, column: int | None = None) -> Block | None:
    """The table that holds a row (and column), all counted from zero; None where no heading is found above it."""
    part = sheet if len(sheet.rows) <= LONG else replace(sheet, rows=sheet.rows[:FIRST], merges=tuple(m for m in sheet.merges if m[2] < FIRST))
    found = blocks(part)
    inside = [one for one in found if row in one.rows and (column is None or column in {c for c, _ in one.columns})]
    if not inside and part is not sheet and row >= FIRST:
        return found[-1] if found else None
    return next(iter(inside), None)


def window(
    sheet: Sheet, row: int, column: int | None, block: Block | None, also: Collection[int] = (), keys: Collection[int] = (), lost: Collection[int] = ()
) -> Window:
    """The part of a sheet around a cell, or around a row where `column` is None; all counted from zero.

    `also`: further columns of that row to be marked; `keys`: columns that are shown however far away, since they name
    the row; `lost`: columns whose cells were not kept.
    """
    heads = _heads(block, row)
    rows = list(_rows(sheet, row, heads))
    across = list(_columns(sheet, [r for r in rows if r is not GAP], column, {*also, *keys}, lost))
    covered = dict(_covered((*sheet.merges, *_overflowing(sheet, rows, row)), rows, across))
    lines = []
    for down, r in enumerate(rows):
        if r is GAP:
            lines.append(Line(number=None))
            continue
        boxes = []
        for right, c in enumerate(across):
            anchor = covered.get((down, right), (r, c, 1, 1))
            if anchor is not None:
                boxes.append(_box(sheet, anchor, r, row, c, column, also, c in lost and r not in heads[:-1]))
        role = "head" if r in heads else "row" if r == row else ""
        lines.append(Line(number=r + 1, role=role, hidden=r in sheet.hidden_rows, boxes=tuple(boxes)))
    return Window(columns=tuple(GAP if c is GAP else (column_letters(c), c in sheet.hidden_columns) for c in across), lines=tuple(lines))


def said(value: Value) -> str:
    """A cell's content as a spreadsheet shows it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if (value.hour, value.minute) == (0, 0) else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def _heads(block: Block | None, row: int) -> list[int]:
    """The heading rows, with the title above them that says most of what the columns do not."""
    if block is None:
        return [r for r in (0,) if r < row]
    titles = sorted({r for r, _ in block.titles})[:2]
    return [r for r in (*titles, *block.heading_rows) if r < row]


def _rows(sheet: Sheet, row: int, heads: Sequence[int]) -> Iterator[int | None]:
    yield from heads
    floor = heads[-1] + 1 if heads else 0
    last = min(len(sheet.rows) - 1, max(row - ABOVE, floor) + ROWS - 1)
    first = max(floor, last - ROWS + 1)
    if first > floor:
        yield GAP
    yield from range(first, last + 1)
    if last < len(sheet.rows) - 1:
        yield GAP


def _columns(sheet: Sheet, rows: Sequence[int], column: int | None, wanted: set[int], lost: Collection[int]) -> Iterator[int | None]:
    width = max((c + 1 for r in rows for c, value in enumerate(sheet.rows[r]) if value is not None), default=1)
    width = max(width, (column or 0) + 1, *(c + 1 for c in lost))
    if width <= ALL_COLUMNS:
        yield from range(width)
        return
    named = sorted(c for c in wanted if c < width)[:3]
    start = max(0, min((column or 0) - COLUMNS // 2, width - COLUMNS))
    shown = sorted({*range(start, min(start + COLUMNS, width)), *named})
    before = -1
    for c in shown:
        if c > before + 1:
            yield GAP
        yield c
        before = c
    if before < width - 1:
        yield GAP


def _overflowing(sheet: Sheet, rows: Sequence[int | None], row: int) -> Iterator[tuple[int, int, int, int]]:
    """Lone texts, titles and notes, as if merged to the right: a spreadsheet lets them run over blank cells."""
    merged = {r for top, _, bottom, _ in sheet.merges for r in range(top, bottom + 1)}
    width = max(map(len, (sheet.rows[r] for r in rows if r is not GAP)), default=0)
    for r in rows:
        if r in (GAP, row) or r in merged:
            continue
        filled = [c for c, value in enumerate(sheet.rows[r]) if value is not None]
        if len(filled) == 1 and isinstance(sheet.rows[r][filled[0]], str) and len(sheet.rows[r][filled[0]]) >= LONG_TEXT:
            yield r, filled[0], r, width - 1


def _covered(merges: Sequence[tuple[int, int, int, int]], rows: Sequence[int | None], across: Sequence[int | None]) -> Iterator[tuple[tuple[int, int], tuple | None]]:
    """Place in the window → (row, column, down, across) of the merged cell drawn there, None where another place draws it."""
    for top, left, bottom, right in merges:
        places = [i for i, c in enumerate(across) if c is not GAP and left <= c <= right]
        if not places:
            continue
        # Columns left out within a merged cell are part of it; rows left out break it in two.
        span = range(places[0], places[-1] + 1)
        for run in _runs([i for i, r in enumerate(rows) if r is not GAP and top <= r <= bottom]):
            for i in run:
                for j in span:
                    yield (i, j), None
            yield (run[0], span[0]), (top, left, len(run), len(span))


def _runs(places: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] + 1 == place:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _box(
    sheet: Sheet, anchor: tuple, r: int, row: int, c: int | None, column: int | None, also: Collection[int], lost: bool
) -> Box:
    at, left, down, across = anchor
    if left is GAP:
        return Box(text="…" if r == row else "", state="gap")
    value = sheet.rows[at][left] if left < len(sheet.rows[at]) else None
    note = "公式没有保存结果" if (at, left) in sheet.uncached else "未留存" if lost and value is None else ""
    state = ""
    if r <= row < r + down and column is not None and left <= column < left + across:
        state = "cell"
    elif r == row and c in also:
        state = "also"
    text = sheet.errors.get((at, left)) or said(value)
    return Box(text=text, state=state, note=note, number=isinstance(value, int | float), down=down, across=across)

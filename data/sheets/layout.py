"""Finds the tables of a sheet: heading rows of one to three rows, titles above, rows below; side by side or one under another."""

import re
from dataclasses import dataclass

from data.headers import counts_what, known, normal
from data.workbook.model import Sheet, Value

_NUMBER = re.compile(r"\s*\d+(?:\.\d+)?\s*")
ROUND_HEADING = re.compile(r"第?[0-9一二三四五六七八九十]+轮")


@dataclass(frozen=True, kw_only=True)
class Block:
    """One table: its titles (row, text), heading rows, columns (index, path) and the rows below, all zero-based."""

    titles: tuple[tuple[int, str], ...]
    heading_rows: tuple[int, ...]
    columns: tuple[tuple[int, tuple[str, ...]], ...]
    rows: range
    repeated: frozenset[int]


def blocks(sheet: Sheet) -> list[Block]:
    """The tables of a sheet, in order; none where no heading row is found."""
    heads = _heads(sheet)
    found, seen = [], None
    for position, (top, bottom) in enumerate(heads):
        columns = _columns(sheet, top, bottom)
        signature = tuple(path for _, path in columns)
        if seen and signature == seen:
            continue
        seen = signature
        later = heads[position + 1 :]
        end, repeated = len(sheet.rows), set()
        for other_top, other_bottom in later:
            if tuple(path for _, path in _columns(sheet, other_top, other_bottom)) == signature:
                repeated.update(range(other_top, other_bottom + 1))
            else:
                end = _above(sheet, other_top, bottom)
                break
        start = found[-1].rows.stop if found else 0
        titles = tuple((r, t) for r in range(start, top) for t in _texts(sheet.rows[r]))
        for group in _side_by_side(columns):
            found.append(
                Block(
                    titles=titles,
                    heading_rows=tuple(range(top, bottom + 1)),
                    columns=group,
                    rows=range(bottom + 1, end),
                    repeated=frozenset(repeated),
                )
            )
    return found


def _texts(row: list[Value]) -> list[str]:
    return [c for c in row if isinstance(c, str)]


def _is_head(row: list[Value], inside: bool) -> bool:
    """Whether most cells of a row are headings of some ledger. `inside` a table more is wanted: 村 and 重点 are values too."""
    cells = [c for c in row if c is not None]
    texts = [c for c in cells if isinstance(c, str)]
    if len(texts) < 2 or len(texts) < len(cells) or len(set(texts)) < 2 or any(_NUMBER.fullmatch(t) for t in texts):
        return False
    hits = sum(1 for t in texts if len(t) <= 40 and (known(t) or ROUND_HEADING.fullmatch(normal(t))))
    return hits >= (3 if inside else 2) and hits / len(texts) >= (0.7 if inside else 0.4)


def _heads(sheet: Sheet) -> list[tuple[int, int]]:
    """First and last row of each heading."""
    heads, row = [], 0
    merged_down = {(t, left): b for t, left, b, _ in sheet.merges if b > t}
    while row < len(sheet.rows):
        above = sum(c is not None for c in sheet.rows[row - 1]) if row else 0
        again = any(sheet.rows[row] == sheet.rows[top] for top, _ in heads)
        if not again and not _is_head(sheet.rows[row], inside=bool(heads) and above > 1):
            row += 1
            continue
        top = bottom = row
        # 被巡察单位 over 乡镇 | 村: a parent row above joined to this one by merged neighbours
        while top > 0 and any(b >= row and t == top - 1 for (t, _), b in merged_down.items()):
            top -= 1
        bottom = max([bottom, *(b for (t, _), b in merged_down.items() if t in range(top, bottom + 1) and b - t <= 2)])
        while (
            bottom - top < 2
            and bottom + 1 < len(sheet.rows)
            and _is_below(sheet.rows[top : bottom + 1], sheet.rows[bottom + 1])
        ):
            bottom += 1
        heads.append((top, bottom))
        row = bottom + 1
    return heads


def _is_below(heads: list[list[Value]], row: list[Value]) -> bool:
    """Whether a row is a further heading row without merges: short texts, one at least under a blank heading."""
    filled = [i for i, c in enumerate(row) if c is not None]
    if not filled or any(not isinstance(row[i], str) or len(row[i]) > 14 for i in filled):
        return False
    head = heads[-1]

    def above(i: int) -> Value:
        return head[i] if i < len(head) else None

    blank = [i for i in filled if above(i) is None]
    if all(counts_what(row[i]) for i in filled):
        return True
    if not blank or any(i < len(h) and h[i] is not None for i in blank for h in heads):
        return False  # under a heading of more rows above a blank one there is data
    parents = [i for i in filled if above(i) is not None]
    return all(i + 1 < len(head) and head[i + 1] is None for i in parents) and len(filled) < sum(
        c is not None for c in head
    ) + len(blank)


def _columns(sheet: Sheet, top: int, bottom: int) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Each column's heading path, merged parents spread over their children."""
    width = max(len(sheet.rows[r]) for r in range(top, bottom + 1))
    grid = [[(row[c] if c < len(row) else None) for c in range(width)] for row in sheet.rows[top : bottom + 1]]
    spread = set()
    for t, left, b, right in sheet.merges:
        if top <= t <= bottom and right < width:
            spread.update((r - top, c) for r in range(t, min(b, bottom) + 1) for c in range(left, right + 1))
            value = grid[t - top][left]
            if right > left:
                for c in range(left, right + 1):
                    grid[t - top][c] = value
    if not spread:
        for level in range(len(grid) - 1):
            for c in range(1, width):
                below = any(grid[deeper][c] is not None for deeper in range(level + 1, len(grid)))
                if grid[level][c] is None and below and grid[level][c - 1] is not None:
                    grid[level][c] = grid[level][c - 1]
    paths = []
    for c in range(width):
        texts = [str(grid[r][c]) for r in range(len(grid)) if grid[r][c] is not None]
        path = tuple(t for i, t in enumerate(texts) if i == 0 or normal(t) != normal(texts[i - 1]))
        paths.append((c, path))
    while paths and not paths[-1][1]:
        paths.pop()
    return tuple(paths)


def _above(sheet: Sheet, top: int, floor: int) -> int:
    """The first row of the titles right above a heading: rows of at most two texts that follow a blank row."""
    row = top
    while row - 1 > floor:
        cells = [c for c in sheet.rows[row - 1] if c is not None]
        if len(cells) > 2 or any(not isinstance(c, str) for c in cells):
            break
        row -= 1
    return row


def _side_by_side(columns: tuple[tuple[int, tuple[str, ...]], ...]) -> list[tuple[tuple[int, tuple[str, ...]], ...]]:
    """The same table repeated to the right, as several; else the one."""
    paths = [p for _, p in columns]
    filled = [i for i, p in enumerate(paths) if p]
    if len(filled) < 4:
        return [columns]
    first = paths[filled[0]]
    starts = [i for i in filled if paths[i] == first]
    if len(starts) < 2:
        return [columns]
    groups = [columns[a:b] for a, b in zip(starts, [*starts[1:], len(columns)], strict=True)]
    shapes = [tuple(p for _, p in g if p) for g in groups]
    return list(groups) if len(shapes[0]) >= 2 and all(s == shapes[0] for s in shapes) else [columns]

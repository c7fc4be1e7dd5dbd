"""How wide the columns of a table on a slide are, and on how many lines its rows stand then."""

from collections.abc import Sequence

from analytics.charts.bars import width

BESIDE, LEAST = 4.0, 4.0
"""Half-width characters that the space beside a column takes, and the least that a column has."""


def widths(head: Sequence[object], rows: Sequence[Sequence[str]], room: float, beside: float = BESIDE) -> list[float]:
    """Returns the width of each column in half-width characters, together at most `room`.

    Where the texts need more, short columns keep what they need and the long ones share the rest; headings may break once.
    """
    needs = [
        max(LEAST, -(-width(title) // 2) + 1 if width(title) > 8 else width(title), *(width(row[place]) for row in rows)) + beside
        for place, title in enumerate(head)
    ]
    if sum(needs) <= room:
        return [max(need, width(title) + beside) if sum(needs) + width(title) < room else need for need, title in zip(needs, head, strict=True)]
    level, left, open_ = 0.0, room, sorted(needs)
    for place, need in enumerate(open_):
        level = left / (len(open_) - place)
        if need > level:
            break
        left -= need
    return [min(need, level) for need in needs]


def lines(rows: Sequence[Sequence[str]], columns: Sequence[float]) -> list[int]:
    """Returns on how many lines each row stands."""
    return [max(1, *(-(-width(text) // max(int(wide - BESIDE), 2)) for text, wide in zip(row, columns, strict=True))) for row in rows]

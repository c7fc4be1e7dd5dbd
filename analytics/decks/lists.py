"""A table on a slide: the columns and rows that fit, and what was left out."""

import pandas as pd

from analytics.absence import numeric
from analytics.charts.bars import width
from analytics.decks.titles import ALIAS
from analytics.formats import shown
from analytics.masking import TOKEN

ROWS = 7
SIZE, GAP, ROOM = 44, 48, 1728


def listing(table: pd.DataFrame, rows: int = ROWS) -> dict[str, object]:
    """Returns headings, rows of texts, which columns are numbers, and a line on the rest; `rows` at most.

    Columns are taken from the left while they fit; the others stand in the annex. A column without any value is no news.
    """
    table = table[[heading for heading in table.columns if table[heading].notna().any()]]
    texts = [[shown(value) for value in row] for row in table.head(rows).itertuples(index=False, name=None)]
    room, kept = ROOM, 0
    for place, heading in enumerate(table.columns):
        needed = max(width(heading), *(width(TOKEN.sub(ALIAS, row[place])) for row in texts)) * SIZE / 2 + GAP if texts else 0
        if kept and needed > room:
            break
        room, kept = room - needed, kept + 1
    left = len(table) - len(texts)
    return {
        "head": [str(heading) for heading in table.columns[:kept]],
        "rows": [row[:kept] for row in texts],
        "numbers": [numeric(table[heading]) for heading in table.columns[:kept]],
        "left": f"共 {len(table)} 项，显示前 {len(texts)} 项" if left > 0 else "",
    }

"""The whole tables behind a deck, page by page, where a slide had room for some rows or columns only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from analytics.export.deck.columns import lines, widths
from analytics.export.deck.drawn import drawn
from analytics.export.deck.printout import Printout
from analytics.formats import shown
from analytics.panels import PANELS

ROWS, PAGES = 14, 8
"""Lines on a page, pages for one table; the rest is in the workbook of the page that has the panel."""
ROOM = 134
"""Half-width characters on a line of small letters."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page of the annex."""

    panel: str
    title: str
    table: pd.DataFrame
    count: str = ""
    left: str = ""


def annex(deck: Printout) -> Iterator[Page]:
    """Yields the pages in the order of the slides."""
    for name in cut(deck):
        table = fitting(deck.tables[name])
        pages = list(paged(table))
        left = len(table) - sum(map(len, pages[:PAGES]))
        pages = pages[:PAGES]
        for number, part in enumerate(pages, start=1):
            yield Page(
                panel=name,
                title=f"附表　{PANELS[name].title}",
                table=part,
                count=f"第 {number} 页，共 {len(pages)} 页" if len(pages) > 1 else "",
                left=f"另有 {left} 行，见本图表所在页面导出的工作簿" if left > 0 and number == len(pages) else "",
            )


def paged(table: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Yields as many rows at a time as stand on a page, about as many on each."""
    needed = needed_lines(table)
    pages = max(-(-sum(needed) // ROWS), 1)
    room = max(-(-sum(needed) // pages), max(needed, default=1))
    start = filled = 0
    for place, one in enumerate(needed):
        if filled + one > room and place > start:
            yield table.iloc[start:place]
            start, filled = place, 0
        filled += one
    yield table.iloc[start:]


def beginning(table: pd.DataFrame) -> pd.DataFrame:
    """Returns the rows of a table that stand on a slide for a chart that cannot be native."""
    return next(paged(fitting(table)))


def needed_lines(table: pd.DataFrame) -> list[int]:
    """Returns on how many lines each row stands."""
    rows = [[shown(value) for value in row] for row in table.itertuples(index=False, name=None)]
    return lines(rows, widths(list(table.columns), rows, ROOM))


def cut(deck: Printout) -> list[str]:
    """Returns the panels of which a slide shows only some rows or columns."""
    return [
        name
        for told, name in ((told, str(told["id"])) for told in deck.made.slides)
        if (told["kind"] == "chart" and rows_left(told["charts"]["light"], deck.tables[name]))
        or (told["kind"] == "list" and (len(told["list"]["rows"]), len(told["list"]["head"])) != fitting(deck.tables[name]).shape)
    ]


def rows_left(figure: Mapping, table: pd.DataFrame) -> bool:
    """Whether a slide shows less of a table than there is."""
    if paced(figure):
        return False
    found = drawn(figure)
    if found is None:
        return len(table) > len(beginning(table))
    across = len(found.series) < len(table.columns) - 1 if found.form == "heat" else False
    return across or len(found.names) < len(table)


def paced(figure: Mapping) -> list:
    """Returns the days of the course where a figure is one of pace."""
    steps = [trace for trace in figure["data"] if trace.get("line", {}).get("shape") == "hv"]
    return [pd.Timestamp(day).date() for day in steps[0]["x"]] if steps else []


def fitting(table: pd.DataFrame) -> pd.DataFrame:
    """Returns a table without columns that have no value at all."""
    return table[[heading for heading in table.columns if table[heading].notna().any()]]

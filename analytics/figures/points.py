"""Which cell of a panel's table a mark of its chart shows: by the names of its row and part, and by its number."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import unescape

import pandas as pd

from analytics.charts.layout import Figure
from analytics.figures.cells import heading, numbers
from analytics.panels.panel import Built

# Trace and place in it, as the browser tells which mark was chosen.
Mark = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Point:
    """A mark of a chart that carries a number: the name of its row, that of its part (a column or segment; may be empty), its value."""

    row: str
    part: str
    value: float

    @property
    def name(self) -> str:
        """Both names as people read them."""
        return " · ".join(text for text in (self.row, self.part) if text)


def points(figure: Figure) -> dict[Mark, Point]:
    """Returns the marks of a chart that carry a number; bars of time and marks of days carry none."""
    found: dict[Mark, Point] = {}
    for curve, trace in enumerate(figure["data"]):
        match trace["type"]:
            case "heatmap":
                found |= cells(trace, figure["layout"], curve)
            case "bar" if "base" not in trace:
                found |= bars(trace, figure["layout"], curve)
            case "scatter" if trace["mode"] == "markers" and "customdata" in trace and "text" in trace:
                found |= {(curve, place): Point(row=unescape(name), part="", value=float(value)) for place, (name, value) in enumerate(zip(trace["text"], trace["y"], strict=True))}
            case "scatter" if "y" in str(trace.get("hovertemplate", "")) and "customdata" in trace:
                months, values = trace["customdata"], trace["y"]
                found |= {(curve, place): Point(row=unescape(month), part="", value=float(value)) for place, (month, value) in enumerate(zip(months, values, strict=True))}
    return found


def cells(trace: Mapping, layout: Mapping, curve: int) -> dict[Mark, Point]:
    """Returns the cells of a heat map that hold a number, counted row by row."""
    down, across = names(layout["yaxis"]), names(layout["xaxis"])
    return {
        (curve, one * len(across) + other): Point(row=down[one], part=across[other], value=float(value))
        for one, line in enumerate(trace["z"]) for other, value in enumerate(line) if value is not None
    }  # fmt: skip


def bars(trace: Mapping, layout: Mapping, curve: int) -> dict[Mark, Point]:
    """Returns the bars of a row or of a segment. A segment of shares tells its count beside its name."""
    lying = trace.get("orientation") == "h"
    axis = layout["yaxis" if lying else "xaxis"]
    # Rows that stand apart leave a gap before them.
    rows = dict(zip(axis["tickvals"], names(axis), strict=True))
    found: dict[Mark, Point] = {}
    for place, (row, length) in enumerate(zip(trace["y" if lying else "x"], trace["x" if lying else "y"], strict=True)):
        told = trace["customdata"][place]
        # 「—」 beside a bar of no length: nothing is known there.
        if told != "—":
            value = float(told[1]) if isinstance(told, list | tuple) else abs(float(length))
            found[curve, place] = Point(row=rows[row], part=unescape(trace.get("name") or ""), value=value)
    return found


def names(axis: Mapping) -> list[str]:
    """Returns the names along an axis."""
    return [unescape(str(text)).replace("<br>", "").strip() for text in axis["ticktext"]]


def shown_in(made: Built) -> dict[Mark, tuple[int, int] | None]:
    """Returns each mark's cell in the panel's table (row and column from 0); None where the table has no such cell."""
    found: dict[Mark, tuple[int, int] | None] = {}
    marks = points(made.figure) if made.figure else {}
    rows = placed(made.table)
    for curve in dict.fromkeys(curve for curve, _ in marks):
        mine = {mark: point for mark, point in marks.items() if mark[0] == curve}
        columns = candidates(made.table, {mark: rows.get(plain(point.row)) for mark, point in mine.items()}, mine)
        for mark, point in mine.items():
            row = rows.get(plain(point.row))
            column = next((place for place in numbers(made.table) if heading(made.table, place)[0] == point.part), columns)
            told = None if row is None or column is None else made.table.iat[row, column]
            found[mark] = (row, column) if told is not None and near(told, point.value) else None
    return found


def placed(table: pd.DataFrame) -> dict[str, int]:
    """Returns where a row stands by its name: its first column, or its first two where one alone does not tell rows apart."""
    rows: dict[str, int] = {}
    for row in range(len(table) - 1, -1, -1):
        texts = [str(value) for value in table.iloc[row, :2]]
        rows |= {plain("".join(texts)): row, plain(texts[0]): row}
    return rows


def plain(name: str) -> str:
    """Returns a name without what only parts its words."""
    return name.replace("·", "").replace("　", "").replace(" ", "")


def candidates(table: pd.DataFrame, rows: Mapping[Mark, int | None], marks: Mapping[Mark, Point]) -> int | None:
    """Returns the column whose numbers are those of all the marks; of several, the one that is called most like their part."""
    agree = []
    for column in numbers(table):
        pairs = [(table.iat[row, column], marks[mark].value) for mark, row in rows.items() if row is not None]
        known = [(one, value) for one, value in pairs if pd.notna(one)]
        if known and all(near(one, value) for one, value in known) and all(value == 0 for one, value in pairs if pd.isna(one)):
            like = SequenceMatcher(None, heading(table, column)[0], next(iter(marks.values())).part).ratio()
            agree.append((like, -column, column))
    return max(agree)[2] if agree else None


def near(one: object, value: float) -> bool:
    """Whether a mark's number is a cell's: a segment's count is told with six digits, a table may hold two decimals."""
    return pd.notna(one) and (abs(float(one) - value) <= max(1e-9, abs(value) * 1e-5) or float(one) == round(value, 2))

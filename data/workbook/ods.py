"""OpenDocument spreadsheets, read from their XML: repeated cells could stand for billions, so each is weighed."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from .grid import Grid
from .limits import Limits
from .markup import Attributes, walk
from .model import Sheet, Unreadable, Value
from .refusals import damaged, encrypted
from .values import number, span, text

_ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:\d{3}")
_DURATION = re.compile(r"(-?)PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?")


def sheets(parts: dict[str, bytes], limits: Limits) -> list[Sheet]:
    """Return the sheets of an inflated package, in order; raises `Unreadable` for passwords and oversized sheets."""
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise encrypted()
    if "content.xml" not in parts:
        raise damaged()
    reader = _Reader(limits)
    walk(parts["content.xml"], start=reader.start, end=reader.end, characters=reader.characters)
    return [grid.sheet() for grid in reader.grids]


class _Reader:
    """Follows the elements of content.xml; empty repeated cells only move the position on."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.grids: list[Grid] = []
        self.hidden_styles: set[str] = set()
        self.style = ""
        self.row = self.column = self.rows = 0
        self.left_column = 0
        self.cell: Attributes | None = None
        self.row_cells: list[tuple[int, int, Value, str | None, bool]] = []
        self.lines: list[list[str]] = []
        self.aside = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "style":
            self.style = attributes.get("name", "")
        elif name == "table-properties" and attributes.get("display") == "false":
            self.hidden_styles.add(self.style)
        elif name == "annotation":
            self.aside += 1
        elif name == "table":
            self._table(attributes)
        elif not self.grids or self.aside:
            return
        elif name == "table-column":
            count = _count(attributes.get("number-columns-repeated"))
            if attributes.get("visibility", "visible") != "visible":
                bound = min(self.left_column + count, self.limits.columns)
                self.grids[-1].hidden_columns.update(range(self.left_column, bound))
            self.left_column += count
        elif name == "table-row":
            self.rows, self.column, self.row_cells = _count(attributes.get("number-rows-repeated")), 0, []
            if attributes.get("visibility", "visible") != "visible":
                self.grids[-1].hidden_rows.update(range(self.row, min(self.row + self.rows, 2**20)))
        elif name in ("table-cell", "covered-table-cell"):
            self.cell, self.lines = attributes, []
        elif name == "p":
            self.lines.append([])
        elif self.lines and name in ("s", "tab", "line-break"):
            mark = {"tab": "\t", "line-break": "\n"}.get(name) or " " * min(_count(attributes.get("c")), 1000)
            self.lines[-1].append(mark)

    def characters(self, data: str) -> None:
        if self.lines and not self.aside:
            self.lines[-1].append(data)

    def end(self, name: str) -> None:
        if name == "annotation":
            self.aside -= 1
        elif name in ("table-cell", "covered-table-cell") and self.cell is not None and not self.aside:
            self._cell(self.cell)
            self.cell, self.lines = None, []
        elif name == "table-row" and self.grids:
            self._row()

    def _table(self, attributes: Attributes) -> None:
        if len(self.grids) >= self.limits.sheets:
            raise Unreadable("too_many_sheets", f"工作簿里的工作表超过 {self.limits.sheets} 个，请拆分后再传。")
        self.grids.append(
            Grid(
                name=text(attributes.get("name", "")) or "表格",
                limits=self.limits,
                visible=attributes.get("style-name", "") not in self.hidden_styles,
            )
        )
        self.row = self.left_column = 0

    def _cell(self, attributes: Attributes) -> None:
        count = _count(attributes.get("number-columns-repeated"))
        value, error = _value(attributes, "\n".join("".join(line) for line in self.lines))
        bare = "formula" in attributes and value is None and not error and "value-type" not in attributes
        if value is not None or error or bare:
            self.row_cells.append((self.column, count, value, error, bare))
        across, down = (_count(attributes.get(f"number-{way}-spanned")) for way in ("columns", "rows"))
        if across * down > 1:
            self.grids[-1].merges.append((self.row, self.column, self.row + down - 1, self.column + across - 1))
        self.column += count

    def _row(self) -> None:
        """Put the cells of a row, as often as it is repeated; the far corner first, which weighs the whole area."""
        grid = self.grids[-1]
        if self.row_cells:
            column, count, *_ = self.row_cells[-1]
            grid.weigh(self.row + self.rows - 1, column + count - 1)
            for row in range(self.row, self.row + self.rows):
                for first, number_of, value, error, bare in self.row_cells:
                    for column in range(first, first + number_of):
                        grid.put(row, column, value, error)
                        if bare:
                            grid.uncached.add((row, column))
        self.row += self.rows
        self.row_cells = []


def _value(attributes: Attributes, shown: str) -> tuple[Value, str | None]:
    kind = attributes.get("value-type", "")
    if kind == "error":
        return None, shown.strip()[:20] or "#N/A"
    # Writers other than LibreOffice give errors as strings, and only what is shown tells them.
    if "formula" in attributes and _ERROR.fullmatch(shown.strip()):
        return None, shown.strip()
    try:
        if kind in ("float", "currency", "percentage"):
            value = number(float(attributes["value"]))
            return value, None if value is not None else "#NUM!"
        if kind == "date":
            moment = datetime.fromisoformat(attributes["date-value"])
            return (moment if "T" in attributes["date-value"] else moment.date()), None
        if kind == "time":
            return span(_duration(attributes["time-value"])), None
    except (KeyError, ValueError):
        return text(shown), None
    if kind == "boolean":
        return "TRUE" if attributes.get("boolean-value") == "true" else "FALSE", None
    return text(attributes.get("string-value", shown)), None


def _duration(raw: str) -> timedelta:
    found = _DURATION.fullmatch(raw)
    if not found:
        raise ValueError("no duration")
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    return timedelta(hours=hours, minutes=minutes, seconds=seconds) * (-1 if found[1] else 1)


def _count(raw: str | None) -> int:
    return max(int(raw), 1) if raw and len(raw) < 9 and raw.isascii() and raw.isdigit() else 1

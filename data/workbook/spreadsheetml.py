"""XML Spreadsheet 2003, which some systems write under the name .xls."""

from __future__ import annotations

from datetime import datetime

from .grid import Grid
from .limits import Limits
from .markup import Attributes, walk
from .model import Sheet, Unreadable, Value
from .refusals import too_wide
from .values import number, text


def sheets(markup: str, limits: Limits) -> list[Sheet]:
    """Return the worksheets of decoded `markup`, in order; raises `Unreadable` for broken or oversized ones."""
    reader = _Reader(limits)
    walk(markup.strip(), start=reader.start, end=reader.end, characters=reader.pieces.append)
    if len(reader.grids) > limits.sheets:
        raise Unreadable("too_many_sheets", f"工作簿里的工作表超过 {limits.sheets} 个，请拆分后再传。")
    return [grid.sheet() for grid in reader.grids]


class _Reader:
    """Follows the elements of a workbook; rows and cells without an index follow the one before."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.grids: list[Grid] = []
        self.pieces: list[str] = []
        self.row = self.column = -1
        self.across = self.down = 0
        self.defined_column = 0
        self.kind = "String"
        self.formula = self.filled = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "Worksheet":
            self.grids.append(Grid(name=text(attributes.get("Name", "")) or "表格", limits=self.limits))
            self.row, self.down, self.defined_column = -1, 0, 0
        elif not self.grids:
            return
        elif name == "Column":
            first = _index(attributes.get("Index"), self.defined_column)
            self.defined_column = first + _count(attributes.get("Span")) + 1
            if attributes.get("Hidden") == "1":
                self.grids[-1].hidden_columns.update(range(first, min(self.defined_column, self.limits.columns)))
        elif name == "Row":
            self.row, self.column, self.across = _index(attributes.get("Index"), self.row + 1 + self.down), -1, 0
            self.down = _count(attributes.get("Span"))
            if attributes.get("Hidden") == "1":
                self.grids[-1].hidden_rows.add(self.row)
        elif name == "Cell":
            self._cell(attributes)
        elif name in ("Data", "Comment", "Visible"):
            self.pieces.clear()
            self.kind = attributes.get("Type", "String")

    def _cell(self, attributes: Attributes) -> None:
        self.column = _index(attributes.get("Index"), self.column + 1 + self.across)
        self.across, down = _count(attributes.get("MergeAcross")), _count(attributes.get("MergeDown"))
        self.formula, self.filled = "Formula" in attributes, False
        if self.row >= 2**20 or self.column + self.across >= self.limits.columns:
            raise too_wide(self.grids[-1].name, "工作表边界")
        if self.across or down:
            self.grids[-1].merges.append((self.row, self.column, self.row + down, self.column + self.across))

    def end(self, name: str) -> None:
        if not self.grids:
            return
        grid = self.grids[-1]
        if name == "Data":
            self.filled = True
            value, error = _value(self.kind, "".join(self.pieces))
            if value is not None or error:
                grid.put(self.row, self.column, value, error)
        elif name == "Cell" and self.formula and not self.filled:
            grid.put(self.row, self.column, None)
            grid.uncached.add((self.row, self.column))
        elif name == "Visible":
            grid.visible = "".join(self.pieces).strip() == "SheetVisible"


def _value(kind: str, raw: str) -> tuple[Value, str | None]:
    """Return the value and the error of a cell; a number or date that is none stays the text it is."""
    if kind == "Error":
        return None, raw.strip()[:20] or "#N/A"
    try:
        if kind == "Number":
            value = number(float(raw))
            return value, None if value is not None else "#NUM!"
        if kind == "DateTime":
            moment = datetime.fromisoformat(raw.strip())
            return (moment.date() if not (moment.hour or moment.minute or moment.second) else moment), None
    except ValueError:
        return text(raw), None
    if kind == "Boolean":
        return "TRUE" if raw.strip() == "1" else "FALSE", None
    return text(raw), None


def _index(raw: str | None, otherwise: int) -> int:
    return max(int(raw) - 1, 0) if raw and raw.isascii() and raw.isdigit() else otherwise


def _count(raw: str | None) -> int:
    return int(raw) if raw and raw.isascii() and raw.isdigit() else 0

"""HTML tables that old systems call .xls, laid out as Excel shows them: one below the other on one sheet."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from .grid import Grid
from .limits import Limits
from .model import Sheet
from .values import text

_SILENT = {"script", "style", "title", "template", "noscript", "xml"}
_BREAKS = {"br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"}
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def sheet(name: str, markup: str, limits: Limits) -> Sheet:
    """Return the tables and the text between them as a sheet of texts; colspan and rowspan become merges."""
    page = _Page(name, limits)
    page.feed(markup)
    page.close()
    page.end_text_row()
    grid = page.grid
    last = page.height - 1
    # A span may reach below the last row; there is nothing to merge with down there.
    grid.merges = [(top, left, min(bottom, last), right) for top, left, bottom, right in page.merges]
    return grid.sheet()


class _Page(HTMLParser):
    """Collects cells by address while the markup goes by; nested tables are text of the cell around them."""

    def __init__(self, name: str, limits: Limits) -> None:
        super().__init__(convert_charrefs=True)
        self.grid = Grid(name=name, limits=limits)
        self.merges: list[tuple[int, int, int, int]] = []
        self.height = 0
        self.busy: dict[int, int] = {}  # column → the last row that a cell above still covers
        self.depth = 0
        self.silent: list[str] = []
        self.row = -1
        self.column = 0
        self.cell: tuple[int, int] | None = None
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag in _SILENT:
            self.silent.append(tag)
        elif tag == "table":
            self.depth += 1
            if self.depth == 1:
                self.end_text_row()
                self.row, self.busy = self.height - 1, {}
        elif self.depth == 1 and tag == "tr":
            self.end_cell()
            self._start_row(attributes)
        elif self.depth == 1 and tag in ("td", "th"):
            self.end_cell()
            self._start_cell(attributes)
        elif tag in _BREAKS:
            self.handle_break()
        elif self.depth > 1 and tag in ("td", "th", "tr"):
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            if tag == self.silent[-1]:
                self.silent.pop()
        elif tag == "table" and self.depth:
            self.depth -= 1
            if self.depth == 0:
                self.end_cell()
        elif self.depth == 1 and tag in ("td", "th", "tr"):
            self.end_cell()
        elif tag in _BREAKS:
            self.handle_break()

    def handle_data(self, data: str) -> None:
        if not self.silent and (self.cell or not self.depth):
            self.pieces.append(re.sub(r"[ \t\r\n\f]+", " ", data))

    def handle_break(self) -> None:
        if self.cell:
            self.pieces.append("\n")
        elif not self.depth:
            self.end_text_row()

    def end_text_row(self) -> None:
        """Give text outside all tables, such as a heading, a row of its own."""
        if self.depth <= 1 and not self.cell:
            value = self._text()
            if value:
                self.grid.put(self.height, 0, value)
                self.height += 1

    def end_cell(self) -> None:
        if self.cell:
            self.grid.put(*self.cell, self._text())
            self.cell = None
        self.pieces.clear()

    def _text(self) -> str | None:
        lines = [line.strip(" \xa0") for line in "".join(self.pieces).split("\n")]
        self.pieces.clear()
        return text("\n".join(lines).strip("\n"))

    def _start_row(self, attributes: dict[str, str | None]) -> None:
        self.row += 1
        self.column = 0
        self.height = max(self.height, self.row + 1)
        if _HIDDEN.search(attributes.get("style") or "") or "hidden" in attributes:
            self.grid.hidden_rows.add(self.row)

    def _start_cell(self, attributes: dict[str, str | None]) -> None:
        if self.row < 0 or self.height <= self.row:
            self._start_row({})
        while self.busy.get(self.column, -1) >= self.row:
            self.column += 1
        bottom = self.row + _span(attributes.get("rowspan"), 65534) - 1
        right = self.column + _span(attributes.get("colspan"), 1000) - 1
        self.grid.weigh(self.row, right)
        self.busy.update(dict.fromkeys(range(self.column, right + 1), bottom))
        if (bottom, right) != (self.row, self.column):
            self.merges.append((self.row, self.column, bottom, right))
        self.cell = self.row, self.column
        self.column = right + 1


def _span(raw: str | None, most: int) -> int:
    digits = (raw or "").strip()[:9]
    return max(1, min(int(digits), most)) if digits.isascii() and digits.isdigit() else 1

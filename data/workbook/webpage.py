"""HTML tables that old systems call .xls, laid out as Excel shows them: one below the other on one sheet."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from .limits import Limits
from .model import Sheet, address
from .refusals import too_wide
from .values import text, widen

_SILENT = {"script", "style", "head", "title", "template", "noscript", "xml"}
_BREAKS = {"br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"}
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def sheet(name: str, markup: str, limits: Limits) -> Sheet:
    """Return the tables and the text between them as a sheet of texts; colspan and rowspan become merges."""
    page = _Page(name, limits)
    page.feed(markup)
    page.close()
    page.end_text_row()
    rows: list[list] = [[] for _ in range(page.height)]
    width = max((column for _, column in page.cells), default=-1) + 1
    for row in rows:
        row.extend([None] * width)
    for (row, column), value in page.cells.items():
        rows[row][column] = value
    widen(rows, ())
    merges = tuple(merge for merge in page.merges if merge[2] < page.height)
    return Sheet(
        name=name, visible=True, rows=rows, merges=merges, hidden_rows=frozenset(page.hidden_rows), errors={}
    )


class _Page(HTMLParser):
    """Collects cells by address while the markup goes by; nested tables are text of the cell around them."""

    def __init__(self, name: str, limits: Limits) -> None:
        super().__init__(convert_charrefs=True)
        self.name, self.limits = name, limits
        self.cells: dict[tuple[int, int], str | None] = {}
        self.merges: list[tuple[int, int, int, int]] = []
        self.hidden_rows: set[int] = set()
        self.height = 0
        self.taken: set[tuple[int, int]] = set()
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
                self.row = self.height - 1
        elif self.depth == 1 and tag == "tr":
            self.end_cell()
            self._start_row(attributes)
        elif self.depth == 1 and tag in ("td", "th"):
            self.end_cell()
            self._start_cell(attributes)
        elif tag in _BREAKS:
            self.handle_break()

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
                self.cells[self.height, 0] = value
                self.height += 1

    def end_cell(self) -> None:
        if self.cell:
            self.cells[self.cell] = self._text()
            self.cell = None
        self.pieces.clear()

    def _text(self) -> str | None:
        lines = [line.strip(" ") for line in "".join(self.pieces).split("\n")]
        self.pieces.clear()
        return text("\n".join(lines).strip("\n"))

    def _start_row(self, attributes: dict[str, str | None]) -> None:
        self.row += 1
        self.column = 0
        self.height = max(self.height, self.row + 1)
        if _HIDDEN.search(attributes.get("style") or "") or "hidden" in attributes:
            self.hidden_rows.add(self.row)

    def _start_cell(self, attributes: dict[str, str | None]) -> None:
        if self.row < 0 or self.height <= self.row:
            self._start_row({})
        while (self.row, self.column) in self.taken:
            self.column += 1
        bottom = self.row + _span(attributes.get("rowspan")) - 1
        right = self.column + _span(attributes.get("colspan")) - 1
        area = (bottom - self.row + 1) * (right - self.column + 1)
        if len(self.taken) + area > self.limits.cells or (right + 1) * (self.row + 1) > self.limits.cells:
            raise too_wide(self.name, address(bottom, right))
        self.taken.update((r, c) for r in range(self.row, bottom + 1) for c in range(self.column, right + 1))
        if area > 1:
            self.merges.append((self.row, self.column, bottom, right))
        self.cell = self.row, self.column
        self.column = right + 1


def _span(raw: str | None) -> int:
    return min(int(raw), 65536) if raw and raw.strip().isascii() and raw.strip().isdigit() and int(raw) else 1

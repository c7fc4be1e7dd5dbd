"""What is wrong with a cell, said so that the person who typed it can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass

ERROR, WARNING, NOTE = "error", "warning", "info"
SEVERITIES = {ERROR: "错误", WARNING: "提醒", NOTE: "说明"}


@dataclass(frozen=True, kw_only=True)
class Differs:
    """A number in a sheet that its own sheet contradicts: the field, what is printed, what the rest of the sheet comes to.

    `row` is what a row of totals is called (合计), `first` and `last` the rows it sums as a spreadsheet numbers them; a row of
    data has none of these.
    """

    field: str
    printed: float
    computed: float
    row: str = ""
    first: int = 0
    last: int = 0


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One problem at one cell. `code` is stable, the wording may change; `raw` is what stands there (never personal data)."""

    sheet: str
    cell: str
    code: str
    message: str
    severity: str = ERROR
    raw: str = ""
    candidates: tuple[str, ...] = ()
    differs: Differs | None = None

    @property
    def row(self) -> int:
        """The row number as a spreadsheet shows it."""
        return int("".join(c for c in self.cell if c.isdigit()) or 0)


@dataclass(frozen=True, kw_only=True)
class Group:
    """Equal problems of one sheet, said once with all their cells."""

    problem: Problem
    cells: tuple[str, ...]

    def sentence(self) -> str:
        """问题清单!D4、D9 「2020.7」缺少“日”。…"""
        shown = "、".join(self.cells[:12]) + (f" 等 {len(self.cells)} 格" if len(self.cells) > 12 else "")
        raw = f"「{self.problem.raw}」" if self.problem.raw else ""
        return f"{self.problem.sheet}!{shown} {raw}{self.problem.message}"


def grouped(problems: Iterable[Problem]) -> list[Group]:
    """The problems with equal sheet, code, text and message put together, errors first, in order of first cell."""
    cells: dict[tuple, list[str]] = {}
    first: dict[tuple, Problem] = {}
    for one in problems:
        key = (one.sheet, one.severity, one.code, one.raw, one.message)
        cells.setdefault(key, []).append(one.cell)
        first.setdefault(key, one)
    order = {ERROR: 0, WARNING: 1, NOTE: 2}
    groups = [Group(problem=first[key], cells=tuple(found)) for key, found in cells.items()]
    return sorted(groups, key=lambda g: order[g.problem.severity])

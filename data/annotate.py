"""The workbook as sent, with the cells marked that need attention: what the office mends and sends again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from data.workbook import Limits, Unreadable, guard

# Writing costs several times what reading does; an office waits for it knowingly.
LIMITS = Limits(seconds=60.0, written=512 * 2**20)
LIST_SHEET = "待更正清单"
HEADINGS = ("工作表", "单元格", "原内容", "级别", "需要更正的内容")


class Marked(Protocol):
    """What is needed of a problem: where it is, how bad, and what to say."""

    @property
    def sheet(self) -> str: ...
    @property
    def cell(self) -> str: ...
    @property
    def severity(self) -> str: ...
    @property
    def message(self) -> str: ...


def annotate(name: str, content: bytes, problems: Iterable[Marked], *, limits: Limits = LIMITS) -> bytes:
    """Return an .xlsx: the same workbook with the cells of `problems` coloured and commented, and a last sheet listing them.

    A file of another kind, or one that cannot be written back as it is, becomes a plain workbook of its values with
    the same marks. Raises `Unreadable` only where the file cannot be read either, or takes too long.
    """
    said = [(one.sheet, one.cell, one.severity, one.message) for one in problems]
    try:
        return bytes(guard.run("data.marking", (name, content, said, True, limits), limits))
    except Unreadable as refusal:
        if refusal.code == "too_long":
            raise
    return bytes(guard.run("data.marking", (name, content, said, False, limits), limits))


def is_list(name: str, first_row: Sequence[object]) -> bool:
    """Tell whether a sheet is the list of an earlier round: a marked workbook sent again is read without it."""
    return name.startswith(LIST_SHEET) and tuple(first_row[: len(HEADINGS)]) == HEADINGS

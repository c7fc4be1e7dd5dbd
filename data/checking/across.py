"""Rounds written across as columns (第一轮 第二轮 …, a tick, a date or a team in the cell)."""

import dataclasses
from datetime import date

from data.checking.draft import Draft
from data.columns import MATRIX
from data.headers import Column
from data.kinds import Flag, Period, Round, Team
from data.kinds.kind import plain
from data.kinds.ordinals import TEAM_NAME
from data.problems import ERROR, Problem
from data.workbook.model import Value, address

_TICK = Flag(
    yes_words=("已巡", "已巡察", "已完成", "完成", "已反馈"), no_words=("未巡", "未巡察", "计划", "拟巡", "未完成")
)


def read_across(draft: Draft) -> None:
    """The register keeps the ticked rounds as one list; in other ledgers each tick becomes a row of its own."""
    across = [c for c in draft.columns if c.fate == "matrix"]
    if not across:
        return
    ticked = [[c for c in across if _ticked(draft, r, c)] for r in draft.data]
    if MATRIX in draft.ledger.by_name:
        lists = draft.values.values.setdefault(MATRIX, [None] * len(draft.data))
        for i, columns in enumerate(ticked):
            if columns:
                lists[i] = "、".join([*([lists[i]] if lists[i] else []), *(plain(c.path[-1]) for c in columns)])
    else:
        _one_row_each(draft, ticked)


def _ticked(draft: Draft, row: int, column: Column) -> bool:
    """Whether a cell says that its round was held; one that says neither yes nor no is a problem."""
    cells = draft.sheet.rows[row]
    raw: Value = cells[column.index] if column.index < len(cells) else None
    if raw is None:
        return False
    read = _TICK.read(raw)
    if not read.trouble:
        return bool(read.value)
    if isinstance(raw, date) or (isinstance(raw, int) and Team().read(raw).value):
        return True
    if isinstance(raw, str) and (TEAM_NAME.fullmatch(plain(raw)) or not Period().read(raw).trouble):
        return True
    draft.problems.append(
        Problem(
            sheet=draft.sheet.name,
            cell=address(row, column.index),
            code="not_a_tick",
            severity=ERROR,
            raw=str(raw)[:40],
            message=f"{column.text}：请写“√”、组别或日期，未巡的留空",
        )
    )
    return False


def _one_row_each(draft: Draft, ticked: list[list[Column]]) -> None:
    """Repeat every row once for each of its ticks; a row without one is listed as left out."""
    pairs = [(i, column) for i, columns in enumerate(ticked) for column in columns]
    without = [(draft.data[i], "没有勾选轮次") for i, columns in enumerate(ticked) if not columns]
    values = draft.values
    values.values.update({n: [v[i] for i, _ in pairs] for n, v in values.values.items()})
    for held in (values.marks, values.troubles):
        old = dict(held)
        held.clear()
        held.update({(new, n): said for new, (i, _) in enumerate(pairs) for (at, n), said in old.items() if at == i})
    values.values["round"] = [Round().read(plain(c.path[-1])).value for _, c in pairs]
    draft.rows = dataclasses.replace(
        draft.rows,
        data=tuple(draft.data[i] for i, _ in pairs),
        excluded=tuple(sorted((*draft.rows.excluded, *without))),
    )

"""Fills the values of a draft: columns read, titles and dates completing what rows leave out, bad cells told."""

import dataclasses
from collections.abc import Collection
from datetime import date, datetime

from data.checking.across import read_across
from data.checking.draft import Draft
from data.columns import kind_of, read_column
from data.headers import Column
from data.kinds import Batch, Round, Team, Term, Text, Year
from data.kinds.dates import YEARLESS
from data.problems import ERROR, NOTE, Problem
from data.rules import InOrder
from data.sheets.fill import filled
from data.sheets.rows import Roles, sort_rows
from data.workbook.model import address


def read_values(draft: Draft) -> None:
    """Sort the rows and read every matched column of the draft."""
    ledger, owned = draft.ledger, draft.owned()
    required = (f.name for f in ledger.fields if f.required)
    naming = {owned[n] for n in (ledger.identifier, *ledger.names_row, *required) if n in owned}
    free = {f.name for f in ledger.fields if f.name not in owned}
    sequence = next((c.index for c in draft.columns if c.fate == "sequence"), None)
    prose = {i for n, i in owned.items() if isinstance(ledger[n].kind, Text)}
    roles = Roles(naming=naming, free=free, prose=prose, sequence=sequence)
    draft.rows = sort_rows(draft.sheet, draft.block, roles)
    rows = draft.data
    by_index = sorted((c for c in draft.columns if c.fate == "field"), key=lambda c: c.index)
    starts: set[int] = set()
    loose = False  # a column further left is written in groups without merges
    for column in by_index:
        field = ledger[column.field]
        if field.fill_down:
            named = field.name in ledger.names_row
            ordinal = (
                isinstance(field.kind, Batch | Round | Team | Term | Year) or field.name == "town" or (named and loose)
            )
            raws, touched = filled(draft.sheet, column.index, rows, ordinal, starts)
            starts |= set(rows) - touched if touched else set()
            merged = any(
                left <= column.index <= right and below > top for top, left, below, right in draft.sheet.merges
            )
            loose = loose or (bool(touched) and not merged)
            if named and touched and not merged:
                _tell_filled(draft, column, touched)
            draft.filled[field.name] = touched
        else:
            cells = draft.sheet.rows
            raws = [cells[r][column.index] if column.index < len(cells[r]) else None for r in rows]
        read_column(draft.values, field, kind_of(field, column.unit, draft.said.money_unit), raws, owned)
    _without_ordinal(draft)
    read_across(draft)
    _from_titles(draft)
    _years(draft)


def _tell_filled(draft: Draft, column: Column, rows: Collection[int]) -> None:
    message = f"{len(rows)} 行的“{column.text}”为空，按上一行相同读入"
    cell = address(min(rows), column.index)
    draft.problems.append(
        Problem(sheet=draft.sheet.name, cell=cell, code="filled_down", severity=NOTE, message=message)
    )


def _without_ordinal(draft: Draft) -> None:
    """A special inspection has no ordinal: a blank round takes none from a row above of another kind or theme."""
    values, touched = draft.values.values, draft.filled.get("round", frozenset())
    sorts = [values[n] for n in ("kind", "theme") if n in values]
    if not touched or not sorts:
        return
    for i in range(1, len(draft.data)):
        if draft.data[i] in touched and any(s[i] != s[i - 1] or values["round"][i - 1] is None for s in sorts):
            for name in ("round", "batch"):
                if name in values and draft.data[i] in draft.filled.get(name, touched):
                    values[name][i] = None


def _from_titles(draft: Draft) -> None:
    """Fields that the sheet has no column for take what the title, then the row's group line, then file and sheet names say."""
    values, n = draft.values.values, len(draft.data)

    def absent(name: str) -> bool:
        return (
            name in draft.ledger.by_name
            and draft.ledger[name].from_title
            and all(v is None for v in values.get(name, [None]))
        )

    has_round = not absent("round") if "round" in draft.ledger.by_name else True
    for name, value in draft.said.values.items():
        if (
            absent(name)
            and name not in draft.owned()
            and not (name in ("theme", "batch", "kind") and has_round and name != "kind")
        ):
            values[name] = [value] * n
    for i, r in enumerate(draft.data):
        for name, text in draft.rows.groups.get(r, {}).items():
            read = draft.ledger[name].kind.read(text)
            if read.value is not None:
                values.setdefault(name, [None] * n)[i] = read.value
    starts = values.get("start")
    if "year" in draft.ledger.by_name and starts and absent("year"):
        values["year"] = [s.year if isinstance(s, date) and s.year != YEARLESS else None for s in starts]
    for name, value in draft.said.weak.items():
        if absent(name) and name not in draft.owned():
            values[name] = [value] * n


def _years(draft: Draft) -> None:
    """Dates whose cell names no year take the row's; what cannot lie before another date lies in the year after."""
    values = draft.values.values
    years = values.get("year", [])
    names = [
        f.name
        for f in draft.ledger.fields
        if any(isinstance(v, date) and v.year == YEARLESS for v in values.get(f.name, ()))
    ]
    for name in names:
        column = values[name]
        earlier = {r.first for r in draft.ledger.rules if isinstance(r, InOrder) and r.second == name}
        for i, day in enumerate(column):
            if not isinstance(day, date) or day.year != YEARLESS:
                continue
            year = years[i] if i < len(years) else None
            if year is None:
                column[i] = None
                draft.problems.append(
                    Problem(
                        sheet=draft.sheet.name,
                        cell=draft.cell(i, name),
                        code="no_year",
                        severity=ERROR,
                        raw=shown(raw_at(draft, i, name)),
                        message="日期没有年份，表中也没有年度。请写完整日期，例如 2020-07-15",
                    )
                )
                continue
            moved = _in_year(day, year)
            before = [d for n in earlier if isinstance(d := values.get(n, column)[i], date) and d.year != YEARLESS]
            if before and moved < (last := max(before)):
                moved = _in_year(day, last.year if _in_year(day, last.year) >= last else last.year + 1)
            column[i] = moved


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February of another year
        return day.replace(year=year, day=28)


def raw_at(draft: Draft, position: int, name: str) -> object:
    """What stands in the cell that shows a field of a data row."""
    cell = draft.cell(position, name)
    row, letters = int("".join(c for c in cell if c.isdigit())) - 1, "".join(c for c in cell if c.isalpha())
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    cells = draft.sheet.rows[row]
    return cells[column - 1] if column - 1 < len(cells) else None


def shown(raw: object, most: int = 40) -> str:
    """A cell's content as a message shows it."""
    if raw is None:
        return ""
    text = str(raw.date() if isinstance(raw, datetime) else raw).replace("\n", " ")
    return text if len(text) <= most else text[: most - 1] + "…"


def tell_cells(draft: Draft) -> None:
    """A problem for every cell that could not be read, is an error, or is a formula without a stored result."""
    owned = draft.owned()
    index = {column: name for name, column in owned.items()}
    for (i, name), (raw, read) in draft.values.troubles.items():
        if draft.data[i] in draft.filled.get(name, ()):
            continue  # said once, at the cell it was filled from
        draft.problems.append(
            Problem(
                sheet=draft.sheet.name,
                cell=draft.cell(i, name),
                code=read.trouble.code,
                severity=ERROR,
                raw=shown(raw),
                message=f"{draft.ledger[name].label}:{read.trouble.wanted}",
            )
        )
    position = {r: i for i, r in enumerate(draft.data)}
    for (r, c), text in draft.sheet.errors.items():
        if r in position and c in index:
            message = f"{draft.ledger[index[c]].label}：单元格是错误值，请改正公式或直接填写数值"
            draft.problems.append(
                Problem(sheet=draft.sheet.name, cell=address(r, c), code="error_cell", raw=text, message=message)
            )
    for r, c in sorted(draft.sheet.uncached):
        if r in position and c in index:
            message = f"{draft.ledger[index[c]].label}：公式没有保存计算结果，请用 WPS 或 Excel 打开、保存后再上传"
            draft.problems.append(
                Problem(sheet=draft.sheet.name, cell=address(r, c), code="formula_uncached", message=message)
            )


def tell_hidden(draft: Draft) -> None:
    """Hidden rows and columns are read like the others; the user is told."""
    rows = [r for r in draft.data if r in draft.sheet.hidden_rows]
    columns = [c for c in draft.columns if c.field and c.index in draft.sheet.hidden_columns]
    if rows:
        note = Problem(
            sheet=draft.sheet.name, cell=address(rows[0], draft.columns[0].index), code="hidden_rows", severity=NOTE,
            message=f"有 {len(rows)} 行被隐藏或筛掉，已一并读入",
        )  # fmt: skip
        draft.problems.append(note)
    for column in columns:
        cell = draft.name_of_cell(column.index)
        message = f"隐藏列“{column.text}”已一并读入"
        draft.problems.append(
            Problem(sheet=draft.sheet.name, cell=cell, code="hidden_column", severity=NOTE, message=message)
        )


def without_trouble(draft: Draft) -> Draft:
    """A copy of the draft with an own list of problems: a question answered must not leave its traces."""
    return dataclasses.replace(draft, problems=list(draft.problems), questions=list(draft.questions))

"""The end of a draft: its status, its report and, when it may be committed, its table."""

import json

import pandas as pd

from data.checking.draft import Draft
from data.problems import ERROR, Problem
from data.reading import Table
from data.workbook.model import column_letters

PERSONAL_NOTE = "个人信息列，已剔除"


def finish(draft: Draft, keys: list[str], accept: bool, leave_out: bool) -> tuple[dict, Table | None]:
    """The report of a block as a plain dict, and its table when its status is loaded.

    Report: file, sheet, ledger, status (loaded, asked, refused), reason, rows, columns {heading: field}, first_column (zero-based), dropped
    [headings], proposals {field: value from titles}, excluded [{row, why}], problems [{cell, code, severity, raw,
    message}], questions [{about, cell, text, candidates, proposal}].
    """
    questions = [] if accept else draft.questions
    bad = {int("".join(c for c in p.cell if c.isdigit())) - 1 for p in draft.problems if p.severity == ERROR}
    status = "loaded"
    reason = ""
    if draft.refused:
        status, reason = "refused", draft.refused
    elif questions:
        status, reason = "asked", f"有 {len(questions)} 处需要确认:{questions[0].text}"
    elif bad and not leave_out:
        status, reason = "asked", f"有 {len(bad)} 行存在错误，改正后重新上传，或选择不导入这些行"
    kept = [i for i, r in enumerate(draft.data) if r not in bad]
    if status == "loaded" and not kept:
        status, reason = "asked", "没有可导入的行"
    excluded = [{"row": r + 1, "why": why} for r, why in (draft.rows.excluded if draft.rows else ())]
    if status == "loaded" and bad:
        excluded += [{"row": r + 1, "why": "有错误,未导入"} for r in sorted(bad) if r in set(draft.data)]
    report = {
        "file": draft.file,
        "sheet": draft.sheet.name,
        "ledger": draft.ledger.name if draft.ledger else None,
        "status": status,
        "reason": reason,
        "rows": len(kept) if status == "loaded" else 0,
        "columns": _columns(draft),
        "first_column": draft.columns[0].index if draft.columns else 0,
        "dropped": [c.text for c in draft.columns if c.fate == "personal"],
        "proposals": {
            k: str(v)
            for k, v in draft.said.values.items()
            if draft.ledger and k in draft.ledger.by_name and k not in draft.owned()
        },
        "excluded": sorted(excluded, key=lambda e: e["row"]),
        "problems": [_problem(p) for p in draft.problems] + [_question(q) for q in questions],
        "questions": [vars(q) for q in questions],
    }
    return report, _table(draft, keys, kept) if status == "loaded" else None


def _columns(draft: Draft) -> dict[str, str | None]:
    """Heading → field, one entry a column in order; a blank or repeated heading is told apart by a mark."""
    said: dict[str, str | None] = {}
    for column in draft.columns:
        text = column.text
        while text in said:
            text += "'"
        said[text] = column.field
    return said


def _problem(problem: Problem) -> dict:
    said = {k: getattr(problem, k) for k in ("cell", "code", "severity", "raw", "message")}
    if problem.candidates:
        said["candidates"] = list(problem.candidates)
    return said | ({"differs": vars(problem.differs)} if problem.differs else {})


def _question(question: object) -> dict:
    return {
        "cell": question.cell,
        "code": f"ask_{question.about}",
        "severity": ERROR,
        "raw": "",
        "message": question.text,
    }


def _table(draft: Draft, keys: list[str], kept: list[int]) -> Table:
    """The rows that stay, as a frame of objects: stored fields, `_row` (as a spreadsheet shows it), `_key`, `_marks` (JSON or '')."""
    marks: dict[int, dict[str, str]] = {}
    for (i, name), mark in draft.values.marks.items():
        marks.setdefault(i, {})[name] = mark
    stored = {f.name for f in draft.ledger.stored}
    columns = {name: [values[i] for i in kept] for name, values in draft.values.values.items() if name in stored}
    columns["_row"] = [draft.data[i] + 1 for i in kept]
    columns["_key"] = [keys[i] for i in kept]
    columns["_marks"] = [json.dumps(marks[i], ensure_ascii=False) if i in marks else "" for i in kept]
    letters = {name: column_letters(index) for name, index in draft.owned().items() if name in stored}
    for field in draft.ledger.fields:
        for name in field.also:
            if field.name in letters and name in columns:
                letters.setdefault(name, letters[field.name])
    return Table(
        sheet=draft.sheet.name,
        ledger=draft.ledger.name,
        columns=letters,
        headings={c.text: c.field for c in draft.columns if c.path},
        frame=pd.DataFrame({k: pd.Series(v, dtype=object) for k, v in columns.items()}),
        complete=draft.ledger.complete,
        scope=draft.ledger.scope,
    )

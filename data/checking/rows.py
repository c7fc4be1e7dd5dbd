"""Checks on rows: what must be there, what must hold within a row, which names are known, which rows are the same."""

from collections.abc import Callable

from data.checking.draft import Draft
from data.checking.register import Register
from data.checking.values import raw_at, shown
from data.kinds.kind import MASKED
from data.problems import ERROR, NOTE, WARNING, Differs, Problem
from data.rules import RateIs


def check_required(draft: Draft) -> None:
    """Blank cells of required fields, and rows that name neither unit nor village."""
    ledger, values, owned = draft.ledger, draft.values.values, draft.owned()
    troubled = set(draft.values.troubles)
    hidden = draft.sheet.errors.keys() | draft.sheet.uncached
    for field in ledger.fields:
        if not field.required or field.name not in owned:
            continue
        for i, value in enumerate(values[field.name]):
            if value is None and (i, field.name) not in troubled and (draft.data[i], owned[field.name]) not in hidden:
                _add(draft, i, field.name, "blank", f"“{field.label}”为空,{field.kind.describe()}")
    naming = [n for n in ledger.names_row if n in owned]
    if not naming or not any(v is not None for n in naming for v in values[n]):
        return
    label = ledger[naming[0]].label
    if ledger[naming[0]].required:
        return  # said already
    for i in range(len(draft.data)):
        if all(values[n][i] is None and (i, n) not in troubled for n in naming) and _says_something(draft, i):
            _add(draft, i, naming[0], "blank", f"“{label}”为空,{ledger[naming[0]].kind.describe()}")


def _says_something(draft: Draft, position: int) -> bool:
    """Whether any field of a row holds a value or a cell that could not be read."""
    values = draft.values.values
    return any(c[position] is not None for c in values.values()) or any(i == position for i, _ in draft.values.troubles)


def check_rules(draft: Draft) -> None:
    """The ledger's rules, row by row."""
    values = draft.values.values
    labels = {f.name: f.label for f in draft.ledger.fields}
    for rule in draft.ledger.rules:
        columns = [values.get(n) for n in rule.fields]
        if any(c is None for c in columns):
            continue
        for i, said in enumerate(zip(*columns, strict=True)):
            if None not in said and not rule.holds(*said):
                differs = None
                if isinstance(rule, RateIs):
                    differs = Differs(field=rule.rate, printed=said[0], computed=rule.right(*said))
                _add(draft, i, rule.fields[0], rule.code, rule.tell(labels, *said), rule.severity, differs=differs)


def check_names(draft: Draft, register: Register) -> None:
    """Units and villages against the registers: known spellings become the register's name, unknown ones are problems."""
    values, ledger = draft.values.values, draft.ledger
    masked = {(i, n) for (i, n), mark in draft.values.marks.items() if mark == MASKED}
    for i, name in masked:
        if draft.data[i] not in draft.filled.get(name, ()):
            _add(draft, i, name, "masked_name", "名称被隐去，保留原文，不计入单位数", WARNING)
    if ledger.name not in ("organisations", "villages") and "organisation" in values and register.organisations:
        _resolve(draft, "organisation", register.organisation, masked)
    if ledger.name != "villages" and "village" in values and register.villages:
        _villages(draft, register, masked)


def _resolve(draft: Draft, name: str, look_up: Callable, masked: set[tuple[int, str]]) -> None:
    column = draft.values.values[name]
    for i, spelling in enumerate(column):
        if spelling is None or (i, name) in masked:
            continue
        known, near = look_up(spelling)
        if known:
            column[i] = known
        elif draft.data[i] not in draft.filled.get(name, ()):
            message = f"“{draft.ledger[name].label}”不在名录中，请改为名录中的名称或确认是其别名"
            _add(draft, i, name, "name_unknown", message + _perhaps(near), candidates=near)


def _villages(draft: Draft, register: Register, masked: set[tuple[int, str]]) -> None:
    values = draft.values.values
    towns = values.get("town") or [None] * len(draft.data)
    values["town"] = towns = list(towns)
    for i, village in enumerate(values["village"]):
        if village is None or (i, "village") in masked:
            continue
        found, problem, near = register.village(towns[i], village)
        if found:
            towns[i], values["village"][i] = found
        else:
            _add(
                draft,
                i,
                "village" if problem != "town" else "town",
                "name_unknown",
                _VILLAGE[problem] + _perhaps(near),
                candidates=near,
            )


_VILLAGE = {
    "town": "“乡镇(街道)”不在村(社区)名录中，请改为名录中的名称或确认是其别名",
    "village": "“村(社区)”不在名录中，请改为名录中的名称或确认是其别名",
    "two_towns": "几个乡镇都有此村名，请写明乡镇(街道)",
}


def _perhaps(near: tuple[str, ...]) -> str:
    return f",例如 {'、'.join(near[:3])}" if near else ""


def keys(draft: Draft) -> list[str]:
    """The business key of every data row; rows that may repeat are numbered, others that repeat are told."""
    ledger, values, n = draft.ledger, draft.values.values, len(draft.data)
    blank = [None] * n
    base = list(zip(*(values.get(k) or blank for k in ledger.key), strict=True))
    content = list(zip(*(values.get(k) or blank for k in ledger.content), strict=True)) if ledger.content else [()] * n
    ids = values.get(ledger.identifier) or blank if ledger.identifier else blank
    result, seen = [], {}
    for i in range(n):
        number = ids[i]
        # A bare running number (1, 2, 3) restarts with every unit and names nothing by itself.
        if number is not None and not (str(number).isdigit() and len(str(number)) < 5):
            key = f"{_text(base[i][:1])}#{number}"
        else:
            key = _text((*base[i], *((number,) if number is not None else content[i])))
        if key in seen:
            seen[key].append(i)
            key = f"{key}~{len(seen[key])}"
        else:
            seen[key] = [i]
        result.append(key)
    for positions in seen.values():
        if len(positions) > 1:
            _tell_repeated(draft, positions, ids[positions[0]] is not None)
    return result


def _text(parts: tuple) -> str:
    return "|".join("" if p is None else str(p) for p in parts)


def _tell_repeated(draft: Draft, positions: list[int], numbered: bool) -> None:
    listed = "、".join(str(draft.data[i] + 1) for i in positions[:8])
    name = next(
        (
            n
            for n in (draft.ledger.identifier if numbered else None, *draft.ledger.names_row)
            if n and n in draft.owned()
        ),
        None,
    )
    may = bool(draft.ledger.content) and not numbered
    for i in positions[1:]:
        message = f"第 {listed} 行{'内容相同,按不同条目读入' if may else '是同一条记录,请只保留一行'}"
        _add(draft, i, name or draft.ledger.key[-1], "repeated", message, NOTE if may else ERROR)


def _add(
    draft: Draft,
    position: int,
    name: str,
    code: str,
    message: str,
    severity: str = ERROR,
    candidates: tuple[str, ...] = (),
    differs: Differs | None = None,
) -> None:
    raw = shown(raw_at(draft, position, name))
    cell = draft.cell(position, name)
    draft.problems.append(
        Problem(
            sheet=draft.sheet.name,
            cell=cell,
            code=code,
            message=message,
            severity=severity,
            raw=raw,
            candidates=candidates,
            differs=differs,
        )
    )

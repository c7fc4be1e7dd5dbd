"""整改: issue by issue, else unit by unit, else round by round, counted once more in plain Python."""

from collections.abc import Callable
from datetime import timedelta

from data.categories import category
from data.kinds.deadlines import due
from tests.second_opinion.asking import Ask, Question, fits
from tests.second_opinion.stored import Row

PARTS = {
    "done": "已完成", "basic": "基本完成", "staged": "阶段性完成", "continuing": "长期坚持", "going": "进行中", "undone": "未完成", "overdue": "超期",
}  # fmt: skip
ROUND_PARTS = {"rectify_due": "due", "rectified": "done", "rectifying": "going", "overdue": "overdue"}
COUNTS = ("issues", "rectified", "unrectified", "overdue", "falling_due", "in_time", "immediate", "immediate_done")
EFFECTS = ("rules_new", "rules_revised", "rules_made", "money_refunded", "money_collected", "money_recovered")


def _details(o) -> list[Row]:
    """The rows of the rectification ledger with the issue that each is about."""
    issues = [r for r in o.rows_of("issues") if r.get("issue_no")]
    fed_back = [r for r in o.rows_of("rounds") if r["organisation"] and r["fed_back_on"]]
    rows = []
    for row in o.rows_of("rectifications"):
        about = [i for i in issues if _same_issue(row, i)]
        issue = about[0] if len(about) == 1 else None
        row["category"], row["subcategory"] = category(row["category"]), None
        at_once = says = False
        if issue:
            own = {name: next(r[name] for r in o.live["rectifications"] if r["_number"] == row["_number"]) for name in ("batch", "kind", "team")}
            named = {n: issue[n] if issue[n] is not None else row[n] for n in ("round_id", "term", "year", "round", "form", "organisation", "organisation_kind", "town", "village", "batch", "kind", "team")}
            named |= {n: (v.split("、")[0] if n == "kind" else v) for n, v in own.items() if v is not None}
            row |= named | {"subcategory": issue["subcategory"], "category": category(issue["category"], issue["subcategory"]) or row["category"]}
            at_once = bool(issue["immediate"]) or "立行立改" in (issue["disposal"] or "")
            says = issue["immediate"] is not None or issue["disposal"] is not None
        at_once, says = at_once or bool(row["immediate"]), says or row["immediate"] is not None
        row["at_once"] = True if at_once else False if says else None
        row["says"] = any(row[n] is not None for n in ("state", "closed", "closed_on"))
        if row["state"] is None and (row["closed"] or (row["closed_on"] and row["closed_on"] <= o.today)):
            row["state"] = "已完成"
        row["is_done"] = row["state"] in o.settings.done_states
        days = [issue["fed_back_on"]] if issue and issue["fed_back_on"] else []
        of_unit = [
            r["fed_back_on"] for r in fed_back
            if (r["county"], r["round_id"], r["organisation"]) == (row["county"], row["round_id"], row["organisation"])
        ]  # fmt: skip
        days += [max(of_unit)] if of_unit else []
        rows.append(row | _timed(o, row, days[0] if days else None))
    for row in rows:
        told = any(r["says"] for r in rows if r["round_id"] == row["round_id"])
        row["rectified"] = 1 if row["is_done"] else 0 if told else None
        row["unrectified"] = None if row["rectified"] is None else 1 - row["rectified"]
        row["issues"], row["basis"] = 1, "明细"
        row["immediate"] = None if row["at_once"] is None else int(row["at_once"])
        row["immediate_done"] = row["rectified"] if row["at_once"] else row["immediate"]
    return rows


def _same_issue(row: Row, issue: Row) -> bool:
    if (row["county"], row["issue_no"]) != (issue["county"], issue["issue_no"]):
        return False
    if None not in (row["organisation"], issue["organisation"]) and row["organisation"] != issue["organisation"]:
        return False
    loose = row["round"] is None and all(None in (row[n], issue[n]) or row[n] == issue[n] for n in ("year", "term"))
    return row["round_id"] == issue["round_id"] or loose


def _timed(o, row: Row, fed_back) -> Row:
    said = due(row["deadline"])
    day = said.day
    if day is None and said.at_once and fed_back and row["state"] != "长期坚持":
        day = fed_back + timedelta(days=o.settings.at_once_days)
    passed = day is not None and day < o.today
    late = not row["is_done"] and (row["state"] == "超期" or passed)
    left = (day - o.today).days if day else None
    if row["is_done"]:
        timing = None
    elif late:
        timing = "超期"
    elif left is None:
        timing = "长期坚持" if said.continuing or row["state"] == "长期坚持" else "未定期限"
    else:
        timing = "黄色预警" if left <= o.settings.yellow_days else "绿色提醒" if left <= o.settings.green_days else "期内"
    known = passed and (not row["is_done"] or row["closed_on"] is not None)
    in_time = None if not passed else 0 if not row["is_done"] else None if not row["closed_on"] else int(row["closed_on"] <= day)
    return {"timing": timing, "overdue": int(late), "falling_due": 1 if known else None, "in_time": in_time}


def _totals(o) -> list[Row]:
    rows = o.rows_of("rectification_totals")
    newest = {(r["county"], r["round_id"], r["organisation"] or r["_number"]): r for r in rows}
    return [r | {"basis": "报送", "town": None} for r in newest.values()]


def _stands_for(detail: Row, total: Row) -> bool:
    if (detail["county"], detail["organisation"]) != (total["county"], total["organisation"]):
        return False
    by_year = None in (detail["round"], total["round"]) and detail["year"] and detail["year"] == total["year"]
    return detail["round_id"] == total["round_id"] or bool(by_year)


def _split(o, row: Row) -> list[Row]:
    """One row of totals as numbers of issues in one state each."""
    given = {name: row.get(name) for name in PARTS}
    named = sum(n or 0 for name, n in given.items() if name != "overdue")
    late = given["overdue"] or 0
    whole = row.get("due")
    if whole is None and any(n is not None for name, n in given.items() if name != "done"):
        whole = named + late
    if whole is None:
        return []
    says = given["done"] is not None or named + late >= whole
    kept = dict(given)
    if named + late > whole:
        kept["overdue"] = None
    if named > whole:
        kept = {"done": given["done"]}
    parts = [(PARTS[name], n) for name, n in kept.items() if n]
    rest = whole - sum(n for _, n in parts)
    if rest > 0 or not parts:
        parts.append((None, max(rest, 0)))
    blank = dict.fromkeys((*COUNTS, "category", "subcategory", "town"))
    found = []
    for state, n in parts:
        done = state in o.settings.done_states
        found.append(row | blank | {
            "state": state, "timing": state if not done and state in ("超期", "长期坚持") else None, "issues": n,
            "rectified": n if done else 0 if says else None, "unrectified": 0 if done else n if says else None,
            "overdue": n if state == "超期" else None if given["overdue"] is None else 0,
        })  # fmt: skip
    if late and kept.get("overdue") is None:
        found.append(row | blank | {"state": None, "timing": "超期", "overdue": late})
    return found


def _issues(o) -> list[Row]:
    if not hasattr(o, "rectification"):
        details, totals = _details(o), _totals(o)
        found = list(details)
        for row in totals:
            mine = [d for d in details if _stands_for(d, row)]
            if not mine:
                found += _split(o, row)
            if not any(d["at_once"] is not None for d in mine):
                blank = dict.fromkeys((*COUNTS, "category", "subcategory", "town", "state", "timing"))
                found.append(row | blank | {"immediate": row["immediate_due"], "immediate_done": row["immediate_done"]})
        telling = [r for r in totals if any(r[n] is not None for n in ("due", *PARTS))]
        of_row: dict[tuple, Row] = {}
        for name, part in ROUND_PARTS.items():
            for one in o._reported(name, [*details, *telling], lambda d: True):
                key = (one["source"]["_import"], one["source"]["_number"])
                of_row.setdefault(key, {k: v for k, v in one.items() if k != "n"} | {"town": None})[part] = one["n"]
        for one in of_row.values():
            found += _split(o, one)
        o.rectification = found
    return o.rectification


def _made(row: Row) -> object:
    new, revised, made = (row.get(n) for n in ("rules_new", "rules_revised", "rules_made"))
    if new is not None and revised is not None:
        return new + revised
    return next((n for n in (made, new, revised) if n is not None), None)


def _effects(o) -> dict[str, list[Row]]:
    if not hasattr(o, "rectification_effects"):
        details, totals = _details(o), _totals(o)
        rows = [r | {"rules_made": _made(r)} for r in details], [r | {"rules_made": _made(r)} for r in totals]
        o.rectification_effects = {name: _effect(o, name, *rows) for name in EFFECTS}
    return o.rectification_effects


def _effect(o, name: str, details: list[Row], totals: list[Row]) -> list[Row]:
    given = [d for d in details if d[name] is not None]
    found = given + [t for t in totals if t[name] is not None and not any(_stands_for(d, t) for d in given)]
    if name != "rules_made":
        return found + [r | {name: r["n"]} for r in o._reported(name, found, lambda d: True)]
    of_row: dict[tuple, Row] = {}
    for part in ("rules_new", "rules_revised", "rules_made"):
        for one in o._reported(part, found, lambda d: True):
            key = (one["source"]["_import"], one["source"]["_number"])
            of_row.setdefault(key, dict.fromkeys(("rules_new", "rules_revised", "rules_made")) | one)[part] = one["n"]
    return found + [r | {"rules_made": _made(r)} for r in of_row.values()]


def _sum(field: str, test: Callable[[Row], bool] = lambda r: True) -> Ask:
    return lambda o, w: o.total([r for r in _issues(o) if test(r)], field, w)


def _effect_sum(name: str) -> Ask:
    return lambda o, w: o.total(_effects(o)[name], name, w)


def _both(field: str, *names: str) -> Ask:
    return lambda o, w: o.total([r for r in _totals(o) if all(r[n] is not None for n in names)], field, w)


def _evaluated(o, where: dict[str, str]) -> int | None:
    graded = [r for r in _totals(o) if r["grade"]]
    found = {(r["county"], r["organisation"]) for r in graded if r["organisation"] and fits(r, where)}
    if found:
        return len(found)
    # A row of the scope that has a grade and no name: none is counted, and that is known.
    return 0 if any(fits(r, where) for r in graded) else o.nought([r for r in graded if r["organisation"]], where)


def _at_once_told(row: Row) -> bool:
    return row["immediate"] is not None and row["immediate_done"] is not None


RECTIFICATION_QUESTIONS: dict[str, Question] = {
    "issues_to_rectify": (_sum("issues"), None),
    "issues_rectified": (_sum("rectified"), None),
    "issues_unrectified": (_sum("unrectified"), None),
    "rectification_rate": (_sum("rectified"), _sum("issues", lambda r: r["rectified"] is not None)),
    "issues_overdue": (_sum("overdue"), None),
    "on_time_rate": (_sum("in_time"), _sum("falling_due")),
    "immediate_rectification_rate": (_sum("immediate_done", _at_once_told), _sum("immediate", _at_once_told)),
    **{name: (_effect_sum(name), None) for name in EFFECTS},
    "suggestions": (_both("suggestions_due"), None),
    "suggestions_done_rate": (
        _both("suggestions_done", "suggestions_done", "suggestions_due"), _both("suggestions_due", "suggestions_done", "suggestions_due"),
    ),
    "evaluated_orgs": (_evaluated, None),
    "satisfaction_rate": (_both("satisfied", "satisfied", "returns"), _both("returns", "satisfied", "returns")),
}  # fmt: skip

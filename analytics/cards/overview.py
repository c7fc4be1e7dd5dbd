"""The key figures on top of a page: value, change with its basis, target and pace, recent course, one line of explanation."""

from analytics.cards.card import Card, amount, joined, share
from analytics.compare import against_before
from analytics.course import spark
from analytics.formats import number
from analytics.pace import Pace, not_done, pace
from analytics.panels.panel import Where
from analytics.query import figure
from analytics.ranking import span_said
from analytics.wording import changed, scope_said
from data.facts import Facts

LEFT = ("orgs_total", "coverage_rate")
"""The metrics from which what is left of a term is counted."""


def overview_cards(facts: Facts, where: Where) -> tuple[Card, ...]:
    """Returns coverage, issues, filing of clues and villages for a scope."""
    return (coverage_card(facts, where), issues_card(facts, where), filing_card(facts, where), villages_card(facts, where))


def coverage_cards(facts: Facts, where: Where) -> tuple[Card, ...]:
    """Returns coverage, what is under way, what is left, and what a month must bring from now on."""
    at = pace(facts, term_of(where))
    return (coverage_card(facts, where), *left_cards(facts, where, at))


def coverage_card(facts: Facts, where: Where) -> Card:
    """The term to date: years and rounds do not cut it, what they brought is told in its line."""
    term = term_of(where)
    found, at = figure(facts, "coverage_rate", term), pace(facts, term)
    before = at.value_at_year_start
    change = changed(found.value, before, "%")
    return Card(
        name="coverage_rate", label="巡察覆盖率（本届累计）", value=amount(found), unit="%",
        delta=change, delta_basis="较上年末" if change else "", good=None if not change else change.startswith("+"),
        warn="落后序时" if at.gap is not None and round(at.gap, 1) < 0 else None,
        fraction=share(found.value), pace=share(at.due),
        note=joined(f"已完成/应巡察 {found.of}", pace_said(at), within(facts, "coverage_rate", where, "完成")),
        spark=tuple(at.months["value"].tail(8).astype(float)), metric="coverage_rate", where=term,
    )  # fmt: skip


def issues_card(facts: Facts, where: Where) -> Card:
    """Issues found in the scope, against the period before."""
    found, at_once = figure(facts, "issues_found", where), figure(facts, "issues_immediate", where)
    per = figure(facts, "issues_per_org", where)
    delta, basis = against_before(facts, "issues_found", where, found.unit)
    part = f"立行立改 {at_once.text} 个，占 {at_once.numerator / found.numerator:.1%}" if at_once.numerator and found.numerator else ""
    return Card(
        name="issues_found", label="发现问题", value=found.text, unit=found.unit, delta=delta, delta_basis=basis,
        note=joined(part, f"平均每个党组织 {per.text} 个（{per.of}）" if per.value is not None else ""),
        spark=spark(facts, "issues_found", where), metric="issues_found", where=where,
    )  # fmt: skip


def filing_card(facts: Facts, where: Where) -> Card:
    """Clues filed of those handed over in the scope, wherever they are today."""
    found = figure(facts, "filing_rate", where)
    clues, cases, persons = (figure(facts, name, where) for name in ("clues_transferred", "cases_filed", "case_persons"))
    delta, basis = against_before(facts, "filing_rate", where, "%")
    way = f"移送 {clues.text} {clues.unit} → 立案 {cases.text} 件 {persons.text} 人" if clues.numerator else ""
    return Card(
        name="filing_rate", label="线索立案率", value=amount(found), unit="%", delta=delta, delta_basis=basis,
        note=joined(f"已立案/移送 {found.of}" if found.denominator else "", span_said(found, facts.settings), way), spark=spark(facts, "filing_rate", where),
        metric="filing_rate", where=where,
    )  # fmt: skip


def villages_card(facts: Facts, where: Where) -> Card:
    """Villages of the term to date."""
    term = term_of(where)
    found, at = figure(facts, "village_coverage_rate", term), pace(facts, term)
    behind = at.due is not None and found.value is not None and round(found.value - at.due, 1) < 0
    left = (found.denominator or 0) - (found.numerator or 0)
    year = facts.as_of_date.year if facts.as_of_date else None
    lately = figure(facts, "villages_inspected", {**term, "year": f"{year}年"}) if year else None
    return Card(
        name="village_coverage_rate", label="村（社区）覆盖率（本届累计）", value=amount(found), unit="%",
        delta=f"+{lately.text}个" if lately and lately.value else "", delta_basis=f"{year}年延伸" if lately and lately.value else "",
        good=True if lately and lately.value else None, warn="落后序时" if behind else None,
        fraction=share(found.value), pace=share(at.due),
        note=joined(f"已巡察/应巡察 {found.of}", f"还差 {left:g} 个" if found.value is not None else "", within(facts, "villages_inspected", where, "延伸")),
        spark=spark(facts, "villages_inspected", term), metric="village_coverage_rate", where=term,
    )  # fmt: skip


def left_cards(facts: Facts, where: Where, at: Pace) -> tuple[Card, ...]:
    """Returns what is under way, what has not been begun, and the speed that finishing in time needs."""
    units = not_done(facts, term_of(where))
    doing, todo = (int((units["state"] == state).sum()) for state in ("doing", "todo"))
    needed = "" if at.needed is None else f"{at.needed:.1f}"
    return (
        Card(
            name="doing", label="进驻中", value=str(doing), unit="个", note="完成后计入覆盖率",
            why="名录内正在巡察的党组织逐个清点，名单见本页“尚未完成的党组织”", parts=LEFT,
        ),
        Card(
            name="todo", label="尚未巡察", value=str(todo), unit="个", note="名单见本页下方" if todo else "本届名录内的党组织均已安排",
            why="应巡察党组织减已完成、进驻中，名单见本页“尚未完成的党组织”", parts=LEFT,
        ),
        Card(
            name="needed", label="按期完成须每月完成", value=needed or "—", unit="个" if needed else "",
            note=joined(
                f"还有 {at.left} 个未完成" if at.left else "",
                f"距届末 {at.months_left} 个月" if at.months_left is not None else "未设置本届起止日期，请在设置页填写",
                so_far(figure(facts, "coverage_rate", term_of(where)).numerator, at),
            ),
            why="未完成的党组织数除以距届末的月数，届末日期在设置页填写", parts=LEFT,
        ),
    )  # fmt: skip


def term_of(where: Where) -> dict[str, object]:
    """Returns the part of a scope that a figure of the whole term obeys."""
    return {name: value for name, value in where.items() if name == "term"}


def within(facts: Facts, metric: str, where: Where, verb: str) -> str:
    """Returns what the scope's years, rounds or kinds brought to a figure of the whole term; empty without any."""
    if set(where) <= {"term"}:
        return ""
    found = figure(facts, metric, where)
    return f"其中{scope_said(where)}{verb} {number(found.numerator)} 个"


def pace_said(at: Pace) -> str:
    """Returns how the term stands against its pace, for a card's line."""
    if at.gap is None:
        return "未设置本届起止日期"
    word = "落后" if at.gap < 0 else "超前"
    return f"序时 {at.due:.1f}%" + (f"，{word} {abs(at.gap):.1f} 个百分点" if round(at.gap, 1) else "，与序时持平")


def so_far(done: float | None, at: Pace) -> str:
    """Returns how many organisations a month the term has brought so far."""
    months = (at.at.year - at.start.year) * 12 + at.at.month - at.start.month if at.start and at.at else 0
    return f"本届至今平均每月 {done / months:.1f} 个" if months > 0 and done is not None else ""

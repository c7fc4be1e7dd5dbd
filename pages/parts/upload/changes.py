"""What a commit would change: rows by business key, and the headline figures from what to what."""

from html import escape

import streamlit as st

from analytics.query import Figure, figure
from data.difference import Difference
from data.intake import Intake, differences
from data.ledgers import LEDGERS
from data.store import Store
from pages.parts.upload import answers

HEADLINES = (
    "orgs_total", "orgs_inspected", "coverage_rate", "issues_found", "issues_immediate", "clues_transferred", "cases_filed", "filing_rate",
    "sanctions_persons", "villages_total", "villages_inspected", "village_coverage_rate",
)  # fmt: skip
LISTED = 100


def change_card(store: Store, intake: Intake) -> None:
    """Difference by table, then the headline figures."""
    with st.container(key="card_changes"):
        st.html('<div class="card-head"><h3>与现有数据的差异</h3><span>按业务主键比对</span></div>')
        for number, (file, one) in enumerate(differences(store, intake)):
            _difference(file, one, number)
        st.html(_figures(store, intake))


def _difference(file: str, one: Difference, number: int) -> None:
    counts = "".join(f"<span>{words} <b>{count}</b></span>" for words, count in one.counts().items())
    st.html(f'<p class="diff"><b>{escape(file)} › {escape(one.sheet)}</b>{counts}</p>')
    where = (file, one.sheet)
    if one.absent or where in answers.current().sweep:
        st.checkbox(
            f"此表是本轮（或本名录）的完整报送：表中没有的 {len(one.absent) or len(one.gone)} 行视为不再存在", value=where in answers.current().sweep,
            key=f"sweep_{number}", on_change=_sweep, args=(where,),
        )  # fmt: skip
    if one.new or one.changed or one.gone:
        with st.expander("逐行查看"):
            st.html(_rows(one))


def _sweep(where: tuple[str, str]) -> None:
    answers.current().sweep.symmetric_difference_update({where})


def _rows(one: Difference) -> str:
    ledger = LEDGERS[one.ledger]
    lines = [
        f"<tr><td>变更</td><td>第 {c.row} 行</td><td>{escape(c.name)}</td><td>{_moves(ledger, c.fields)}</td></tr>"
        for c in one.changed[:LISTED]
    ]
    lines += [f"<tr><td>不再出现</td><td>—</td><td>{escape(name)}</td><td></td></tr>" for name in one.gone[:LISTED]]
    lines += [
        f"<tr><td>新增</td><td>第 {row} 行</td><td>{escape(name)}</td><td></td></tr>" for name, row in one.new[:LISTED]
    ]
    more = sum(max(0, len(part) - LISTED) for part in (one.changed, one.gone, one.new))
    rest = f'<p class="facts">另有 {more} 行未列出。</p>' if more else ""
    return f'<table class="plain"><tr><th>变化</th><th>位置</th><th>条目</th><th>内容</th></tr>{"".join(lines)}</table>{rest}'


def _moves(ledger, fields: dict) -> str:
    return ";".join(
        f"{escape(ledger[f].label)}:{escape(_said(old))} → <b>{escape(_said(new))}</b>"
        for f, (old, new) in fields.items()
    )


def _said(value: object) -> str:
    return {None: "—", True: "是", False: "否"}.get(value, str(value)) if isinstance(value, bool | None) else str(value)


def _figures(store: Store, intake: Intake) -> str:
    before = {name: figure(store.facts(), name) for name in HEADLINES}
    with store.preview(intake.imports) as facts:
        after = {name: figure(facts, name) for name in HEADLINES}
    moved = [name for name in HEADLINES if _text(before[name]) != _text(after[name])]
    if not moved:
        return '<p class="facts">主要指标不变。</p>'
    rows = "".join(
        f"<tr><td>{escape(after[n].metric.label)}</td><td>{escape(_text(before[n]))}</td><td><b>{escape(_text(after[n]))}</b></td></tr>"
        for n in moved
    )
    return (
        '<div class="card-head"><h3>主要指标将变为</h3><span>全部届次和轮次合计，其余主要指标不变</span></div>'
        f'<table class="plain"><tr><th>指标</th><th>现在</th><th>导入后</th></tr>{rows}</table>'
    )


def _text(one: Figure) -> str:
    """The figure as shown: 81.1%（77/95）, 264个, —."""
    if one.value is None:
        return "—"
    of = f"（{one.of}）" if one.denominator is not None else ""
    return f"{one.text}{of}" if one.unit == "%" else f"{one.text}{one.unit}{of}"

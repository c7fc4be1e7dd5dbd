"""The reconciliation page: its sentence, its filter, its findings one below the other, and what was compared at all."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from analytics.export.table import table_workbook
from analytics.panels.panel import footer
from analytics.reconcile import CHECKS, Finding, Outcome, outcomes
from analytics.reconcile.words import UNCHANGED, reached, summary, table
from pages.parts import frames, state
from pages.parts.answering import ask_answer, trouble
from pages.parts.as_of import control_row
from pages.parts.banner import banner
from pages.parts.exports import XLSX
from pages.parts.finding import finding_html
from pages.parts.masthead import masthead
from pages.parts.opening import first_steps
from pages.parts.sentence import lead

OPEN, ANSWERED, EVERY = "待处理", "已答复", "全部"
ALL_CHECKS = "全部类别"
SHOWN = 40


@dataclass(frozen=True, kw_only=True)
class Look:
    """The store that the page shows, and what was compared in it."""

    state: state.State
    version: int
    outcomes: tuple[Outcome, ...]

    def holding(self, which: str) -> list[Finding]:
        """The findings that are open, answered or any."""
        found = [one for outcome in self.outcomes for one in outcome.findings]
        return [one for one in found if which == EVERY or one.open == (which == OPEN)]


@frames.cached
def compared(shown: state.State, version: int) -> tuple[Outcome, ...]:
    """Returns every check with what it found."""
    return outcomes(shown.facts())


def begun(title: str) -> Look | None:
    """Shows the head of the page; returns None while there is no ledger to compare."""
    seen = state.current()
    version = seen.version()
    if seen.sample:
        banner("所有单位、村和数字均为虚构，可随意查看。", "开始使用本单位台账", state.begin_own)
    masthead(title, frames.masthead_facts(seen, version))
    control_row(seen)
    present = frames.ledgers_present(seen, version)
    if not present:
        first_steps(list(dict.fromkeys(ledger for check in CHECKS for ledger in check.ledgers)), present)
        return None
    return Look(state=seen, version=version, outcomes=compared(seen, version))


def say(look: Look) -> None:
    """The sentence on top, below what was wrong with an answer whose form is closed."""
    trouble()
    lead(summary(look.outcomes))


def chosen(look: Look) -> tuple[str, str]:
    """Shows the filter where there is something to filter; returns which findings and which kind are wanted."""
    if not look.holding(EVERY):
        return EVERY, ALL_CHECKS
    with st.container(key="scope", horizontal=True, vertical_alignment="center", gap="small"):
        which = st.segmented_control(
            "状态", (OPEN, ANSWERED, EVERY), default=OPEN, required=True, key="state", bind="query-params", label_visibility="collapsed",
        )  # fmt: skip
        labels = [outcome.check.label for outcome in look.outcomes if outcome.findings]
        kind = st.selectbox(
            "类别", [ALL_CHECKS, *labels], key="check", bind="query-params", label_visibility="collapsed", width=320
        )
        st.download_button(
            "下载对账清单",
            data=lambda: table_workbook("对账清单", [marked_off(summary(look.outcomes)), "　".join(footer(look.state.facts(), [], "")), UNCHANGED], table(look.outcomes)),
            file_name="对账清单.xlsx", mime=XLSX, icon=":material/download:", key="download_reconciliation", on_click="ignore", type="tertiary",
        )  # fmt: skip
    return which, kind


def marked_off(sentence: str) -> str:
    """Returns a sentence without its marks of emphasis."""
    return sentence.replace("**", "").replace("!!", "")


def shown(look: Look, which: str, kind: str) -> list[tuple[Outcome, list[Finding]]]:
    """Returns the groups that the filter leaves, each with its findings."""
    wanted = set(map(id, look.holding(which)))
    groups = [
        (outcome, [one for one in outcome.findings if id(one) in wanted])
        for outcome in look.outcomes
        if kind in (ALL_CHECKS, outcome.check.label)
    ]
    return [group for group in groups if group[1]]


def finding_cards(look: Look, groups: Sequence[tuple[Outcome, list[Finding]]]) -> None:
    """Shows one card a group, each finding with its two sides and a way to answer."""
    if not groups and look.holding(EVERY):
        with st.container(key="card_nothing"):
            st.html('<p class="nothing">没有这样的事项。</p>')
    left = SHOWN
    for outcome, found in groups:
        if left <= 0:
            break
        with st.container(key=f"card_check_{outcome.check.name}"):
            st.html(
                f'<div class="card-head"><h3>{escape(outcome.check.label)}</h3><span>{len(found)} 处</span></div>'
                f'<p class="say">{escape(outcome.check.meaning)}</p>'
            )
            for one in found[:left]:
                _finding(look, one)
        left -= len(found)
    if left < 0:
        st.html(f'<p class="facts">另有 {-left} 处未显示，请按类别筛选，或下载对账清单查看。</p>')
    if groups:
        st.html(f'<p class="facts">{escape(UNCHANGED)}</p>')


def _finding(look: Look, one: Finding) -> None:
    number = hashlib.sha256(one.key.encode()).hexdigest()[:12]
    with st.container(key=f"finding_{number}"):
        words, button = st.columns([8, 1], vertical_alignment="top")
        words.html(finding_html(one))
        said = "历史版本不能答复，请先回到最新。" if look.state.past else None
        if button.button("答复" if one.answer is None else "改答", key=f"answer_{number}", width="stretch", disabled=look.state.past, help=said):
            ask_answer(look.state.store, one)


def checks_card(look: Look) -> None:
    """Shows what is compared with what, and how far that could be done with the ledgers at hand."""
    present = frames.ledgers_present(look.state, look.version)
    rows = "".join(
        f"<tr><td>{escape(o.check.label)}</td><td>{escape(o.check.meaning)}</td>"
        f"<td>{escape(reached(o.check, o.compared, present))}</td><td>{f'{len(o.findings)} 处' if o.compared else '—'}</td></tr>"
        for o in look.outcomes
    )
    with st.container(key="card_checks"):
        st.html(
            '<div class="card-head"><h3>比对范围</h3><span>由口径定义自动比对，每次数据变动后重新进行</span></div>'
            '<table class="plain checks"><thead><tr><th>类别</th><th>比对内容</th><th>已比对</th><th>不一致</th></tr></thead>'
            f"<tbody>{rows}</tbody></table>"
        )

"""自动排组: on a button, because the solver takes seconds; its result can be taken away as the next round's ledger."""

from functools import partial
from html import escape

import streamlit as st

from analytics.plan.capacity import Scenario
from pages.parts.card import card
from pages.parts.exports import XLSX
from pages.parts.panel import body
from pages.parts.plan import frames
from pages.parts.style import current_theme
from pages.parts.view import View

_ASKED = "plan_asked"


def assigning(view: View, scenario: Scenario, afresh: bool) -> None:
    """Shows the button and, for conditions that were asked for, who goes where."""
    asked = (view.version, scenario, afresh)
    with card("plan_solve", "自动排组", "按任职回避、地域回避、不重复巡察、负担均衡、巡镇带村安排到轮次和巡察组"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            idle = not (scenario.units or scenario.villages) or scenario.needed is None
            if st.button("开始排组", key="plan_go", type="primary", icon=":material/groups:", disabled=idle):
                st.session_state[_ASKED] = asked
            ready = st.session_state.get(_ASKED) == asked
            if ready:
                with st.spinner("正在排组，约需几秒……"):
                    frames.worked(view.state, view.version, scenario, afresh)
            _downloads(view, scenario, afresh, ready)
        if not ready:
            said = "没有待安排的单位和村（社区）。" if idle else "条件确定后点“开始排组”；改动条件后需重新排组。"
            st.html(f'<p class="nothing">{said}</p>')
            return
        _unmet(frames.worked(view.state, view.version, scenario, afresh).unmet)
    assignment, loads = frames.shown(view.state, view.version, scenario, afresh, current_theme().name)
    for made in (assignment, loads):
        with card(made.panel, made.title, made.unit, made.say or None):
            body(made, view)


def _downloads(view: View, scenario: Scenario, afresh: bool, ready: bool) -> None:
    for whole, label, name in ((False, "下载下一轮轮次台账", "下一轮轮次台账（计划）"), (True, "下载全部轮次", "全部轮次台账（计划）")):
        st.download_button(
            label,
            data=partial(frames.ledger, view.state, view.version, scenario, afresh, whole=whole),
            file_name=f"{name}.xlsx",
            mime=XLSX,
            key=f"plan_ledger_{whole}",
            on_click="ignore",
            icon=":material/download:",
            disabled=not ready,
            help="按台账列名生成，可在台账导入页导入，状态为计划",
        )


def _unmet(found: tuple[str, ...]) -> None:
    if not found:
        st.html('<p class="say">各项规则均已满足。</p>')
        return
    items = "".join(f"<li>{escape(one)}</li>" for one in found)
    st.html(f'<div class="unmet"><p class="say"><mark>有 {len(found)} 项未能满足：</mark></p><ul>{items}</ul></div>')

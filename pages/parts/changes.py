"""The page of changes since a meeting: what happened, which figures moved, and why one of them did."""

import streamlit as st

from analytics.bridge.drawing import table
from analytics.bridge.level import takes
from analytics.bridge.wording import events_said
from analytics.metrics import METRICS
from data.store.meetings import Meeting
from pages.parts.card import card
from pages.parts.figure_link import figure_link
from pages.parts.sentence import lead
from pages.parts.since import moved, since_card, stages_of
from pages.parts.view import View

NONE_YET = (
    "开会前后在这里标记一次会议（按现在、按日期或按某次导入），此后每个数字都能说明自那次会议以来变了多少、为什么变："
    "新增的行、更正的行、撤回的导入、名录变动、名称确认、设置与口径变动，各部分相加恰为总变动。"
)
SAMPLE = "示例数据只有一次导入，没有会议可比。使用本单位台账后，可在此标记会议。"
LABELS = {one.label: name for name, one in METRICS.items()}
_ROWS = "changes_rows"


def nothing_marked(view: View) -> None:
    """Says what the page is for while no meeting is marked."""
    with card("no_meeting", "还没有标记会议"):
        st.html(f'<p class="say">{NONE_YET}{SAMPLE if view.state.sample else ""}</p>')


def changes(view: View, meeting: Meeting) -> None:
    """Shows the sentence, the table of all figures that moved, and the bridge of the one chosen."""
    where = view.scope.where
    with st.spinner("正在与会议当时的数据逐项比对"):
        found = moved(view.state, view.version, meeting.number, where)
        happened = events_said(stages_of(view.state, view.version, meeting.moment))
    sent = sum(one["event"] > meeting.moment for one in view.state.store.imports() if one["event"] <= view.version)
    parts = "、".join(text for text in (f"{sent} 次导入" if sent else "", happened) if text)
    lead(f"自{meeting.label}以来：{parts or '没有任何变动'}；{len(METRICS)} 项指标中 **{len(found)} 项** 有变动（{view.scope.text}）。")
    if not found:
        return
    shown = table(found)
    asked = st.query_params.get("metric", "")
    with card("changed", "有变动的指标", "点选一行，下方说明它为什么变"):
        st.dataframe(
            shown, hide_index=True, width="stretch", key=_ROWS, on_select=lambda: _choose(list(shown["指标"])), selection_mode="single-row", alt="有变动的指标",
        )  # fmt: skip
    offered = list(dict.fromkeys([*shown["指标"], *([asked] if asked in LABELS else [])]))
    with st.container(key="changed_metric", horizontal=True, vertical_alignment="bottom", gap="small"):
        metric = LABELS[st.selectbox("指标", offered, key="metric", bind="query-params", width=360)]
        figure_link(view, metric, takes(METRICS[metric], dict(where)), "changes")
    since_card(view, metric, dict(where), meeting)


def _choose(labels: list[str]) -> None:
    """Takes the row that the reader clicked as the metric to explain."""
    rows = st.session_state[_ROWS]["selection"]["rows"]
    if rows:
        st.session_state["metric"] = labels[rows[0]]

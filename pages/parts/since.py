"""Change since a meeting: the figure then and now, the bridge between, and the rows behind each of its causes."""

from collections.abc import Mapping
from html import escape

import plotly.graph_objects as go
import streamlit as st

from analytics.bridge import Bridge, Part, bridge, bridges
from analytics.bridge.bridge import DEFINITION
from analytics.bridge.drawing import chart
from analytics.bridge.rows import COUNTED, MOST, Behind, behind
from analytics.bridge.wording import over, parts_said, rounding_said, sentence
from analytics.metrics import METRICS
from data.setting_words import SETTINGS, said
from data.store.meetings import Meeting
from data.store.stages import DAY, NAMES, Stages
from pages.parts import frames
from pages.parts.card import card
from pages.parts.chosen import CHART
from pages.parts.meetings import asked
from pages.parts.state import State
from pages.parts.style import current_theme
from pages.parts.view import View

HEADINGS = {"what": "变动", "ledger": "台账", "name": "对象", "fields": "原值 → 新值", "cell": "单元格", "import": "导入", "at": "导入时间", "who": "经办人"}
COLUMNS = {
    "对象": st.column_config.TextColumn(width=280), "原值 → 新值": st.column_config.TextColumn(width=210), "单元格": st.column_config.TextColumn(width=330),
    "导入": st.column_config.NumberColumn(format="第%d次"), "导入时间": st.column_config.DatetimeColumn(format="YYYY-MM-DD HH:mm"),
}  # fmt: skip
NOT_KEPT = "该范围在会议当时的数字没有留存，按现行口径重算。"


def stages_of(state: State, version: int, moment: int) -> Stages:
    """Returns the stages from a moment to a version; the store keeps the last few."""
    return state.store.stages(moment, version)


@frames.cached
def bridged(state: State, version: int, number: int, metric: str, where: frames.Pairs) -> Bridge:
    """Returns the bridge of one metric since the meeting of that number."""
    meeting = numbered(state, number)
    return bridge(stages_of(state, version, meeting.moment), metric, dict(where), meeting.figures)


@frames.cached
def moved(state: State, version: int, number: int, where: frames.Pairs) -> tuple[Bridge, ...]:
    """Returns the bridges of all metrics that moved since the meeting of that number."""
    meeting = numbered(state, number)
    return bridges(stages_of(state, version, meeting.moment), dict(where), meeting.figures)


@frames.cached
def rows_behind(state: State, version: int, number: int, metric: str, where: frames.Pairs, place: int) -> Behind:
    """Returns the rows behind one part of a bridge."""
    found = bridged(state, version, number, metric, where)
    return behind(stages_of(state, version, numbered(state, number).moment), found, found.parts[place])


def numbered(state: State, number: int) -> Meeting:
    """Returns the meeting of that number."""
    return next(one for one in state.store.meetings() if one.number == number)


def since_card(view: View, metric: str, where: Mapping[str, str], meeting: Meeting | None = None) -> None:
    """Shows how a figure has moved since the meeting given, else the one of the address, else the last; nothing where none is marked."""
    meeting = meeting or asked(view)
    if meeting is None:
        return
    with st.spinner("正在与会议当时的数据逐项比对"):
        found = bridged(view.state, view.version, meeting.number, metric, tuple(where.items()))
    one = METRICS[metric]
    scope = "　".join(value for _, value in found.where) or "全部"
    with card("since", f"{one.label}：自{meeting.label}以来的变动", f"范围：{scope}", sentence(found)):
        if found.moved:
            figure = chart(found, current_theme())
            st.plotly_chart(
                go.Figure(figure, _validate=False), config=CHART, theme=None, key="chart_since", alt=sentence(found).replace("**", "")
            )
        _facts(rounding_said(found) if found.moved else "", "" if found.told else NOT_KEPT)
        for place, (part, change) in enumerate(zip(found.parts, parts_said(found), strict=True)):
            _cause(view, meeting, found, place, part, change)


def _cause(view: View, meeting: Meeting, found: Bridge, place: int, part: Part, change: str) -> None:
    """Shows one cause: what it did to numerator and denominator, and what lies behind it; nothing where it did nothing."""
    rows = rows_behind(view.state, view.version, meeting.number, found.metric, found.where, place)
    # Rows whose counts cancel each other out are a cause all the same.
    if not part.moves and rows.nearness != COUNTED:
        return
    with st.expander(f"{part.label}　{change}" + (f"　{rows.count} 行" if rows.count else ""), key=f"cause_{part.cause}"):
        lines = [_counts(found, part), *_changes(view, meeting, part)]
        if rows.count:
            more = f"，以下列出前 {MOST} 行" if rows.count > MOST else ""
            lines.append(f"{rows.nearness}{'' if part.moves else '，合起来互相抵消'}，共 {rows.count} 行{more}。")
        _facts(*lines)
        if rows.count:
            shown = rows.rows.rename(columns=HEADINGS)[list(HEADINGS.values())]
            st.dataframe(
                shown, hide_index=True, width="stretch", placeholder="—", key=f"behind_{part.cause}", alt=f"{part.label}涉及的行", column_config=COLUMNS
            )


def _facts(*texts: str) -> None:
    """Shows the texts that say something, a line each."""
    if shown := "".join(f'<p class="facts">{escape(text)}</p>' for text in texts if text):
        st.html(shown)


def _counts(found: Bridge, part: Part) -> str:
    """分子/分母：20/24 → 18/24; nothing for plain counts."""
    if METRICS[found.metric].denominator is None:
        return ""
    return f"分子/分母：{over(part.before)} → {over(part.after)}"


def _changes(view: View, meeting: Meeting, part: Part) -> list[str]:
    """What the cause changed besides rows, a line each."""
    if part.cause == DEFINITION:
        return ["会议当时显示的数与现行程序按同一批数据重算的数之差：会后程序的统计口径有过调整，见口径说明。"]
    changed = stages_of(view.state, view.version, meeting.moment).steps[part.stage].changed
    if part.cause == DAY:
        return [f"数据截至日期：{old or '—'} → {new or '—'}" for old, new in changed.values()]
    if part.cause == NAMES:
        return [f"“{given}”{'改认' if old else '认定'}为“{new}”" for given, (old, new) in changed.items()]
    last = {one.name: one for one in reversed(view.state.store.changes()) if one.event <= view.version}
    return [
        f"{SETTINGS[name].label}：{said(name, old)} → {said(name, new)}（{last[name].who or '—'}，{last[name].at:%Y-%m-%d %H:%M}）"
        for name, (old, new) in changed.items()
    ]

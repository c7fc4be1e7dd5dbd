"""Looking at an earlier moment: the control in the row of tools, and the strip that says so on every page."""

from datetime import date
from html import escape

import streamlit as st

from data.store.moments import Moment
from pages.parts import moment, state
from pages.parts.moment import Asked

NOW_ONLY = ("upload", "history", "settings")
"""Pages on which data is changed: what they show is always now."""
RECOMPUTED = "历史版本按现行口径重新计算；届次、目标、时限等设置取当时的值，密级标识和投屏脱敏人数取现行的值。"


def strip(page: str) -> None:
    """Shows on top of a page (its address) which earlier moment is looked at; nothing while it is now."""
    if not moment.text():
        return
    store = state.current().store
    found = moment.asked(store, moment.text())
    if found.trouble:
        said = found.trouble
    elif found.event is None:
        return
    elif page in NOW_ONLY:
        said = "本页始终显示最新数据，在此所作的变更不影响历史版本。其他页面仍为所选的历史版本。"
    else:
        said = strip_said(found, store.moments())
    with st.container(key="as_of_strip", horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.html(f'<div class="strip-text" role="status"><b>{"未能回看" if found.trouble else "历史版本"}</b>{escape(said)}</div>')
        st.button("回到最新", key="as_of_leave", on_click=moment.choose, args=("",))


def strip_said(found: Asked, moments: list[Moment]) -> str:
    """Returns the strip's sentence: which moment, which version, how many changes have followed."""
    later = sum(one.event > found.event for one in moments)
    rest = f"之后的{later}次变更不在内。" if later else "之后没有影响数据的变更。"
    return f"正在查看截至{when(found, moments)}（第{found.event}版）的数据，{rest}"


def when(found: Asked, moments: list[Moment]) -> str:
    """Returns the day that was asked for, else when the version was made, to the minute."""
    if found.day:
        return said(found.day)
    made = next((one for one in moments if one.event <= found.event), None)
    return f"{said(made.at)}{made.at:%H:%M}" if made else "开始时"


def said(day: date) -> str:
    """Returns a day as it is written: 2026年6月30日."""
    return f"{day.year}年{day.month}月{day.day}日"


def control_row(seen: state.State) -> None:
    """Shows the control on a page that has no scope bar."""
    with st.container(key="tools", horizontal=True, horizontal_alignment="right"):
        control(seen)


def control(seen: state.State) -> None:
    """Shows which moment is looked at, and behind it the choice of another: a change from the list, or a day."""
    store, text = seen.store, moment.text()
    moments = store.moments()
    if not moments:
        return
    found = moment.asked(store, text)
    label = "截至最新" if found.event is None else f"截至 {found.day or _day_of(found.event, moments)}　第{found.event}版"
    with st.popover(label, type="tertiary", icon=":material/history:", key="as_of_choice"):
        # A key of its own for each moment looked at: the fields begin empty wherever one comes from.
        st.selectbox(
            "查看某次变更之后的数据", moments, index=None, format_func=line, placeholder="选择一次变更", key=f"as_of_moment_{text}",
            on_change=_chosen, args=(f"as_of_moment_{text}",),
        )  # fmt: skip
        st.date_input(
            "或查看某一天结束时的数据", value=None, min_value=moments[-1].at.date(), max_value=max(date.today(), moments[0].at.date()),
            format="YYYY-MM-DD", key=f"as_of_day_{text}", on_change=_chosen, args=(f"as_of_day_{text}",),
        )  # fmt: skip
        if found.event is not None:
            st.button("回到最新", key="as_of_back", on_click=moment.choose, args=("",), width="stretch")
        st.html(f'<p class="facts">{RECOMPUTED}</p>')


def line(one: Moment) -> str:
    """Returns a change as the list shows it: when, what, by whom."""
    return f"{one.at:%Y-%m-%d %H:%M}　{one.what}{f'　{one.who}' if one.who else ''}"


def _day_of(event: int, moments: list[Moment]) -> date:
    return next((one.at.date() for one in moments if one.event <= event), moments[-1].at.date())


def _chosen(key: str) -> None:
    picked = st.session_state.get(key)
    if picked is not None:
        moment.choose(str(picked.event) if isinstance(picked, Moment) else picked.isoformat())

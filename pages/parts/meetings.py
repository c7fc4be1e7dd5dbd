"""The meetings that are marked: which one the reader compares with, and the form in which one is marked."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from analytics.bridge import shown_now
from data.facts import Facts
from data.store import Store
from data.store.meetings import LONGEST, Meeting
from pages.parts.view import View
from pages.parts.who import ask_who, who

NOW, BY_DAY, BY_IMPORT = "现在", "按日期", "按某次导入"
_TROUBLE = "meeting_trouble"


def known(store: Store, version: int) -> list[Meeting]:
    """The meetings that the figures of a version can be compared with, the earliest first."""
    return [one for one in store.meetings() if one.moment <= version]


def facts_then(store: Store, version: int) -> Facts | None:
    """The facts as they were at the last meeting, None where none is marked."""
    found = known(store, version)
    return store.facts_at(found[-1].moment) if found else None


def labels(found: list[Meeting]) -> dict[str, Meeting]:
    """Label → meeting, the last one first; those of one name and day are told apart by their number."""
    said = [one.label for one in found]
    return {one.label if said.count(one.label) == 1 else f"{one.label} 第{one.number}次标记": one for one in reversed(found)}


def asked(view: View) -> Meeting | None:
    """The meeting that the address asks for, else the last one."""
    offered = labels(known(view.state.store, view.version))
    return offered.get(st.query_params.get("meeting", "")) or next(iter(offered.values()), None)


def chosen(view: View) -> Meeting | None:
    """Shows which meeting is compared with, and for the office's own store the way to mark one; returns the one chosen."""
    offered = labels(known(view.state.store, view.version))
    with st.container(key="meetings", horizontal=True, vertical_alignment="center", gap="small"):
        label = (
            st.selectbox("对比的会议", list(offered), key="meeting", bind="query-params", label_visibility="collapsed", width=360)
            if offered
            else None
        )
        # Who looks at an earlier moment marks nothing.
        if not view.state.sample and view.version == view.state.store.version():
            st.button("标记会议", icon=":material/add:", key="mark_meeting", on_click=partial(_ask, view.state.store))
            if label:
                st.button("取消此标记", key="unmark_meeting", type="tertiary", on_click=_unmark, args=(view.state.store, offered[label].number))
    trouble()
    return offered.get(label) if label else None


@st.dialog("标记会议", width="medium")
def _ask(store: Store) -> None:
    """Asks for the name and moment of a meeting, and keeps it with what was shown then."""
    st.text_input("会议名称", placeholder="例如 书记专题会", max_chars=LONGEST, key="meeting_name")
    how = st.segmented_control("会上所用数据", (NOW, BY_DAY, BY_IMPORT), default=NOW, required=True, key="meeting_how")
    if how == BY_DAY:
        st.date_input("会议日期", value="today", max_value=date.today(), format="YYYY-MM-DD", key="meeting_day")
        st.html('<p class="facts">以这一天结束时的数据为准。</p>')
    elif how == BY_IMPORT:
        sent = {one["id"]: one for one in store.imports()}
        st.selectbox("导入", list(sent)[::-1], format_func=lambda n: f"第 {n} 次　{sent[n]['at']:%Y-%m-%d %H:%M}　{sent[n]['file']}", key="meeting_import")
        st.html('<p class="facts">以这次导入（连同一并上传的文件）完成时的数据为准。</p>')
    else:
        st.html('<p class="facts">以此刻的数据为准，之后的变动都从这里算起。</p>')
    ask_who()
    if st.button("保存标记", type="primary", key="meeting_save", on_click=_keep, args=(store,)) and not trouble():
        st.rerun()


def _keep(store: Store) -> None:
    given = st.session_state
    how = given.get("meeting_how")
    _try(
        lambda: store.mark_meeting(
            given.get("meeting_name") or "",
            who(),
            held_on=given.get("meeting_day") if how == BY_DAY else None,
            import_id=given.get("meeting_import") if how == BY_IMPORT else None,
            figures=shown_now,
        )
    )


def _unmark(store: Store, number: int) -> None:
    _try(lambda: store.unmark_meeting(number, who()))


def _try(change: Callable[[], object]) -> None:
    """Does what was asked for, or keeps the sentence on what is wrong with it."""
    try:
        if not who():
            raise ValueError("请先填写经办人：每次标记都要记录是谁做的。")
        change()
    except (ValueError, KeyError) as error:
        st.session_state[_TROUBLE] = str(error.args[0])


def trouble() -> bool:
    """Says, once, why the last mark was not kept; returns whether there was anything to say."""
    words = st.session_state.pop(_TROUBLE, None)
    if words:
        st.error(words)
    return words is not None

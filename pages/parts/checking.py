"""The figure check: a text pasted or dropped, its outcome, and what can be taken away."""

import hashlib
from dataclasses import dataclass

import streamlit as st

from analytics.check.compare import AGREES, DIFFERS, UNKNOWN
from analytics.check.documents import bounded, commented, text_of
from analytics.check.report import Report, check
from analytics.check.words import comments
from data.workbook import Unreadable
from pages.parts import frames, state
from pages.parts.as_of import control_row
from pages.parts.banner import banner
from pages.parts.checked import contradictions_html, guide_html, table_html, text_html
from pages.parts.masthead import masthead
from pages.parts.sentence import lead

_TEXT, _FILE = "check_text", "check_file"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EVERY = "全部"


@dataclass(frozen=True, kw_only=True)
class Given:
    """A text to check, the Word document it came from if it came from one, and its name."""

    text: str
    content: bytes | None
    name: str


def begun(title: str) -> tuple[state.State, int]:
    """Shows the head of the page; returns which store is asked, and its version."""
    seen = state.current()
    version = seen.version()
    if seen.sample:
        banner("所有单位、村和数字均为虚构，可随意查看。", "开始使用本单位台账", state.begin_own)
    masthead(title, frames.masthead_facts(seen, version))
    control_row(seen)
    return seen, version


def given() -> Given | None:
    """Shows where a text is pasted or a file dropped; returns what is to be checked, None while there is nothing."""
    with st.container(key="card_given"):
        left, right = st.columns([3, 2], gap="medium")
        pasted = left.text_area(
            "粘贴文字", value=st.session_state.get(_TEXT, ""), height=150, max_chars=200_000, placeholder="粘贴总结、汇报、简报等文字", key="check_pasted",
        )  # fmt: skip
        sent = right.file_uploader("或拖入文件（.docx、.pptx、.pdf、.txt）", type=["docx", "pptx", "pdf", "txt"], key=_FILE)
        right.html('<p class="facts">文字只在本系统内核对，不保存、不外传。数字与当前台账逐一比对，并检查文中合计、比率、列举是否自相矛盾。</p>')
        left.button("核对", type="primary", key="check_go")
    st.session_state[_TEXT] = pasted
    try:
        if sent is not None:
            content = sent.getvalue()
            return Given(text=_read(sent.name, content), content=content if sent.name.lower().endswith(".docx") else None, name=sent.name)
        if pasted.strip():
            return Given(text=bounded(pasted), content=None, name="核对稿")
    except Unreadable as error:
        st.error(error.message)
        return None
    with st.container(key="card_guide"):
        st.html(guide_html())
    return None


def _read(name: str, content: bytes) -> str:
    """The text of a file, read once a session."""
    key = hashlib.sha256(name.encode() + content).hexdigest()
    kept = st.session_state.get("check_read")
    if kept is None or kept[0] != key:
        with st.spinner("正在读取文件"):
            kept = st.session_state["check_read"] = (key, text_of(name, content))
    return kept[1]


def checked(seen: state.State, version: int, text: str) -> Report:
    """Returns the text checked against the store, once a session and version: texts are not shared."""
    key = (hashlib.sha256(text.encode()).hexdigest(), seen, version)
    kept = st.session_state.get("check_report")
    if kept is None or kept[0] != key:
        kept = st.session_state["check_report"] = (key, check(text, seen.facts()))
    return kept[1]


def outcome(report: Report, sent: Given) -> None:
    """Shows the sentence, what contradicts itself, the marked text and the table."""
    lead(report.said)
    if report.contradictions:
        with st.container(key="card_inner"):
            st.html(f'<div class="card-head"><h3>文中自相矛盾</h3><span>{len(report.contradictions)} 处，与台账无关</span></div>{contradictions_html(report)}')
    if not report.results:
        return
    text, table = st.columns([5, 6], gap="small")
    with text.container(key="card_text"):
        st.html('<div class="card-head"><h3>原文</h3><span>✓ 一致　! 不一致　? 无法核对　波浪线为自相矛盾</span></div>')
        st.html(text_html(report))
    with table.container(key="card_claims"):
        st.html('<div class="card-head"><h3>逐项核对</h3><span>序号与原文标注一致</span></div>')
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="claims_bar"):
            _choose_and_take(report, sent)
        shown = st.session_state.get("verdict") or EVERY
        wanted = (AGREES, DIFFERS, UNKNOWN) if shown == EVERY else (shown,)
        room = table_html(report, wanted) if any(map(report.count, wanted)) else f'<p class="nothing">没有“{shown}”的数字。</p>'
        st.html(f'<div class="claims-room">{room}</div>')


def _choose_and_take(report: Report, sent: Given) -> None:
    st.segmented_control("结论", (EVERY, DIFFERS, UNKNOWN, AGREES), default=EVERY, required=True, key="verdict", label_visibility="collapsed")
    st.download_button(
        "下载批注稿",
        data=lambda: commented(report.text, sent.content, comments(report)),
        file_name=f"{sent.name.rsplit('.', 1)[0]}（核数批注）.docx",
        mime=DOCX, icon=":material/download:", key="download_checked", on_click="ignore", type="tertiary",
    )  # fmt: skip

"""The form in which somebody says which of two numbers is right."""

from html import escape

import streamlit as st

from analytics.reconcile import CHOICES, Finding, answer
from analytics.reconcile.words import UNCHANGED
from data.store import Store
from pages.parts.who import ask_who, who

_TROUBLE = "reconciliation_trouble"


@st.dialog("以哪个数为准", width="medium")
def ask_answer(store: Store, one: Finding) -> None:
    """Asks who says which number is right, and keeps it."""
    st.html(f'<p class="why"><b>{escape(one.what.label)}</b>　{escape(one.scope)}</p>')
    before = one.answer
    st.radio(
        "答复", CHOICES, format_func=one.choice_said, index=CHOICES.index(before.choice) if before else None, key="answer_choice"
    )
    st.text_area("说明（可不填；请勿写个人姓名和案情）", before.note if before else "", max_chars=200, height=90, key="answer_note")
    ask_who()
    st.html(f'<p class="facts">{escape(UNCHANGED)}</p>')
    if st.button("保存答复", type="primary", key="answer_save", on_click=_keep, args=(store, one)) and not trouble():
        st.rerun()


def _keep(store: Store, one: Finding) -> None:
    """Keeps what stands in the form, or what is wrong with it."""
    choice, note = st.session_state.get("answer_choice"), st.session_state.get("answer_note")
    try:
        answer(store, one, choice or "", note or "", who())
    except ValueError as error:
        st.session_state[_TROUBLE] = str(error)


def trouble() -> bool:
    """Says, once, why the last answer was not kept; returns whether there was anything to say."""
    words = st.session_state.pop(_TROUBLE, None)
    if words:
        st.error(words)
    return words is not None

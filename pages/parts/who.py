"""Who is at work: the name that goes into the record of every import, withdrawal and setting."""

import streamlit as st

_KEY = "who"


def ask_who() -> str:
    """The field for the name, kept through the session; the name without its blanks."""
    return st.text_input("经办人", key=_KEY, placeholder="写入变更记录", max_chars=20, persist_state="session").strip()


def who() -> str:
    """The name given so far, or nothing."""
    return str(st.session_state.get(_KEY) or "").strip()

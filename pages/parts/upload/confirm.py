"""The last step: who commits, and what came of it."""

import streamlit as st

from data.beginning import begin
from data.intake import Intake, commit
from data.store import Store
from data.store.store import StoreChanged
from pages.parts import state
from pages.parts.upload import files
from pages.parts.who import ask_who

_OUTCOME = "upload_outcome"


def ask(store: Store, intake: Intake, sent: list[tuple[str, bytes]]) -> None:
    """The commit button, with what would be written; nothing is written before it is pressed."""
    ready = sum(r["rows"] for r in intake.reports if r["status"] == "loaded")
    waiting = sum(r["status"] == "asked" for r in intake.reports)
    with st.container(key="card_confirm"):
        words = f"将导入 {ready} 行。" if intake.imports else "没有可以导入的表。"
        if waiting:
            words += f"有 {waiting} 张表待确认，不会导入。"
        st.html(f'<p class="lead">{words}</p>')
        name, button, away = st.columns([2, 1, 1], vertical_alignment="bottom")
        with name:
            who = ask_who()
        button.button(
            "确认导入", type="primary", key="commit", width="stretch", disabled=not intake.imports or not who, on_click=_commit,
            args=(store, intake, who, sent),
        )  # fmt: skip
        away.button("全部取消", key="cancel", width="stretch", on_click=files.clear)


def _commit(store: Store, intake: Intake, who: str, sent: list[tuple[str, bytes]]) -> None:
    try:
        numbers = commit(store, state.home(), intake, who, sent)
    except StoreChanged as error:
        st.session_state[_OUTCOME] = ("error", str(error))
        return
    begin(state.home())
    rows = sum(r["rows"] for r in intake.reports if r["status"] == "loaded")
    listed = "、".join(f"第 {n} 次" for n in numbers)
    st.session_state[_OUTCOME] = (
        "success",
        f"已导入 {rows} 行，记为{listed}导入。各页数字已更新；如有差错，可在导入记录中撤回。",
    )
    files.clear()


def outcome() -> None:
    """What the last commit of this session came to, said once."""
    tone, words = st.session_state.pop(_OUTCOME, (None, ""))
    if tone:
        getattr(st, tone)(words)

"""导入记录: every import with file, who and when; each can be looked at, withdrawn and restored."""

import streamlit as st

from pages.parts import state
from pages.parts.imports import import_card, outcome
from pages.parts.masthead import masthead
from pages.parts.who import ask_who

store = state.office()
found = store.imports()
masthead("导入记录", [f"共 {len(found)} 次导入", f"数据版本 {store.version()}"])
outcome()
if found:
    ask_who()
else:
    st.info("还没有导入记录。请先在“台账导入”上传台账。")
for one in reversed(found):
    import_card(store, one)

"""What stands on the upload page before any file: the ledgers, their templates, what is done with personal data."""

from html import escape

import streamlit as st

from data.ledgers import LEDGERS
from data.template import template


@st.cache_data(show_spinner=False)
def _blank(name: str) -> bytes:
    return template(LEDGERS[name])


def show() -> None:
    """The list of ledgers, each with its blank template."""
    with st.container(key="card_guide"):
        st.html(
            '<div class="card-head"><h3>可导入的台账</h3><span>列名不必与模板完全一致，合计行、标题行、合并单元格可自动识别</span></div>'
            '<p class="facts">姓名、职务、联系方式、被反映人、问题摘要等个人信息列在读取时剔除，不保存。其他列也可标为个人信息。</p>'
        )
        for ledger in LEDGERS.values():
            words, button = st.columns([5, 1], vertical_alignment="center")
            words.html(f'<p class="ledger-line"><b>{escape(ledger.label)}</b><span>{escape(ledger.meaning)}</span></p>')
            button.download_button(
                "空白模板",
                data=_blank(ledger.name),
                file_name=f"{ledger.label}.xlsx",
                key=f"template_{ledger.name}",
                on_click="ignore",
                width="stretch",
            )

"""The strip that says the figures are invented, with the one way out of them."""

from collections.abc import Callable
from html import escape

import streamlit as st


def banner(text: str, button: str, on_click: Callable[[], None], title: str = "当前为示例数据") -> None:
    """Shows the strip on top of a page; `button` is the label of what `on_click` does."""
    with st.container(key="banner", horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.html(f'<div class="banner-text"><b>{escape(title)}</b>{escape(text)}</div>')
        st.button(button, on_click=on_click, key="banner_button", type="primary")

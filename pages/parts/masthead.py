"""The head of a page: its title over the red rule, and what the figures rest on."""

from collections.abc import Sequence
from html import escape

import streamlit as st


def masthead(title: str, meta: Sequence[str] = ()) -> None:
    """Shows a page's title; `meta` are short facts to its right: term, cut-off date, sources, data version."""
    st.html(masthead_html(title, meta))


def masthead_html(title: str, meta: Sequence[str] = ()) -> str:
    """Returns the head of a page as HTML, all texts escaped."""
    facts = "".join(f"<span>{escape(fact)}</span>" for fact in meta)
    return f'<header class="masthead"><h1>{escape(title)}</h1><div class="meta">{facts}</div></header>'

"""A white card with a title line; what is drawn inside `with card(…):` lies on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

import streamlit as st

from pages.parts.sentence import marked


@contextmanager
def card(key: str, title: str = "", unit_note: str = "", say: str | None = None) -> Iterator[None]:
    """Opens a card as tall as its row.

    `key` is unique on its page; tests find the card as `.st-key-card_<key>`.
    `unit_note` stands on the right (单位：% · 2020年), `say` is the sentence under
    the title, with the marks of `pages.parts.sentence`. Without a title there is no title line.
    """
    with st.container(key=f"card_{key}", height="stretch"):
        if title:
            st.html(card_head_html(title, unit_note, say))
        yield


def card_head_html(title: str, unit_note: str = "", say: str | None = None) -> str:
    """Returns a card's title line and sentence as HTML, all texts escaped."""
    sentence = f'<p class="say">{marked(say)}</p>' if say else ""
    return f'<div class="card-head"><h3>{escape(title)}</h3><span>{escape(unit_note)}</span></div>{sentence}'

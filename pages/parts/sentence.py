"""Sentences with emphasis, safe for any text.

`**81.0%**` is strong, `!!落后序时 14.0 个百分点!!` is strong in the warning colour.
Everything else is shown as it stands, whatever characters it has.
"""

import re
from html import escape

import streamlit as st

STRONG = re.compile(r"\*\*(.+?)\*\*")
WARNING = re.compile(r"!!(.+?)!!")


def marked(text: str) -> str:
    """Returns a sentence as HTML: escaped, with its two marks turned into elements."""
    return WARNING.sub(r"<mark>\1</mark>", STRONG.sub(r"<b>\1</b>", escape(text)))


def lead(text: str) -> None:
    """Shows the sentence a page begins with."""
    st.html(f'<p class="lead">{marked(text)}</p>')

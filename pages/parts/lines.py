"""Lines of a list: what, how it stands, its sentence, and the way to the page that shows more."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from analytics.lines import WORDS, Line
from analytics.theme import Theme
from pages.contents import PAGES
from pages.parts import moment
from pages.parts.arriving import carrying
from pages.parts.figure_link import figures_link
from pages.parts.sentence import marked
from pages.parts.style import current_theme
from pages.parts.view import View

COUNTED = "按规则由台账逐条清点得出，不是单独的指标，点本行名称查看"
FILES = {page.url: page.file for page in PAGES}


def show_lines(lines: Sequence[Line], key: str, view: View) -> None:
    """Shows the lines; a line's label opens its page in the same scope, the word at its end its figures. The rule stands under the sentence."""
    theme = current_theme()
    with st.container(key=f"lines_{key}", gap=None):
        for place, line in enumerate(lines):
            with st.container(key=f"line_{key}_{place}", horizontal=True, vertical_alignment="center", gap="small"):
                st.page_link(FILES[line.page], label=line.label, query_params=carrying(moment.query(dict(line.where))))
                st.html(line_html(line, theme))
                if line.state != "todo":
                    figures_link(view, line.figures, COUNTED, f"{key}_{place}")


def line_html(line: Line, theme: Theme) -> str:
    """Returns a line's state, sentence and rule as HTML, all texts escaped."""
    chip = f'<span class="chip {line.state}">{theme.mark(line.state).glyph} {WORDS[line.state]}</span>'
    note = f"<small>{escape(line.note)}</small>" if line.note else ""
    return f'<p class="line">{chip}<span>{marked(line.say)}{note}</span></p>'

"""从问题到案件: figures of different kinds one after another, with what lies between.

Not a funnel: issues, clues, cases and persons are counted in different units, and bars
to scale would hide everything after the first. The widths only hint at the order.
"""

from collections.abc import Sequence
from html import escape

import streamlit as st

from analytics.figures import obeyed
from analytics.panels.panel import Built, Step
from pages.parts.figure_link import figure_link
from pages.parts.view import View

WIDTHS = (100, 70, 56, 42)
FOOT = "条形仅示意先后，不按比例"


def steps(figures: Sequence[Step], view: View, made: Built) -> None:
    """Shows up to four steps, each with the way to its rows, what lies between them likewise; raises ValueError for more."""
    where = dict(view.scope.where)
    with st.container(key=f"steps_{made.panel}", gap=None):
        for row, (html, metric) in enumerate(zip(*rows(figures), strict=True)):
            with st.container(key=f"step_{made.panel}_{row}", horizontal=True, vertical_alignment="center", gap="small"):
                st.html(html)
                if metric:
                    figure_link(view, metric, obeyed(made, metric, where), f"{made.panel}_step_{row}")
        st.html(f'<p class="steps-foot">{FOOT}</p>')


def rows(figures: Sequence[Step]) -> tuple[list[str], list[str]]:
    """Returns the steps and what lies between them as HTML, all texts escaped, and whose figure each is."""
    if len(figures) > len(WIDTHS):
        raise ValueError(f"{len(figures)} steps; {len(WIDTHS)} can be told apart")
    found = []
    for number, step in enumerate(figures):
        if step.between:
            found.append((f'<p class="between">↓ {escape(step.between)}</p>', step.rate))
        paint = f"width:{WIDTHS[number]}%;background:var(--step-{number}-fill);color:var(--step-{number}-ink)"
        html = (
            f'<p class="step" style="{paint}"><span>{escape(step.label)}</span>'
            f"<b>{escape(step.value)}<small>{escape(step.unit)}</small></b></p>"
        )
        found.append((html, step.metric))
    return [html for html, _ in found], [metric for _, metric in found]

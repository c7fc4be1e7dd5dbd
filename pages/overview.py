"""总览: one sentence, four key figures, a line per kind of work, the way to case, pace, what was found, which villages are left."""

import streamlit as st

from pages.parts import frames
from pages.parts.cards import page_cards
from pages.parts.opening import opening
from pages.parts.panel import panel
from pages.parts.report import summary
from pages.parts.sentence import lead

PANELS = ("works", "way_to_case", "coverage_pace", "issues_by_category", "village_wall")

if view := opening("工作总览", PANELS):
    lead(frames.lead_sentence(view.state, view.version, view.scope.where))
    summary(view)
    page_cards("overview", view)
    left, right = st.columns([5, 4])
    with left:
        panel("works", view)
    with right:
        panel("coverage_pace", view)
    left, right = st.columns([3, 5])
    with left:
        panel("way_to_case", view)
    with right:
        panel("issues_by_category", view)
    panel("village_wall", view)

"""总览: one sentence, four key figures, pace, the way to case, what was found, which villages are left."""

import streamlit as st

from pages.parts import frames
from pages.parts.cards import page_cards
from pages.parts.opening import opening
from pages.parts.panel import panel
from pages.parts.sentence import lead

PANELS = ("coverage_pace", "way_to_case", "issues_by_category", "village_wall")

if view := opening("工作总览", PANELS):
    lead(frames.lead_sentence(view.state, view.version, view.scope.where))
    page_cards("overview", view)
    left, right = st.columns([5, 3])
    with left:
        panel("coverage_pace", view)
    with right:
        panel("way_to_case", view)
    left, right = st.columns([5, 8])
    with left:
        panel("issues_by_category", view)
    with right:
        panel("village_wall", view)

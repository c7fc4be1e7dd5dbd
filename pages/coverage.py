"""巡察覆盖率: how far the term is, whether that is fast enough, and who is left, by name."""

import streamlit as st

from pages.parts.cards import page_cards
from pages.parts.opening import opening
from pages.parts.panel import panel

PANELS = ("coverage_pace", "coverage_by_kind", "coverage_left")

if view := opening("巡察覆盖率", PANELS):
    page_cards("coverage", view)
    left, right = st.columns([3, 2])
    with left:
        panel("coverage_pace", view)
    with right:
        panel("coverage_by_kind", view)
    panel("coverage_left", view)

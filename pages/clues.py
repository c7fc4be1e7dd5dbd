"""线索转化: what became of the clues, round by round, and how long the open ones have waited."""

import streamlit as st

from pages.parts.opening import opening
from pages.parts.panel import panel

PANELS = ("way_to_case", "clue_cohorts", "clue_survival", "filing_by_team", "open_clues_by_age")

if view := opening("线索转化", PANELS):
    left, right = st.columns([2, 3])
    with left:
        panel("way_to_case", view)
    with right:
        panel("clue_cohorts", view)
    panel("clue_survival", view)
    left, right = st.columns(2)
    with left:
        panel("filing_by_team", view)
    with right:
        panel("open_clues_by_age", view)

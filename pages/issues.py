"""问题分析: what was found, in which units, by which teams, and what keeps coming back."""

import streamlit as st

from pages.parts.opening import opening
from pages.parts.panel import panel

PANELS = ("issues_by_category", "issues_recurring", "issues_by_organisation", "issues_by_team")

if view := opening("问题分析", PANELS):
    left, right = st.columns(2)
    with left:
        panel("issues_by_category", view)
        panel("issues_by_organisation", view)
    with right:
        panel("issues_recurring", view)
        panel("issues_by_team", view)

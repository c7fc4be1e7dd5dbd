"""倒排工期: what is left by name, whether it can be done by the term's end and how, and who goes where."""

import streamlit as st

from pages.parts.opening import opening
from pages.parts.panel import panel
from pages.parts.plan.whatif import whatif

PANELS = ("plan_schedule", "plan_left", "plan_progress", "plan_teams")

if view := opening("倒排工期", PANELS, export=False):
    whatif(view)
    left, right = st.columns(2)
    with left:
        panel("plan_left", view)
    with right:
        panel("plan_progress", view)
    panel("plan_teams", view)

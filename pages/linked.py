"""联动巡察: inspections together with, by or for another level or county."""

import streamlit as st

from pages.parts.opening import opening
from pages.parts.panel import panel

PANELS = ("linked_forms", "linked_issues", "linked_list")

if view := opening("联动巡察", PANELS):
    left, right = st.columns([3, 2])
    with left:
        panel("linked_forms", view)
    with right:
        panel("linked_issues", view)
    panel("linked_list", view)

"""巡审联动: audits joined with inspections, before entry, during, and until what they found is put right."""

import streamlit as st

from pages.parts.opening import opening
from pages.parts.panel import panel

PANELS = ("audit_first", "audit_way", "audit_stages", "audit_list")

if view := opening("巡审联动", PANELS):
    left, right = st.columns(2)
    with left:
        panel("audit_first", view)
    with right:
        panel("audit_way", view)
    panel("audit_stages", view)
    panel("audit_list", view)

"""选村: the villages left, ranked by weights that the reader moves; the weights live in the address."""

import streamlit as st

from pages.parts.opening import opening
from pages.parts.panel import panel
from pages.parts.selection import weighted_export, weighted_panel, weights

PANELS = ("selection_ranked", "selection_scores", "selection_by_town", "selection_by_form")

if view := opening("选村", PANELS, export=False):
    chosen = weights()
    weighted_export("选村", PANELS, PANELS[:2], view, chosen)
    weighted_panel("selection_ranked", view, chosen)
    left, right = st.columns([3, 2])
    with left:
        weighted_panel("selection_scores", view, chosen)
    with right:
        panel("selection_by_town", view)
        panel("selection_by_form", view)

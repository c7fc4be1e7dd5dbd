"""监督贯通: what passed between inspection and other kinds of supervision, both ways, and whether it was used."""

import streamlit as st

from pages.parts.cards import page_cards
from pages.parts.opening import opening
from pages.parts.panel import panel

PANELS = (
    "supervision_by_partner", "supervision_by_year", "supervision_taken_up", "supervision_by_matter", "supervision_by_organisation",
)  # fmt: skip

if view := opening("监督贯通", PANELS):
    page_cards("supervisions", view)
    left, right = st.columns(2)
    with left:
        panel("supervision_by_partner", view)
    with right:
        panel("supervision_by_year", view)
    left, right = st.columns(2)
    with left:
        panel("supervision_taken_up", view)
    with right:
        panel("supervision_by_matter", view)
    panel("supervision_by_organisation", view)

"""队伍建设: the talent pool and who of it serves, trainings and hours year against year, rules made."""

import streamlit as st

from pages.parts.cards import page_cards
from pages.parts.opening import opening
from pages.parts.panel import panel

PANELS = (
    "trainings_by_year", "training_hours_by_year", "talent_by_specialty", "talent_served", "talent_by_employer", "talent_by_kind",
    "regulations_by_year",
)  # fmt: skip

if view := opening("队伍建设", PANELS):
    page_cards("people", view)
    left, right = st.columns([3, 2])
    with left:
        panel("trainings_by_year", view)
    with right:
        panel("training_hours_by_year", view)
    left, right = st.columns(2)
    with left:
        panel("talent_by_specialty", view)
    with right:
        panel("talent_served", view)
    left, right = st.columns(2)
    with left:
        panel("talent_by_employer", view)
    with right:
        panel("talent_by_kind", view)
        panel("regulations_by_year", view)

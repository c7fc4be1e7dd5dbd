"""回访问责: what followed each inspection, who came back to a talk, who was held to account."""

import streamlit as st

from pages.parts.cards import page_cards
from pages.parts.opening import opening
from pages.parts.panel import panel

PANELS = ("follow_up_chain", "revisits_by_round", "follow_up_lags", "talks_by_form", "accountability")

if view := opening("回访问责", PANELS):
    page_cards("follow_up", view)
    panel("follow_up_chain", view)
    left, right = st.columns(2)
    with left:
        panel("revisits_by_round", view)
        panel("talks_by_form", view)
    with right:
        panel("follow_up_lags", view)
        panel("accountability", view)

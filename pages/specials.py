"""专项巡察: which funds were looked at, what each brought, and which campaigns followed."""

import streamlit as st

from pages.parts.cards import page_cards
from pages.parts.opening import opening
from pages.parts.panel import panel

PANELS = ("special_by_fund", "special_density", "special_campaigns", "special_by_round")

if view := opening("专项巡察", PANELS):
    page_cards("specials", view)
    left, right = st.columns(2)
    with left:
        panel("special_by_fund", view)
    with right:
        panel("special_density", view)
    panel("special_by_round", view)
    panel("special_campaigns", view)

"""整改成效: how much is put right, by round, category and unit; what is overdue; what rectification brought."""

import streamlit as st

from pages.parts.cards import page_cards
from pages.parts.opening import opening
from pages.parts.panel import panel

PANELS = (
    "rectify_by_round", "rectify_by_category", "rectify_by_organisation", "rectify_by_town", "rectify_by_timing", "rectify_beside", "rectify_open",
    "rectify_rules", "rectify_money", "rectify_grades", "rectify_satisfaction",
)  # fmt: skip

if view := opening("整改成效", PANELS):
    page_cards("rectification", view)
    left, right = st.columns(2)
    with left:
        panel("rectify_by_round", view)
        panel("rectify_by_town", view)
    with right:
        panel("rectify_by_organisation", view)
        panel("rectify_by_category", view)
    panel("rectify_open", view)
    for pair in (("rectify_by_timing", "rectify_beside"), ("rectify_rules", "rectify_money"), ("rectify_grades", "rectify_satisfaction")):
        for place, name in zip(st.columns(2), pair, strict=True):
            with place:
                panel(name, view)

"""数据来源: the page of one figure: its rows, numerator and denominator apart, and each row's cell in the workbook it came from."""

import streamlit as st

from analytics.panels import PANELS
from pages.parts.comparison import comparison_card
from pages.parts.opening import opening
from pages.parts.since import since_card
from pages.parts.trace.asked import asked, chosen_metric, further_chips
from pages.parts.trace.head import figure_head
from pages.parts.trace.rows import rows_part

if view := opening("数据来源", tuple(PANELS), export=False):
    with st.container(key="asked", horizontal=True, vertical_alignment="center", gap="small"):
        metric = chosen_metric()
        known = asked(view, metric) if metric else None
        if known:
            further_chips(known)
    if known and figure_head(view, metric, known):
        rows_part(view, metric, known.where)
        comparison_card(view, metric, known.where)
        since_card(view, metric, known.where)

"""村级延伸: which villages were reached, town by town; a tile opens its village."""

import streamlit as st

from pages.parts.opening import opening
from pages.parts.panel import panel

PANELS = ("villages_by_town", "village_wall", "villages_by_class", "villages_by_form")

if view := opening("村级延伸", PANELS):
    panel("village_wall", view)
    left, right = st.columns([3, 2])
    with left:
        panel("villages_by_town", view)
    with right:
        panel("villages_by_class", view)
        panel("villages_by_form", view)

"""One village's rows, each with its cell, and the figures of its town, opened from its tile."""

import streamlit as st

from pages.parts import frames
from pages.parts.figure_link import asked_for, figure_list
from pages.parts.view import View
from pages.parts.village_rows import traits_html

FIGURES = ("village_coverage_rate", "villages_inspected")
"""What a tile counts towards, in its town."""


def show_village(view: View, town: str, village: str) -> None:
    """Opens the rows of one village over the page."""

    @st.dialog(f"{town}　{village}", width="large")
    def rows() -> None:
        traits, reaches = frames.village(view.state, view.version, town, village)
        st.html(traits_html(traits))
        if reaches.empty:
            st.html('<p class="nothing">本届尚未巡察。</p>')
        else:
            st.dataframe(reaches, hide_index=True, width="stretch", alt=f"{village}历次延伸巡察")
        figure_list(view, asked_for(view, FIGURES, {**dict(view.scope.where), "town": town}), "village")

    rows()

"""A row of key figures, each with the way to its rows or why there is none."""

from collections.abc import Sequence

import streamlit as st

from analytics.cards.card import Card
from pages.parts import frames
from pages.parts.card import card
from pages.parts.figure_link import asked_for, figure_link, why_link
from pages.parts.kpi import kpi
from pages.parts.view import View


def page_cards(page: str, view: View) -> None:
    """Shows the key figures of a page, named by its address."""
    card_row(view, frames.cards(view.state, view.version, page, view.scope.where))


def card_row(view: View, figures: Sequence[Card]) -> None:
    """Shows key figures beside each other, each on its card."""
    for column, figure in zip(st.columns(len(figures)), figures, strict=True):
        with column, card(f"kpi_{figure.name}"):
            kpi(figure)
            if figure.metric:
                figure_link(view, figure.metric, figure.where, figure.name)
            else:
                why_link(view, figure.why, asked_for(view, figure.parts, dict(view.scope.where)), figure.name)

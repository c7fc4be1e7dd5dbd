"""A row of key figures."""

from collections.abc import Sequence
from dataclasses import asdict

import streamlit as st

from analytics.cards.card import Card
from pages.parts import frames
from pages.parts.card import card
from pages.parts.kpi import Kpi, kpi
from pages.parts.view import View


def page_cards(page: str, view: View) -> None:
    """Shows the key figures of a page, named by its address."""
    card_row(frames.cards(view.state, view.version, page, view.scope.where))


def card_row(figures: Sequence[Card]) -> None:
    """Shows key figures beside each other, each on its card."""
    for column, figure in zip(st.columns(len(figures)), figures, strict=True):
        with column, card(f"kpi_{figure.name}"):
            kpi(Kpi(**{name: value for name, value in asdict(figure).items() if name != "name"}))

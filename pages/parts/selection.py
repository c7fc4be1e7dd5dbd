"""The weights that rank villages, one slider each, and panels made with them."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from analytics.selection import FACTORS, MOST, Weights
from pages.parts import frames
from pages.parts.card import card
from pages.parts.exports import page_export
from pages.parts.panel import body
from pages.parts.style import current_theme
from pages.parts.view import View


def weights() -> Weights:
    """Shows the weights and returns them as they stand; the address keeps those that were moved."""
    usual, found = Weights(), {}
    with card("weights", "权重", f"每项 0 至 {MOST} 分，移动后立即重新排序"):
        for column, factor in zip(st.columns(len(FACTORS), gap="medium"), FACTORS, strict=True):
            found[factor.name] = column.slider(
                factor.label, 0, MOST, getattr(usual, factor.name), key=f"weight_{factor.name}", bind="query-params"
            )
    return Weights(**found)


def weighted_panel(name: str, view: View, chosen: Weights) -> None:
    """Shows a panel of the selection with these weights."""
    made = frames.selected(view.state, view.version, name, chosen, view.scope.where, current_theme().name)
    with card(made.panel, made.title, made.unit, made.say or None):
        body(made, view, partial(frames.selected, view.state, view.version, name, chosen, view.scope.where, "light"))


def weighted_export(title: str, names: Sequence[str], ranking: Sequence[str], view: View, chosen: Weights) -> None:
    """Shows the download of the page; the panels of `ranking` are made with these weights, the others as they stand."""
    with st.container(key="tools_weighted", horizontal=True, horizontal_alignment="right"):
        page_export(
            title, view,
            lambda: [
                frames.selected(view.state, view.version, name, chosen, view.scope.where, "light")
                if name in ranking else frames.built(view.state, view.version, name, view.scope.where, "light")
                for name in names
            ],
        )  # fmt: skip

"""Runs the page again when its reader switches between light and dark, so that every colour follows."""

from pathlib import Path

import streamlit as st

from pages.parts.style import current_theme

SCRIPT = Path(__file__).with_suffix(".js")


@st.cache_resource(show_spinner=False)
def component():
    """Returns the component, registered once for all sessions."""
    return st.components.v2.component("inspection_theme_switch", html="<i hidden></i>", js=SCRIPT.read_text("utf-8"))


def watch_theme() -> None:
    """Puts the invisible watcher on the page."""
    component()(data={"theme": current_theme().name}, key="theme_switch", on_switched_change=lambda: None)

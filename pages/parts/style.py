"""The pages' style sheet, from the theme. `frame.py` applies it once a run; parts use its classes."""

from functools import cache
from pathlib import Path

import streamlit as st

from analytics.theme import LIGHT, SERIF, THEMES, Theme

SHEETS = Path(__file__).with_name("css")


def current_theme() -> Theme:
    """Returns the theme this reader's browser shows."""
    return THEMES.get(st.context.theme.type or "light", LIGHT)


def variables(theme: Theme) -> dict[str, str]:
    """Returns the CSS variables that pages and components may use, by name without the dashes."""
    named = {
        name.replace("_", "-"): getattr(theme, name)
        for name in (
            "paper",
            "card",
            "panel",
            "ink",
            "quiet",
            "line",
            "brand",
            "brand_ink",
            "link",
            "blue",
            "amber",
            "late",
        )
    }
    for state, mark in theme.marks.items():
        named |= {f"{state}-fill": mark.fill, f"{state}-ink": mark.ink, f"{state}-edge": mark.edge}
    for number, (fill, ink) in enumerate(theme.steps):
        named |= {f"step-{number}-fill": fill, f"step-{number}-ink": ink}
    named |= {
        "doing-tint": theme.doing_tint,
        "late-tint": theme.late_tint,
        "doing-text": theme.doing_text,
        "serif": SERIF,
    }
    return named


@cache
def style_sheet(name: str) -> str:
    """Returns the whole style sheet for the theme of that name."""
    root = ";".join(f"--{key}:{value}" for key, value in variables(THEMES[name]).items())
    rules = "".join(path.read_text("utf-8") for path in sorted(SHEETS.glob("*.css")))
    return f"<style>:root{{{root}}}\n{rules}</style>"


def apply() -> None:
    """Puts the style sheet on the page."""
    st.html(style_sheet(current_theme().name))

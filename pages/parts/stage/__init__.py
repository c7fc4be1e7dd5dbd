"""The stage: a deck's slides over the whole window, flipped in the browser. It only shows what it is given."""

from functools import cache
from hashlib import sha256
from json import dumps
from pathlib import Path

import streamlit as st

from analytics.decks import Deck, Made
from analytics.panels import PANELS
from analytics.theme import MEETING, SANS
from pages.parts.style import variables
from pages.server.routes import CHART_CODE

FOLDER = Path(__file__).parent
SCRIPTS = ("slides.js", "drawing.js", "keys.js", "stage.js")


@st.cache_resource(show_spinner=False)
def component():
    """Returns the component, registered once for all sessions."""
    script = "\n".join((FOLDER / name).read_text("utf-8") for name in SCRIPTS)
    return st.components.v2.component("inspection_stage", html="<i hidden></i>", js=script, isolate_styles=False)


@cache
def style_sheet() -> str:
    """Returns the stage's style sheet: both themes' colours under the theme's name, so that T asks no server."""
    colours = (
        f'.deck[data-theme="{name}"]{{{";".join(f"--{key}:{value}" for key, value in variables(theme).items())};--sans:{SANS}}}'
        for name, theme in MEETING.items()
    )
    return "\n".join((*colours, (FOLDER / "stage.css").read_text("utf-8")))


def prepare(deck: Deck, theme: str) -> None:
    """Says that a deck is being made, and has the browser load what draws it meanwhile."""
    said = "".join((deck.title, *(PANELS[name].title for name in deck.panels)))
    data = {"preparing": f"正在准备“{deck.title}”…", "said": said, "theme": theme, "css": style_sheet(), "plotly": CHART_CODE}
    component()(data=data, key="stage_coming")


def stage(made: Made, *, theme: str, auto: int = 0, sample: bool = False) -> bool:
    """Shows a deck over everything else; returns whether its reader has just left it.

    `theme` is the one it opens in unless the address says another, `auto` the seconds after which it turns by itself.
    """
    shown = {"slides": list(made.slides), "foot": list(made.foot), "marking": made.marking, "sample": sample}
    stamp = sha256(dumps(shown, ensure_ascii=False, default=str).encode()).hexdigest()[:16]
    data = {**shown, "stamp": stamp, "theme": theme, "auto": auto, "css": style_sheet(), "plotly": CHART_CODE}
    return bool(component()(data=data, key="stage", on_left_change=lambda: None).left)

"""Shows the deck that the address asks for, and follows the store while it is shown."""

from urllib.parse import urlencode

import streamlit as st

from analytics.panels.panel import SCOPE
from pages.parts import decks, frames, moment, state
from pages.parts.scope import scope_asked
from pages.parts.stage import prepare, stage
from pages.parts.style import current_theme

EVERY = "30s"


def projected() -> bool:
    """Whether the address asks for a deck; it is shown then, and nothing else."""
    if st.query_params.get("show") != "1" or not decks.asked(state.current().store, st.query_params):
        return False
    slides()
    return True


@st.fragment(run_every=EVERY)
def slides() -> None:
    """Makes the deck for the newest version of the store and shows it; an unchanged deck is not drawn again."""
    seen, asked = state.current(), st.query_params.to_dict()
    deck = decks.asked(seen.store, asked)
    if deck is None:
        # Somebody deleted it while it was shown.
        st.rerun()
    theme = current_theme().name
    prepare(deck, theme)
    version = seen.version()
    scope = scope_asked(frames.scopes(seen, version, deck.panels), asked)
    made = frames.deck(seen, version, deck, scope.where, asked.get("mask") != "false")
    auto = asked.get("auto", "")
    if stage(made, theme=theme, auto=int(auto) if auto.isdecimal() else 0, sample=seen.sample):
        leave(asked)


def leave(asked: dict[str, str]) -> None:
    """Goes back to the choice of decks, in the same scope. The browser's address is there already; a fragment does not see it."""
    st.query_params.from_dict({name: value for name, value in asked.items() if name in (*SCOPE, moment.NAME)})
    st.rerun()


def link(deck: str, *, panels: tuple[str, ...] = (), masked: bool = True, auto: int = 0, where: dict[str, str]) -> str:
    """Returns the address of a deck, relative to this page."""
    query = {"deck": deck, "show": "1"}
    query |= {"panels": ",".join(panels)} if panels else {}
    query |= {} if masked else {"mask": "false"}
    query |= {"auto": str(auto)} if auto else {}
    return f"?{urlencode(query | where)}"

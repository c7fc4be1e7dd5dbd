"""The reader's own deck: panels ticked on any page, in the order in which they were ticked, kept for the session."""

import streamlit as st

from analytics.panels import PANELS

_KEY = "own_deck"


def collected() -> tuple[str, ...]:
    """Returns the panels ticked so far."""
    return tuple(name for name in st.session_state.get(_KEY, ()) if name in PANELS)


def tick(name: str) -> None:
    """Adds a panel at the end, or takes it out again."""
    now = collected()
    st.session_state[_KEY] = tuple(one for one in now if one != name) if name in now else (*now, name)


def move(name: str, by: int) -> None:
    """Moves a panel up (−1) or down (1)."""
    now = list(collected())
    place = now.index(name)
    now.insert(max(0, place + by), now.pop(place))
    st.session_state[_KEY] = tuple(now)


def take(names: tuple[str, ...]) -> None:
    """Makes the own deck these panels."""
    st.session_state[_KEY] = names


def tick_box(name: str) -> None:
    """Shows the switch with which a panel joins the own deck."""
    st.toggle("加入投屏", value=name in collected(), key=f"deck_{name}", on_change=tick, args=(name,))

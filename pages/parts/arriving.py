"""What a link within the dashboard brings along for choices that stand in the address.

Streamlit takes out of an address whatever the page just left had bound under the same name, and on the same page a choice
keeps its own value. So a link carries its query once more, in a parameter that nothing is bound to, and the page that it
leads to takes its choices from there, once; the address then shows them as ever.
"""

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl, urlencode

import streamlit as st

NAME = "to"
_BROUGHT = "arriving"


def carrying(query: Mapping[str, str]) -> dict[str, str]:
    """Returns the query of a link within the dashboard; none stays none."""
    return {**query, NAME: urlencode(query)} if query else {}


def take() -> None:
    """Takes what the link that was just followed brought; call once a run, before the page."""
    asked = st.query_params.to_dict()
    brought = st.session_state[_BROUGHT] = dict(parse_qsl(asked.pop(NAME, "")))
    if brought:
        # What is there already may be bound to a choice of this very page, and then is not ours to set.
        st.query_params.update({name: value for name, value in brought.items() if name not in asked})
    if NAME in st.query_params:
        del st.query_params[NAME]


def arrived(name: str, options: Sequence[str], default: str) -> None:
    """Sets the choice of that key to what the link brought, to its default where it brought none; call before the choice is shown."""
    if brought := st.session_state.get(_BROUGHT):
        wanted = brought.get(name, default)
        st.session_state[name] = wanted if wanted in options else default

"""What the user has decided about the files on the table. Lives in the session until they are committed or taken away."""

from dataclasses import dataclass, field

import streamlit as st

from data.importing import Choices

_KEY = "upload_answers"


@dataclass
class Answers:
    """The decisions so far; see `data.importing.Choices`."""

    headings: dict[str, str] = field(default_factory=dict)
    ledgers: dict[tuple[str, str], str] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    aside: set[tuple[str, str]] = field(default_factory=set)
    sweep: set[tuple[str, str]] = field(default_factory=set)
    leave_out: bool = False
    keep_lost: bool = False

    def choices(self) -> Choices:
        """The decisions as reading takes them."""
        return Choices(
            headings=dict(self.headings),
            ledgers=dict(self.ledgers),
            aliases=dict(self.aliases),
            aside=frozenset(self.aside),
            sweep=frozenset(self.sweep),
            leave_out=self.leave_out,
            keep_lost=self.keep_lost,
        )


def current() -> Answers:
    """The decisions of this session."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Answers()
    return st.session_state[_KEY]


def forget() -> None:
    """Begin anew."""
    st.session_state.pop(_KEY, None)

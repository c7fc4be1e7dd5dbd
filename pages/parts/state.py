"""Which store the pages show: the office's own, or the invented county until the office begins."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import streamlit as st

from data.beginning import begin, has_begun
from data.facts import Facts
from data.samples.first_start import ensure_sample
from data.store import Store, home_of, open_store

Kind = Literal["office", "sample"]


@st.cache_resource(show_spinner=False)
def opened(home: str, kind: Kind) -> Store:
    """Returns one open store per home and kind; all sessions share it."""
    return ensure_sample(Path(home)) if kind == "sample" else open_store(Path(home), kind)


def home() -> Path:
    """Returns the folder that holds the stores ($INSPECTION_HOME or the default)."""
    return home_of()


def office() -> Store:
    """Returns the office's own store, empty at first."""
    return opened(str(home()), "office")


def current() -> "State":
    """Returns the store to show now: the office's once it has an import or someone chose to begin."""
    begun = has_begun(home()) or bool(office().imports())
    return State(home=str(home()), kind="office" if begun else "sample")


def begin_own() -> None:
    """Leaves the sample behind for good."""
    begin(home())


@dataclass(frozen=True, kw_only=True)
class State:
    """What identifies the data behind a page; small and hashable, so that caches can be keyed by it."""

    home: str
    kind: Kind

    @property
    def store(self) -> Store:
        """The open store."""
        return opened(self.home, self.kind)

    @property
    def sample(self) -> bool:
        """Whether the figures are the invented county's."""
        return self.kind == "sample"

    def facts(self) -> Facts:
        """Returns the facts as of the last event."""
        return self.store.facts()

"""Which store the pages show: the office's own, or the invented county until the office begins."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import streamlit as st

from data.beginning import begin, has_begun
from data.facts import Facts
from data.samples.first_start import ensure_sample
from data.settings import Settings
from data.store import Store, home_of, open_store
from pages.parts import moment

Kind = Literal["office", "sample"]


@st.cache_resource(show_spinner=False, on_release=Store.close)
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
    """Returns the store to show: the office's once it has an import or someone chose to begin; as of the moment in the address."""
    begun = has_begun(home()) or bool(office().imports())
    now = State(home=str(home()), kind="office" if begun else "sample")
    event = moment.asked(now.store, moment.text()).event
    return now if event is None else replace(now, event=event, latest=now.store.version())


def begin_own() -> None:
    """Leaves the sample behind for good, and its versions with it."""
    begin(home())
    moment.choose("")


@dataclass(frozen=True, kw_only=True)
class State:
    """What identifies the data behind a page; small and hashable, so that caches can be keyed by it.

    `event`: the moment that the reader looks at, None for now; `latest` then is the version of now, of which the settings
    that protect are taken.
    """

    home: str
    kind: Kind
    event: int | None = None
    latest: int | None = None

    @property
    def store(self) -> Store:
        """The open store."""
        return opened(self.home, self.kind)

    @property
    def sample(self) -> bool:
        """Whether the figures are the invented county's."""
        return self.kind == "sample"

    @property
    def past(self) -> bool:
        """Whether the reader looks at an earlier moment."""
        return self.event is not None

    def version(self) -> int:
        """Returns the version of the data: the event looked at, else the last."""
        return self.store.version() if self.event is None else self.event

    def facts(self) -> Facts:
        """Returns the facts as of the moment looked at."""
        return self.store.facts() if self.event is None else self.store.facts_at(self.event)

    def settings(self) -> Settings:
        """Returns the settings that hold for these facts."""
        return self.facts().settings

    def imports(self) -> list[dict]:
        """Returns every import up to that moment, live and withdrawn then, as the store lists them."""
        return self.store.imports(self.event)

"""What a page shows: which data, in which version, in which scope."""

from dataclasses import dataclass

from pages.parts.scope import Scope
from pages.parts.state import State


@dataclass(frozen=True, kw_only=True)
class View:
    """Passed to everything on a page, so that one page shows one version."""

    state: State
    version: int
    scope: Scope

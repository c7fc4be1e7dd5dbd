"""What a deck is: a name and its slides in order, each an existing panel."""

from dataclasses import dataclass

from analytics.panels import PANELS


@dataclass(frozen=True, kw_only=True)
class Deck:
    """A deck: `panels` are names of panels; a cover and the key figures always stand before them.

    `about` says in one line what it is for. A panel without data in the scope is left out of the deck when it is made.
    """

    name: str
    title: str
    panels: tuple[str, ...]
    about: str = ""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError(f"Deck {self.name}: it needs a title, which its cover shows")
        if unknown := [one for one in self.panels if one not in PANELS]:
            raise ValueError(f"Deck {self.name}: no panel {unknown}; see analytics/panels")
        if len(set(self.panels)) != len(self.panels):
            raise ValueError(f"Deck {self.name}: a panel stands in it twice")

"""Which deck an address means: a ready set, a saved one, or panels by name. Saved decks are answers in the store."""

import json
from collections.abc import Mapping

from analytics.decks import READY, Deck
from analytics.panels import PANELS
from data.store import Store

KIND = "deck"
OWN = "own"
OWN_TITLE = "巡察工作情况"


def saved(store: Store) -> dict[str, Deck]:
    """Returns the saved decks by name; panels that are no more are left out."""
    found = {}
    for name, meant in store.answers(KIND).items():
        panels = tuple(one for one in json.loads(meant or "[]") if one in PANELS)
        if panels:
            found[name] = Deck(name=name, title=name, panels=panels)
    return found


def save(store: Store, name: str, panels: tuple[str, ...], who: str) -> None:
    """Saves a deck under a name, in place of one of that name; ValueError for a name or deck that makes no sense."""
    name = name.strip()
    if not name or name in READY or name == OWN:
        raise ValueError("请填写投屏名称，且不与现成议题重名。")
    if not panels:
        raise ValueError("请先选择至少一个图表。")
    store.answer(KIND, "", name, json.dumps(panels), who)


def drop(store: Store, name: str, who: str) -> None:
    """Takes a saved deck out of the list; the events keep what it was."""
    store.answer(KIND, "", name, "", who)


def asked(store: Store, address: Mapping[str, str]) -> Deck | None:
    """Returns the deck that an address asks for (`deck`, `panels`), None where there is none of that name."""
    name = address.get("deck", "")
    if name == OWN:
        panels = tuple(dict.fromkeys(one for one in address.get("panels", "").split(",") if one in PANELS))
        return Deck(name=OWN, title=OWN_TITLE, panels=panels) if panels else None
    return READY.get(name) or saved(store).get(name)

"""投屏: decks of the same panels for a screen in a meeting room; the address with show=1 is the deck itself."""

from analytics.decks import READY
from pages.parts.deck_chooser import choose
from pages.parts.opening import opening
from pages.parts.projecting import projected

PANELS = tuple(dict.fromkeys(name for deck in READY.values() for name in deck.panels))

if not projected() and (view := opening("投屏", PANELS, export=False)):
    choose(view)

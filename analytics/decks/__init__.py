"""Decks (演示): panels in order, made into slides that the stage shows."""

from analytics.decks.deck import Deck
from analytics.decks.ready import READY
from analytics.decks.slides import Made, make

__all__ = ["READY", "Deck", "Made", "make"]

"""The key figures on top of pages, by the page's address. A page's cards are one function in one file here."""

from collections.abc import Callable, Mapping

from analytics.cards.card import Card
from analytics.cards.follow_up import follow_up_cards
from analytics.cards.overview import coverage_cards, overview_cards
from analytics.cards.people import people_cards
from analytics.cards.rectification import rectification_cards
from analytics.cards.specials import special_cards
from analytics.cards.supervisions import supervision_cards
from data.facts import Facts

CARDS: dict[str, Callable[[Facts, Mapping[str, str]], tuple[Card, ...]]] = {
    "overview": overview_cards,
    "coverage": coverage_cards,
    "rectification": rectification_cards,
    "follow_up": follow_up_cards,
    "specials": special_cards,
    "supervisions": supervision_cards,
    "people": people_cards,
}

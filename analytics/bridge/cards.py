"""The key figures of a page with what has moved since the last meeting."""

from collections.abc import Sequence
from dataclasses import replace

from analytics.cards.card import Card, joined
from analytics.query import figure
from analytics.wording import changed
from data.facts import Facts

SINCE = "较上次会议"


def since_meeting(cards: Sequence[Card], then: Facts, now: Facts) -> tuple[Card, ...]:
    """Returns the cards, those that show a metric with its change since the facts `then` in their line."""
    return tuple(replace(one, note=joined(one.note, said)) if (said := _said(one, then, now)) else one for one in cards)


def _said(card: Card, then: Facts, now: Facts) -> str:
    """较上次会议+3个; empty where the card shows no metric, or one that one side does not have."""
    if not card.metric:
        return ""
    found, before = (figure(facts, card.metric, card.where) for facts in (now, then))
    change = changed(found.value, before.value, found.unit)
    return f"{SINCE}持平" if change.startswith("±") else f"{SINCE}{change}" if change else ""

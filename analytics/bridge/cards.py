"""The key figures of a page with what has moved since the last meeting."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from analytics.cards.card import Card, joined
from analytics.formats import number
from analytics.metrics import METRICS
from analytics.query import CannotSplit, Figure, figure
from analytics.wording import changed
from data.facts import Facts

SINCE = "较上次会议"


def since_meeting(cards: Sequence[Card], then: Facts, now: Facts, where: Mapping[str, str]) -> tuple[Card, ...]:
    """Returns the cards, those that show a metric with its change since the facts `then` in their line."""
    return tuple(replace(one, note=joined(one.note, said)) if (said := _said(one, then, now, where)) else one for one in cards)


def _said(card: Card, then: Facts, now: Facts, where: Mapping[str, str]) -> str:
    """较上次会议+3个; empty where the card shows no metric of the scope or of its term."""
    if card.name not in METRICS:
        return ""
    for scope in (dict(where), {name: value for name, value in where.items() if name == "term"}):
        try:
            found, before = (figure(facts, card.name, scope) for facts in (now, then))
        except CannotSplit:
            continue
        if card.value not in _texts(found):
            continue
        change = changed(found.value, before.value, found.unit)
        return f"{SINCE}持平" if change.startswith("±") else f"{SINCE}{change}" if change else ""
    return ""


def _texts(found: Figure) -> set[str]:
    """How a card may write the figure: with its sign, or with the unit beside it."""
    return set() if found.value is None else {found.text, number(found.value, found.metric.decimals)}

"""The key figures of what passes between inspection and other kinds of supervision."""

from analytics.cards.card import Card, amount, joined
from analytics.compare import against_before
from analytics.formats import number
from analytics.panels.panel import Where
from analytics.query import figure, frame
from analytics.ranking import span_said
from data.facts import Facts


def supervision_cards(facts: Facts, where: Where) -> tuple[Card, ...]:
    """Returns what was handed over and received, and how much of each was taken up, for a scope."""
    return (
        flow(facts, where, "supervision_handed", "移交事项"),
        rate(facts, where, "移交", "移交后采用办理率", "对方采用或办理"),
        flow(facts, where, "supervision_received", "接收事项"),
        rate(facts, where, "接收", "接收后采用率", "巡察采用"),
    )


def flow(facts: Facts, where: Where, metric: str, label: str) -> Card:
    """What passed one way, against the year before, and of which kinds."""
    found, kinds = figure(facts, metric, where), frame(facts, metric, by=("matter",), where=where)
    change, since = against_before(facts, metric, where, "件") if "round" not in where else ("", "")
    # A number stays on the line of its word.
    parts = [f"{one.matter}\u00a0{number(one.value)}" for one in kinds.itertuples() if one.value]
    return Card(
        name=metric, label=label, value=found.text, unit="件", delta=change, delta_basis=since, note="　".join(parts[:4]),
        metric=metric, where=where,
    )  # fmt: skip


def rate(facts: Facts, where: Where, direction: str, label: str, meaning: str) -> Card:
    """The share of one direction that was taken up."""
    found = figure(facts, "supervision_taken_up_rate", where | {"direction": direction})
    return Card(
        name=f"taken_up_{direction}", label=label, value=amount(found), unit="%" if found.value is not None else "",
        fraction=None if found.value is None else min(1.0, found.value / 100),
        note=joined(
            f"{meaning}/写明情况 {found.of}" if found.denominator else "台账未写明采用或办理情况",
            span_said(found, facts.settings),
        ),
        metric="supervision_taken_up_rate", where=where | {"direction": direction},
    )  # fmt: skip

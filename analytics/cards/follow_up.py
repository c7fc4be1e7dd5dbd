"""The key figures of what follows an inspection: revisits, issues pushed, talks, accountability; units and persons apart."""

from analytics.cards.card import Card, joined
from analytics.panels.panel import Where
from analytics.query import Figure, figure
from data.facts import Facts


def follow_up_cards(facts: Facts, where: Where) -> tuple[Card, ...]:
    """Returns four cards for a scope; what no ledger tells is 「—」."""
    names = (
        "revisit_orgs", "issues_pushed", "revisit_new_issues", "talk_orgs", "collective_talk_orgs", "talk_persons",
        "talk_after_revisit_rate", "accountable_orgs", "accountable_persons",
    )  # fmt: skip
    revisited, pushed, new, called, together, persons, rate, bodies, blamed = (figure(facts, name, where) for name in names)
    return (
        card(revisited, where, f"回访后约谈 {rate.of}，占 {rate.text}" if rate.value is not None else ""),
        card(pushed, where, f"平均每个单位 {pushed.value / revisited.value:.1f} 个" if revisited.value and pushed.value is not None else "", known("回访新发现", new)),
        card(called, where, known("其中集体约谈", together), known("约谈人数", persons)),
        card(bodies, where, known("另问责人员", blamed), "党组织与人员不相加" if blamed.value is not None else ""),
    )  # fmt: skip


def card(found: Figure, where: Where, *notes: str) -> Card:
    """Returns a figure's card with a line under it."""
    return Card(
        name=found.metric.name, label=found.metric.label, value=found.text, unit=found.unit if found.value is not None else "", note=joined(*notes),
        metric=found.metric.name, where=where,
    )  # fmt: skip


def known(label: str, found: Figure) -> str:
    """Returns a figure in words, nothing where it is not known."""
    return f"{label} {found.text} {found.unit}" if found.value is not None else ""

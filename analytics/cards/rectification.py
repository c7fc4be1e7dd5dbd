"""The key figures on top of the page of rectification."""

from analytics.cards.card import Card, amount, joined, share
from analytics.compare import against_before
from analytics.course import spark
from analytics.panels.panel import Where
from analytics.panels.rectification import counted_as_done
from analytics.query import figure
from analytics.ranking import span_said
from data.facts import Facts


def rectification_cards(facts: Facts, where: Where) -> tuple[Card, ...]:
    """Returns the rate with what counts as done, what is overdue, rules made, and what people say."""
    return (rate_card(facts, where), overdue_card(facts, where), rules_card(facts, where), satisfaction_card(facts, where))


def rate_card(facts: Facts, where: Where) -> Card:
    """The rate of rectification; the office's own setting stands in its line."""
    found = figure(facts, "rectification_rate", where)
    delta, basis = against_before(facts, "rectification_rate", where, "%")
    return Card(
        name="rectification_rate", label="整改完成率", value=amount(found), unit="%" if found.value is not None else "", delta=delta, delta_basis=basis,
        fraction=share(found.value), spark=spark(facts, "rectification_rate", where),
        note=joined(f"已整改/应整改 {found.of}" if found.denominator else "", span_said(found, facts.settings), counted_as_done(facts)),
        metric="rectification_rate", where=where,
    )  # fmt: skip


def overdue_card(facts: Facts, where: Where) -> Card:
    """What is overdue of what is left, and what falls due next."""
    late, left = figure(facts, "issues_overdue", where), figure(facts, "issues_unrectified", where)
    soon = figure(facts, "issues_unrectified", {**where, "timing": "黄色预警"})
    days = facts.settings.yellow_days
    return Card(
        name="issues_overdue", label="超期问题", value=late.text, unit="个" if late.value is not None else "", warn="需督办" if late.value else None,
        note=joined(f"未完成整改 {left.text} 个" if left.value is not None else "", f"{days} 日内到期 {soon.text} 个" if soon.value else ""),
        metric="issues_overdue", where=where,
    )  # fmt: skip


def rules_card(facts: Facts, where: Where) -> Card:
    """Rules made, new and revised apart."""
    made, new, revised = (figure(facts, name, where) for name in ("rules_made", "rules_new", "rules_revised"))
    return Card(
        name="rules_made", label="完善制度", value=made.text, unit="项" if made.value is not None else "", spark=spark(facts, "rules_made", where),
        note=f"新建 {new.text} 项　修订 {revised.text} 项" if made.value is not None else "", metric="rules_made", where=where,
    )  # fmt: skip


def satisfaction_card(facts: Facts, where: Where) -> Card:
    """Satisfaction, and how many units were evaluated."""
    found, evaluated = figure(facts, "satisfaction_rate", where), figure(facts, "evaluated_orgs", where)
    return Card(
        name="satisfaction_rate", label="群众满意度", value=amount(found), unit="%" if found.value is not None else "", fraction=share(found.value),
        note=joined(f"满意/有效测评 {found.of}" if found.denominator else "", span_said(found, facts.settings), f"已评估 {evaluated.text} 个单位" if evaluated.value else ""),
        metric="satisfaction_rate", where=where,
    )  # fmt: skip

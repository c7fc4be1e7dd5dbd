"""关注事项: one list over all pages of what a leader should act on. Adding a rule is one entry in one file."""

from dataclasses import replace

from analytics.attention.clues import CLUE_RULES
from analytics.attention.ledgers import LEDGER_RULES
from analytics.attention.pace import PACE_RULES
from analytics.attention.rectification import RECTIFICATION_RULES
from analytics.attention.rule import Rule
from analytics.lines import Line
from data.facts import Facts

RULES: tuple[Rule, ...] = (*PACE_RULES, *RECTIFICATION_RULES, *CLUE_RULES, *LEDGER_RULES)


def matters(facts: Facts) -> tuple[Line, ...]:
    """Returns all matters, the pressing ones first, else in the order of the rules; each says the rule behind it."""
    return facts.once(_matters)


def _matters(facts: Facts) -> tuple[Line, ...]:
    found = [replace(one, note=rule.describe(facts.settings)) for rule in RULES for one in rule.find(facts)]
    return tuple(sorted(found, key=lambda one: one.state != "late"))

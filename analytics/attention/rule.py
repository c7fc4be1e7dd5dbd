"""What a rule of attention is: when a matter is put before a leader, in words that name the threshold."""

from collections.abc import Callable
from dataclasses import dataclass

from analytics.lines import Line
from data.facts import Facts
from data.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Rule:
    """`find` returns the matters of this kind that the facts hold, most pressing first; `describe` says the rule with the
    office's own thresholds. `ledgers` are what it reads."""

    name: str
    label: str
    ledgers: tuple[str, ...]
    describe: Callable[[Settings], str]
    find: Callable[[Facts], list[Line]]

"""对账: numbers that are given twice, side by side. Where they differ somebody has to say which is right; nothing is chosen silently.

An answer changes no figure: it is kept, with who and when, for as long as both numbers stay as they were.
"""

from dataclasses import dataclass, replace

from analytics.reconcile.checks import CHECKS, Check
from analytics.reconcile.finding import BOTH, CHOICES, FIRST, PENDING, SECOND, Answer, Compared, Finding, Side
from data.facts import Facts
from data.store import Store
from data.store.answers import ANSWERED

__all__ = [
    "BOTH", "CHECKS", "CHOICES", "FIRST", "PENDING", "SECOND", "Answer", "Check", "Compared", "Finding", "Outcome", "Side", "answer", "findings",
    "open_findings", "outcomes",
]  # fmt: skip

KIND = "reconciliation"
LONGEST_NOTE = 200


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What one check came to: how many numbers could be compared, and those that differ."""

    check: Check
    compared: int
    findings: tuple[Finding, ...]


def outcomes(facts: Facts) -> tuple[Outcome, ...]:
    """Every check with what it found, each finding with the answer that holds."""
    return facts.once(_outcomes)


def _outcomes(facts: Facts) -> tuple[Outcome, ...]:
    given = answers(facts)
    found = []
    for check in CHECKS:
        parts = [part.find(facts) for part in check.parts]
        # The same total sent in two sheets is one matter.
        differ = {one.key: replace(one, answer=given.get(one.key)) for _, some in parts for one in some}
        found.append(Outcome(check=check, compared=sum(count for count, _ in parts), findings=tuple(differ.values())))
    return tuple(found)


def findings(facts: Facts) -> list[Finding]:
    """All numbers that differ, in the order of the checks."""
    return [one for outcome in outcomes(facts) for one in outcome.findings]


def open_findings(facts: Facts) -> int:
    """How many findings nobody has answered yet, or answered only with 待核实."""
    return sum(one.open for one in findings(facts))


def answers(facts: Facts) -> dict[str, Answer]:
    """Key of a finding → its newest answer, as of the facts' version."""
    rows = facts.rows(ANSWERED, {"kind": KIND, "event": facts.version})
    found = {}
    for key, meant, at, who in rows:
        choice, _, note = meant.partition("|")
        found[key] = Answer(choice=choice, note=note, at=at, who=who)
    return found


def answer(store: Store, finding: Finding, choice: str, note: str, who: str) -> None:
    """Keeps what somebody says of a finding; ValueError with a Chinese sentence where the answer is incomplete."""
    if choice not in CHOICES:
        raise ValueError("请选择以哪个数为准。")
    if not who.strip():
        raise ValueError("请先填写经办人。")
    if len(note) > LONGEST_NOTE:
        raise ValueError(f"说明不超过 {LONGEST_NOTE} 字。")
    store.answer(KIND, "", finding.key, f"{choice}|{note.strip()}", who.strip())

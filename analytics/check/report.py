"""A whole text checked: its claims with their verdicts, and what contradicts itself in it."""

import re
from dataclasses import dataclass

from analytics.check.asking import Answers
from analytics.check.bodies import narrowed
from analytics.check.claims import Claim, extract
from analytics.check.compare import AGREES, DIFFERS, UNKNOWN, Result, compare
from analytics.check.contradictions import Contradiction, contradictions
from analytics.check.folding import fold
from analytics.check.scopes import Scopes
from data.facts import Facts

_CLAUSE_END = re.compile(r"[,，;:。!?\n]")


@dataclass(frozen=True, kw_only=True)
class Report:
    """The text, its claims with verdicts in order, and its contradictions."""

    text: str
    results: tuple[Result, ...]
    contradictions: tuple[Contradiction, ...]

    def count(self, verdict: str) -> int:
        """How many claims have a verdict."""
        return sum(one.verdict == verdict for one in self.results)

    @property
    def said(self) -> str:
        """The outcome as one sentence."""
        if not self.results:
            return "没有找到可核对的数字。"
        parts = [f"{verdict} {self.count(verdict)} 处" for verdict in (AGREES, DIFFERS, UNKNOWN) if self.count(verdict)]
        inner = f"；文中自相矛盾 {len(self.contradictions)} 处" if self.contradictions else "；文中没有自相矛盾之处"
        return f"找到数字 {len(self.results)} 处：{'，'.join(parts)}{inner}。"


def check(text: str, facts: Facts) -> Report:
    """Returns a text checked against the store."""
    claims, folded = extract(text), fold(text)
    scopes = Scopes(folded, facts.as_of_date.year if facts.as_of_date else None, _names(facts, folded))
    types = [kind for (kind,) in facts.rows(f"SELECT DISTINCT organisation_kind FROM {facts.table('fact_organisation')} WHERE organisation_kind IS NOT NULL")]
    scoped = [(claim, narrowed(claim, scopes.of(claim.place, _end(folded, claim)), types)) for claim in claims]
    answers = Answers(facts)
    results = tuple(compare(answers, claim, scope) for claim, scope in scoped)
    return Report(text=text, results=results, contradictions=tuple(contradictions(folded, scoped)))


def _end(folded: str, claim: Claim) -> int:
    match = _CLAUSE_END.search(folded, claim.number.end)
    return match.start() if match else len(folded)


def _names(facts: Facts, folded: str) -> list[tuple[str, str]]:
    """The towns and units of the registers that the text names."""
    found = []
    for view, column in (("fact_village", "town"), ("fact_organisation", "organisation")):
        rows = facts.rows(f"SELECT DISTINCT {column} FROM {facts.table(view)} WHERE {column} IS NOT NULL")
        found += [(column, name) for (name,) in rows if len(name) > 1 and name in folded]
    # A town is a unit too: its villages' figures are told by the town, all others by the unit of the same name.
    return found

"""What a number stands among: its clause, what was counted before it in the sentence, the verbs around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analytics.check.nouns import Noun, counted_after, nouns_in
from analytics.check.numbers import Number

_ENDS = re.compile(r"[。!?\n]|(?<=[；;])(?=[一二三四五六七八九]是)")
_PARTS = re.compile(r"[,，;:。!?\n]")


FAR = 400
"""Signs: what was said longer ago is not carried over."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """A number in its clause; all texts are folded.

    `before`, `after`: the clause on its two sides, up to the next number. `lead`: the clause from its beginning.
    `said`: the sentence up to the number. `rest`: the clause from the number on, other numbers included.
    `joined`: whether it follows another number at once (12件12人). `clause`, `sentence`: where these begin.
    """

    number: Number
    before: str
    after: str
    lead: str
    said: str
    rest: str
    joined: bool
    clause: int
    sentence: int

    @property
    def counted_after(self) -> Noun | None:
        """The noun behind the number that it counts, placed within `after`."""
        return counted_after(self.after, self.number.unit)

    @property
    def counted_before(self) -> Noun | None:
        """The last noun before the number, placed within `before`."""
        found = [noun for noun in nouns_in(self.before) if noun.kind != "idle"]
        return found[-1] if found else None


def places(folded: str, found: list[Number]) -> Iterator[Place]:
    """Gives every number its place."""
    ends = [0, *(match.end() for match in _ENDS.finditer(folded)), len(folded)]
    parts = [0, *(match.end() for match in _PARTS.finditer(folded)), len(folded)]
    sentence_at = part_at = 0
    for position, number in enumerate(found):
        while ends[sentence_at + 1] <= number.start and sentence_at + 2 < len(ends):
            sentence_at += 1
        while parts[part_at + 1] <= number.start and part_at + 2 < len(parts):
            part_at += 1
        clause, until = parts[part_at], parts[part_at + 1]
        earlier = found[position - 1].end if position else 0
        later = found[position + 1].start if position + 1 < len(found) else len(folded)
        begin = max(clause, earlier, number.start - FAR)
        before = folded[begin : number.start]
        inner = before.rfind("(")
        # Within brackets the outside says nothing: (占12%). Nouns such as 村(社区) close theirs.
        if inner >= 0 and ")" not in before[inner:]:
            before = before[inner + 1 :]
        until = until - 1 if until < len(folded) or folded[until - 1 : until] in ("。", "\n") else until
        yield Place(
            number=number,
            before=before,
            after=folded[number.end : max(number.end, min(until, later))],
            lead=folded[max(clause, number.start - FAR) : number.start],
            said=folded[max(ends[sentence_at], number.start - FAR) : number.start],
            rest=folded[number.end : max(number.end, min(until, number.end + FAR))],
            joined=bool(position) and earlier == number.start and number.unit != found[position - 1].unit,
            clause=clause,
            sentence=ends[sentence_at],
        )

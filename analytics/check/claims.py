"""A text's claims: every number that states something, with its metric, value, unit and where it stands."""

import re
from dataclasses import dataclass

from analytics.check.clauses import Place, places
from analytics.check.folding import fold
from analytics.check.meaning import Meaning, Memory, meaning
from analytics.check.numbers import Number, numbers
from analytics.check.phrases import told_as

LIMIT = 200_000
"""A longer text is refused: no report has as many characters."""


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One quantified claim of a text.

    `metric`: what reports call it, `other` where they have no word for it; `figure`: the store's metric to compare with,
    nothing where the store has none. `start`, `end`: its words in the text; `digits`: where its number begins in it.
    `kind`: the noun that is counted. `planned`: whether it is still to be done.
    """

    metric: str
    figure: str
    value: float | int
    unit: str
    approx: bool
    decimals: int
    span: str
    start: int
    end: int
    number: Number
    place: Place
    kind: str = ""
    verb: str = ""

    @property
    def number_said(self) -> str:
        """The number with its unit as it is written."""
        return self.span[self.number.start - self.start : self.number.end - self.start]


def extract(text: str) -> list[Claim]:
    """Returns the claims of a text, in order."""
    folded, memory, sentence, found = fold(text), Memory(), -1, []
    for place in places(folded, numbers(folded)):
        if place.sentence != sentence:
            memory, sentence = Memory(), place.sentence
        said = meaning(place, memory)
        if said:
            memory.keep(said.metric, place.number.unit, said.kind, said.verb)
            found.append(_claim(text, place, said, found[-1].end if found else 0))
    return found


def _claim(text: str, place: Place, said: Meaning, begin: int) -> Claim:
    """The claim with its words, which begin at `begin` at the earliest: where those of the claim before it end."""
    number = place.number
    start, end = max(begin, number.start - said.before), number.end + said.after
    while start < number.start and re.match(r"[\s、,，;:()的和及]", text[start]):
        start += 1
    metric = told_as(said.metric)
    return Claim(
        metric=metric, figure=said.metric if said.metric not in ("other", "public_concerns") else "", value=number.value, unit=number.unit,
        approx=number.approx, decimals=number.decimals, span=text[start:end], start=start, end=end, number=number, place=place, kind=said.kind,
        verb=said.verb,
    )  # fmt: skip

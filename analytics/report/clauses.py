"""Sentences and their clauses. A clause whose figure does not exist is left out; a sentence left without figures too.

Clauses end at ，；： and sentences at 。！？ Marks inside {{ … }}, inside quotation marks and brackets do not end one, and
[[ … ]] holds several together: they stand or fall as one. An enumeration's 、 ends a clause only outside [[ … ]]
where it follows a figure directly.
"""

from dataclasses import dataclass

OPEN, CLOSE = "（《“(", "）》”)"
CLAUSE, SENTENCE = "，；：", "。！？"


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A piece of a template and the mark that ends it ("" at a line's end)."""

    source: str
    mark: str


def sentences(text: str) -> list[list[Clause]]:
    """Returns a paragraph's sentences, each as its clauses, with nothing lost: joined again they are the text."""
    found: list[list[Clause]] = [[]]
    start = depth = held = 0
    place = 0
    while place < len(text):
        two = text[place : place + 2]
        if two in ("{{", "{%"):
            end = text.find("}}" if two == "{{" else "%}", place)
            place = len(text) if end < 0 else end + 2
            continue
        if two in ("[[", "]]"):
            held += 1 if two == "[[" else -1
            place += 2
            continue
        letter = text[place]
        depth += (letter in OPEN) - (letter in CLOSE)
        if depth <= 0 and held <= 0 and letter in CLAUSE + SENTENCE:
            found[-1].append(Clause(source=text[start:place], mark=letter))
            start = place + 1
            if letter in SENTENCE:
                found.append([])
        place += 1
    if start < len(text):
        found[-1].append(Clause(source=text[start:], mark=""))
    return [one for one in found if one]


def bare(source: str) -> str:
    """Returns a clause without the marks that hold it together."""
    return source.replace("[[", "").replace("]]", "")


def joined(kept: list[tuple[str, str]]) -> str:
    """Returns clauses (text, mark) as one sentence; where the last ones were left out it still ends in a full stop."""
    if not kept:
        return ""
    *before, (text, mark) = kept
    end = mark if mark in SENTENCE or not mark else "。"
    return "".join(a + b for a, b in before) + text + end

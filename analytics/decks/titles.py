"""A slide's title: the finding as one sentence, cut where a sentence may be cut, and its size."""

import re

from analytics.charts.bars import width
from analytics.masking import TOKEN
from analytics.panels.panel import Built

SIZES = (64, 56, 50)
LINE = 1728
LINES = 2
END = re.compile(r"[。；]")
ALIAS = "甲子单位"
"""What a masked unit's token may become."""
MARKS = re.compile(r"\*\*|!!")


def title_of(made: Built) -> str:
    """Returns the finding with its marks (see `analytics.wording`); the panel's own title where it has no sentence."""
    said = made.headline or END.split(made.say)[0] or made.title
    return shortened(said.rstrip("。"))


def shortened(said: str) -> str:
    """Returns as many clauses of a sentence as stand on two lines of the smallest size."""
    clauses = re.split(r"(?<=，)", said)
    while len(clauses) > 1 and not fits(said, SIZES[-1], LINES):
        clauses.pop()
        said = "".join(clauses).rstrip("，")
    return said


def fits(said: str, size: int, lines: int) -> bool:
    """Whether a sentence stands on so many lines; a line may end early, where a word would break."""
    return width(MARKS.sub("", TOKEN.sub(ALIAS, said))) * size / 2 <= LINE * lines * (0.97 if lines == 1 else 0.9)


def size_of(said: str) -> int:
    """Returns the largest size at which a sentence stands on one line, else the smallest."""
    return next((size for size in SIZES if fits(said, size, 1)), SIZES[-1])

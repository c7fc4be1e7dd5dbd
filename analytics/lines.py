"""A line: one sentence with its figure, how it stands, and the page that shows more. Lists of work and of matters are made of them."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analytics.theme import State

Pairs = tuple[tuple[str, str], ...]
WORDS: Mapping[State, str] = {"done": "正常", "doing": "留意", "late": "需办理", "todo": "暂无台账"}


@dataclass(frozen=True, kw_only=True)
class Line:
    """`label` is what it is about, `say` its sentence with the marks of `analytics.wording`, `note` the rule behind it.

    `page` is the address of the page that shows more, `where` the scope it opens with, as pairs of dimension and label.
    `figures` are what its sentence states: metrics with the scope of each, likewise as pairs.
    """

    label: str
    say: str
    state: State
    page: str
    note: str = ""
    where: Pairs = ()
    figures: tuple[tuple[str, Pairs], ...] = ()

    @property
    def plain(self) -> str:
        """The sentence without its marks."""
        return self.say.replace("**", "").replace("!!", "")


def table(lines: tuple[Line, ...], label: str) -> pd.DataFrame:
    """Returns the lines as a table: what, how it stands, the sentence, the rule where any has one."""
    columns = {
        label: [one.label for one in lines],
        "状态": [WORDS[one.state] for one in lines],
        "情况": [one.plain for one in lines],
    }
    if any(one.note for one in lines):
        columns["规则"] = [one.note or None for one in lines]
    return pd.DataFrame(columns)

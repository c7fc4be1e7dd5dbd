"""Value kinds: what a cell of a column may hold and how it is read. Each kind reads one raw cell, purely."""

from data.kinds.counts import Count, Percent
from data.kinds.dates import Day, Period
from data.kinds.kind import Kind, Read, Trouble
from data.kinds.money import Money
from data.kinds.ordinals import Batch, Round, Team, Term, Theme, Year
from data.kinds.words import Choice, Filed, Flag, Label, Marked, Name, Number, Text, Tokens

__all__ = [
    "Batch",
    "Choice",
    "Count",
    "Day",
    "Filed",
    "Flag",
    "Kind",
    "Label",
    "Marked",
    "Money",
    "Name",
    "Number",
    "Percent",
    "Period",
    "Read",
    "Round",
    "Team",
    "Term",
    "Text",
    "Theme",
    "Tokens",
    "Trouble",
    "Year",
]

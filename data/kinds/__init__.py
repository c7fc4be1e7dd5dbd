"""Value kinds: what a cell of a column may hold and how it is read. Each kind reads one raw cell, purely."""

from data.kinds.counts import Count, Percent
from data.kinds.dates import Day, Period
from data.kinds.deadlines import Deadline
from data.kinds.effort import Hours, PerTeam, Times
from data.kinds.kind import Kind, Read, Trouble
from data.kinds.money import Money
from data.kinds.ordinals import Batch, Round, Team, Term, Theme, Year
from data.kinds.words import Choice, Filed, Flag, Label, Marked, Name, Number, Text, Tokens

__all__ = [
    "Batch",
    "Choice",
    "Count",
    "Day",
    "Deadline",
    "Filed",
    "Flag",
    "Hours",
    "Kind",
    "Label",
    "Marked",
    "Money",
    "Name",
    "Number",
    "PerTeam",
    "Percent",
    "Period",
    "Read",
    "Round",
    "Team",
    "Term",
    "Text",
    "Theme",
    "Times",
    "Tokens",
    "Trouble",
    "Year",
]

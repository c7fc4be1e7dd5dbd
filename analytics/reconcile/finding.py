"""What a comparison finds: two numbers that should be one, where each stands, and what somebody answered."""

from dataclasses import dataclass
from datetime import datetime

from analytics.formats import number
from data.ledgers import LEDGERS

FIRST, SECOND, BOTH, PENDING = "以甲为准", "以乙为准", "两者口径不同，无误", "待核实"
CHOICES = (FIRST, SECOND, BOTH, PENDING)


@dataclass(frozen=True, kw_only=True)
class Compared:
    """What is compared: its label, its unit, and words for 0 and 1 where it is a yes or no."""

    label: str
    unit: str = ""
    words: tuple[str, str] | None = None

    def said(self, value: float) -> str:
        """264 个, 70.6%, 25.30 万元, 不计入."""
        if self.words:
            return self.words[bool(value)]
        if self.unit == "%":
            return f"{number(value, 1, short=False)}%"
        text = number(value, 0 if float(value).is_integer() and self.unit != "万元" else 2, short=False)
        return f"{text} {self.unit}".strip()

    def difference(self, left: float, right: float) -> str:
        """By how much the second is more or less than the first: 少 3 个; — where there is no amount."""
        if self.words:
            return "—"
        by = round(right - left, 4)
        size = self.said(abs(by)) if self.unit != "%" else f"{number(abs(by), 1)} 个百分点"
        return f"{'多' if by > 0 else '少'} {size}"


def compared(ledger: str, field: str) -> Compared:
    """What a field of a ledger states: its label without the unit, and the unit."""
    one = LEDGERS[ledger][field]
    return Compared(label=one.label.split("(")[0], unit=one.unit or ("" if one.stored else "%"))


@dataclass(frozen=True, kw_only=True)
class Side:
    """One of two numbers: whose it is, the number, and its cells as lines (file › sheet › D14)."""

    whose: str
    value: float
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What somebody said of a finding, and when."""

    choice: str
    note: str
    at: datetime
    who: str


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Two numbers that differ. `key` names them with their values: it changes with either, so that an answer ends with them."""

    what: Compared
    scope: str
    left: Side
    right: Side
    key: str
    answer: Answer | None = None

    @property
    def open(self) -> bool:
        """Whether somebody still has to say which is right."""
        return self.answer is None or self.answer.choice == PENDING

    @property
    def difference(self) -> str:
        """By how much the second number differs from the first."""
        return self.what.difference(self.left.value, self.right.value)

    def choice_said(self, choice: str) -> str:
        """A choice with the names of this finding's two sides: 以轮次台账为准（264 个）."""
        side = {FIRST: self.left, SECOND: self.right}.get(choice)
        return f"以{side.whose}为准（{self.what.said(side.value)}）" if side else choice


def key_of(*parts: object, left: float, right: float) -> str:
    """The stable key of a finding."""
    return "|".join([*("" if p is None else str(p) for p in parts), f"{left:.12g}={right:.12g}"])

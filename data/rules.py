"""What must hold within a row. A rule's description and its check stand in one class; its code is stable."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A check over a few fields of a row. Absent values break no rule.

    `fields` are read in order and handed to `holds`; the first is the one whose cell is shown.
    """

    code: ClassVar[str]
    severity: str = "warning"

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields the rule looks at."""
        raise NotImplementedError

    def describe(self, labels: Mapping[str, str]) -> str:
        """The rule as one Chinese clause, with the labels of its fields."""
        raise NotImplementedError

    def holds(self, *values: object) -> bool:
        """Whether the values (none of them absent) obey the rule."""
        raise NotImplementedError

    def tell(self, labels: Mapping[str, str], *values: object) -> str:
        """The sentence for values that break it."""
        return f"{self.describe(labels)},请核对"


@dataclass(frozen=True, kw_only=True)
class AtMost(Rule):
    """One count is part of another and cannot exceed it."""

    part: str
    whole: str
    code: ClassVar[str] = "more_than_whole"

    @property
    def fields(self) -> tuple[str, ...]:
        return self.part, self.whole

    def describe(self, labels: Mapping[str, str]) -> str:
        return f"“{labels[self.part]}”不应大于“{labels[self.whole]}”"

    def holds(self, *values: object) -> bool:
        part, whole = values
        return part <= whole

    def tell(self, labels: Mapping[str, str], *values: object) -> str:
        return f"{self.describe(labels)},现为 {values[0]} 和 {values[1]},请核对"


@dataclass(frozen=True, kw_only=True)
class InOrder(Rule):
    """One date is not before another."""

    first: str
    second: str
    code: ClassVar[str] = "dates_reversed"

    @property
    def fields(self) -> tuple[str, ...]:
        return self.second, self.first

    def describe(self, labels: Mapping[str, str]) -> str:
        return f"“{labels[self.second]}”不应早于“{labels[self.first]}”"

    def holds(self, *values: object) -> bool:
        second, first = values
        return first <= second

    def tell(self, labels: Mapping[str, str], *values: object) -> str:
        return f"{self.describe(labels)},现为 {values[0]} 和 {values[1]},请核对"


@dataclass(frozen=True, kw_only=True)
class RateIs(Rule):
    """A printed rate is recomputed from the counts beside it; it is never believed (published rates are often wrong)."""

    rate: str
    part: str
    whole: str
    tolerance: float = 0.06
    code: ClassVar[str] = "rate_wrong"

    @property
    def fields(self) -> tuple[str, ...]:
        return self.rate, self.part, self.whole

    def describe(self, labels: Mapping[str, str]) -> str:
        return f"“{labels[self.rate]}”应等于“{labels[self.part]}”÷“{labels[self.whole]}”"

    def right(self, *values: object) -> float:
        """The rate in percent that the counts come to."""
        _, part, whole = values
        return round(100 * part / whole, 4)

    def holds(self, *values: object) -> bool:
        rate, part, whole = values
        if not whole:
            return True
        right = 100 * part / whole
        # A rate printed without decimals is right when it rounds to what is printed.
        return abs(right - rate) <= self.tolerance or (float(rate).is_integer() and abs(right - rate) <= 0.5)

    def tell(self, labels: Mapping[str, str], *values: object) -> str:
        rate, part, whole = values
        return f"{self.describe(labels)},{part}÷{whole} 应为 {100 * part / whole:.1f}%,表中为 {rate:g}%"

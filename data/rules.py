"""What must hold within a row. A rule's description and its check stand in one class; its code is stable."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class Broken:
    """A rule that a row breaks: the field whose cell is shown, and the sentence."""

    field: str
    message: str


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A check over the values of one row, by field name. Absent values break no rule."""

    code: ClassVar[str]
    severity: str = "warning"

    def describe(self, labels: Mapping[str, str]) -> str:
        """The rule as one Chinese clause, with the labels of its fields."""
        raise NotImplementedError

    def check(self, row: Mapping[str, object], labels: Mapping[str, str]) -> Broken | None:
        """The way this row breaks the rule, or None."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class AtMost(Rule):
    """One count is part of another and cannot exceed it."""

    part: str
    whole: str
    code: ClassVar[str] = "more_than_whole"

    def describe(self, labels: Mapping[str, str]) -> str:
        return f"“{labels[self.part]}”不应大于“{labels[self.whole]}”"

    def check(self, row: Mapping[str, object], labels: Mapping[str, str]) -> Broken | None:
        part, whole = row.get(self.part), row.get(self.whole)
        if part is None or whole is None or part <= whole:
            return None
        return Broken(field=self.part, message=f"{self.describe(labels)}:{part} 大于 {whole},请核对")


@dataclass(frozen=True, kw_only=True)
class InOrder(Rule):
    """One date is not before another."""

    first: str
    second: str
    code: ClassVar[str] = "dates_reversed"

    def describe(self, labels: Mapping[str, str]) -> str:
        return f"“{labels[self.second]}”不应早于“{labels[self.first]}”"

    def check(self, row: Mapping[str, object], labels: Mapping[str, str]) -> Broken | None:
        first, second = row.get(self.first), row.get(self.second)
        if not isinstance(first, date) or not isinstance(second, date) or first <= second:
            return None
        return Broken(field=self.second, message=f"{self.describe(labels)}:{second} 早于 {first},请核对")


@dataclass(frozen=True, kw_only=True)
class RateIs(Rule):
    """A printed rate is recomputed from the counts beside it; it is never believed (published rates are often wrong)."""

    rate: str
    part: str
    whole: str
    tolerance: float = 0.06
    code: ClassVar[str] = "rate_wrong"

    def describe(self, labels: Mapping[str, str]) -> str:
        return f"“{labels[self.rate]}”应等于“{labels[self.part]}”÷“{labels[self.whole]}”"

    def check(self, row: Mapping[str, object], labels: Mapping[str, str]) -> Broken | None:
        rate, part, whole = row.get(self.rate), row.get(self.part), row.get(self.whole)
        if rate is None or part is None or not whole:
            return None
        right = 100 * part / whole
        # A rate printed without decimals is right when it rounds to what is printed.
        if abs(right - rate) <= self.tolerance or (float(rate).is_integer() and round(right) == rate):
            return None
        return Broken(field=self.rate, message=f"{self.describe(labels)}:{part}÷{whole}={right:.1f}%,表中为 {rate:g}%")

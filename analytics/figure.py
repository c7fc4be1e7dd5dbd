"""What one figure is: its amounts, what it rests on, and how people read it."""

from dataclasses import dataclass

from analytics.absence import ABSENCES, UNREPORTED
from analytics.formats import number, percent
from analytics.metric import Metric


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure: `value` is in the metric's unit (81.05 for 81.05 %), None where there is nothing to divide by or count."""

    metric: Metric
    numerator: float | int | None
    denominator: float | int | None
    value: float | int | None
    basis: str
    under: int = 0
    """Where not 0: there are some, but fewer than this, and how many is not told."""
    absent: str = ""
    """Why there is no value, or that a 0 was reported as 无: a name of `analytics.absence.ABSENCES`."""

    @property
    def unit(self) -> str:
        """The metric's unit."""
        return self.metric.unit

    @property
    def text(self) -> str:
        """The value as people read it; a rate with its sign: 81.1%, 264, 2,512.84 (万元); 未报, ／, <3 or 已脱敏 where there is none."""
        if self.under and self.metric.denominator is None:
            return f"<{self.under}"
        if self.value is None:
            return ABSENCES[self.absent or UNREPORTED.name].sign
        if self.unit == "%":
            return percent(self.value, self.metric.decimals)
        return number(self.value, self.metric.decimals, short=not self.metric.money)

    @property
    def of(self) -> str:
        """77/95, or nothing for a plain count."""
        return "" if self.metric.denominator is None else f"{number(self.numerator)}/{number(self.denominator)}"

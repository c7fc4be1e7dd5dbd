"""What has come of cases that are still open: the share that an event has reached by each month, with the young ones counted as open.

The estimate is Kaplan and Meier's (E. L. Kaplan, P. Meier, "Nonparametric estimation from incomplete observations", Journal of the
American Statistical Association 53 (1958), 457–481), as `scipy.stats.ecdf` computes it from censored data.
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analytics.intervals import scipy_part

MONTH = 365.25 / 12
"""Days."""


@dataclass(frozen=True, kw_only=True)
class Course:
    """The share (0 to 1) reached by each of `months`, ascending, with its 95 % interval (log-log) and how many were still watched just before.

    `full`: months up to which every case has been watched; beyond, the estimate rests on fewer. `last`: months up to which any has.
    `count`, `reached`: how many cases there are, and how many of them came to the event.
    """

    months: tuple[float, ...]
    shares: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    watched: tuple[int, ...]
    full: float
    last: float
    count: int
    reached: int

    @property
    def end(self) -> float:
        """The share reached by the end of the data."""
        return self.shares[-1]

    def at(self, month: float) -> tuple[float, int] | None:
        """Returns the share reached by a month and how many were still watched then; None beyond the data."""
        if month > self.last:
            return None
        return self.share(month), self.still(month)

    def share(self, month: float) -> float:
        """Returns the share reached by a month."""
        place = int(np.searchsorted(self.months, month, side="right")) - 1
        return self.shares[place] if place >= 0 else 0.0

    def still(self, month: float) -> int:
        """Returns how many had neither come to the event nor left observation before a month."""
        place = int(np.searchsorted(self.months, month, side="left"))
        return self.watched[place] if place < len(self.months) else 0


def course(days: Sequence[int], happened: Sequence[bool]) -> Course:
    """Returns the course of cases that were watched for so many days, at whose end the event happened or not; ValueError without any case."""
    if not len(days):
        raise ValueError("A course needs at least one case")
    lengths, ends = np.asarray(days, float) / MONTH, np.asarray(happened, bool)
    stats = scipy_part("stats")
    found = stats.ecdf(stats.CensoredData.right_censored(lengths, ~ends))
    with warnings.catch_warnings():
        # The formula has no limits where nothing or everything has happened; those are told below.
        warnings.simplefilter("ignore", RuntimeWarning)
        span = found.cdf.confidence_interval(method="log-log")
    months = found.cdf.quantiles
    return Course(
        months=tuple(map(float, months)), shares=tuple(map(float, found.cdf.probabilities)),
        low=bounded(span.low.probabilities, found.cdf.probabilities), high=bounded(span.high.probabilities, found.cdf.probabilities),
        watched=tuple(int((lengths >= month).sum()) for month in months),
        full=float(lengths[~ends].min()) if (~ends).any() else float(lengths.max()), last=float(lengths.max()), count=len(lengths), reached=int(ends.sum()),
    )  # fmt: skip


def bounded(limits: np.ndarray, shares: np.ndarray) -> tuple[float, ...]:
    """Returns limits; where the formula has none (nothing or everything has happened), the share itself."""
    return tuple(float(share if np.isnan(limit) else limit) for limit, share in zip(limits, shares, strict=True))

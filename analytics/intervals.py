"""What chance alone leaves open: the interval of a rate, and the limits within which parts of one whole differ by chance.

The interval of a share is Wilson's: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
Journal of the American Statistical Association 22 (1927), 209–212. It holds for small wholes and never leaves 0 to 100 %.

The limits are those of a funnel plot: D. J. Spiegelhalter, "Funnel plots for comparing institutional performance",
Statistics in Medicine 24 (2005), 1185–1202. They are exact: a part lies beyond a limit where a count as far out as its own has
a probability below half of what the level leaves, by the binomial distribution for shares and the Poisson distribution
for counts a unit. Both are continued between whole counts by the incomplete beta and gamma functions, so that
what is drawn and what is judged are one curve.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from statistics import NormalDist
from threading import Lock
from types import ModuleType

import numpy as np

LEVELS = (0.95, 0.998)
"""About two and three standard errors: what is worth a look, and what chance hardly explains."""
HALVINGS = 50
_LOADING = Lock()

Limits = tuple[np.ndarray, np.ndarray]


def wilson(part: float, whole: float, level: float = 0.95) -> tuple[float, float]:
    """Returns the interval of a share in percent, lowest and highest; ValueError where it is no share of a whole."""
    if not 0 <= part <= whole or not whole:
        raise ValueError(f"{part} of {whole} is no share: there must be a whole, and the part must not exceed it")
    z = NormalDist().inv_cdf((1 + level) / 2)
    share, spread = part / whole, z * z / whole
    middle = share + spread / 2
    reach = z * (share * (1 - share) / whole + spread / whole / 4) ** 0.5
    low, high = ((middle + sign * reach) / (1 + spread) * 100 for sign in (-1, 1))
    # Rounding of floats must leave nothing of none and all of all.
    return (0.0 if part == 0 else low, 100.0 if part == whole else high)


def scipy_part(name: str) -> ModuleType:
    """Returns a part of scipy, loaded when first needed: that takes up to a second, which the start of the program has not.

    One session at a time: what another one has half loaded must not be used.
    """
    with _LOADING:
        return import_module(f"scipy.{name}")


def share_limits(share: float, wholes: Sequence[float], level: float) -> Limits:
    """Returns between which shares (0 to 1) parts of so many stay by chance, where `share` holds for all of them."""
    betainc, n = scipy_part("special").betainc, np.asarray(wholes, float)
    low, high = _limits(
        lambda x: betainc(np.maximum(n - x, 1e-12), x + 1, 1 - share),
        lambda x: betainc(np.maximum(x, 1e-12), n - x + 1, share),
        n, level,
    )  # fmt: skip
    return low / n, high / n


def mean_limits(mean: float, units: Sequence[float], level: float) -> Limits:
    """Returns between which counts a unit parts of so many units stay by chance, where `mean` holds for all of them."""
    special = scipy_part("special")
    expected = mean * np.asarray(units, float)
    most = expected + 10 * np.sqrt(expected) + 30
    low, high = _limits(lambda x: special.gammaincc(x + 1, expected), lambda x: special.gammainc(np.maximum(x, 1e-12), expected), most, level)
    return low / np.asarray(units, float), high / np.asarray(units, float)


def _limits(as_few: Callable[[np.ndarray], np.ndarray], as_many: Callable[[np.ndarray], np.ndarray], most: np.ndarray, level: float) -> Limits:
    """The counts (0 to `most`) down to which `as_few`, up to which `as_many`, is still as probable as the level asks."""
    tail, found = (1 - level) / 2, []
    for probability, rises in ((as_few, True), (as_many, False)):
        low, high = np.zeros_like(most), most.copy()
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            beyond = (probability(middle) < tail) == rises
            low, high = np.where(beyond, middle, low), np.where(beyond, high, middle)
        found.append((low + high) / 2)
    # A count of none that is probable enough has no limit below it, nor all one above.
    nothing, everything = np.zeros_like(most), most
    return np.where(as_few(nothing) >= tail, nothing, found[0]), np.where(as_many(everything) >= tail, everything, found[1])

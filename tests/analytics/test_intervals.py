"""Intervals and limits against published values, against another library's formula, and against the exact tails."""

import subprocess
import sys

import numpy as np
import pytest
from scipy.stats import binom, binomtest, poisson

from analytics.intervals import LEVELS, mean_limits, share_limits, wilson

# R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
PUBLISHED = [(81, 263, 25.53, 36.62), (15, 148, 6.24, 16.05), (0, 20, 0.00, 16.11), (1, 29, 0.61, 17.18)]


@pytest.mark.parametrize(("part", "whole", "low", "high"), PUBLISHED)
def test_the_interval_of_a_share_is_the_published_one(part: int, whole: int, low: float, high: float) -> None:
    assert wilson(part, whole) == pytest.approx((low, high), abs=0.005)


@pytest.mark.parametrize("whole", [1, 2, 9, 17, 40, 400])
def test_every_interval_is_the_one_that_scipy_computes(whole: int) -> None:
    for part in range(0, whole + 1, max(1, whole // 10)):
        other = binomtest(part, whole).proportion_ci(method="wilson")
        assert wilson(part, whole) == pytest.approx((other.low * 100, other.high * 100), abs=1e-9)


def test_nothing_and_everything_end_exactly_at_the_ends_of_the_scale() -> None:
    assert wilson(0, 7)[0] == 0.0
    assert wilson(7, 7)[1] == 100.0


@pytest.mark.parametrize(("part", "whole"), [(3, 2), (-1, 4), (0, 0)])
def test_what_is_no_share_of_a_whole_has_no_interval(part: int, whole: int) -> None:
    with pytest.raises(ValueError, match="is no share"):
        wilson(part, whole)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("share", [0.0, 0.03, 0.5, 0.87, 1.0])
@pytest.mark.parametrize("whole", [1, 4, 13, 60])
def test_a_part_lies_beyond_a_limit_exactly_where_its_count_is_too_improbable(share: float, whole: int, level: float) -> None:
    (low,), (high,) = (one * whole for one in share_limits(share, [whole], level))
    for count in range(whole + 1):
        few, many = (binom.cdf(count, whole, share), binom.sf(count - 1, whole, share))
        assert (count < low - 1e-9) == (few < (1 - level) / 2), count
        assert (count > high + 1e-9) == (many < (1 - level) / 2), count


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("mean", "units"), [(0.3, 1), (8.4, 1), (8.4, 8), (40.0, 12)])
def test_counts_a_unit_have_the_exact_limits_of_poisson(mean: float, units: int, level: float) -> None:
    (low,), (high,) = (one * units for one in mean_limits(mean, [units], level))
    inside = [n for n in range(int(mean * units * 4) + 40) if poisson.cdf(n, mean * units) >= (1 - level) / 2 <= poisson.sf(n - 1, mean * units)]
    assert inside[0] - 1 < low <= inside[0] + 1e-9
    assert inside[-1] - 1e-9 <= high < inside[-1] + 1


def test_limits_draw_nearer_as_parts_grow() -> None:
    low, high = share_limits(0.6, range(5, 200, 5), 0.95)
    assert np.all(np.diff(high - low) < 0)
    assert low[-1] < 0.6 < high[-1]


def test_the_start_of_the_program_does_not_wait_for_scipy() -> None:
    loaded = "import sys, analytics.panels, analytics.cards, analytics.decks; print('scipy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.strip() == "False"

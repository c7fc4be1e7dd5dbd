"""Numbers as people read them."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from analytics.formats import held, number, percent, points, shown


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (None, 0, "—"), (float("nan"), 1, "—"), (0, 0, "0"), (264, 0, "264"), (1567, 0, "1,567"), (9999, 0, "9,999"), (10000, 0, "1.0万"),
        (12345, 0, "1.2万"), (123456789, 0, "1.2亿"), (9.9375, 1, "9.9"), (0.25, 1, "0.3"), (2.5, 0, "3"), (-3, 0, "−3"), (-0.04, 1, "0.0"),
    ],
)  # fmt: skip
def test_numbers(value: float | None, decimals: int, text: str) -> None:
    assert number(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "text"), [(None, "—"), (81.0526, "81.1%"), (100.0, "100.0%"), (12.25, "12.3%"), (0.0, "0.0%")]
)
def test_rates_have_one_decimal_and_round_halves_up(value: float | None, text: str) -> None:
    assert percent(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, "—"), (3.24, "+3.2个百分点"), (-0.5, "−0.5个百分点"), (0.01, "±0.0个百分点"), (-0.01, "±0.0个百分点")],
)
def test_a_difference_of_rates_is_never_a_percentage(value: float | None, text: str) -> None:
    assert points(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "—"), (float("nan"), "—"), (pd.NaT, "—"), (pd.NA, "—"), (0, "0"), (0.0, "0"), (2512.84, "2512.8"), (1234567.0, "1234567"), (True, "是"),
        (np.int64(7), "7"), (np.float64(33.3333), "33.3"), (pd.Timestamp(2020, 7, 15), "2020-07-15"), (date(2020, 7, 15), "2020-07-15"), ("=1+1", "=1+1"),
        ("县财政局\x0b\x00", "县财政局"), ("", ""),
    ],
)  # fmt: skip
def test_a_value_of_a_table_reads_the_same_on_every_paper(value: object, text: str) -> None:
    assert shown(value) == text


def test_a_cell_of_a_file_holds_numbers_and_days_as_they_are() -> None:
    assert [held(one) for one in (3, 2.5, date(2020, 7, 15), pd.Timestamp(2020, 7, 15), None)] == [3, 2.5, date(2020, 7, 15), date(2020, 7, 15), "—"]

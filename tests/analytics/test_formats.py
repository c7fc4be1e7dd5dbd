"""Numbers as people read them."""

import pytest

from analytics.formats import number, percent, points


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

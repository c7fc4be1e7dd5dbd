"""Whether a written number says the store's: as exactly as it is written, 余 and 约 as loosely as they are meant."""

from typing import Protocol


class Written(Protocol):
    """What a claim knows of its number."""

    value: float | int
    decimals: int
    approx: bool
    unit: str
    span: str


def same(written: Written, right: float) -> bool:
    """Returns whether the written number and the right one are one."""
    if not written.approx:
        return _rounded(written, right)
    span, value = written.span, written.value
    if any(word in span for word in ("以上", "不低于", "不少于", "超", "逾")):
        return value <= right <= value * 1.25
    if any(word in span for word in ("以内", "以下", "不超过", "近", "接近")):
        return value * 0.9 <= right <= value
    if any(word in span for word in ("余", "多", "几")):
        return value <= right < value + _step(value, written.decimals)
    return abs(right - value) <= 0.05 * value


def _rounded(written: Written, right: float) -> bool:
    """27.5 says 27.46; 81 says 81.05; what ends in 5 may have been rounded either way."""
    half = 0.5 * 10 ** -written.decimals
    if written.decimals == 0 and float(right).is_integer():
        return right == written.value
    return abs(right - written.value) <= half + 1e-9


def _step(value: float, decimals: int) -> float:
    """What 余 may add: to 300 up to a hundred, to 427 one."""
    step = 10.0 ** -decimals
    while value and value % (step * 10) == 0:
        step *= 10
    return step

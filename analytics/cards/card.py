"""What a key figure is: value, change with its basis, target and pace, recent course, one line of explanation."""

from dataclasses import dataclass

from analytics.absence import is_sign
from analytics.query import Figure


@dataclass(frozen=True, kw_only=True)
class Card:
    """One key figure as people read it; see `pages.parts.kpi.Kpi` for the fields."""

    name: str
    label: str
    value: str
    unit: str = ""
    delta: str = ""
    delta_basis: str = ""
    good: bool | None = None
    warn: str | None = None
    fraction: float | None = None
    pace: float | None = None
    note: str = ""
    spark: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if is_sign(self.value):
            # What is not there has no unit.
            object.__setattr__(self, "unit", "")


def amount(found: Figure) -> str:
    """Returns a figure's value without its unit, or the sign that stands instead of it."""
    return found.text.removesuffix("%")


def share(value: float | None) -> float | None:
    """Returns a percentage as a share (0 to 1) of the bar."""
    return None if value is None else max(0.0, min(1.0, value / 100))


def joined(*parts: str) -> str:
    """Returns the parts that say something, apart."""
    return "　".join(part for part in parts if part)

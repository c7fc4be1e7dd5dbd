"""What a key figure is: value, change with its basis, target and pace, recent course, one line of explanation."""

from dataclasses import dataclass


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


def share(value: float | None) -> float | None:
    """Returns a percentage as a share (0 to 1) of the bar."""
    return None if value is None else max(0.0, min(1.0, value / 100))


def joined(*parts: str) -> str:
    """Returns the parts that say something, apart."""
    return "　".join(part for part in parts if part)

"""What a key figure is: value, change with its basis, target and pace, recent course, one line, and whose figure it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from analytics.absence import is_sign
from analytics.metrics import METRICS
from analytics.query import Figure


@dataclass(frozen=True, kw_only=True)
class Card:
    """One key figure; all texts as people read them.

    `delta` begins with + or − and carries its own unit (+4.2个百分点); `delta_basis`
    says against what (较上轮). `good` tells whether that change is welcome, None when
    neither. `warn` is a word of warning (落后序时). `fraction` (0 to 1) fills the bar,
    `pace` (0 to 1) marks where it should be by now; None leaves either out. `spark`
    holds the last few values, oldest first.

    `metric` and the scope `where` it was asked in lead to its rows. A number that is no metric's figure says `why`:
    how it comes about, and with `parts` from which metrics.
    """

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
    metric: str = ""
    where: Mapping[str, object] = field(default_factory=dict, hash=False)
    why: str = ""
    parts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.delta and self.delta[0] not in "+-−±":
            raise ValueError(f"delta {self.delta!r} must begin with + or −, so that its arrow can be drawn")
        if self.delta and not self.delta_basis:
            raise ValueError(f"delta {self.delta!r} needs a delta_basis: a change says against what")
        for name in ("fraction", "pace"):
            share = getattr(self, name)
            if share is not None and not 0 <= share <= 1:
                raise ValueError(f"{name} is {share}; it must lie between 0 and 1")
        if bool(self.metric) == bool(self.why):
            raise ValueError(f"Card {self.name} needs a metric or, instead, why it has none")
        if unknown := [name for name in (self.metric, *self.parts) if name and name not in METRICS]:
            raise ValueError(f"Card {self.name}: no metric {unknown}; see analytics/metrics")
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

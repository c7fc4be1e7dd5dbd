"""What a benchmark says: figures beside their bounds, and whether all of them hold."""

import os
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One measured figure in `unit`; it must stay below `bound` and should stay below `target` where there is one."""

    what: str
    value: float
    unit: str
    bound: float
    target: float | None = None

    @property
    def holds(self) -> bool:
        """Whether the bound is kept."""
        return self.value < self.bound

    def line(self) -> str:
        """The figure as it is printed."""
        state = "MISSED" if not self.holds else "ok, over target" if self.target and self.value >= self.target else "ok"
        aim = f", target {self.target:g}" if self.target else ""
        return f"{self.what}: {self.value:.2f} {self.unit} (bound {self.bound:g}{aim}) {state}"


def judge(figures: Sequence[Figure], notes: Sequence[str] = ()) -> int:
    """Prints the notes and the figures and returns the exit status: 1 where a bound is missed."""
    for note in (*notes, busy()):
        print(f"  {note}")
    for figure in figures:
        print(figure.line(), flush=True)
    return 0 if all(figure.holds for figure in figures) else 1


def busy() -> str:
    """How busy the machine is, without which no figure can be judged."""
    if not hasattr(os, "getloadavg"):
        return f"{os.cpu_count()} processors, {sys.platform}"
    return f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.2f} in the last minute"


def spread(values: Sequence[float], unit: str = "ms") -> str:
    """Median, 95th percentile and greatest of many, with how many there were."""
    ordered = sorted(values)
    return f"median {statistics.median(ordered):.1f}, p95 {p95(ordered):.1f}, most {ordered[-1]:.1f} {unit} of {len(ordered)}"


def p95(values: Sequence[float]) -> float:
    """The value that 95 in 100 do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]

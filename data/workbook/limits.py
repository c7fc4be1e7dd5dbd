"""How much a file may cost, and the means the operating system has to hold a process to it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

try:
    import resource
except ImportError:  # Windows has no such limits; the wall clock and the counts below still hold there.
    resource = None  # type: ignore[assignment]

MIB = 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Bounds of one reading: sizes in bytes, time in seconds of wall clock, areas in cells.

    `written` is how long a file the process may write, in a folder of its own that goes with it.
    """

    content: int = 100 * MIB
    inflated: int = 300 * MIB
    parts: int = 2000
    sheets: int = 500
    columns: int = 16384
    cells: int = 10_000_000
    seconds: float = 20.0
    memory: int = 1536 * MIB
    written: int = 0


def hold(limits: Limits) -> None:
    """Bind the current process to `limits` for good: CPU time, address space, files, no core dump."""
    if resource is None:
        return
    seconds = int(limits.seconds) + 2
    wanted = (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, limits.written),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, amount in wanted:
        _, hard = resource.getrlimit(kind)
        if hard == resource.RLIM_INFINITY or amount <= hard:
            with suppress(ValueError, OSError):  # macOS knows some limits and refuses to set them.
                resource.setrlimit(kind, (amount, amount))

"""Changing a filter on the overview: time inside the server's script, with scopes seen before (warm) and never seen (cold).

One session over the real websocket; the server itself says how long its script ran, so neither the
wire nor this program is in the figure. The round trip is told beside it.
"""

import asyncio
import statistics
import sys
from random import Random

from tests.bench.dashboard import dashboard
from tests.bench.reader import Reader, Run, reader
from tests.bench.verdict import Figure, judge, spread

WARM, COLD = 30, 30
Filters = dict[str, str]


def main() -> int:
    """Measures with the sample county and with an office of 100,000 issues."""
    missed = 0
    for large, whose in ((False, "sample county"), (True, "100,000 issues")):
        with dashboard(large=large, timed=True) as address:
            cold, warm = asyncio.run(measure(address))
        figures = [
            Figure(what=f"warm filter change, {whose}", value=middle(warm), unit="ms", bound=100, target=40),
            Figure(what=f"cold filter change, {whose}", value=middle(cold), unit="ms", bound=300),
        ]
        notes = [
            f"{whose}: {len(cold)} scopes, {warm[-1].messages} messages and {statistics.median(r.size for r in warm) / 1e3:.0f} kB a run",
            f"cold script {spread([1000 * run.script for run in cold])}; round trip {spread([1000 * run.seconds for run in cold])}",
            f"warm script {spread([1000 * run.script for run in warm])}; round trip {spread([1000 * run.seconds for run in warm])}",
        ]
        missed |= judge(figures, notes)
    return missed


def middle(runs: list[Run]) -> float:
    """The median script time in milliseconds."""
    return statistics.median(1000 * run.script for run in runs)


async def measure(address: str) -> tuple[list[Run], list[Run]]:
    """The runs of scopes visited for the first time, and of the same scopes visited again in another order."""
    async with reader(address) as someone:
        scopes = await every_scope(someone)
        cold = [await someone.choose(scope) for scope in scopes]
        again = Random(30)
        return cold, [await someone.choose(again.choice(scopes)) for _ in range(WARM)]


async def every_scope(someone: Reader) -> list[Filters]:
    """Filters that a reader may set one after another, up to COLD of them, none visited on the way to find them."""
    terms, years, rounds = (someone.choices[name] for name in ("term", "year", "round"))
    found: list[Filters] = [{"term": terms[0], "round": one} for one in rounds[1:]]
    found += [{"term": terms[0], "year": year} for year in years[1:]]
    found += [{"term": term} for term in terms[1:]]
    found += [{"term": terms[0], "year": year, "kind": kind} for year in years[1:] for kind in someone.choices["kind"][1:]]
    return found[:COLD]


if __name__ == "__main__":
    sys.exit(main())

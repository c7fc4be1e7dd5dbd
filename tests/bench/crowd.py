"""Fifty sessions, each changing a filter every three seconds on average for a minute: round trips over the real websocket.

A round trip ends with the last message of the run. All sessions are played by this one process on
the same machine, whose own work is therefore part of the figure.
"""

import asyncio
import sys
from contextlib import AsyncExitStack
from random import Random
from time import perf_counter

from tests.bench.dashboard import dashboard, resident
from tests.bench.filtering import Filters, every_scope
from tests.bench.reader import Reader, Run, reader
from tests.bench.verdict import Figure, judge, p95, spread

SESSIONS, EVERY, SECONDS = 50, 3.0, 60.0


def main() -> int:
    """Measures with the sample county."""
    with dashboard() as address:
        runs = asyncio.run(measure(address))
        memory = resident()
    trips = [1000 * run.seconds for run in runs]
    return judge(
        [Figure(what=f"round trip of {SESSIONS} sessions, 95 in 100", value=p95(trips), unit="ms", bound=400)],
        [f"round trips {spread(trips)}", f"{len(runs) / SECONDS:.1f} runs a second, {memory:.0f} MB resident afterwards"],
    )


async def measure(address: str) -> list[Run]:
    """Every run of every session once all are connected."""
    async with AsyncExitStack() as stack:
        crowd = [await stack.enter_async_context(reader(address)) for _ in range(SESSIONS)]
        scopes = await every_scope(crowd[0])
        until = perf_counter() + SECONDS
        played = await asyncio.gather(*(play(one, scopes, Random(number), until) for number, one in enumerate(crowd)))
    return [run for runs in played for run in runs]


async def play(someone: Reader, scopes: list[Filters], random: Random, until: float) -> list[Run]:
    """One reader: waits, chooses, looks, until the time is over."""
    runs = []
    while (pause := random.expovariate(1 / EVERY)) + perf_counter() < until:
        await asyncio.sleep(pause)
        runs.append(await someone.choose(random.choice(scopes)))
    return runs


if __name__ == "__main__":
    sys.exit(main())

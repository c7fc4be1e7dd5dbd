"""Resident memory of the server with ten open sessions, each having visited the overview and two more pages."""

import asyncio
import sys
from contextlib import AsyncExitStack

from tests.bench.dashboard import dashboard, resident
from tests.bench.filtering import every_scope
from tests.bench.reader import reader
from tests.bench.verdict import Figure, judge

SESSIONS = 10
PAGES = ("issues", "villages")


def main() -> int:
    """Measures with the sample county and with an office of 100,000 issues."""
    missed = 0
    for large, whose in ((False, "sample county"), (True, "100,000 issues")):
        with dashboard(large=large) as address:
            before = resident()
            after = asyncio.run(measure(address))
        figure = Figure(what=f"memory with {SESSIONS} sessions, {whose}", value=after, unit="MB", bound=400)
        missed |= judge([figure], [f"{whose}: {before:.0f} MB before the first session"])
    return missed


async def measure(address: str) -> float:
    """Resident megabytes while all sessions are open, each on a scope of its own."""
    async with AsyncExitStack() as stack:
        crowd = [await stack.enter_async_context(reader(address)) for _ in range(SESSIONS)]
        scopes = await every_scope(crowd[0])
        for number, someone in enumerate(crowd):
            await someone.choose(scopes[number % len(scopes)])
            for page in PAGES:
                await someone.visit(page)
        return resident()


if __name__ == "__main__":
    sys.exit(main())

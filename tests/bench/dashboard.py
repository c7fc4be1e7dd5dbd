"""A running dashboard to measure: the sample county's, or that of an office with 100,000 issues."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import psutil

from tests.bench.office import fill_office
from tests.browser.server import running

# Streamlit then says after each run how long the script took, inside the server; nothing is sent anywhere.
TIMED = {"STREAMLIT_BROWSER_GATHER_USAGE_STATS": "true"}


@contextmanager
def dashboard(*, large: bool = False, timed: bool = False) -> Iterator[str]:
    """Yields the address of a dashboard of its own. `timed`: it tells how long each script run took."""
    with tempfile.TemporaryDirectory() as home:
        if large:
            fill_office(Path(home))
        with patch.dict(os.environ, TIMED if timed else {}), running(Path(home)) as address:
            yield address


def resident() -> float:
    """Megabytes of memory that the dashboard's process and its children hold."""
    processes = psutil.Process().children(recursive=True)
    return sum(process.memory_info().rss for process in processes if "streamlit" in " ".join(process.cmdline())) / 2**20

"""The sample county's store for tests: filled once a process, then copied to whoever needs one of its own."""

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from data.samples.first_start import ensure_sample
from data.store import Store


@cache
def _filled() -> Path:
    folder = Path(mkdtemp(prefix="sample-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    ensure_sample(folder).close()
    return folder


def sample_home(home: Path) -> Path:
    """Puts the sample county's store into a home, as after its first start; returns the home."""
    for path in _filled().iterdir():
        shutil.copy2(path, home)
    return home


def sample_store(home: Path) -> Store:
    """The open store of the sample county in a home of its own."""
    return ensure_sample(sample_home(home))

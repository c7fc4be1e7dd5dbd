"""What tests of the sample county share: its store, made once."""

import shutil
from pathlib import Path

import pytest

from data.samples.first_start import ensure_sample


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the sample county was made once, its store closed."""
    home = tmp_path_factory.mktemp("home")
    ensure_sample(home).close()
    return home


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    """A copy of that home, to do with as one likes."""
    return shutil.copytree(made, tmp_path / "home")

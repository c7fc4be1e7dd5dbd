"""What tests of the sample county share: a home with its store, to do with as one likes."""

from pathlib import Path

import pytest

from tests.sample import sample_home


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home in which the sample county's store is closed."""
    found = tmp_path / "home"
    found.mkdir()
    return sample_home(found)

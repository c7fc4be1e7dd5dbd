"""What tests of figures share: the sample county's facts."""

from pathlib import Path

import pytest

from data.facts import Facts
from data.samples.first_start import ensure_sample


@pytest.fixture(scope="session")
def sample_facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """The sample county's facts."""
    return ensure_sample(Path(tmp_path_factory.mktemp("sample"))).facts()

"""What tests of figures share: the sample county's facts."""


import pytest

from data.facts import Facts
from tests.sample import sample_store


@pytest.fixture(scope="session")
def sample_facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """The sample county's facts."""
    return sample_store(tmp_path_factory.mktemp("sample")).facts()

"""What page tests share: a home of their own, so that no two processes ask for the same store, and nobody's own is touched."""

from collections.abc import Iterator

import pytest
import streamlit as st

from tests.sample import sample_home


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Runs pages in a home that this process made; a test that needs another one sets it itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INSPECTION_HOME", str(sample_home(tmp_path_factory.mktemp("home"))))
        yield


@pytest.fixture(scope="module", autouse=True)
def stores_let_go() -> Iterator[None]:
    """Lets go of every store that a page of the module has opened."""
    yield
    st.cache_resource.clear()
    st.cache_data.clear()

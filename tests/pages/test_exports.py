"""Downloads are offered where figures are, made only when asked for, and say in Chinese when they cannot be made."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.contents import FOLDER
from pages.parts import exports
from pages.parts.exports import NotMade, made_safely
from tests.sample import sample_home


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the sample county's store."""
    found = tmp_path_factory.mktemp("sample")
    sample_home(found)
    return found


@pytest.fixture(autouse=True)
def blind() -> None:
    """Forgets whether this machine has a browser, before and after each test."""
    exports.prints.cache_clear()
    yield
    exports.prints.cache_clear()


def downloads(home: Path, monkeypatch: pytest.MonkeyPatch, page: str) -> dict[str, bool]:
    """The downloads on a page: key → whether it is disabled."""
    monkeypatch.setenv("INSPECTION_HOME", str(home))
    app = AppTest.from_file(str(FOLDER / "frame.py"), default_timeout=60).run()
    app.switch_page(str(FOLDER / page)).run()
    assert not app.exception
    return {one.proto.id.rpartition("-")[2]: one.proto.disabled for one in app.get("download_button")}


def test_a_page_offers_itself_its_tables_and_its_charts(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "can_print", lambda: True)
    found = downloads(home, monkeypatch, "clues.py")
    assert {"export_page", "download_way_to_case", "download_clue_cohorts", "png_clue_cohorts", "svg_clue_cohorts"} <= set(found)
    assert "png_way_to_case" not in found and not any(found.values())


def test_without_a_browser_pictures_and_pdf_are_offered_but_cannot_be_asked_for(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "can_print", lambda: False)
    found = downloads(home, monkeypatch, "clues.py")
    pictures = {key for key in found if key.startswith(("png_", "svg_"))}
    assert {"png_clue_cohorts", "svg_clue_cohorts"} <= pictures
    assert {key for key, disabled in found.items() if disabled} == pictures
    found = downloads(home, monkeypatch, "meeting.py")
    assert found["pdf_secretary"] and not found["pptx_secretary"]
    assert "浏览器" in exports.NO_BROWSER


def test_what_goes_wrong_is_logged_without_what_it_says(caplog: pytest.LogCaptureFixture) -> None:
    def fails() -> bytes:
        raise ValueError("某某某的单元格")

    with pytest.raises(NotMade) as raised:
        made_safely(fails)
    assert "某某某" not in caplog.text + str(raised.value) and "ValueError" in caplog.text
    with pytest.raises(NotMade):
        made_safely(lambda: None)
    assert made_safely(lambda: b"file") == b"file"

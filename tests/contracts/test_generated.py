"""Files made by a command are as that command would make them today."""

from pages.server.config import CONFIG, config_text
from pages.server.routes import ASSETS


def test_streamlit_settings_follow_the_theme():
    assert CONFIG.read_text("utf-8") == config_text(), "run `make config`"


def test_every_font_slice_is_there_and_every_file_is_used():
    listed = (ASSETS / "fonts.css").read_text("utf-8")
    files = {path.name for path in (ASSETS / "fonts").glob("*.woff2")}
    assert files == {part.split(")")[0] for part in listed.split("url(fonts/")[1:]}
    assert len(files) == 202

"""The table of contents: all pages, in the order in which the menu shows them.

A new page is one file beside this one and its line in `PAGES`. Its title is what the
menu, the browser's tab and the tests call it; `url` is its address and never changes.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Section = Literal["看", "查", "办"]
FOLDER = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Page:
    """One screen: where the menu lists it, its file in pages/, its address and its Material icon's name."""

    section: Section
    title: str
    file: str
    url: str
    icon: str

    def __post_init__(self) -> None:
        if not (FOLDER / self.file).is_file():
            raise ValueError(f"pages/{self.file} is not there; create it or take its line out of pages/contents.py")
        if not self.url.isidentifier():
            raise ValueError(f"{self.url!r} is no address: use lower-case letters and underscores")


PAGES: tuple[Page, ...] = (Page(section="看", title="首页", file="welcome.py", url="welcome", icon="home"),)

"""What a report consists of, ready to be set as a document: plain data, no markup."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Title:
    """The document's title."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading with its number (一、 or （一）); level 1 or 2."""

    level: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A paragraph of sentences."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Picture:
    """The chart of a panel, with its number and caption."""

    panel: str
    caption: str


@dataclass(frozen=True, kw_only=True)
class Table:
    """The table of a panel, with its number and caption."""

    panel: str
    caption: str


Block = Title | Heading | Paragraph | Picture | Table


@dataclass(frozen=True, kw_only=True)
class Report:
    """A report: its blocks in order, whose it is, what its figures stand for, and which they are: metrics with their scopes as pairs."""

    blocks: tuple[Block, ...]
    office: str
    day: str
    marking: str
    foot: str
    figures: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()

    @property
    def text(self) -> str:
        """All that is to be read, a line per title, heading and paragraph."""
        return "\n".join(one.text for one in self.blocks if isinstance(one, Title | Heading | Paragraph))

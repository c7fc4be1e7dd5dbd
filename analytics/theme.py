"""Colours, fonts and sizes as data. Nothing else in the product spells a colour.

A chart is a function of a frame and a `Theme`; the page's CSS and
`.streamlit/config.toml` are generated from the same values. Red is the brand and
appears in the page's frame only; data are blue, amber, vermilion and grey, each
state with a glyph, so that it survives a projector and colour-blind eyes.
"""

from dataclasses import dataclass, replace
from typing import Literal

SANS = (
    "'Inspection Sans', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', "
    "'Microsoft YaHei', 'PingFang SC', 'WenQuanYi Micro Hei', sans-serif"
)
SERIF = (
    "'Inspection Serif', 'Noto Serif SC', 'Noto Serif CJK SC', 'Source Han Serif SC', "
    "STZhongsong, 'Songti SC', SimSun, serif"
)

State = Literal["done", "doing", "todo", "late"]


@dataclass(frozen=True, kw_only=True)
class Mark:
    """How one state looks: fill, what is written on it, its edge, and the glyph that repeats it."""

    fill: str
    ink: str
    edge: str
    glyph: str


@dataclass(frozen=True, kw_only=True)
class Theme:
    """One set of colours and sizes. `ramp` runs from least to most, `categories` is for unordered kinds.

    Charts are drawn in the screen's pixels and enlarged by `scale`. `rows` and `columns` are the most that a chart
    shows at that size (None: all it is given), `wrap` the characters after which a row's name breaks (None: never).
    """

    name: Literal["light", "dark"]
    paper: str
    card: str
    panel: str
    panel_hover: str
    sidebar: str
    sidebar_hover: str
    ink: str
    quiet: str
    line: str
    brand: str
    brand_ink: str
    brand_tint: str
    link: str
    doing_text: str
    doing_tint: str
    late_tint: str
    blue_tint: str
    marks: dict[State, Mark]
    ramp: tuple[str, ...]
    categories: tuple[str, ...]
    diverging: tuple[str, ...]
    steps: tuple[tuple[str, str], ...]
    """Fill and ink of each step from issue to sanction, faint to strong."""
    scale: float = 1.0
    rows: int | None = None
    columns: int | None = None
    wrap: int | None = None

    @property
    def blue(self) -> str:
        """The colour of what is done and of any single series."""
        return self.marks["done"].fill

    @property
    def amber(self) -> str:
        """The colour of what is under way."""
        return self.marks["doing"].fill

    @property
    def late(self) -> str:
        """The colour of what lags or is overdue; also a warning's text."""
        return self.marks["late"].fill

    def mark(self, state: State) -> Mark:
        """Returns how a state looks; raises KeyError for a state that is none of the four."""
        return self.marks[state]


LIGHT = Theme(
    name="light",
    paper="#F6F4EF",
    card="#FFFFFF",
    panel="#ECE8DF",
    panel_hover="#E3DDD0",
    sidebar="#FBFAF7",
    sidebar_hover="#F0ECE3",
    ink="#1E2329",
    quiet="#5A5F66",
    line="#DDD7CA",
    brand="#9A1B1E",
    brand_ink="#FFFFFF",
    brand_tint="#F3E3E1",
    link="#1D5C93",
    doing_text="#8A5800",
    doing_tint="#FAF0DA",
    late_tint="#FBE9DF",
    blue_tint="#E3EEF7",
    marks={
        "done": Mark(fill="#1D5C93", ink="#FFFFFF", edge="#1D5C93", glyph="✓"),
        "doing": Mark(fill="#BE7A00", ink="#1E2329", edge="#BE7A00", glyph="●"),
        "todo": Mark(fill="#D5D0C4", ink="#4A4F56", edge="#8D8779", glyph=""),
        "late": Mark(fill="#B8420E", ink="#FFFFFF", edge="#B8420E", glyph="!"),
    },
    ramp=(
        "#EAF0F5", "#D3E1EC", "#B7CFE1", "#97B9D3", "#74A0C4",
        "#5387B2", "#356F9F", "#1D5C93", "#12466F", "#0A304D",
    ),
    categories=("#1D5C93", "#BE7A00", "#5B7F95", "#B8420E", "#7A6A9B", "#3F7F6E", "#8C8678", "#2E3A46"),
    diverging=(
        "#8E3209", "#B8420E", "#D0713F", "#E3A37F", "#F1D3C2",
        "#D3E1EC", "#97B9D3", "#5387B2", "#1D5C93", "#12466F",
    ),
    steps=(("#DCE6EE", "#1E2329"), ("#ABC3DA", "#1E2329"), ("#1D5C93", "#FFFFFF"), ("#15426A", "#FFFFFF")),
)  # fmt: skip

DARK = Theme(
    name="dark",
    paper="#0F1419",
    card="#161D25",
    panel="#1A212A",
    panel_hover="#222B35",
    sidebar="#131A21",
    sidebar_hover="#1D2630",
    ink="#EEF1F4",
    quiet="#AEB7C1",
    line="#2C3641",
    brand="#E06A5C",
    brand_ink="#0F1419",
    brand_tint="#33201F",
    link="#7DBBF0",
    doing_text="#F2B63D",
    doing_tint="#2E2612",
    late_tint="#3A2217",
    blue_tint="#14293B",
    marks={
        "done": Mark(fill="#6FB4EC", ink="#0F1419", edge="#6FB4EC", glyph="✓"),
        "doing": Mark(fill="#F2B63D", ink="#0F1419", edge="#F2B63D", glyph="●"),
        "todo": Mark(fill="#3A4652", ink="#D3DAE1", edge="#8D97A3", glyph=""),
        "late": Mark(fill="#FF8A4C", ink="#0F1419", edge="#FF8A4C", glyph="!"),
    },
    ramp=(
        "#16222D", "#1B3347", "#204461", "#27567C", "#316A97",
        "#3F80B2", "#5496C9", "#6FB4EC", "#9CCDF5", "#CBE5FB",
    ),
    categories=("#6FB4EC", "#F2B63D", "#9DB4C4", "#FF8A4C", "#B7A6DC", "#7CC4AE", "#B9B2A2", "#DDE3EA"),
    diverging=(
        "#FFB38A", "#FF8A4C", "#C76A3A", "#8C4C2C", "#4B2F22",
        "#1B3347", "#27567C", "#3F80B2", "#6FB4EC", "#9CCDF5",
    ),
    steps=(("#25394A", "#EEF1F4"), ("#3A5F7F", "#FFFFFF"), ("#6FB4EC", "#0F1419"), ("#A9D5F8", "#0F1419")),
)  # fmt: skip

THEMES: dict[str, Theme] = {"light": LIGHT, "dark": DARK}


def meeting(theme: Theme) -> Theme:
    """Returns a theme for slides of 1920 × 1080: the same colours on paper, read from the back row."""
    return replace(theme, card=theme.paper, scale=3.4, rows=7, columns=7, wrap=10)


MEETING: dict[str, Theme] = {name: meeting(theme) for name, theme in THEMES.items()}

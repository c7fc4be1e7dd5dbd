"""Parts of a whole: one horizontal bar a row, cut into segments that are labelled where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.charts.bars import width
from analytics.charts.ink import readable_on
from analytics.charts.layout import SIZE, Figure, cut, figure, fitting, note, plain
from analytics.theme import Mark, State, Theme

ROW = 38
LEGEND = 52
"""Half-width characters of segments' names that stand beside each other."""
NARROW = 0.1
"""A segment below this share of the widest row has no room for its number; the tooltip and the table have it."""


@dataclass(frozen=True, kw_only=True)
class Segment:
    """One part of each bar: the frame's column, what it is called, and the state that colours it.

    Parts that are kinds and no states have the place of their `colour` in the theme's categories instead of a glyph.
    """

    column: str
    label: str
    state: State = "todo"
    colour: int | None = None

    def mark(self, theme: Theme) -> Mark:
        """Returns how the part looks."""
        if self.colour is None:
            return theme.mark(self.state)
        fill = theme.categories[self.colour]
        return Mark(fill=fill, ink=readable_on(fill), edge=fill, glyph="")


def stacked(
    frame: pd.DataFrame,
    theme: Theme,
    segments: Sequence[Segment],
    *,
    unit: str = "",
    share: bool = False,
    latest: bool = False,
    row: int = ROW,
    size: int = SIZE,
) -> Figure:
    """Returns bars from a frame with `name`, `text` (written at the end) and one number column per segment.

    `share` draws every row equally long, as shares of its whole. `latest`: the rows are in time, and where a theme
    shows only some, they are the last. The names of the segments
    stand once above the bars, each with its glyph and colour, in the order of the segments.
    """
    frame = fitting(frame, theme, latest)
    values = frame[[segment.column for segment in segments]].fillna(0).astype(float)
    wholes = values.sum(axis=1)
    lengths = values.div(wholes.where(wholes > 0, 1), axis=0) if share else values
    narrow, legend = NARROW * (1.6 if theme.wrap else 1), named(segments, theme)
    widest = float(lengths.sum(axis=1).max()) or 1.0
    places = list(range(len(frame)))
    names = [plain(name) for name in frame["name"]]
    traces, notes = [], []
    for segment in segments:
        mark = segment.mark(theme)
        column = lengths[segment.column].tolist()
        counts = values[segment.column].tolist()
        traces.append(
            {
                "type": "bar", "orientation": "h", "y": places, "x": column, "width": 0.78 if theme.wrap else 0.6, "name": segment.label,
                "marker": {"color": mark.fill, "line": {"width": 1.5, "color": theme.card}},
                "text": [
                    f"{mark.glyph} {count:g}".strip() if length >= widest * narrow else ""
                    for length, count in zip(column, counts, strict=True)
                ],
                "textposition": "inside", "insidetextanchor": "middle", "textangle": 0, "constraintext": "none",
                "textfont": {"size": size, "color": mark.ink}, "cliponaxis": False,
                "customdata": [[name, f"{count:g}"] for name, count in zip(names, counts, strict=True)],
                "hovertemplate": f"%{{customdata[0]}} · {segment.label}<br><b>%{{customdata[1]}}{unit}</b><extra></extra>",
            }
        )  # fmt: skip
    notes += [
        note(plain(text), float(total), place, colour=theme.ink, size=size, xanchor="left", yanchor="middle", xshift=8)
        for place, (text, total) in enumerate(zip(frame["text"], lengths.sum(axis=1), strict=True))
    ]
    notes += [
        note(
            line, 0, 1, colour=theme.quiet, size=size,
            xref="paper", yref="paper", xanchor="left", yanchor="bottom", yshift=4 + 20 * above,
        )
        for above, line in enumerate(reversed(legend))
    ]  # fmt: skip
    room = max((width(text) for text in frame["text"]), default=0) * size * 0.56 + 24
    return figure(
        theme,
        traces,
        height=len(frame) * row + 40,
        margin=(4, round(room), 32 + 20 * (len(legend) - 1), 4),
        x={"range": [0, widest], "visible": False},
        y={
            "tickvals": places, "ticktext": [name + "  " for name in names], "range": [len(frame) - 0.5, -0.5],
            "showline": False, "ticks": "", "tickfont": {"size": size, "color": theme.ink},
        },
        notes=notes,
        size=size,
        **cut(theme, frame),
        barmode="stack",
    )  # fmt: skip


def named(segments: Sequence[Segment], theme: Theme) -> list[str]:
    """Returns the line of the segments' names in order; two lines where one would not hold them."""
    entries = [legend_entry(segment, theme) for segment in segments]
    long = sum(width(segment.label) + 5 for segment in segments) > LEGEND
    half = -(-len(entries) // 2) if long else len(entries)
    return ["　".join(part) for part in (entries[:half], entries[half:]) if part]


def legend_entry(segment: Segment, theme: Theme) -> str:
    """Returns a segment's name after a square of its colour, with the edge's colour where the fill is faint."""
    mark = segment.mark(theme)
    return f'<span style="color:{mark.edge}">■</span> {plain(segment.label)}'

"""Ranking: one horizontal bar a row, the value written at its end; what is not ranked stands below, in grey."""

from collections.abc import Sequence

import pandas as pd

from analytics.charts.layout import SIZE, Figure, cut, figure, fitting, note, plain
from analytics.formats import percent
from analytics.theme import State, Theme

ROW = 34
GAP = 0.9
"""Rows between what is ranked and what stands apart."""


def bars(
    frame: pd.DataFrame,
    theme: Theme,
    *,
    full: float | None = None,
    mark: float | None = None,
    mark_text: str = "",
    apart_text: str = "",
    row: int = ROW,
    size: int = SIZE,
) -> Figure:
    """Returns bars from a frame with `name`, `length`, `text` and, if they differ, `state`; first row on top.

    `length` None or NaN draws no bar but keeps the row and its text (「—」). `full` is the
    length of a whole bar (100 for shares): it is drawn as a track. `mark` draws a line at a
    length, such as the average, with its text above. With either, the texts stand in a column. Where the frame has
    `low` and `high`, a thin line on the bar shows the interval. Where it has `apart`, its rows that are not ranked, the
    last ones, stand below a gap under `apart_text`.
    """
    frame = fitting(frame, theme)
    first_apart = parted(frame) if apart_text else None
    if first_apart is not None and theme.rows == len(frame):
        # The gap takes the place of a row.
        frame = frame.head(len(frame) - 1)
        first_apart = parted(frame)
    names = [plain(name) for name in frame["name"]]
    lengths = [0.0 if pd.isna(value) else float(value) for value in frame["length"]]
    states: Sequence[State] = list(frame["state"]) if "state" in frame else ["done"] * len(frame)
    most = full or max([*lengths, mark or 0.0]) or 1.0
    places = [place + (GAP if first_apart is not None and place >= first_apart else 0) for place in range(len(frame))]
    end = places[-1] + 0.5 if places else 0.5
    trace = {
        "type": "bar",
        "orientation": "h",
        "y": places,
        "x": lengths,
        "width": 0.58,
        "marker": {"color": [theme.mark(state).fill for state in states], "line": {"width": 0}},
        "customdata": [plain(text) for text in frame["text"]],
        "text": names,
        "textposition": "none",
        "hovertemplate": "%{text}<br><b>%{customdata}</b><extra></extra>",
    }
    shapes = []
    if full:
        shapes += [
            {
                "type": "rect", "x0": 0, "x1": full, "y0": place - 0.29, "y1": place + 0.29,
                "fillcolor": theme.panel, "line": {"width": 0}, "layer": "below",
            }
            for place in places
        ]  # fmt: skip
    top = 8
    notes = [
        note(
            plain(text), most if full or mark is not None else length, place, colour=theme.ink, size=size,
            xanchor="left", yanchor="middle", xshift=8, align="left",
        )
        for place, (length, text) in zip(places, zip(lengths, frame["text"], strict=True), strict=True)
    ]  # fmt: skip
    if mark is not None:
        top = 8 + round(size * 1.6)
        shapes.append(
            {
                "type": "line", "x0": mark, "x1": mark, "y0": -0.5, "y1": end,
                "line": {"color": theme.quiet, "width": 1.5, "dash": "dot"},
            }
        )  # fmt: skip
        notes.append(
            note(plain(mark_text), mark, -0.5, colour=theme.quiet, size=size - 1, xanchor="center", yanchor="bottom")
        )
    if "low" in frame and frame["low"].notna().any():
        trace |= spans_said(frame)
        shapes += [line for place, one in zip(places, frame.itertuples(), strict=True) for line in span(one, place, theme)]
    if first_apart is not None:
        notes.append(
            note(plain(apart_text), 0, places[first_apart] - 0.5 - GAP / 2, colour=theme.quiet, size=size, xanchor="left", yanchor="middle")
        )
    # Room for the longest text beside the longest bar.
    widest = max((width(text) for text in frame["text"]), default=0) * size * 0.56 + 24
    return figure(
        theme,
        [trace],
        height=round((end + 0.5) * row) + top + 8 if places else top + 8,
        margin=(4, round(widest), top, 4),
        x={"range": [0, most], "visible": False},
        y={
            "tickvals": places, "ticktext": [name + "  " for name in names], "range": [end, -0.5],
            "showline": False, "ticks": "", "tickfont": {"size": size, "color": theme.ink},
        },
        notes=notes,
        shapes=shapes,
        size=size,
        **cut(theme, frame),
    )  # fmt: skip


def parted(frame: pd.DataFrame) -> int | None:
    """Returns the place of the first row that stands apart; None where none does."""
    return next((place for place, apart in enumerate(frame["apart"]) if apart), None)


def spans_said(frame: pd.DataFrame) -> dict[str, object]:
    """Returns what the tooltip says of the intervals."""
    said = [f"<br>95%区间 {percent(low)}–{percent(high)}" if pd.notna(low) else "" for low, high in zip(frame["low"], frame["high"], strict=True)]
    return {"hovertext": said, "hovertemplate": "%{text}<br><b>%{customdata}</b>%{hovertext}<extra></extra>"}


def span(one: object, place: float, theme: Theme) -> list[dict[str, object]]:
    """Returns the line of one interval with its ends, edged so that it is seen on bar and track; nothing where there is none."""
    if pd.isna(one.low):
        return []
    ways = [(one.low, one.high, place, place), *((x, x, place - 0.13, place + 0.13) for x in (one.low, one.high))]
    return [
        {"type": "line", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "line": {"color": colour, "width": thick}}
        for colour, thick in ((theme.card, 4), (theme.ink, 1.5))
        for x0, x1, y0, y1 in ways
    ]


def width(text: object) -> int:
    """Returns how wide a text is in half-width characters."""
    return sum(2 if ord(character) > 0x2E7F else 1 for character in str(text))

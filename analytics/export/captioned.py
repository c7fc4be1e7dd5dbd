"""A chart as a picture that can stand alone: title and finding above it, scope, day, version and marking below."""

from collections.abc import Sequence
from copy import deepcopy

from analytics.charts.bars import width
from analytics.charts.layout import Figure, note, plain
from analytics.panels.panel import Built
from analytics.theme import LIGHT, SERIF

WIDTH = 1100
TITLE, LINE, FOOT = 44, 24, 60
CHARACTERS = 140
"""Half-width characters of a line of the finding."""


def captioned(made: Built, foot: Sequence[str]) -> Figure:
    """Returns a panel's chart with what a reader of the picture alone must know; all texts escaped."""
    figure = deepcopy(made.figure)
    layout = figure["layout"]
    lines = broken("　".join(text for text in (made.unit, made.say.replace("**", "").replace("!!", "")) if text))
    top, bottom = TITLE + LINE * len(lines), FOOT
    layout["height"] = layout["height"] + top + bottom + 24
    layout["margin"] = {**layout["margin"], "l": layout["margin"]["l"] + 16, "r": layout["margin"]["r"] + 16}
    layout["margin"]["t"] += top + 16
    layout["margin"]["b"] += bottom + 8
    layout["paper_bgcolor"] = layout["plot_bgcolor"] = LIGHT.card
    layout["title"] = {
        "text": f"<b>{plain(made.title)}</b>", "x": 0, "xref": "container", "xanchor": "left", "y": 1, "yref": "container", "yanchor": "top",
        "pad": {"l": 20, "t": 16}, "font": {"family": SERIF, "size": 22, "color": LIGHT.ink},
        "subtitle": {"text": "<br>".join(plain(line) for line in lines), "font": {"size": 14, "color": LIGHT.quiet}},
    }  # fmt: skip
    said = note(
        plain("　".join(text for text in foot if text)), 1, 0, colour=LIGHT.quiet, size=12, xref="paper", yref="paper", xanchor="right",
        yanchor="bottom", yshift=-layout["margin"]["b"] + 8,
    )  # fmt: skip
    layout["annotations"] = [*layout["annotations"], said]
    return figure


def broken(text: str, most: int = CHARACTERS) -> list[str]:
    """Returns a text on lines of about the same width."""
    lines, line = [], ""
    for character in text:
        if width(line) + width(character) > most:
            lines.append(line)
            line = ""
        line += character
    return [*lines, line] if line else lines

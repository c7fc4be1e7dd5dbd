"""A deck on paper: a slide a page as HTML for printing, charts as drawings with real text, the annex and what the figures mean."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

import pandas as pd

from analytics.charts.ink import on_ramp, readable_on
from analytics.charts.layout import Figure
from analytics.decks.slides import Slide as Told
from analytics.export.deck.annex import ROOM, annex, beginning
from analytics.export.deck.columns import lines, widths
from analytics.export.deck.drawn import drawn
from analytics.export.deck.lettering import parts
from analytics.export.deck.printout import Printout
from analytics.export.deck.tables import numeric, texts
from analytics.export.printing import page
from analytics.theme import LIGHT, SANS, SERIF

Draw = Callable[[Figure, int, int], str | None]
"""A figure, its width and height → an SVG element; None where there is nothing to draw with."""
WIDTH, HEIGHT = 1728, 690
LINES, CHARACTERS = 20, 78
LARGE = 120
"""Half-width characters of large letters on a line, as `ROOM` of small ones."""
SIZES = {64: 34, 56: 32, 50: 28}
STYLE = Path(__file__).with_name("paper.css")


def paper(deck: Printout, draw: Draw) -> str:
    """Returns the HTML of a deck, all texts escaped."""
    return page(style(), pages(deck, draw), deck.made.title)


def pages(deck: Printout, draw: Draw) -> str:
    """Returns the pages of a deck as HTML without what stands around them, so that several decks can be one document."""
    made = deck.made
    sheets = [sheet(told, deck, draw) for told in made.slides]
    for one in annex(deck):
        sheets.append(framed(one.title, 28, table(list(one.table.columns), texts(one.table), numeric(one.table)), unit=one.count, note=one.left))
    sheets += list(meanings(deck))
    total = len(sheets)
    foot = "　".join(made.foot)
    return "".join(
        f'<section class="slide">{one}<footer><span>{escape(foot)}</span><span>{escape(made.marking)}　{number}/{total}</span></footer></section>'
        for number, one in enumerate(sheets, start=1)
    )


def style() -> str:
    """Returns the style sheet with the theme's colours."""
    names = ("ink", "quiet", "line", "brand", "link", "panel", "sidebar", "blue_tint", "late_tint", "late", "blue")
    values = "".join(f"--{name.replace('_', '-')}:{getattr(LIGHT, name)};" for name in names)
    return f":root{{{values}--sans:{SANS};--serif:{SERIF}}}{STYLE.read_text('utf-8')}"


def sheet(told: Told, deck: Printout, draw: Draw) -> str:
    """Returns one slide without its footer."""
    kind = told["kind"]
    if kind == "cover":
        said = "".join(f"<p>{escape(str(line))}</p>" for line in told["lines"])
        return f'<div class="cover"><p class="marking">{escape(deck.made.marking)}</p><h1>{escape(str(told["title"]))}</h1>{said}</div>'
    bodies = {"figures": cards, "steps": steps, "wall": wall, "list": listed}
    body = chart(told, deck.tables[str(told["id"])], draw) if kind == "chart" else bodies[str(kind)](told)
    size = SIZES.get(int(told["size"]), 28)
    return framed(str(told["title"]), size, body, str(told["kicker"]), str(told.get("unit") or ""), str(told.get("note") or ""))


def framed(title: str, size: int, body: str, kicker: str = "", unit: str = "", note: str = "") -> str:
    """Returns what stands around the body of a slide."""
    return (
        f'<p class="kicker">{escape(kicker)}</p><h2 style="font-size:{size}px">{marked(title)}</h2><p class="unit">{escape(unit)}</p>'
        f'<div class="body">{body}</div><p class="note">{escape(note)}</p>'
    )


def marked(text: str) -> str:
    """Returns a text with its marks as HTML."""
    tags = {"**": '<b class="strong">{}</b>', "!!": '<b class="late">{}</b>', "": "{}"}
    return "".join(tags[mark].format(escape(part)) for part, mark in parts(text))


def chart(told: Told, rows: pd.DataFrame, draw: Draw) -> str:
    """Returns the drawing of a chart; its table where it cannot be drawn."""
    found = draw(told["charts"]["light"], WIDTH, HEIGHT)
    if found:
        return f'<div class="drawing">{found}</div>'
    shown = drawn(told["charts"]["light"])
    if shown and shown.form == "heat":
        cells = [[name, *(one.signs[row] if one.values[row] is None else f"{one.values[row]:,.10g}" for one in shown.series)] for row, name in enumerate(shown.names)]
        fills = [[one.values[row] / shown.most if one.values[row] is not None and shown.most else None for one in shown.series] for row in range(len(cells))]
        return table(["", *(one.name for one in shown.series)], cells, [False, *([True] * len(shown.series))], fills)
    first = beginning(rows)
    return table(list(first.columns), texts(first), numeric(first))


def table(head: Sequence[object], rows: Sequence[Sequence[str]], numbers: Sequence[bool], fills: Sequence[Sequence[float | None]] = ()) -> str:
    """Returns a table; `fills` are the shares of the ramp of all cells but the first of each row."""
    sides = ['class="number"' if one else "" for one in numbers]
    titles = "".join(f"<th {side}>{escape(str(one))}</th>" for one, side in zip(head, sides, strict=True))
    found = []
    for number, row in enumerate(rows):
        cells = []
        for place, (text, side) in enumerate(zip(row, sides, strict=True)):
            share = fills[number][place - 1] if fills and place else None
            fill = on_ramp(LIGHT.ramp, share) if share is not None else ""
            look = f'style="background:{fill};color:{readable_on(fill)}"' if fill else ""
            cells.append(f"<td {side} {look}>{escape(str(text))}</td>")
        found.append(f"<tr>{''.join(cells)}</tr>")
    # Columns as wide as those by which lines are counted: a browser's own would break a name sooner and lose the last rows.
    room, small = LARGE, ""
    if len(head) > 7 or sum(lines(rows, widths(head, rows, LARGE))) > 8:
        room, small = ROOM, 'class="small" '
    shares = widths(head, rows, room)
    columns = "".join(f'<col style="width:{share / sum(shares):.2%}">' for share in shares)
    look = f'{small}style="width:{min(1, sum(shares) / room):.2%}"'
    return f"<table {look}><colgroup>{columns}</colgroup><thead><tr>{titles}</tr></thead><tbody>{''.join(found)}</tbody></table>"


def listed(told: Told) -> str:
    """Returns a list."""
    found = told["list"]
    return table(found["head"], found["rows"], found["numbers"])


def cards(told: Told) -> str:
    """Returns the key figures."""
    found = []
    for one in told["cards"]:
        warn = f'<p class="late">{escape(str(one["warn"]))}</p>' if one.get("warn") else ""
        below = "".join(f"<p>{escape(text)}</p>" for text in (one["line"], one["delta"]) if text)
        found.append(
            f'<div class="card{" warn" if one.get("warn") else ""}"><p class="label">{escape(one["label"])}</p>'
            f'<p class="value">{escape(one["value"])}<small>{escape(one["unit"])}</small></p>{warn}{below}</div>'
        )
    return f'<div class="cards">{"".join(found)}</div>'


def steps(told: Told) -> str:
    """Returns a way: a block a step, what leads to it between them."""
    found = []
    for one, (fill, ink) in zip(told["steps"], LIGHT.steps, strict=False):
        if one["between"]:
            found.append(f'<div class="between"><p>{escape(one["between"])}</p><p>→</p></div>')
        found.append(
            f'<div class="step" style="background:{fill};color:{ink}"><p>{escape(one["label"])}</p>'
            f'<p class="value">{escape(one["value"])}<small>{escape(one["unit"])}</small></p></div>'
        )
    return f'<div class="steps">{"".join(found)}</div>'


def wall(told: Told) -> str:
    """Returns the wall of villages."""
    found = told["wall"]
    legend = "".join(f"<span>{tile(one)} {escape(one['text'])}</span>" for one in found["legend"])
    rows = "".join(
        f'<tr><th>{escape(one["name"])}</th><td class="number">{escape(one["count"])}</td><td>{"".join(tile(each) for each in one["tiles"])}</td></tr>'
        for one in found["rows"]
    )
    chips = "".join(f"<span>✓ {escape(one)}</span>" for one in found["chips"])
    return f'<p class="legend">{legend}</p><table class="wall">{rows}</table><p class="chips">{chips}</p>'


def tile(one: Mapping[str, str]) -> str:
    """Returns one village's tile."""
    mark = LIGHT.mark(one["state"])
    return f'<i style="background:{mark.fill};color:{mark.ink}">{escape(mark.glyph)}</i>'


def meanings(deck: Printout) -> Iterator[str]:
    """Yields the pages that say what each figure means and where it comes from."""
    meant = list(dict.fromkeys(line for told in deck.made.slides for line in deck.notes.get(str(told["id"]), ()) if "来源：" in line))
    kept: list[str] = []
    room = LINES
    for line in meant:
        needed = -(-len(line) // CHARACTERS)
        if kept and room < needed:
            yield framed("口径与来源", 28, "".join(kept))
            kept, room = [], LINES
        kept.append(f'<p class="meaning">{escape(line)}</p>')
        room -= needed
    if kept:
        yield framed("口径与来源", 28, "".join(kept))

"""Decks and reports as PDF: real text, our fonts inside, page number, scope and date on each page."""

import json
from collections.abc import Callable
from html import escape
from pathlib import Path

import pandas as pd

from analytics.charts.layout import Figure
from analytics.export.deck.paper import paper
from analytics.export.deck.printout import Printout
from analytics.export.picture import picture
from analytics.export.printing import page, printed
from analytics.formats import shown
from analytics.report.blocks import Heading, Paragraph, Picture, Report, Table, Title
from analytics.theme import LIGHT, MEETING

STYLE = Path(__file__).with_name("report.css")
ROWS = 30


def deck_pdf(deck: Printout) -> bytes:
    """Returns a deck as PDF, a slide a page; raises CannotPrint."""
    return printed(paper(deck, slide_drawn))


def slide_drawn(figure: Figure, width: int, height: int) -> str | None:
    """Returns a slide's chart as an SVG element."""
    return drawn(on_white(figure), width, height)


def drawn(figure: Figure, width: int, height: int) -> str | None:
    """Returns a chart as an SVG element."""
    found = picture(figure, "svg", width, height)
    if not found:
        return None
    text = found.decode("utf-8")
    return text[text.index("<svg") :]


def on_white(figure: Figure) -> Figure:
    """Returns a slide's chart on the white of paper instead of the stage's tint, which stands between its parts too."""
    return json.loads(json.dumps(figure).replace(MEETING["light"].card, LIGHT.card))


def report_pdf(report: Report, figure: Callable[[str], Figure | None], table: Callable[[str], pd.DataFrame]) -> bytes:
    """Returns a report as PDF in the form of the Word file; `figure` gives a panel's chart, `table` its rows. Raises CannotPrint."""
    return printed(report_paper(report, figure, table))


def report_paper(report: Report, figure: Callable[[str], Figure | None], table: Callable[[str], pd.DataFrame]) -> str:
    """Returns the HTML of a report, all texts escaped."""
    title = next((block.text for block in report.blocks if isinstance(block, Title)), "报告")
    parts = [f'<p class="marking">{escape(report.marking)}</p>'] if report.marking else []
    for block in report.blocks:
        match block:
            case Title():
                parts.append(f"<h1>{escape(block.text)}</h1>")
            case Heading():
                parts.append(f'<h{block.level + 1} class="level{block.level}">{escape(block.text)}</h{block.level + 1}>')
            case Paragraph():
                parts.append(f"<p>{escape(block.text)}</p>")
            case Picture():
                made = figure(block.panel)
                svg = drawn(made, 1100, 440) if made else None
                parts.append(f"<figure>{svg}<figcaption>{escape(block.caption)}</figcaption></figure>" if svg else tabled(block.caption, table(block.panel)))
            case Table():
                parts.append(tabled(block.caption, table(block.panel)))
    parts.append(f'<div class="end"><p>{escape(report.office)}</p><p>{escape(report.day)}</p><p>（{escape(report.foot)}）</p></div>')
    head = "　".join(text for text in (report.marking, title, report.foot) if text)
    return page(f"@page{{@top-center{{content:{quoted(head)}}}}}{STYLE.read_text('utf-8')}", "".join(parts), title)


def tabled(caption: str, rows: pd.DataFrame) -> str:
    """Returns a table with its caption; a long one is cut and says so."""
    head = "".join(f"<th>{escape(str(heading))}</th>" for heading in rows.columns)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(shown(value))}</td>' for value in row)}</tr>" for row in rows.head(ROWS).itertuples(index=False, name=None)
    )
    left = f'<p class="left">（只列前 {ROWS} 行，共 {len(rows)} 行）</p>' if len(rows) > ROWS else ""
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{left}"


def quoted(text: str) -> str:
    """Returns a text as a string of CSS that ends neither itself nor the style sheet."""
    signs = ("\\", '"', "<", ">", "\n", "\r", "\f")
    return '"' + "".join(f"\\{ord(sign):x} " if sign in signs else sign for sign in text) + '"'

"""The whole presentation: cover, slides, the tables behind them, notes, fonts."""

import io
from collections.abc import Iterator
from datetime import datetime

import pandas as pd
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.slide import Slide
from pptx.util import Inches

from analytics.decks.slides import Slide as Told
from analytics.export.deck import slides
from analytics.export.deck.lettering import BODY, TITLE, fitted
from analytics.export.deck.printout import Printout
from analytics.export.deck.tables import numeric, rows_table, texts
from analytics.panels import PANELS

ROWS, PAGES = 14, 4
"""Rows on a slide of the annex, slides of the annex for one table; the rest is in the page's workbook."""


def presentation(deck: Printout) -> bytes:
    """Returns a .pptx of 16 : 9."""
    book = Presentation()
    book.slide_width, book.slide_height = Inches(13.333), Inches(7.5)
    made = deck.made
    named(book, made.title, made.foot[0] if made.foot else "")
    for told in made.slides:
        one = slide(book, told, deck)
        if told["kind"] != "cover":
            slides.footed(one, made.foot, made.marking)
        noted(one, deck, told)
    for one, lines in annex(book, deck):
        slides.footed(one, made.foot, made.marking)
        one.notes_slide.notes_text_frame.text = "\n".join(lines)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def slide(book: Presentation, told: Told, deck: Printout) -> Slide:
    """Adds one slide of its kind."""
    match told["kind"]:
        case "cover":
            return slides.cover(book, told, deck.made.marking)
        case "figures":
            return slides.figures(book, told)
        case "chart":
            return slides.chart(book, told, deck.tables[str(told["id"])])
        case "steps":
            return slides.steps(book, told)
        case "wall":
            return slides.wall(book, told)
        case _:
            return slides.listing(book, told)


def noted(made: Slide, deck: Printout, told: Told) -> None:
    """Writes definition and source of each figure into the notes; for a wall, also which village is which."""
    lines = list(deck.notes.get(str(told["id"]), ()))
    if told["kind"] == "wall":
        lines += ["、".join(tile["tip"] for tile in town["tiles"] if tile["state"] != "done") for town in told["wall"]["rows"]]
    if lines:
        fitted(made.notes_slide.notes_text_frame, "\n".join(lines), 12)


def annex(book: Presentation, deck: Printout) -> Iterator[tuple[Slide, list[str]]]:
    """Adds the whole tables of what a slide had no room for, page by page; yields each slide with its notes."""
    for name in cut(deck):
        table, title = fitting(deck.tables[name]), PANELS[name].title
        pages = min(PAGES, -(-len(table) // ROWS))
        each = min(ROWS, -(-len(table) // pages))
        for page in range(pages):
            part = table.iloc[page * each : (page + 1) * each]
            left = f"另有 {len(table) - pages * each} 行，见本页导出的工作簿" if page == pages - 1 and len(table) > pages * each else ""
            made = slides.framed(book, f"附表　{title}", 24, unit=f"第 {page + 1} 页，共 {pages} 页" if pages > 1 else "", note=left)
            rows_table(made.shapes, slides.BODY, [str(one) for one in part.columns], texts(part), numeric(table), f"附表 {title}")
            yield made, list(deck.notes.get(name, ()))


def cut(deck: Printout) -> list[str]:
    """Returns the panels of which a slide shows only some rows or columns."""
    return [
        name
        for told, name in ((told, str(told["id"])) for told in deck.made.slides)
        if (told["kind"] == "chart" and slides.rows_left(told["charts"]["light"], deck.tables[name]))
        or (told["kind"] == "list" and (len(told["list"]["rows"]), len(told["list"]["head"])) != fitting(deck.tables[name]).shape)
    ]


def fitting(table: pd.DataFrame) -> pd.DataFrame:
    """Returns a table without columns that have no value at all."""
    return table[[heading for heading in table.columns if table[heading].notna().any()]]


def named(book: Presentation, title: str, office: str) -> None:
    """Says whose deck it is, and makes the theme's own fonts Chinese ones, so that what is typed later matches."""
    about = book.core_properties
    about.title, about.author, about.last_modified_by, about.language, about.subject = title, office, office, "zh-CN", ""
    about.created = about.modified = datetime.now()
    theme = book.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = theme.blob.decode("utf-8")
    for tag, font in (("majorFont", TITLE), ("minorFont", BODY)):
        head, rest = text.split(f"<a:{tag}>", 1)
        end = rest.index("<a:font ") if "<a:font " in rest else rest.index(f"</a:{tag}>")
        text = f'{head}<a:{tag}><a:latin typeface="{font}"/><a:ea typeface="{font}"/><a:cs typeface="{font}"/>{rest[end:]}'
    theme._blob = text.encode("utf-8")

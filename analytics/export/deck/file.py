"""The whole presentation: cover, slides, the tables behind them, notes, fonts."""

import io
from datetime import datetime

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.slide import Slide
from pptx.util import Inches

from analytics.decks.slides import Slide as Told
from analytics.export.deck import slides
from analytics.export.deck.annex import Page, annex
from analytics.export.deck.lettering import BODY, TITLE, fitted
from analytics.export.deck.printout import Printout
from analytics.export.deck.tables import numeric, rows_table, texts


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
    for page in annex(deck):
        one = tabled(book, page)
        slides.footed(one, made.foot, made.marking)
        fitted(one.notes_slide.notes_text_frame, "\n".join(deck.notes.get(page.panel, ())), 12)
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


def tabled(book: Presentation, page: Page) -> Slide:
    """Adds a page of the annex."""
    made = slides.framed(book, page.title, 24, unit=page.count, note=page.left)
    rows_table(made.shapes, slides.BODY, [str(one) for one in page.table.columns], texts(page.table), numeric(page.table), page.title)
    return made


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

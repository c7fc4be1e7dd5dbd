"""One slide of a deck as a slide of a presentation."""

import pandas as pd
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.util import Emu, Inches

from analytics.decks.slides import Slide as Told
from analytics.export.deck.annex import beginning, paced
from analytics.export.deck.drawn import drawn
from analytics.export.deck.lettering import TITLE, Box, colour, faces, fitted, text_box, write
from analytics.export.deck.native import course, native
from analytics.export.deck.tables import heat_table, numeric, rows_table, texts, wall_table
from analytics.theme import LIGHT

LEFT, WIDTH, BOTTOM = 0.6, 12.13, 6.98
BODY: Box = (LEFT, 2.02, WIDTH, 4.5)
SIZES = {64: 28, 56: 26}
"""Size on the stage → on a slide; whatever is smaller there is 24."""
TITLE_ONLY = 5


def framed(book: Presentation, title: str, size: int = 24, kicker: str = "", unit: str = "", note: str = "") -> Slide:
    """Adds a slide with its title, the red rule, the unit above the body and the small line under it."""
    made = book.slides.add_slide(book.slide_layouts[TITLE_ONLY])
    place(made.shapes.title, (LEFT, 0.56, WIDTH, 0.92))
    fitted(made.shapes.title.text_frame, title, size, anchor="middle", font=TITLE)
    if kicker:
        text_box(made.shapes, (LEFT, 0.28, WIDTH, 0.28), kicker, 13, ink=LIGHT.quiet)
    rule(made, LEFT, 1.52, WIDTH, 0.035)
    if unit:
        text_box(made.shapes, (LEFT, 1.62, WIDTH, 0.3), unit, 13, ink=LIGHT.quiet)
    if note:
        text_box(made.shapes, (LEFT, 6.56, WIDTH, 0.36), note, 11, ink=LIGHT.quiet, anchor="bottom")
    return made


def place(shape: object, box: Box) -> None:
    """Puts a shape where it belongs."""
    shape.left, shape.top, shape.width, shape.height = (Inches(one) for one in box)


def rule(made: Slide, left: float, top: float, width: float, height: float, fill: str = LIGHT.brand) -> object:
    """Draws a bar of one colour."""
    bar = made.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(left), Inches(top), Inches(width), Inches(height))
    bar.fill.solid()
    bar.fill.fore_color.rgb = colour(fill)
    bar.line.fill.background()
    # Its style would add a shadow.
    bar._element.remove(bar._element.find(qn("p:style")))
    return bar


def footed(made: Slide, foot: tuple[str, ...], marking: str) -> None:
    """Writes scope, day and version on the left, marking and page number on the right."""
    rule(made, LEFT, BOTTOM, WIDTH, 0.01, LIGHT.line)
    text_box(made.shapes, (LEFT, BOTTOM + 0.06, 9.4, 0.26), "　".join(foot), 11, ink=LIGHT.quiet)
    frame = text_box(made.shapes, (LEFT + 9.4, BOTTOM + 0.06, WIDTH - 9.4, 0.26), f"{marking}　", 11, ink=LIGHT.quiet, align="right")
    paragraph = frame.paragraphs[0]._p
    field = paragraph.makeelement(qn("a:fld"), {"id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"})
    look = field.makeelement(qn("a:rPr"), {"lang": "zh-CN", "sz": "1100"})
    fill = look.makeelement(qn("a:solidFill"), {})
    fill.append(fill.makeelement(qn("a:srgbClr"), {"val": LIGHT.quiet.lstrip("#")}))
    look.append(fill)
    faces(look, "微软雅黑")
    text = field.makeelement(qn("a:t"), {})
    text.text = str(made.part.package.presentation_part.presentation.slides.index(made) + 1)
    field.extend([look, text])
    paragraph.append(field)


def cover(book: Presentation, told: Told, marking: str) -> Slide:
    """Adds the first slide."""
    made = book.slides.add_slide(book.slide_layouts[TITLE_ONLY])
    rule(made, 0, 0, Emu(book.slide_width).inches, 0.22)
    text_box(made.shapes, (0.9, 0.62, 8, 0.4), marking, 16, ink=LIGHT.brand, bold=True)
    place(made.shapes.title, (0.9, 2.0, 11.5, 1.5))
    fitted(made.shapes.title.text_frame, str(told["title"]), 54, anchor="bottom", font=TITLE)
    rule(made, 0.9, 3.7, 11.5, 0.05)
    lines = text_box(made.shapes, (0.9, 3.95, 11.5, 2.4), "", 20)
    for number, line in enumerate(told["lines"]):
        write(lines, str(line), 20, ink=LIGHT.quiet, line=number)
        lines.paragraphs[number].line_spacing = 1.4
    return made


def headed(book: Presentation, told: Told) -> Slide:
    """Adds a slide with what every slide of figures has."""
    size = SIZES.get(int(told["size"]), 24)
    return framed(book, str(told["title"]), size, str(told["kicker"]), str(told.get("unit") or ""), str(told.get("note") or ""))


def figures(book: Presentation, told: Told) -> Slide:
    """Adds the slide of key figures: one card each."""
    made = headed(book, told)
    cards = told["cards"]
    width = (WIDTH - 0.3 * (len(cards) - 1)) / len(cards)
    for number, card in enumerate(cards):
        left = LEFT + number * (width + 0.3)
        warn = bool(card.get("warn"))
        rule(made, left, 2.2, width, 3.6, LIGHT.late_tint if warn else LIGHT.blue_tint)
        rule(made, left, 2.2, 0.07, 3.6, LIGHT.late if warn else LIGHT.blue)
        inner = width - 0.4
        text_box(made.shapes, (left + 0.25, 2.4, inner, 0.7), card["label"], 17, ink=LIGHT.quiet)
        value = text_box(made.shapes, (left + 0.25, 3.1, inner, 1.0), card["value"], 46, bold=True, ink=LIGHT.late if warn else LIGHT.link, anchor="middle")
        write(value, f" {card['unit']}", 18, ink=LIGHT.quiet)
        said = "\n".join(text for text in (card.get("warn") or "", card["line"], card["delta"]) if text)
        below = text_box(made.shapes, (left + 0.25, 4.25, inner, 1.4), "", 15)
        for row, text in enumerate(said.split("\n")):
            write(below, text, 15, ink=LIGHT.late if warn and row == 0 else LIGHT.ink, line=row)
    return made


def chart(book: Presentation, told: Told, table: pd.DataFrame) -> Slide:
    """Adds the slide of a chart: native where it can be one, its table where it runs over time."""
    made = headed(book, told)
    figure, name, alt = told["charts"]["light"], str(told["kicker"]), str(told["alt"])
    days = paced(figure)
    if days:
        course(made.shapes, BODY, days, table, name=name, alt=alt)
        return made
    found = drawn(figure)
    if found is None:
        first = beginning(table)
        rows_table(made.shapes, BODY, list(first.columns), texts(first), numeric(first), name)
    elif found.form == "heat":
        heat_table(made.shapes, BODY, found, name)
    else:
        if found.mark:
            text_box(made.shapes, (LEFT, 1.62, WIDTH, 0.3), found.mark, 13, ink=LIGHT.quiet, align="right")
        # A single bar as high as the slide says no more than a slim one.
        left, top, width, height = BODY
        high = height if found.form == "columns" else min(height, 1.2 + 0.8 * len(found.names))
        native(made.shapes, (left, top, width, high), found, name=name, alt=alt)
    return made


def steps(book: Presentation, told: Told) -> Slide:
    """Adds the slide of a way: a shape a step, what leads to it between them."""
    made = headed(book, told)
    found = told["steps"]
    gap = 1.7
    width = (WIDTH - gap * (len(found) - 1)) / len(found)
    for number, (step, (fill, ink)) in enumerate(zip(found, LIGHT.steps, strict=False)):
        left = LEFT + number * (width + gap)
        block = rule(made, left, 2.9, width, 2.2, fill)
        fitted(block.text_frame, step["label"], 18, anchor="middle", ink=ink, align="center")
        write(block.text_frame, step["value"], 44, ink=ink, bold=True, align="center", line=1)
        write(block.text_frame, f" {step['unit']}", 18, ink=ink, line=1, align="center")
        if step["between"]:
            text_box(made.shapes, (left - gap + 0.08, 2.75, gap - 0.16, 1.1), step["between"].replace("（", "\n（"), 13, ink=LIGHT.quiet, align="center", anchor="bottom")
            text_box(made.shapes, (left - gap, 3.85, gap, 0.5), "→", 26, ink=LIGHT.quiet, align="center")
    return made


def listing(book: Presentation, told: Told) -> Slide:
    """Adds the slide of a list."""
    made = headed(book, told)
    found = told["list"]
    rows_table(made.shapes, BODY, found["head"], found["rows"], found["numbers"], str(told["kicker"]))
    return made


def wall(book: Presentation, told: Told) -> Slide:
    """Adds one slide of the wall of villages."""
    made = headed(book, told)
    found = told["wall"]
    said = "　".join(f"{one['glyph'] or '□'} {one['text']}" for one in found["legend"])
    text_box(made.shapes, (LEFT, 1.62, WIDTH, 0.3), said, 13, ink=LIGHT.quiet, align="right")
    wall_table(made.shapes, BODY, found, str(told["kicker"]))
    return made

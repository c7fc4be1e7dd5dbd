"""Letters on a slide: Chinese fonts by name, sizes in points, colours of the theme."""

import re

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.shapetree import SlideShapes
from pptx.text.text import TextFrame
from pptx.util import Inches, Pt

from analytics.theme import LIGHT

BODY, TITLE = "微软雅黑", "方正小标宋简体"
MARKS = re.compile(r"(\*\*|!!)(.+?)\1")
Box = tuple[float, float, float, float]
"""Left, top, width, height in inches."""


def colour(value: str) -> RGBColor:
    """Returns a colour of the theme."""
    return RGBColor.from_string(value.lstrip("#"))


def faces(properties: object, font: str) -> None:
    """Names a font for all scripts: with `a:latin` alone, Chinese text would be set in another.

    Where a machine lacks it, the family and the character set let Office choose a Chinese one of its kind.
    """
    for tag in ("a:latin", "a:ea", "a:cs"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
        made = properties.makeelement(qn(tag), {"typeface": font})
        if tag != "a:latin":
            made.set("pitchFamily", "2" if font == TITLE else "34")
            made.set("charset", "-122")
        properties.append(made)


def write(
    frame: TextFrame, text: str, size: float, *, ink: str = LIGHT.ink, font: str = BODY, bold: bool = False, align: str = "left", line: int = 0
) -> None:
    """Writes a text with its marks into a paragraph of a frame: **strong** in blue, !!warning!! in vermilion."""
    while len(frame.paragraphs) <= line:
        frame.add_paragraph()
    paragraph = frame.paragraphs[line]
    paragraph.alignment = {"left": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}[align]
    for part, marked in parts(text):
        run = paragraph.add_run()
        run.text = part
        run.font.size, run.font.bold = Pt(size), bold
        run.font.color.rgb = colour({"**": LIGHT.link, "!!": LIGHT.late}.get(marked, ink))
        properties = run._r.get_or_add_rPr()
        properties.set("lang", "zh-CN")
        faces(properties, font)


def parts(text: str) -> list[tuple[str, str]]:
    """Returns a text's parts with the mark of each."""
    found, last = [], 0
    for one in MARKS.finditer(text):
        found += [(text[last : one.start()], "")] if one.start() > last else []
        found.append((one[2], one[1]))
        last = one.end()
    return found + ([(text[last:], "")] if last < len(text) or not found else [])


def text_box(shapes: SlideShapes, box: Box, text: str, size: float, *, anchor: str = "top", **how: object) -> TextFrame:
    """Adds a text without frame or padding; returns what it is written in."""
    made = shapes.add_textbox(*(Inches(one) for one in box))
    return fitted(made.text_frame, text, size, anchor=anchor, **how)


def fitted(frame: TextFrame, text: str, size: float, *, anchor: str = "top", **how: object) -> TextFrame:
    """Writes into a frame without padding."""
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}[anchor]
    write(frame, text, size, **how)
    return frame

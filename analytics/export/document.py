"""A report as a Word document in the form of GB/T 9704: margins, 28 characters a line, fonts by name, page numbers outside."""

import io
from collections.abc import Callable

import pandas as pd
from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as Written
from docx.text.run import Run

from analytics.charts.bars import width
from analytics.export.deck.columns import widths
from analytics.formats import shown
from analytics.report.blocks import Heading, Paragraph, Picture, Report, Table, Title

BODY, TITLE, FIRST, SECOND, PAGE = "仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体"
# What a machine without one of these fonts takes instead; others spell 宋体 and 黑体 in English.
INSTEAD = {BODY: "仿宋", TITLE: "宋体", FIRST: "SimHei", SECOND: "楷体", PAGE: "SimSun"}
# 版心 156 × 225 mm: 28 characters of 三号 a line, 22 lines a page.
LINE, SIZE, TITLE_SIZE, SMALL = Pt(28.95), 16, 22, 12
MARGINS = {"top_margin": 37, "bottom_margin": 35, "left_margin": 28, "right_margin": 26}
ROWS = 30
CHARACTERS, MARGIN = 72, 2
"""Half-width characters of 小四 on a line of a table, and what a cell's margins take."""


def document(
    report: Report, picture: Callable[[str], bytes | None], table: Callable[[str], pd.DataFrame]
) -> bytes:
    """Returns a .docx. `picture` gives a panel's chart as PNG (None: its table stands instead), `table` its rows."""
    book = Document()
    _page(book)
    _fonts(book)
    _numbers(book, report)
    if report.marking:
        _add(book, report.marking, FIRST, SIZE, indent=False)
    for block in report.blocks:
        match block:
            case Title():
                written = _add(book, block.text, TITLE, TITLE_SIZE, align=WD_ALIGN_PARAGRAPH.CENTER, indent=False)
                written.paragraph_format.line_spacing = Pt(36)
                _add(book, "", BODY, SIZE, indent=False)
            case Heading():
                _add(book, block.text, FIRST if block.level == 1 else SECOND, SIZE).paragraph_format.keep_with_next = True
            case Paragraph():
                _add(book, block.text, BODY, SIZE)
            case Picture():
                _picture(book, block, picture(block.panel), table)
            case Table():
                _table(book, block.caption, table(block.panel))
    _add(book, "", BODY, SIZE, indent=False)
    _add(book, report.office, BODY, SIZE, align=WD_ALIGN_PARAGRAPH.RIGHT, indent=False)
    _add(book, report.day, BODY, SIZE, align=WD_ALIGN_PARAGRAPH.RIGHT, indent=False)
    _add(book, f"（{report.foot}）", BODY, SMALL, align=WD_ALIGN_PARAGRAPH.RIGHT, indent=False)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _page(book: Document) -> None:
    section = book.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, size in MARGINS.items():
        setattr(section, name, Mm(size))
    section.footer_distance = Mm(28)
    for grid in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(grid)
    section._sectPr.append(_element("w:docGrid", type="lines", linePitch="579"))
    plain = book.styles["Normal"]
    plain.font.name, plain.font.size = "Times New Roman", Pt(SIZE)
    plain.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), BODY)
    form = plain.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, LINE
    form.space_before = form.space_after = Pt(0)
    form.widow_control = True


def _fonts(book: Document) -> None:
    """Names the fonts with what stands in for them."""
    part = book.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    table = parse_xml(part.blob)
    for name, instead in INSTEAD.items():
        for known in table.findall(qn("w:font")):
            if known.get(qn("w:name")) == name:
                table.remove(known)
        font = _element("w:font", name=name)
        font.append(_element("w:altName", val=instead))
        table.append(font)
    # The library keeps this part as it was read.
    part._blob = serialize_part_xml(table)


def _numbers(book: Document, report: Report) -> None:
    """— 1 — on the outer side of each page: right on odd, left on even ones; the marking on top."""
    book.settings.odd_and_even_pages_header_footer = True
    section = book.sections[0]
    for footer, side, blank in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT, "right"),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT, "left"),
    ):
        line = footer.paragraphs[0]
        line.alignment = side
        # One character of 四号 from the edge.
        setattr(line.paragraph_format, f"{blank}_indent", Pt(14))
        _font(line.add_run("— "), PAGE, 14)
        for kind in ("begin", "PAGE", "end"):
            run = line.add_run()
            _font(run, PAGE, 14)
            if kind == "PAGE":
                text = _element("w:instrText")
                text.set(qn("xml:space"), "preserve")
                text.text = " PAGE "
                run._r.append(text)
            else:
                run._r.append(_element("w:fldChar", fldCharType=kind))
        _font(line.add_run(" —"), PAGE, 14)


def _add(
    book: Document, text: str, font: str, size: float, *, align: int | None = None, indent: bool = True
) -> Written:
    written = book.add_paragraph()
    _font(written.add_run(text), font, size)
    if indent:
        written._p.get_or_add_pPr().append(_element("w:ind", firstLineChars="200", firstLine="640"))
    if align is not None:
        written.alignment = align
    return written


def _font(run: Run, name: str, size: float) -> None:
    run.font.name, run.font.size = "Times New Roman", Pt(size)
    properties = run._element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), name)
    fonts.set(qn("w:hint"), "eastAsia")
    if size == SIZE:
        # 28 characters of 16 pt are 158 mm; a quarter point less between them makes the 156 of the standard.
        properties.append(_element("w:spacing", val="-5"))
    properties.append(_element("w:lang", val="en-US", eastAsia="zh-CN"))


def _element(tag: str, **values: str) -> object:
    made = OxmlElement(tag)
    for name, value in values.items():
        made.set(qn(f"w:{name}"), value)
    return made


def _picture(book: Document, block: Picture, content: bytes | None, table: Callable[[str], pd.DataFrame]) -> None:
    if content is None:
        _table(book, block.caption, table(block.panel))
        return
    line = book.add_paragraph()
    line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    line.paragraph_format.keep_with_next = True
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.add_run().add_picture(io.BytesIO(content), width=Mm(150))
    _add(book, block.caption, FIRST, SMALL, align=WD_ALIGN_PARAGRAPH.CENTER, indent=False)


def _table(book: Document, caption: str, rows: pd.DataFrame) -> None:
    title = _add(book, caption, FIRST, SMALL, align=WD_ALIGN_PARAGRAPH.CENTER, indent=False)
    title.paragraph_format.keep_with_next = True
    made = book.add_table(rows=1, cols=len(rows.columns))
    made.style, made.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
    margins = _element("w:tblCellMar")
    margins.extend(_element(f"w:{side}", w="85", type="dxa") for side in ("left", "right"))
    # The standard's order: before what says which rows look special.
    made._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)
    made.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))
    # A unit stands below its heading, never broken itself.
    headings = [str(heading).replace("（", "\n（", 1) for heading in rows.columns]
    _row(made.rows[0], headings, FIRST)
    for values in rows.head(ROWS).itertuples(index=False, name=None):
        _row(made.add_row(), [shown(value) for value in values], BODY)
    _widths(made, headings, rows)
    if len(rows) > ROWS:
        _add(book, f"（只列前 {ROWS} 行，共 {len(rows)} 行）", BODY, SMALL, indent=False)


def _widths(made: object, headings: list[str], rows: pd.DataFrame) -> None:
    """Gives each column what its longest text needs, within the line of 156 mm; long ones share what is left."""
    texts = [[shown(value) for value in row] for row in rows.head(ROWS).itertuples(index=False, name=None)]
    longest = widths([max(heading.split("\n"), key=width) for heading in headings], texts, CHARACTERS, MARGIN)
    made.autofit = False
    for column, share in zip(made.columns, longest, strict=True):
        # Word reads the cells' width, others the column's.
        column.width = Mm(round(156 * share / sum(longest)))
        for cell in column.cells:
            cell.width = column.width


def _row(row: object, texts: list[str], font: str) -> None:
    row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
    for cell, text in zip(row.cells, texts, strict=True):
        line = cell.paragraphs[0]
        line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _font(line.add_run(str(text)), font, SMALL)

"""The libraries that open documents, used in the child process only."""

import io
from collections.abc import Iterator
from copy import deepcopy

from docx import Document
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from pptx import Presentation
from pypdf import PdfReader
from pypdf.errors import PyPdfError

AUTHOR = "巡察数据看板"
PAGES = 500


class Locked(Exception):
    """The document needs a password."""


def docx_text(content: bytes) -> str:
    """Returns the paragraphs of a Word document, tables included, one a line."""
    return "\n".join(paragraph.text.replace("\n", " ") for paragraph in _paragraphs(Document(io.BytesIO(content))))


def pptx_text(content: bytes) -> str:
    """Returns the texts of all slides, one shape's paragraph a line."""
    lines = []
    for slide in Presentation(io.BytesIO(content)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                lines += [paragraph.text for paragraph in shape.text_frame.paragraphs]
            elif getattr(shape, "has_table", False) and shape.has_table:
                lines += ["，".join(cell.text for cell in row.cells) for row in shape.table.rows]
    return "\n".join(lines).replace("\v", " ")


def pdf_text(content: bytes) -> str:
    """Returns the text of a PDF; lines that only end because the page does are joined."""
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Locked
        pages = [page.extract_text() for page in reader.pages[:PAGES]]
    except PyPdfError as error:
        raise ValueError from error
    lines: list[str] = []
    for line in "\n".join(pages).split("\n"):
        # A Chinese line that fills the page goes on in the next one.
        if lines and len(lines[-1]) > 24 and lines[-1][-1] not in "。；！？:：":
            lines[-1] += line.strip()
        else:
            lines.append(line.strip())
    return "\n".join(lines)


def plain_document(text: str) -> bytes:
    """Returns a Word document of a text, a paragraph a line."""
    document, buffer = Document(), io.BytesIO()
    for line in text.split("\n"):
        document.add_paragraph(line)
    document.save(buffer)
    return buffer.getvalue()


def with_comments(content: bytes, comments: list[tuple[int, int, str]]) -> bytes:
    """Returns the Word document with a comment at each (start, end, words) of the text that `docx_text` gives."""
    document, start = Document(io.BytesIO(content)), 0
    places = []
    for paragraph in _paragraphs(document):
        places.append((start, start + len(paragraph.text), paragraph))
        start += len(paragraph.text) + 1
    for begin, end, words in comments:
        for first, last, paragraph in places:
            if first <= begin < last and (runs := _runs(paragraph, begin - first, end - first)):
                document.add_comment(runs, text=words, author=AUTHOR, initials="核")
                break
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _paragraphs(document: Word) -> Iterator[Paragraph]:
    """All paragraphs of the body in the order of reading, those in tables too, a merged cell's once."""
    for child in document.element.body.iterchildren():
        if child.tag == qn("w:p"):
            yield Paragraph(child, document)
        elif child.tag == qn("w:tbl"):
            seen = set()
            for row in Table(child, document).rows:
                for cell in row.cells:
                    if cell._tc not in seen:
                        seen.add(cell._tc)
                        yield from cell.paragraphs


def _runs(paragraph: Paragraph, begin: int, end: int) -> list[Run]:
    """The runs that hold a stretch of a paragraph's text; a run that reaches beyond it is cut in two where it can be."""
    for place in (begin, end):
        _cut(paragraph, place)
    found, start = [], 0
    for run in paragraph.runs:
        if run.text and start < end and begin < start + len(run.text):
            found.append(run)
        start += len(run.text)
    return found


def _cut(paragraph: Paragraph, place: int) -> None:
    """Cuts the run in which a place of the text lies, where it holds nothing but letters."""
    start = 0
    for run in paragraph.runs:
        text = run.text
        if start < place < start + len(text):
            if all(part.tag in (qn("w:rPr"), qn("w:t")) for part in run._r):
                rest = deepcopy(run._r)
                run._r.addnext(rest)
                Run(rest, paragraph).text = text[place - start :]
                run.text = text[: place - start]
            return
        start += len(text)

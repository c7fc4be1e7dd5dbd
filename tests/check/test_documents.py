"""Documents that people drop, and such as nobody should."""

import io
import zipfile

import pytest
from docx import Document
from pptx import Presentation
from pptx.util import Inches

from analytics.check.claims import extract
from analytics.check.documents import LONGEST, bounded, commented, text_of
from data.workbook import Unreadable
from tests.check.scoring import passages

SEED = passages()[0]["text"]


def word(text: str) -> bytes:
    document, buffer = Document(), io.BytesIO()
    for line in text.split("\n"):
        document.add_paragraph(line)
    document.save(buffer)
    return buffer.getvalue()


def pdf(line: str) -> bytes:
    """The least PDF that shows a line of ASCII."""
    stream = f"BT /F1 12 Tf 72 720 Td ({line}) Tj ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (table, len(out))


def test_a_word_document_is_read_paragraph_by_paragraph_and_its_tables_too():
    document, buffer = Document(), io.BytesIO()
    document.add_paragraph("发现问题264个。")
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "立案12件12人"
    document.save(buffer)
    assert text_of("总结.docx", buffer.getvalue()).split("\n")[:2] == ["发现问题264个。", "立案12件12人"]


def test_slides_are_read():
    deck, buffer = Presentation(), io.BytesIO()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.shapes.add_textbox(0, 0, Inches(4), Inches(1)).text_frame.text = "发现问题264个。"
    deck.save(buffer)
    assert text_of("汇报.pptx", buffer.getvalue()) == "发现问题264个。"


def test_a_pdf_is_read():
    assert "264 issues" in text_of("a.pdf", pdf("264 issues"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_file_is_read_in_the_encodings_that_offices_use(encoding):
    assert text_of("总结.txt", "发现问题264个。\r\n立案12件。".encode(encoding)) == "发现问题264个。\n立案12件。"


def test_comments_stand_at_their_words_in_the_document_that_was_sent():
    sent = word(SEED)
    text = text_of("总结.docx", sent)
    claims = extract(text)
    marked = Document(io.BytesIO(commented(text, sent, [(one.start, one.end, f"核对{n}") for n, one in enumerate(claims)])))
    assert [one.text for one in marked.comments] == [f"核对{n}" for n in range(len(claims))]
    assert [p.text for p in marked.paragraphs] == [p.text for p in Document(io.BytesIO(sent)).paragraphs]
    runs = [run.text for paragraph in marked.paragraphs for run in paragraph.runs]
    assert {one.span for one in claims} <= set(runs)


def test_a_pasted_text_becomes_a_document_with_comments():
    text = "发现问题264个。\n立案12件。"
    marked = Document(io.BytesIO(commented(text, None, [(0, 8, "一致")])))
    assert [p.text for p in marked.paragraphs] == text.split("\n")
    assert [one.text for one in marked.comments] == ["一致"]


def archive(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(f"{name}.xml", content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "name, content, code",
    [
        ("a.docx", b"PK\x03\x04 cut short", "damaged_document"),
        ("a.docx", b"\xd0\xcf\x11\xe0 locked", "damaged_document"),
        ("a.docx", archive(document=b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "document_entities"),
        ("a.docx", archive(document=b"\0" * (201 * 2**20)), "document_bomb"),
        ("a.docx", archive(other=b"<a/>"), "damaged_document"),
        ("a.pptx", word("发现问题264个。"), "damaged_document"),
        ("a.pdf", b"%PDF-1.4 nothing", "damaged_document"),
        ("a.doc", b"", "old_document"),
        ("a.xlsx", b"", "not_a_document"),
        ("a.txt", b"", "no_text"),
        ("a.docx", word(""), "no_text"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(name, content, code):
    with pytest.raises(Unreadable) as refused:
        text_of(name, content)
    assert refused.value.code == code
    assert refused.value.message.endswith("。")


def test_a_text_far_too_long_is_refused():
    with pytest.raises(Unreadable):
        bounded("字" * (LONGEST + 1))


def test_unseen_signs_become_blanks_so_that_places_stay():
    assert bounded("发现\u200b问题\x0712个") == "发现 问题 12个"

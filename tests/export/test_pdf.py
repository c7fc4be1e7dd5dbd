"""A deck and a report as PDF: real text with the figures of the screen, page number, scope and date on each page, nothing unescaped."""

import re
from dataclasses import replace
from io import BytesIO
from itertools import islice

import pytest
from pypdf import PdfReader

from analytics.decks import READY, Deck
from analytics.export import printing
from analytics.export.deck import Printout, printout
from analytics.export.deck.annex import annex
from analytics.export.deck.paper import pages, paper, style
from analytics.export.pdf import deck_pdf, quoted, report_paper, report_pdf, slide_drawn
from analytics.export.printing import CannotPrint, printed
from analytics.export.printing import page as document
from analytics.report.blocks import Heading, Paragraph, Picture, Report, Table, Title
from data.facts import Facts
from tests.export.conftest import YEAR
from tests.export.reading import on_screen, plain, rows_on_screen

HOSTILE = '<script>alert(1)</script>&"\'</style><img src=x>'
REPORT = Report(
    blocks=(
        Title(text="关于2020年巡察工作的报告"),
        Heading(level=1, text="一、总体情况"),
        Paragraph(text="全年发现问题264个。" * 80),
        Picture(panel="coverage_pace", caption="图1　全覆盖进度"),
        Table(panel="issues_by_organisation", caption="表1　各单位发现问题"),
    ),
    office="示例县委巡察办", day="2021年1月8日", marking="内部资料", foot="2020年，数据截至2020年12月31日，第23版",
)  # fmt: skip


def pages_of(content: bytes) -> list[str]:
    """The text of each page without blanks."""
    return [re.sub(r"\s", "", page.extract_text()) for page in PdfReader(BytesIO(content)).pages]


def bare(text: object) -> str:
    """A text without blanks."""
    return re.sub(r"\s", "", str(text))


@pytest.mark.browser
def test_a_deck_read_back_has_the_figures_of_the_screen(sample_facts: Facts) -> None:
    made = printout(READY["annual"], sample_facts, YEAR, masked=False)
    compare(made, pages_of(deck_pdf(made)), sample_facts, YEAR)


@pytest.mark.browser
def test_fifty_random_scopes_read_back_have_the_figures_of_the_screen(sample_facts: Facts, random_decks: list) -> None:
    # One document of fifty decks: a browser starts once, and each deck still has its own pages.
    parts = [pages(made, slide_drawn) for _, made in random_decks]
    read = iter(pages_of(printed(document(style(), "".join(parts), "五十个范围"))))
    for (where, made), part in zip(random_decks, parts, strict=True):
        compare(made, list(islice(read, part.count('<section class="slide">'))), sample_facts, where)
    assert list(read) == []


def compare(made: Printout, read: list[str], facts: Facts, where: dict[str, str]) -> None:
    """Compares each page of a printed deck with the screen."""
    told = made.made.slides
    assert len(read) > len(told)
    for number, one in enumerate(read, start=1):
        assert bare(made.made.foot[1]) in one and "数据截至" in one and f"{number}/{len(read)}" in one and "内部资料" in one
    for page, slide in zip(read, told, strict=False):
        assert bare(re.sub(r"\*\*|!!", "", str(slide["title"]))) in page
        name = str(slide["id"])
        if slide["kind"] == "chart":
            figure = slide["charts"]["light"]
            labels = [note["text"] for note in figure["layout"]["annotations"]]
            assert [one for one in (bare(re.sub("<[^>]+>", "", plain(label))) for label in labels) if one not in page] == [], name
        elif slide["kind"] == "steps":
            assert all(bare(f"{step.label}{step.value}{step.unit}") in page for step in on_screen(name, facts, where).steps)
        elif slide["kind"] == "list":
            table = on_screen(name, facts, where).signed[slide["list"]["head"]]
            assert all(bare("".join(row)) in page for row in rows_on_screen(table)[: len(slide["list"]["rows"])])
        elif slide["kind"] == "wall":
            assert all(bare(row["name"] + row["count"]) in page for row in slide["wall"]["rows"])
        elif slide["kind"] == "figures":
            assert all(bare(card["value"] + card["unit"]) in page for card in slide["cards"])
    for page, one in zip(read[len(told) :], annex(made), strict=False):
        assert [cell for row in rows_on_screen(one.table) for cell in row if len(cell) < 12 and bare(cell) not in page] == []
    assert "口径与来源" in read[-1]


@pytest.mark.browser
def test_a_report_has_its_text_its_table_and_on_each_page_number_scope_and_date(sample_facts: Facts) -> None:
    made = on_screen("issues_by_organisation", sample_facts, YEAR)
    pages = pages_of(report_pdf(REPORT, lambda name: on_screen(name, sample_facts, YEAR).figure, lambda name: made.table))
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert f"—{number}—" in page and "数据截至2020年12月31日" in page and "内部资料" in page
    whole = "".join(pages)
    assert "一、总体情况" in whole and "图1" in whole and "序时进度" in whole
    assert all(bare("".join(row)) in whole for row in rows_on_screen(made.table.head(30)))


@pytest.mark.browser
def test_fonts_are_inside_the_file(sample_facts: Facts) -> None:
    reader = PdfReader(BytesIO(printed(paper(printout(READY["secretary"], sample_facts, YEAR), lambda *_: None))))
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        described = inner.get("/FontDescriptor", {})
        # Glyphs drawn in the file itself are type 3.
        assert font["/Subtype"] == "/Type3" or {"/FontFile", "/FontFile2", "/FontFile3"} & set(described)


def test_fifty_random_scopes_stand_on_paper(random_decks: list) -> None:
    for _, made in random_decks:
        html = paper(made, lambda *_: None)
        assert html.count('<section class="slide">') == html.count("<footer>") >= len(made.made.slides)
        for slide in made.made.slides:
            if slide["kind"] == "list":
                assert all(f">{text}<" in html for row in slide["list"]["rows"] for text in row if not set(text) & set("<>&\"'"))


def test_no_text_reaches_the_page_as_markup(sample_facts: Facts) -> None:
    deck = printout(Deck(name="some", title=HOSTILE, panels=("issues_by_category", "works", "way_to_case")), sample_facts, YEAR)
    hostile = tuple(spoilt(slide) for slide in deck.made.slides)
    html = paper(replace(deck, made=replace(deck.made, slides=hostile, foot=(HOSTILE,), marking=HOSTILE)), lambda *_: None)
    assert "<script" not in html and "<img" not in html and html.count("</style>") == 1
    report = replace(REPORT, blocks=(Title(text=HOSTILE), Paragraph(text=HOSTILE)), marking=HOSTILE, foot=HOSTILE, office=HOSTILE)
    html = report_paper(report, lambda name: None, lambda name: None)
    assert "<script" not in html and "<img" not in html and html.count("</style>") == 1


def spoilt(value: object) -> object:
    """A slide with every text of people replaced by markup; what names a kind stays."""
    if isinstance(value, dict):
        return {name: one if name in ("kind", "id", "state", "charts", "size") else spoilt(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [spoilt(one) for one in value]
    return HOSTILE if isinstance(value, str) else value


def test_a_string_of_css_ends_neither_itself_nor_the_style_sheet() -> None:
    made = quoted('"</style>\\\n')
    assert made[0] == made[-1] == '"' and not set(made[1:-1]) & set('"<>\n')


def test_a_machine_without_a_browser_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "browser", lambda: None)
    with pytest.raises(CannotPrint, match="浏览器"):
        printed("")


def test_a_browser_that_fails_is_told_of_without_the_text(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(printing, "browser", lambda: "/bin/false")
    with pytest.raises(CannotPrint, match="稍后重试"):
        printed("秘密")
    assert "秘密" not in caplog.text

"""A deck read back from its file has the figures of the screen, can be edited, and says what each figure means."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

import pandas as pd
import pytest
from lxml import etree
from pptx.oxml.ns import qn

from analytics.absence import is_sign
from analytics.cards.overview import overview_cards
from analytics.decks import READY, Deck
from analytics.export.deck import Printout, presentation, printout
from analytics.export.deck.annex import annex, paced
from analytics.export.deck.drawn import drawn
from analytics.masking import units
from analytics.metrics import METRICS
from analytics.panels import PANELS
from data.facts import Facts
from data.store import Store
from tests.export.conftest import YEAR
from tests.export.reading import (
    charts_of,
    on_screen,
    opened,
    plain,
    rows_on_screen,
    same,
    series_of,
    series_on_screen,
    tables_of,
    texts_of,
)


def test_all_panels_of_the_sample_year_have_the_figures_of_the_screen(sample_facts: Facts) -> None:
    compare(printout(Deck(name="some", title="若干", panels=tuple(PANELS)), sample_facts, YEAR, masked=False), sample_facts, YEAR)


def test_fifty_random_scopes_have_the_figures_of_the_screen(sample_facts: Facts, random_decks: list) -> None:
    for where, deck in random_decks:
        compare(deck, sample_facts, where)


def compare(deck: Printout, facts: Facts, where: Mapping[str, str]) -> None:
    """Reads a deck back, slide by slide, and compares it with the screen."""
    slides, told = list(opened(presentation(deck)).slides), deck.made.slides
    for slide, one in zip(slides, told, strict=False):
        same = {"cover": cover, "figures": figures, "chart": chart, "steps": steps, "wall": wall, "list": listing}
        same[str(one["kind"])](slide, one, facts, where)
        assert slide.shapes.title.text_frame.text == re.sub(r"\*\*|!!", "", str(one["title"]))
    whole = {}
    for slide, page in zip(slides[len(told) :], annex(deck), strict=True):
        [table] = tables_of(slide)
        whole.setdefault(page.panel, [table[0]]).extend(table[1:])
    for name, rows in whole.items():
        table = on_screen(name, facts, where).signed
        shown = table[[heading for heading in table.columns if table[heading].notna().any()]]
        assert rows[0] == list(shown.columns) and rows[1:] == rows_on_screen(shown)[: len(rows) - 1]
        assert len(rows) - 1 == len(table) or len(table) > 28


def cover(slide: object, told: Mapping, facts: Facts, where: Mapping) -> None:
    assert facts.settings.office in "".join(texts_of(slide)) and f"第{facts.version}版" in "".join(texts_of(slide))


def figures(slide: object, told: Mapping, facts: Facts, where: Mapping) -> None:
    for card in [one for one in overview_cards(facts, where) if not is_sign(one.value)][:4]:
        assert f"{card.value} {card.unit}" in texts_of(slide) and card.label in texts_of(slide)


def chart(slide: object, told: Mapping, facts: Facts, where: Mapping) -> None:
    made = on_screen(str(told["id"]), facts, where)
    table = made.signed
    if paced(made.figure):
        [found] = charts_of(slide)
        assert same(series_of(found), [[None if pd.isna(value) else float(value) for value in table[heading]] for heading in table.columns[1:]])
        return
    wanted, found = drawn(made.figure), drawn(told["charts"]["light"])
    if wanted is None:
        [rows] = tables_of(slide)
        assert rows[1:] == rows_on_screen(table[rows[0]].head(len(rows) - 1)) and len(rows) > 1
    elif wanted.form == "heat":
        [rows] = tables_of(slide)
        names = [plain(one) for one in made.figure["layout"]["xaxis"]["ticktext"]]
        columns = [names.index(name) for name in rows[0][1:]]
        for place, row in enumerate(rows[1:]):
            values = [series_on_screen(made)[column][place] for column in columns]
            assert row[1:] == ["未报" if value is None else f"{value:,.10g}" for value in values]
    else:
        [native] = charts_of(slide)
        count = len(found.names)
        whole = series_on_screen(made)
        # Rows in time keep their last ones, all others their first.
        values = series_of(native)
        assert same(values, [one[:count] for one in whole]) or same(values, [one[-count:] for one in whole])
        assert [str(one).startswith(name) for one, name in zip(native.plots[0].categories, found.names, strict=True)] == [True] * count


def steps(slide: object, told: Mapping, facts: Facts, where: Mapping) -> None:
    said = " ".join(texts_of(slide))
    for step in on_screen(str(told["id"]), facts, where).steps:
        assert f"{step.label}\n{step.value} {step.unit}" in said


def wall(slide: object, told: Mapping, facts: Facts, where: Mapping) -> None:
    towns = {town.name: town for town in on_screen(str(told["id"]).rpartition("-")[0], facts, where).towns}
    cells = [row for table in tables_of(slide) for row in table]
    for row in told["wall"]["rows"]:
        done = sum(tile.state == "done" for tile in towns[row["name"]].tiles)
        assert any(cell[:2] == [row["name"], f"{done}/{len(towns[row['name']].tiles)}"] for cell in cells)
        for tile in towns[row["name"]].tiles:
            if tile.state != "done":
                assert f"{row['name']}{tile.name}：" in slide.notes_slide.notes_text_frame.text
    for chip in told["wall"]["chips"]:
        assert any(f"✓ {chip}" in cell for cell in cells)


def listing(slide: object, told: Mapping, facts: Facts, where: Mapping) -> None:
    table = on_screen(str(told["id"]), facts, where).signed
    [rows] = tables_of(slide)
    assert rows[1:] == rows_on_screen(table[rows[0]])[: len(rows) - 1]


def test_notes_define_every_metric_and_name_its_ledgers_and_the_scope(sample_facts: Facts) -> None:
    deck = printout(READY["annual"], sample_facts, YEAR)
    for slide, told in zip(opened(presentation(deck)).slides, deck.made.slides, strict=False):
        if told["kind"] in ("cover", "figures"):
            continue
        said = slide.notes_slide.notes_text_frame.text
        for metric in PANELS[re.sub(r"-\d+$", "", str(told["id"]))].metrics:
            assert METRICS[metric].label in said and METRICS[metric].meaning in said
        assert "范围：十三届 · 2020年" in said and "来源：" in said


def test_every_slide_says_scope_day_version_marking_and_its_number(sample_facts: Facts) -> None:
    book = opened(presentation(printout(READY["secretary"], sample_facts, YEAR)))
    for number, slide in enumerate(list(book.slides)[1:], start=2):
        said = " ".join(texts_of(slide))
        assert "十三届 · 2020年" in said and "数据截至2020年12月31日" in said and f"第{sample_facts.version}版" in said and "内部资料" in said
        [field] = slide._element.iter(qn("a:fld"))
        assert field.get("type") == "slidenum" and field.find(qn("a:t")).text == str(number)


def test_chinese_letters_have_a_font_for_every_script(sample_facts: Facts) -> None:
    with zipfile.ZipFile(BytesIO(presentation(printout(READY["annual"], sample_facts, YEAR)))) as file:
        parts = [name for name in file.namelist() if re.match(r"ppt/(slides/slide|charts/chart)\d+\.xml", name)]
        for name in parts:
            for tag in ("a:rPr", "a:defRPr"):
                for one in etree.fromstring(file.read(name)).iter(qn(tag)):
                    faces = [one.find(qn(face)) for face in ("a:latin", "a:ea", "a:cs")]
                    assert all(face is not None for face in faces) or not any(face is not None for face in faces), name
                    if tag == "a:rPr":
                        assert {face.get("typeface") for face in faces} <= {"微软雅黑", "方正小标宋简体"}
        theme = next(name for name in file.namelist() if name.startswith("ppt/theme/theme1"))
        assert '<a:minorFont><a:latin typeface="微软雅黑"/><a:ea typeface="微软雅黑"/>' in file.read(theme).decode("utf-8")


def test_a_masked_deck_holds_no_units_name_anywhere_in_its_file(sample_facts: Facts) -> None:
    panels = ("issues_by_organisation", "rectify_open", "rectify_by_organisation", "follow_up_chain")
    content = presentation(printout(Deck(name="some", title="若干", panels=panels), sample_facts, YEAR, masked=True))
    towns = {town for (town,) in sample_facts.rows(f"SELECT DISTINCT town FROM {sample_facts.table('fact_village')}")}
    names = [name for name in units(sample_facts) if len(name) > 2 and name not in towns]
    said = everything(content)
    assert names and [name for name in names if name in said] == []
    assert "甲单位" in said
    open_ = everything(presentation(printout(Deck(name="some", title="若干", panels=panels), sample_facts, YEAR, masked=False)))
    assert [name for name in names if name in open_]


def everything(content: bytes) -> str:
    """All text of a file, of the workbooks inside it too."""
    with zipfile.ZipFile(BytesIO(content)) as file:
        return "".join(everything(file.read(name)) if name.endswith(".xlsx") else file.read(name).decode("utf-8", "ignore") for name in file.namelist())


@pytest.mark.parametrize("name", READY)
def test_an_empty_store_makes_a_cover(name: str) -> None:
    assert len(opened(presentation(printout(READY[name], Store.memory().facts(), {}))).slides) == 1

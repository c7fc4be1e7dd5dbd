"""The same ledger sent again: rows shuffled, columns moved, renamed, added or gone; the difference is exactly what was changed."""

import io
import json
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from data.importing import Choices
from data.intake import commit, differences, open_files, receive
from data.store import Store, open_store

FOLDER = Path(__file__).parent.parent / "corpus" / "reupload"
EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture
def store(tmp_path: Path):
    made = open_store(tmp_path, "office")
    sent = [("v1.xlsx", (FOLDER / "v1.xlsx").read_bytes())]
    commit(made, tmp_path, receive(made, *open_files(sent), Choices()), "甲")
    assert len(made.live("issues")) == EXPECTED["v1_rows"]
    yield made
    made.close()


def received(store: Store, name: str, content: bytes | None = None, **choices: object):
    """The intake of one file of the folder, or of content under that name."""
    return receive(store, *open_files([(name, content or (FOLDER / name).read_bytes())]), Choices(**choices))


def only(store: Store, intake):
    """The one difference that an intake makes."""
    ((_, made),) = differences(store, intake)
    return made


def altered(change) -> bytes:
    """v1 with its sheet changed."""
    book = load_workbook(FOLDER / "v1.xlsx")
    change(book.active)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def column_of(sheet, heading: str) -> int:
    return next(c.column for c in sheet[1] if c.value == heading)


def test_the_second_version_changes_what_was_changed_and_nothing_else(store) -> None:
    made, want = only(store, received(store, "v2_changed.xlsx")), EXPECTED["v1_to_v2"]
    assert [c.name.split()[0] for c in made.changed] == want["changed"]
    assert {tuple(c.fields) for c in made.changed} == {("rectification",)}
    assert sorted(n.split()[0] for n in [*made.gone, *made.absent]) == want["removed"]
    assert [n.split()[0] for n, _ in made.new] == want["added"]
    assert made.unchanged == want["unchanged"]


def test_declared_complete_the_missing_rows_are_gone(store) -> None:
    intake = received(store, "v2_changed.xlsx", sweep=frozenset({("v2_changed.xlsx", "台账")}))
    assert sorted(n.split()[0] for n in only(store, intake).gone) == EXPECTED["v1_to_v2"]["removed"]


@pytest.mark.parametrize("name", ["v1_rows_shuffled.xlsx", "v1_columns_reordered.xlsx"])
def test_another_order_changes_nothing(store, name: str) -> None:
    made = only(store, received(store, name))
    assert (made.new, made.changed, made.gone, made.absent) == ([], [], [], [])
    assert made.unchanged == EXPECTED["v1_rows"]


def test_dates_written_as_text_change_nothing(store) -> None:
    def as_text(sheet) -> None:
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                if isinstance(cell.value, datetime | date):
                    cell.value = f"{cell.value.year}年{cell.value.month}月{cell.value.day}日"
                    cell.number_format = "@"

    made = only(store, received(store, "v1_text_dates.xlsx", altered(as_text)))
    assert (made.new, made.gone, made.absent) == ([], [], [])
    assert [c.fields for c in made.changed if set(c.fields) != {"deadline"}] == []


def test_the_same_bytes_under_another_name_are_known(store) -> None:
    intake = received(store, "v1_same_bytes_other_name（最终版）.xlsx")
    assert intake.imports == []
    assert "完全相同" in intake.reports[0]["reason"] and "v1.xlsx" in intake.reports[0]["reason"]


def test_a_renamed_column_is_asked_with_its_old_meaning(store) -> None:
    intake = received(store, "v1_column_renamed.xlsx")
    (question,) = intake.reports[0]["questions"]
    assert (intake.imports, intake.reports[0]["status"]) == ([], "asked")
    assert "问题具体表现" in question["text"] and question["proposal"] == "text"


def test_a_new_column_is_asked(store) -> None:
    def add(sheet) -> None:
        sheet.cell(1, sheet.max_column + 1, "督办指数")
        sheet.cell(2, sheet.max_column, 7)

    intake = received(store, "v1_column_added.xlsx", altered(add))
    assert (intake.imports, intake.reports[0]["status"]) == ([], "asked")
    assert "督办指数" in intake.reports[0]["questions"][0]["text"]


def test_a_missing_column_is_asked_and_never_empties_what_is_stored(store, tmp_path) -> None:
    content = altered(lambda sheet: sheet.delete_cols(column_of(sheet, "状态")))
    intake = received(store, "v1_column_missing.xlsx", content)
    assert (intake.imports, intake.reports[0]["status"]) == ([], "asked")
    before = store.live("issues").set_index("_key")["rectification"].to_dict()
    commit(store, tmp_path, received(store, "v1_column_missing.xlsx", content, keep_lost=True), "甲")
    assert store.live("issues").set_index("_key")["rectification"].to_dict() == before

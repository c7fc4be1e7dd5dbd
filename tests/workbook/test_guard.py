"""Whatever a file does to its reader, the outcome is a workbook or one sentence."""

import pickle
import random
import signal
import sys
from pathlib import Path

import pytest

from data.workbook import Limits, Unreadable, crossing, guard, read
from data.workbook.limits import MIB, resource
from data.workbook.sniff import shown_name
from tests.workbook.making import worksheet, xlsx

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
GOOD = (CORPUS / "reupload" / "v1.xlsx").read_bytes()
OLD = (CORPUS / "xls" / "错误值与隐藏.xls").read_bytes()


def refused(**arguments) -> Unreadable:
    with pytest.raises(Unreadable) as refusal:
        read(**arguments)
    return refusal.value


def flipped(content: bytes, seed: int) -> bytes:
    """Returns `content` with one to five bytes changed, the same ones for the same seed."""
    dice = random.Random(seed)
    mutated = bytearray(content)
    for _ in range(dice.randint(1, 5)):
        mutated[dice.randrange(len(mutated))] ^= dice.randint(1, 255)
    return bytes(mutated)


@pytest.mark.parametrize("seed", range(40))
def test_flipped_bytes_are_refused_or_change_no_value(seed):
    try:
        mutated = read("台账.xlsx", flipped(GOOD, seed))
    except Unreadable:
        return
    assert mutated.sheets == read("台账.xlsx", GOOD).sheets


@pytest.mark.parametrize("seed", range(20))
def test_flipped_bytes_of_an_old_workbook_end_in_cells_or_a_sentence(seed):
    try:
        assert read("台账.xls", flipped(OLD, seed)).sheets
    except Unreadable as refusal:
        assert refusal.message


def test_reader_that_takes_too_long_is_ended():
    refusal = refused(name="a.xlsx", content=GOOD, limits=Limits(seconds=0.001))
    assert refusal.code == "too_long"


def test_file_over_the_limit_is_refused_unread():
    assert refused(name="a.csv", content=b"a,b\n" * 99, limits=Limits(content=10)).code == "file_too_large"


def test_archive_with_too_many_parts_is_refused():
    assert refused(name="a.xlsx", content=GOOD, limits=Limits(parts=2)).code == "too_many_parts"


def test_reader_that_needs_too_much_memory_is_ended():
    content = ("," * 999 + "\n").encode() * 9000
    limits = Limits(memory=(96 if resource else 4096) * MIB, cells=10**7 if resource else 10**6)
    assert refused(name="a.csv", content=content, limits=limits).code in {"too_big", "unparsable", "sheet_too_large"}


@pytest.mark.parametrize("ending", ["import os; os.abort()", "raise SystemExit(3)", "print('?')"])
def test_every_other_death_is_one_sentence(ending, tmp_path, monkeypatch):
    (tmp_path / "dying.py").write_text(ending, "utf-8")
    monkeypatch.setattr(guard, "ROOT", tmp_path)
    with pytest.raises(Unreadable) as refusal:
        guard.run("dying", (), Limits())
    assert refusal.value.code == "unparsable"


def test_only_plain_data_and_dates_cross():
    hostile = pickle.dumps(signal.getsignal)
    with pytest.raises(pickle.UnpicklingError):
        crossing.safe_load(hostile)


def test_child_imports_nothing_heavy(tmp_path):
    probe = (
        "import sys, data.workbook.child, data.workbook.xlsx; print(*sorted({n.split('.')[0] for n in sys.modules}))"
    )
    done = guard.subprocess.run(
        [sys.executable, "-c", probe], cwd=guard.ROOT, capture_output=True, text=True, check=True
    )
    assert not {"pandas", "numpy", "duckdb", "streamlit", "openpyxl", "plotly"} & set(done.stdout.split())


def test_reading_works_from_any_folder_and_leaves_nothing_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert read("台账.xlsx", GOOD).sheets[0].name == "台账"
    assert list(tmp_path.iterdir()) == []


def test_hostile_names_are_shown_without_path_and_direction():
    escapes = {r"\u0000": "\0", r"\n": "\n", r"\u202e": "\u202e"}
    for line in (CORPUS / "upload_file_names.txt").read_text("utf-8").splitlines():
        for written, meant in escapes.items():
            line = line.replace(written, meant)
        shown = shown_name(line)
        assert not set(shown) & set("/\\\0\n\u202e") and len(shown) <= 200


def test_sheet_without_any_cell_is_said():
    assert refused(name="a.xlsx", content=xlsx(worksheet(""))).code == "no_cells"

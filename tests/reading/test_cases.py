"""Every folder of tests/cases: the sheet is checked by the real importer and compared with what must come of it."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from data.importing import Choices, Known, check
from data.workbook.model import Sheet, Workbook

CASES = sorted(p.parent for p in (Path(__file__).parent.parent / "cases").glob("*/case.toml"))


def value(text: str):
    """A cell as the case file writes it: blank, number, date (2020-01-31!) or text; quotes force text."""
    text = text.strip()
    if not text:
        return None
    if text.startswith('"') and text.endswith('"'):
        return text[1:-1].replace("\\n", "\n")
    if text.endswith("!"):
        return date.fromisoformat(text[:-1])
    try:
        number = float(text)
    except ValueError:
        return text.replace("\\n", "\n")
    return int(number) if number.is_integer() else number


def sheet(said: dict) -> Sheet:
    rows = [[value(c) for c in line.split("|")] for line in said["rows"].strip("\n").splitlines()]
    return Sheet(
        name=said.get("name", "Sheet1"),
        visible=not said.get("hidden", False),
        rows=rows,
        merges=tuple(tuple(m) for m in said.get("merges", [])),
        errors={tuple(e[:2]): e[2] for e in said.get("errors", [])},
        uncached=frozenset(tuple(u) for u in said.get("uncached", [])),
        hidden_rows=frozenset(said.get("hidden_rows", [])),
    )


def written(value: object) -> object:
    """A value as the case file writes it: a date in digits, nothing as an empty text."""
    return str(value) if isinstance(value, date) else "" if value is None else value


@pytest.mark.parametrize("folder", CASES, ids=lambda p: p.name)
def test_case_ends_as_it_says(folder: Path) -> None:
    case = tomllib.loads((folder / "case.toml").read_text(encoding="utf-8"))
    book = Workbook(name=case.get("file", "台账.xlsx"), sha256="0" * 64, sheets=tuple(sheet(s) for s in case["sheet"]))
    checked = check([book], Known(), Choices(**case.get("choices", {})))
    assert len(checked.reports) == len(case["expect"])
    tables = {t.sheet: t for one in checked.imports for t in one.tables}
    for report, want in zip(checked.reports, case["expect"], strict=True):
        assert (report["status"], report["ledger"]) == (want["status"], want.get("ledger")), report["reason"]
        assert report["rows"] == want.get("count", 0)
        loud = sorted(f"{p['cell']} {p['code']}" for p in report["problems"] if p["severity"] != "info")
        assert loud == sorted(want.get("problems", []))
        assert [e["row"] for e in report["excluded"]] == want.get("excluded", [])
        assert report["dropped"] == want.get("dropped", [])
        for position, row in enumerate(want.get("row", [])):
            got = tables[report["sheet"]].frame.iloc[position]
            assert {k: written(got.get(k)) for k in row} == row

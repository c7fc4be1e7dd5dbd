"""Importing an issue ledger of 10,000 rows: read in its child process and checked, beside calamine alone; then committed."""

import io
import statistics
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from python_calamine import CalamineWorkbook

from data.importing import Checked, Choices, Known, check
from data.store import open_store
from data.workbook import read
from tests.bench.issue_book import ROWS, issue_book
from tests.bench.verdict import Figure, judge, spread

TIMES, COMMITS = 9, 5


def main() -> int:
    """Measures in turns, so that whatever else the machine does falls on both sides, and compares medians."""
    content = issue_book()
    checked = checked_book(content)
    alone, reading, checking = [], [], []
    for _ in range(TIMES):
        began = perf_counter()
        CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python(skip_empty_area=False)
        floor = perf_counter()
        book = read("问题台账.xlsx", content)
        got = perf_counter()
        check([book], Known(), Choices())
        alone.append(floor - began)
        reading.append(got - floor)
        checking.append(perf_counter() - got)
    both = [r + c for r, c in zip(reading, checking, strict=True)]
    committing = [commit_seconds(checked) for _ in range(COMMITS)]
    notes = [
        f"{ROWS} rows, {len(content) / 1e6:.1f} MB",
        f"calamine alone {spread([1000 * s for s in alone])}",
        f"read in a child process {spread([1000 * s for s in reading])}",
        f"checked {spread([1000 * s for s in checking])}",
        f"committed, facts built {spread([1000 * s for s in committing])}",
    ]
    ratio = statistics.median(b / a for b, a in zip(both, alone, strict=True))
    return judge(
        [
            Figure(what="read and checked, times calamine alone", value=ratio, unit="x", bound=8, target=4),
            Figure(what="commit", value=statistics.median(committing), unit="s", bound=1),
        ],
        notes,
    )


def checked_book(content: bytes) -> Checked:
    """The workbook read and checked; RuntimeError when not every row is ready to commit, so that speed is not for nothing."""
    checked = check([read("问题台账.xlsx", content)], Known(), Choices())
    report = checked.reports[0]
    if report["status"] != "loaded" or report["rows"] != ROWS or len(report["columns"]) != 15:
        raise RuntimeError(f"The workbook was not read whole: {report['status']} {report['reason']}, {report['rows']} rows")
    return checked


def commit_seconds(checked: Checked) -> float:
    """How long a commit into an empty store file takes."""
    with tempfile.TemporaryDirectory() as home:
        store = open_store(Path(home), "office")
        began = perf_counter()
        store.commit(checked.imports, "bench")
        seconds = perf_counter() - began
        store.close()
        return seconds


if __name__ == "__main__":
    sys.exit(main())

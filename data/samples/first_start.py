"""The sample county's store: built once from the tracked workbooks through the ordinary importer, anew when either changes."""

import hashlib
from pathlib import Path

import duckdb

from data.importing import Choices, Known, check
from data.samples import COUNTY, OFFICE, TERM, TERM_DATES, tracked
from data.store import Store, home_of, open_store
from data.workbook.limits import Limits
from data.workbook.reading import read_in_process

WHO = "示例数据"
# Beside the store, not in it: written last, so that a start broken off half-way builds again.
_MADE = "sample.made"
_DAMAGED = (duckdb.IOException, duckdb.SerializationException, duckdb.FatalException, duckdb.InternalException)


def ensure_sample(home: Path | str | None = None) -> Store:
    """The open store of the sample county under `home`, filled. Raises StoreBusy while another process has it."""
    folder = home_of(home)
    wanted, made = fingerprint(), folder / _MADE
    try:
        store = open_store(folder, "sample")
    except _DAMAGED:
        # Nothing in it is anybody's work: a damaged file is thrown away.
        store = _afresh(folder)
    if made.exists() and made.read_text(encoding="utf-8") == wanted:
        return store
    if store.imports():
        store.close()
        store = _afresh(folder)
    fill(store)
    made.write_text(wanted, encoding="utf-8")
    return store


def fill(store: Store) -> None:
    """Puts the sample county's settings and the workbooks into an empty store."""
    store.set_all({"office": OFFICE, "county": COUNTY, "terms": {TERM: TERM_DATES}}, WHO)
    # These files are our own, so that no child process has to stand guard over their reading.
    books = [read_in_process(path.name, path.read_bytes(), Limits()) for path in tracked()]
    checked = check(books, Known(county=COUNTY), Choices())
    if refused := [r for r in checked.reports if r["status"] != "loaded"]:
        raise RuntimeError(
            f"Sample sheet {refused[0]['file']} › {refused[0]['sheet']} is not loaded: {refused[0]['reason']}"
        )
    store.commit(checked.imports, WHO)


def fingerprint() -> str:
    """What the sample store is made of: the workbooks and the code that reads them."""
    digest = hashlib.sha256()
    package = Path(__file__).resolve().parent.parent
    code = (path for kind in ("*.py", "*.sql") for path in package.rglob(kind))
    for path in sorted([*code, *tracked()]):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _afresh(folder: Path) -> Store:
    for path in folder.glob("sample.*"):
        path.unlink()
    return open_store(folder, "sample")

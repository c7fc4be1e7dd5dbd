"""Files in, a reading out, a commit in: where reading meets the store. The upload page and the command line use it alike."""

import dataclasses
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.checking.register import Register
from data.difference import Difference, carried, difference, missing_columns
from data.headers import normal
from data.importing import Checked, Choices, Known, check
from data.ledgers import LEDGERS
from data.problems import ERROR
from data.reading import Import, Table
from data.store import Store
from data.workbook import Unreadable, Workbook, read
from data.workbook.kept import keep

ALIASES = ("organisation", "town", "village")
KEPT = "kept"
FILES = "files"


@dataclass(frozen=True, kw_only=True)
class Intake:
    """Files read and checked against a store: reports (see `data.checking.table.finish`) and what a commit would write."""

    books: list[Workbook]
    reports: list[dict]
    imports: list[Import]
    checked: Checked
    choices: Choices
    version: int

    @property
    def loaded(self) -> bool:
        """Whether every sheet is ready."""
        return all(r["status"] == "loaded" for r in self.reports)


def open_files(
    files: Sequence[tuple[str, bytes]], told: Callable[[str], None] = lambda _: None
) -> tuple[list[Workbook], list[dict]]:
    """Read files (name, content) in child processes: the workbooks, and a report for each that cannot be read."""
    books, refused = [], []
    for name, content in files:
        told(f"正在读取 {name}")
        try:
            books.append(read(name, content))
        except Unreadable as error:
            refused.append(_refusal(name, error.message))
    return books, refused


def receive(store: Store, books: Sequence[Workbook], refused: Sequence[dict], choices: Choices) -> Intake:
    """Check workbooks against what the store knows. Nothing is written."""
    version = store.version()
    checked = check(books, known_to(store), choices)
    reports = [dict(r) for r in checked.reports]
    imports = []
    for one in checked.imports:
        if twin := _twin(store, one):
            for report in reports:
                if report["file"] == one.file and report["status"] == "loaded":
                    said = f"内容与 {twin['at']:%Y-%m-%d %H:%M} 导入的《{twin['file']}》完全相同，没有重复导入"
                    report |= {"status": "refused", "reason": said, "rows": 0}
            continue
        tables = [t for t in (_settled(store, t, one.file, reports, choices) for t in one.tables) if t is not None]
        if tables:
            mine = [r for r in reports if r["file"] == one.file]
            imports.append(dataclasses.replace(one, tables=tuple(tables), report=mine))
    ready = [*refused, *reports]
    return Intake(books=list(books), reports=ready, imports=imports, checked=checked, choices=choices, version=version)


def differences(store: Store, intake: Intake) -> list[tuple[str, Difference]]:
    """(file, difference) for every table that would be committed."""
    live = {name: store.live(name) for name in {t.ledger for one in intake.imports for t in one.tables}}
    return [(one.file, difference(t, live[t.ledger])) for one in intake.imports for t in one.tables]


def commit(store: Store, home: Path, intake: Intake, who: str, sent: Sequence[tuple[str, bytes]] = ()) -> list[int]:
    """Write everything that is ready in one transaction, keep the sheets as read, remember the answers given.

    `sent` are the files themselves; they are kept only where the office's settings say so. Raises StoreChanged where
    somebody else has changed the store since `receive`.
    """
    if not intake.imports:
        return []
    for one in intake.imports:
        book = next(b for b in intake.books if b.sha256 == one.sha256)
        keep(home / KEPT, *_emptied(book, intake.checked, one))
    if store.settings().keep_files:
        _keep_files(home / FILES, intake, sent)
    numbers = store.commit(intake.imports, who, seen=intake.version, how=intake.choices.as_json())
    remember(store, intake, who)
    return numbers


def _keep_files(folder: Path, intake: Intake, sent: Sequence[tuple[str, bytes]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {one.sha256 for one in intake.imports}
    for _, content in sent:
        name = hashlib.sha256(content).hexdigest()
        if name in wanted:
            (folder / name).write_bytes(content)


def remember(store: Store, intake: Intake, who: str) -> None:
    """Keep the meanings of headings and the names that the user gave, for this office."""
    for one in intake.imports:
        for table in one.tables:
            known = store.answers("heading", table.ledger)
            for heading in table.headings:
                key = normal(heading.replace(">", ""))
                meant = next((f for h, f in intake.choices.headings.items() if normal(h.replace(">", "")) == key), None)
                if meant is not None and known.get(key) != meant:
                    store.answer("heading", table.ledger, key, meant, who)
    for spelling, name in intake.choices.aliases.items():
        if store.answers("organisation").get(spelling) != name:
            store.answer("organisation", "", spelling, name, who)


def known_to(store: Store) -> Known:
    """What the store knows that reading needs: registers, confirmed aliases, answers about headings."""
    register = Register(county=store.settings().county)
    register.add_organisations(
        store.live("organisations")[["organisation", "short_name", "aliases"]].to_dict("records")
    )
    register.add_villages(store.live("villages")[["town", "village"]].to_dict("records"))
    for kind in ALIASES:
        register.add_aliases(store.answers(kind))
    return Known(
        register=register, headings={n: store.answers("heading", n) for n in LEDGERS}, county=store.settings().county
    )


def _settled(store: Store, table: Table, file: str, reports: list[dict], choices: Choices) -> Table | None:
    """The table, unless it lacks columns that its rows had before: then it is asked, or the stored values are carried over."""
    live = store.live(table.ledger)
    columns = {n: set(t["columns"]) for n in live["_import"].unique() for t in store.tables(int(n)) if t["ledger"] == table.ledger}
    lost = [n for n in missing_columns(table, live) if any(n in had for had in columns.values())] if len(live) else []
    if not lost:
        return table
    labels = "、".join(LEDGERS[table.ledger][n].label for n in lost)
    report = next(r for r in reports if (r["file"], r["sheet"], r["ledger"]) == (file, table.sheet, table.ledger))
    cell = f"A{min(table.frame['_row']) - 1}"
    if choices.accept_proposals or choices.keep_lost:
        said = {
            "cell": cell,
            "code": "column_missing",
            "severity": "warning",
            "raw": "",
            "message": f"此前有“{labels}”列，这次没有，已沿用原值",
        }
        report["problems"] = [*report["problems"], said]
        return dataclasses.replace(table, frame=carried(table, live, lost))
    message = f"此前有“{labels}”列，这次没有。请补上该列，或确认沿用原值"
    said = {"cell": cell, "code": "ask_column_missing", "severity": ERROR, "raw": "", "message": message}
    question = {"about": "column", "cell": cell, "text": message, "candidates": (), "proposal": "沿用原值"}
    report |= {
        "status": "asked", "reason": message, "rows": 0, "problems": [*report["problems"], said], "questions": [*report["questions"], question],
    }  # fmt: skip
    return None


def _twin(store: Store, one: Import) -> dict | None:
    """The live import of the same bytes that loaded the same sheets already."""
    known = store.known_file(one.sha256)
    if known is None:
        return None
    before = {(r["sheet"], r["ledger"]) for r in known["report"] if r["status"] == "loaded"}
    return known if {(t.sheet, t.ledger) for t in one.tables} <= before else None


def _emptied(book: Workbook, checked: Checked, one: Import) -> tuple[Workbook, dict[str, set[int]]]:
    """The workbook with the sheets that are committed only, and the columns of each whose cells are not kept: all but
    those that were understood."""
    loaded = {t.sheet for t in one.tables}
    sheets = tuple(s for s in book.sheets if s.name in loaded)
    emptied: dict[str, set[int]] = {}
    for sheet in sheets:
        drafts = [d for d in checked.drafts if d.sha256 == book.sha256 and d.sheet.name == sheet.name]
        fine = {c.index for d in drafts for c in d.columns if c.fate in ("field", "sequence", "aside", "matrix")}
        private = {c.index for d in drafts for c in d.columns if c.fate == "personal"}
        width = max((len(r) for r in sheet.rows), default=0)
        emptied[sheet.name] = set(range(width)) - (fine - private)
    return dataclasses.replace(book, sheets=sheets), emptied


def _refusal(name: str, reason: str) -> dict:
    return {
        "file": name, "sheet": None, "ledger": None, "status": "refused", "reason": reason, "rows": 0, "columns": {}, "first_column": 0, "dropped": [],
        "proposals": {}, "excluded": [], "problems": [], "questions": [],
    }  # fmt: skip

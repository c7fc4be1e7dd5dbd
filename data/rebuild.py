"""The store anew from what was kept: the journal says what happened, the kept sheets what was read."""

from datetime import date, datetime
from pathlib import Path

from data import journal
from data.importing import Choices
from data.intake import KEPT, receive
from data.settings import from_json
from data.store import Store, open_store
from data.store.events import ANSWER, IMPORT, MEETING, RESTORATION, SETTING, WITHDRAWAL
from data.workbook.kept import kept


def rebuild(home: Path) -> dict[str, object]:
    """Make the office's store anew; the old file is set aside, never deleted.

    Returns how many events and imports were repeated and where the old file lies. ValueError where there is no journal,
    FileNotFoundError where kept sheets are missing; the old store then stays in its place.
    """
    entries = list(journal.entries(home / journal.NAME))
    if not entries:
        raise ValueError("没有找到变更日志，无法重建。")
    missing = [f["file"] for e in entries if e["kind"] == IMPORT for f in e["files"] if not _kept(home, f["sha256"])]
    if missing:
        raise FileNotFoundError(f"缺少留存内容，无法重建：{'、'.join(sorted(set(missing)))}")
    aside = home / f"rebuilt-{datetime.now():%Y%m%d%H%M%S}"
    aside.mkdir()
    for path in home.glob("office.duckdb*"):
        path.rename(aside / path.name)
    try:
        imports = _repeat_all(home, entries)
    except BaseException:
        for path in home.glob("office.duckdb*"):
            path.unlink()
        for path in aside.iterdir():
            path.rename(home / path.name)
        raise
    return {"events": len(entries), "imports": imports, "aside": str(aside)}


def _repeat_all(home: Path, entries: list[dict]) -> int:
    # The journal stays as it is: these events happened once.
    store = open_store(home, "office", journal=False)
    try:
        imports = 0
        for done, entry in enumerate(entries):
            if entry["kind"] == MEETING:
                # A mark by date looks at the days of what was before it.
                store.redate(_times(entries[:done]))
            imports += _repeat(store, home, entry)
        store.redate(_times(entries))
    finally:
        store.close()
    return imports


def _times(entries: list[dict]) -> list[str]:
    """When each of the store's events happened, in order."""
    return [e["at"] for e in entries for _ in range(_events(e))]


def _events(entry: dict) -> int:
    """How many events of the store one entry stands for."""
    return len(entry.get("files") or entry.get("values") or (entry,))


def _kept(home: Path, sha256: str) -> bool:
    return (home / KEPT / f"{sha256}.json.gz").exists()


def _repeat(store: Store, home: Path, entry: dict) -> int:
    """One event again; returns how many imports it made."""
    who = entry["who"]
    if entry["kind"] == IMPORT:
        books = [kept(home / KEPT, f["sha256"]) for f in entry["files"]]
        choices = Choices.from_json(entry["how"])
        intake = receive(store, books, [], choices)
        return len(store.commit(intake.imports, who, how=entry["how"]))
    if entry["kind"] == WITHDRAWAL:
        store.withdraw(entry["import"], who)
    elif entry["kind"] == RESTORATION:
        store.restore(entry["import"], who)
    elif entry["kind"] == SETTING:
        store.set_all({name: from_json(name, value) for name, value in entry["values"].items()}, who)
    elif entry["kind"] == ANSWER:
        store.answer(*entry["answer"], who)
    elif entry["kind"] == MEETING and "unmarked" in entry:
        store.unmark_meeting(entry["unmarked"], who)
    elif entry["kind"] == MEETING:
        # What was shown then stands in the journal: today's program may count otherwise.
        held_on = date.fromisoformat(entry["held_on"]) if entry["held_on"] else None
        store.mark_meeting(entry["name"], who, held_on, entry["import"], lambda _: entry["figures"])
    return 0

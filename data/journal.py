"""The journal: every event once more, outside the database, so that the store can be made anew from it and what was kept."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

NAME = "journal.jsonl"


def append(path: Path, entry: dict) -> None:
    """Write one entry, safely on disk when this returns."""
    line = json.dumps(entry, ensure_ascii=False, default=str)
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
        file.flush()
        os.fsync(file.fileno())


def entries(path: Path) -> Iterator[dict]:
    """The entries in order; a last line that was cut off by a crash is left out."""
    if not path.exists():
        return
    with path.open(encoding="utf-8") as file:
        for line in file:
            try:
                yield json.loads(line)
            except json.JSONDecodeError:
                return

"""Opening a store: which file, in whose home."""

import os
from pathlib import Path
from typing import Literal

from data.journal import NAME as JOURNAL
from data.store.connecting import connect
from data.store.store import Store

KINDS = ("office", "sample")


def home_of(home: Path | str | None = None) -> Path:
    """The folder of the runtime files: the one given, else $INSPECTION_HOME, else data/var beside the code."""
    if home is not None:
        return Path(home)
    given = os.environ.get("INSPECTION_HOME")
    return Path(given) if given else Path(__file__).resolve().parent.parent / "var"


def open_store(home: Path | str | None = None, kind: Literal["office", "sample"] = "office", journal: bool = True) -> Store:
    """The office's or the sample's store under `home`, made if it is not there; `journal`: note its events there.

    Raises StoreBusy while another process has it.
    """
    if kind not in KINDS:
        raise ValueError(f"A store is one of {KINDS}, not {kind!r}")
    folder = home_of(home)
    folder.mkdir(parents=True, exist_ok=True)
    return Store(connect(folder / f"{kind}.duckdb"), journal=folder / JOURNAL if kind == "office" and journal else None)

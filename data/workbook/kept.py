"""Sheets as read, kept in compressed files named by the checksum of what was sent.

Source views and a rebuild of the store read from here; columns with personal data are emptied before anything
is written.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import tempfile
import zlib
from collections.abc import Collection, Mapping
from datetime import date, datetime, time
from pathlib import Path

from .model import Sheet, Value, Workbook

_FORMAT = 1
_SHA256 = re.compile(r"[0-9a-f]{64}")
# Dates have no place in JSON; a cell is never a list, so a list of kind and text can stand for one.
_KINDS = {date: "date", datetime: "datetime", time: "time"}
_MAKERS = {"date": date.fromisoformat, "datetime": datetime.fromisoformat, "time": time.fromisoformat}


def keep(folder: Path, workbook: Workbook, emptied: Mapping[str, Collection[int]]) -> Path:
    """Write `workbook` to `folder` and return the file; columns `emptied` by sheet name, from zero, are blank in it.

    The file is there wholly or not at all, also after a power failure.
    """
    target = _path(folder, workbook.sha256)
    folder.mkdir(parents=True, exist_ok=True)
    said = {
        "format": _FORMAT,
        "name": workbook.name,
        "sha256": workbook.sha256,
        "notes": workbook.notes,
        "sheets": [_said(sheet, frozenset(emptied.get(sheet.name, ()))) for sheet in workbook.sheets],
    }
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_said_moment)
    descriptor, made = tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(gzip.compress(text.encode(), compresslevel=5, mtime=0))
            file.flush()
            os.fsync(file.fileno())
        os.replace(made, target)
    except BaseException:
        Path(made).unlink(missing_ok=True)
        raise
    return target


def kept(folder: Path, sha256: str) -> Workbook:
    """Return the workbook kept under `sha256`.

    Raises `FileNotFoundError` if none is, `ValueError` if what is there is damaged or `sha256` is no checksum.
    """
    packed = _path(folder, sha256).read_bytes()
    try:
        said = json.loads(gzip.decompress(packed))
        if said["format"] != _FORMAT:
            raise ValueError(f"kept in format {said['format']}, known is {_FORMAT}")
        return Workbook(
            name=said["name"],
            sha256=said["sha256"],
            sheets=tuple(_heard(sheet) for sheet in said["sheets"]),
            notes=tuple(said["notes"]),
        )
    except (OSError, EOFError, KeyError, TypeError, zlib.error) as error:
        raise ValueError("the kept workbook is damaged") from error


def _path(folder: Path, sha256: str) -> Path:
    if not _SHA256.fullmatch(sha256):
        raise ValueError("not a sha256")
    return folder / f"{sha256}.json.gz"


def _said(sheet: Sheet, emptied: frozenset[int]) -> dict[str, object]:
    rows = sheet.rows
    if emptied:
        rows = [[None if column in emptied else value for column, value in enumerate(row)] for row in rows]
    return {
        "name": sheet.name,
        "visible": sheet.visible,
        "rows": rows,
        "merges": sheet.merges,
        "hidden_rows": sorted(sheet.hidden_rows),
        "hidden_columns": sorted(sheet.hidden_columns),
        "errors": [[*at, error] for at, error in sheet.errors.items() if at[1] not in emptied],
        "uncached": [at for at in sorted(sheet.uncached) if at[1] not in emptied],
    }


def _heard(said: dict) -> Sheet:
    return Sheet(
        name=said["name"],
        visible=said["visible"],
        rows=[[_heard_value(value) if type(value) is list else value for value in row] for row in said["rows"]],
        merges=tuple(tuple(merge) for merge in said["merges"]),
        hidden_rows=frozenset(said["hidden_rows"]),
        hidden_columns=frozenset(said["hidden_columns"]),
        errors={(row, column): error for row, column, error in said["errors"]},
        uncached=frozenset((row, column) for row, column in said["uncached"]),
    )


def _said_moment(value: object) -> list[str]:
    return [_KINDS[type(value)], value.isoformat()]


def _heard_value(said: list[str]) -> Value:
    return _MAKERS[said[0]](said[1])

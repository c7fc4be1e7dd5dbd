"""Workbooks on their way from the child process: plain data out, and in again without trusting the sender.

A pickle is the fastest way for 150,000 cells, and an unpickler that admits three classes of dates can do no more
than make dates.
"""

from __future__ import annotations

import gc
import io
import pickle
from datetime import date, datetime, time

from .model import Sheet

DONE, REFUSED = b"+", b"-"
_ADMITTED = {"date": date, "datetime": datetime, "time": time}
_SHEET = tuple(Sheet.__dataclass_fields__)


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        if module == "datetime" and name in _ADMITTED:
            return _ADMITTED[name]
        raise pickle.UnpicklingError(f"{module}.{name} may not cross")


def safe_load(data: bytes | memoryview) -> object:
    """Return the plain data in a pickle; raises `pickle.UnpicklingError` for anything that would import."""
    collecting = gc.isenabled()
    gc.disable()  # Collecting while many small objects appear costs more than loading them.
    try:
        return _Unpickler(io.BytesIO(data)).load()
    finally:
        if collecting:
            gc.enable()


def bytes_of(sheets: tuple[Sheet, ...], notes: tuple[str, ...]) -> bytes:
    """Return sheets and notes as bytes for `contents_from`."""
    return pickle.dumps(([tuple(getattr(sheet, field) for field in _SHEET) for sheet in sheets], notes), 5)


def contents_from(data: bytes | memoryview) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """Return the sheets and notes that `bytes_of` wrote."""
    sheets, notes = safe_load(data)
    return tuple(Sheet(**dict(zip(_SHEET, sheet, strict=True))) for sheet in sheets), notes

"""Workbooks on their way from the child process: plain data out, and in again without trusting the sender.

A pickle is the fastest way for 150,000 cells, and an unpickler that admits three classes of dates can do no more
than make dates.
"""

from __future__ import annotations

import gc
import io
import pickle
from datetime import date, datetime, time

from .model import Sheet, Workbook

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


def bytes_of(workbook: Workbook) -> bytes:
    """Return `workbook` as bytes for `workbook_from`."""
    sheets = [tuple(getattr(sheet, field) for field in _SHEET) for sheet in workbook.sheets]
    return pickle.dumps((workbook.name, workbook.sha256, sheets, workbook.notes), 5)


def workbook_from(data: bytes | memoryview) -> Workbook:
    """Return the workbook that `bytes_of` wrote."""
    name, sha256, sheets, notes = safe_load(data)
    made = tuple(Sheet(**dict(zip(_SHEET, sheet, strict=True))) for sheet in sheets)
    return Workbook(name=name, sha256=sha256, sheets=made, notes=notes)

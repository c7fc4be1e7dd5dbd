"""What reading a workbook yields: plain frames with a cell behind every value. Only a commit touches the store."""

from dataclasses import dataclass
from datetime import date

import pandas as pd


@dataclass(frozen=True, kw_only=True)
class Table:
    """The rows of one ledger read from one sheet.

    `columns`: field → column letter (fields taken from the title are absent). `headings`: heading as written → field,
    None where the column was dropped (personal) or left aside. `frame`: object columns, every stored field of the ledger
    that is present, and `_row` (int), `_key` (str), `_marks` (JSON {field: mark}, '' if none). `complete`: older rows of
    the same `scope` values that are missing here are superseded by absence.
    """

    sheet: str
    ledger: str
    columns: dict[str, str]
    headings: dict[str, str | None]
    frame: pd.DataFrame
    complete: bool
    scope: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Import:
    """One workbook, checked and ready to commit. `report` is what the command line prints, one dict a sheet."""

    file: str
    sha256: str
    cut_off: date | None
    tables: tuple[Table, ...]
    report: list[dict]

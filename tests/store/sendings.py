"""Small sendings: rows as dicts become an import as reading makes it."""

from collections.abc import Iterable
from datetime import date

import pandas as pd

from data.ledgers import LEDGERS
from data.reading import Import, Table
from data.store import Store

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FIRST_ROW = 4


def sending(
    ledger: str, *rows: dict, file: str = "台账.xlsx", cut_off: date | None = date(2020, 12, 31), complete: bool = False
) -> Import:
    """One workbook with one sheet of one ledger; rows start at row 4, the fields' columns at A in the order of the first row."""
    declared = LEDGERS[ledger]
    names = list(dict.fromkeys(name for row in rows for name in row if not name.startswith("_")))
    data = [
        {name: row.get(name) for name in names}
        | {
            "_row": FIRST_ROW + number,
            "_key": row.get("_key") or key(declared.key, row, number),
            "_marks": row.get("_marks", ""),
        }
        for number, row in enumerate(rows)
    ]
    table = Table(
        sheet="Sheet1", ledger=ledger, columns=dict(zip(names, LETTERS, strict=False)), headings=dict.fromkeys(names),
        frame=pd.DataFrame(data, dtype=object), complete=complete, scope=declared.scope,
    )  # fmt: skip
    return Import(file=file, sha256=f"{ledger}{hash(str(data))}", cut_off=cut_off, tables=(table,), report=[])


def key(fields: Iterable[str], row: dict, number: int) -> str:
    """The business key of a row; a total without a name, and issues and clues, are told apart by their place."""
    named = row.get("organisation") or row.get("village")
    loose = "text" in row or "clue_no" in fields or not named
    return "|".join([*(str(row.get(name) or "") for name in fields), str(number) if loose else ""])


def store_of(*imports: Import) -> Store:
    """A store in memory with the imports, each sent by itself."""
    store = Store.memory()
    for one in imports:
        store.commit([one], "经办人")
    return store


def organisations(*names: str, **values: object) -> Import:
    """A register of organisations."""
    return sending("organisations", *({"organisation": name, **values} for name in names), file="名录.xlsx")


def inspected(*names: str, round: int = 1, year: int = 2020, term: int | None = 13, **values: object) -> Import:
    """A round ledger: the organisations inspected in one round."""
    rows = ({"term": term, "year": year, "round": round, "organisation": name, **values} for name in names)
    return sending("rounds", *rows, file=f"第{round}轮.xlsx")

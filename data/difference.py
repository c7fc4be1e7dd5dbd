"""What a table would change in the store: rows new, changed, gone and unchanged, by business key."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from data.ledger import Ledger
from data.ledgers import LEDGERS
from data.reading import Table


@dataclass(frozen=True, kw_only=True)
class Changed:
    """A row whose key is stored already: its name, its row number now and field → (old, new)."""

    name: str
    row: int
    fields: dict[str, tuple[object, object]]


@dataclass(frozen=True, kw_only=True)
class Difference:
    """The difference of one table. `gone`: stored rows that this sending replaces by leaving them out;
    `absent`: stored rows of the same rounds that it does not hold and that stay."""

    sheet: str
    ledger: str
    new: list[tuple[str, int]]
    changed: list[Changed]
    gone: list[str]
    absent: list[str]
    unchanged: int

    def counts(self) -> dict[str, int]:
        """新增, 变更, 不再出现, 未变: how many."""
        return {"新增": len(self.new), "变更": len(self.changed), "不再出现": len(self.gone), "未变": self.unchanged}


def difference(table: Table, live: pd.DataFrame) -> Difference:
    """Compare a table with the live rows of its ledger (as `Store.live` returns them)."""
    ledger = LEDGERS[table.ledger]
    fields = [f.name for f in ledger.stored if f.name in table.frame.columns]
    before = {row["_key"]: row for row in live.to_dict("records")}
    rows = table.frame.to_dict("records")
    new, changed, unchanged = [], [], 0
    for row in rows:
        old = before.get(row["_key"])
        if old is None:
            new.append((name_of(ledger, row), row["_row"]))
            continue
        moved = {f: (was, now) for f in fields if (was := plain(old.get(f))) != (now := plain(row[f]))}
        if moved:
            changed.append(Changed(name=name_of(ledger, row), row=row["_row"], fields=moved))
        else:
            unchanged += 1
    held = {row["_key"] for row in rows}
    missing = [row for key, row in before.items() if key not in held]
    narrow, wide = table.scope, ledger.sweep or ledger.scope
    inside = {_scope(row, narrow) for row in rows} if table.complete else set()
    around = {_scope(row, wide) for row in rows}
    gone = [row for row in missing if _scope(row, narrow) in inside]
    left = [row for row in missing if _scope(row, narrow) not in inside and _scope(row, wide) in around]
    return Difference(
        sheet=table.sheet,
        ledger=table.ledger,
        new=new,
        changed=changed,
        gone=[name_of(ledger, r) for r in gone],
        absent=[name_of(ledger, r) for r in left],
        unchanged=unchanged,
    )


def missing_columns(table: Table, live: pd.DataFrame) -> list[str]:
    """Fields that the stored rows of the same keys have values for and this table has no column for."""
    known = live[live["_key"].isin(set(table.frame["_key"]))]
    if known.empty:
        return []
    ledger = LEDGERS[table.ledger]
    return [f.name for f in ledger.stored if f.name not in table.frame.columns and known[f.name].notna().any()]


def carried(table: Table, live: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    """The table's frame with the stored values of these fields carried over for keys that are known."""
    known = live.drop_duplicates("_key", keep="last").set_index("_key")
    frame = table.frame.copy()
    for name in names:
        column = known[name].to_dict()
        frame[name] = pd.Series([plain(column.get(k)) for k in frame["_key"]], dtype=object)
    return frame


def name_of(ledger: Ledger, row: Mapping[str, object]) -> str:
    """A row as people call it: 第十轮 县财政局, 白沙镇 先滩村, its number, or the beginning of its text."""
    parts = [row.get(n) for n in (ledger.identifier, "town", "village", "organisation", *ledger.content) if n]
    said = [str(plain(p)) for p in parts if plain(p) is not None]
    round_ = plain(row.get("round"))
    text = " ".join([f"第{round_}轮"] * (round_ is not None) + said)
    return text[:60] or str(row.get("_key"))


def plain(value: object) -> object:
    """A value as Python has it: NaN and NaT are None, whole floats integers, timestamps dates."""
    if value is None or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date()
    if hasattr(value, "item"):
        value = value.item()
    if value is pd.NA:
        return None
    if isinstance(value, float):
        return round(value, 6) if not value.is_integer() else int(value)
    return value


def _scope(row: Mapping[str, object], fields: tuple[str, ...]) -> tuple:
    return tuple(plain(row.get(f)) for f in fields)

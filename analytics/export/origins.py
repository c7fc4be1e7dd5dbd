"""The sheets 来源 of a workbook: for each metric the cells of the ledgers that it rests on, whole and part by part."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Font

from analytics.dimensions import Unreadable
from analytics.export.table import text_cell, value_cell
from analytics.formats import held
from analytics.metrics import METRICS
from analytics.query import CannotSplit
from analytics.source import labelled
from analytics.trace import follow
from data.facts import Facts

HEADINGS = ("对应", "文件", "工作表", "台账", "行号", "列名", "单元格", "依据")
WIDTHS = (30, 36, 22, 18, 8, 22, 10, 10)
WHOLE, PART, ALL = 2000, 300, 6000
"""Most rows of a metric's whole, of one of its parts, and of a sheet."""
Key = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, kw_only=True)
class Origin:
    """A metric within a scope: the rows that it rests on, and what that part is called."""

    metric: str
    where: Mapping[str, str]
    part: str

    @property
    def key(self) -> Key:
        """What a link asks for."""
        return self.metric, tuple(sorted(self.where.items()))


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A sheet 来源: its rows, and the row at which each part begins."""

    title: str
    metric: str
    rows: tuple[tuple[object, ...], ...]
    places: Mapping[Key, int]


def sheet_of(metric: str, origins: Iterable[Origin], taken: set[str], facts: Facts) -> Sheet:
    """Returns the sheet of one metric; each part once, in the order given."""
    one = METRICS[metric]
    rows: list[tuple[object, ...]] = []
    places: dict[Key, int] = {}
    for origin in origins:
        if origin.key in places:
            continue
        # Two rows above: what the sheet is, and the headings.
        places[origin.key] = len(rows) + 3
        rows += section(origin, facts, min(WHOLE if origin.part == "全部" else PART, ALL - len(rows)))
    return Sheet(title=titled(f"来源·{one.label}", taken), metric=metric, rows=tuple(rows), places=places)


def section(origin: Origin, facts: Facts, most: int) -> list[tuple[object, ...]]:
    """Returns the rows of one part, and a line on what was left out."""
    try:
        found = follow(facts, origin.metric, where=origin.where, most=max(most, 0))
    except (CannotSplit, Unreadable):
        return [(origin.part, "没有计入该数字的行")]
    if not found.count:
        return [(origin.part, "没有计入该数字的行")]
    shown = labelled(found.rows)
    rows: list[tuple[object, ...]] = [
        (origin.part, one.file, one.sheet, one.ledger, int(one.row), one.field or "（取自标题）", one.cell or "—", one.basis) for one in shown.itertuples()
    ]
    return rows + ([(origin.part, f"共 {found.count} 行，只列前 {len(shown)} 行")] if found.count > len(shown) else [])


def titled(name: str, taken: set[str]) -> str:
    """Returns a sheet's title that Excel allows and that no other sheet has; remembers it."""
    plain = "".join("_" if sign in r"\/*?:[]'" else sign for sign in name)[:31] or "表"
    title, number = plain, 1
    while title in taken:
        number += 1
        title = f"{plain[: 31 - len(str(number)) - 1]}_{number}"
    taken.add(title)
    return title


def add_sheet(book: Workbook, sheet: Sheet) -> None:
    """Adds a sheet 来源 to a workbook."""
    made = book.create_sheet(sheet.title)
    made.freeze_panes = "A3"
    for letter, width in zip("ABCDEFGH", WIDTHS, strict=True):
        made.column_dimensions[letter].width = width
    one = METRICS[sheet.metric]
    made.append([text_cell(made, f"{one.label}（{one.unit}）所依据的台账单元格", Font(bold=True, size=14))])
    made.append([text_cell(made, heading, Font(bold=True), fill=True) for heading in HEADINGS])
    for row in sheet.rows:
        # A styled cell each would take most of the time; only what a workbook would take for a formula needs one.
        made.append([value_cell(made, value) if str(value).startswith("=") else held(value) for value in row])

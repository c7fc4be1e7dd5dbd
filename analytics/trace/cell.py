"""One row of a figure looked at closely: the cell in its part of the sheet, the way from there to the figure, the row's history."""

from dataclasses import dataclass

from analytics.metric import Measure
from analytics.trace.chain import chain, others
from analytics.trace.place import Place, Spot, chosen, naming, places
from analytics.trace.reading import Step, column_of, lost_columns, sheet_of, told_of
from analytics.trace.window import Window, block_of, window
from data.difference import plain
from data.facts import Facts
from data.ledgers import LEDGERS
from data.workbook.model import Workbook


@dataclass(frozen=True, kw_only=True)
class Looked:
    """A row looked at. `field`: the one whose cell is marked; `window`: None where the workbook is not kept."""

    place: Place
    field: str | None
    file: str
    steps: tuple[Step, ...]
    window: Window | None

    @property
    def address(self) -> str:
        """D14, or 第 14 行 where the value has no column of its own."""
        letter = self.place.columns.get(self.field or "")
        return f"{letter}{self.place.spot.row}" if letter else f"第 {self.place.spot.row} 行"


def spot_of(facts: Facts, number: int, position: int, row: int) -> Spot | None:
    """The row of a table of an import; None where there is no such table."""
    found = facts.rows(
        'SELECT ledger, sheet FROM main.import_tables WHERE "import" = $number AND position = $position', {"number": number, "position": position}
    )
    return Spot(found[0][0], number, found[0][1], row) if found and found[0][0] in LEDGERS else None


def file_of(facts: Facts, number: int) -> tuple[str, str]:
    """The name and checksum of an import's file."""
    return facts.rows('SELECT file, sha256 FROM main.imports WHERE "import" = $number', {"number": number})[0]


def look(facts: Facts, measure: Measure, spot: Spot, book: Workbook | None) -> Looked | None:
    """A row as it stands in its workbook; None where the store has no such row."""
    place = places(facts, [spot]).get(spot)
    if place is None:
        return None
    field = chosen(place, measure.cells.get(spot.ledger, ()))
    steps = chain(facts, measure, place, field, book) if field else ()
    return Looked(place=place, field=field, file=file_of(facts, spot.import_)[0], steps=steps, window=_window(facts, measure, place, field, book))


def _window(facts: Facts, measure: Measure, place: Place, field: str | None, book: Workbook | None) -> Window | None:
    sheet = sheet_of(book, place)
    if sheet is None:
        return None
    row, column = place.spot.row - 1, column_of(place, field or "")
    block = block_of(sheet, row, column)
    also = {c for name in others(measure, place, field or "") if (c := column_of(place, name)) is not None}
    keys = {c for name in naming(place.spot.ledger) if plain(place.values.get(name)) is not None and (c := column_of(place, name)) is not None}
    lost = lost_columns(sheet, told_of(facts, place), block.heading_rows if block else ())
    return window(sheet, row, column, block, also=also, keys=keys, lost=lost)

"""From a figure to the cell: its rows, the cell of each in the workbook that was sent, and the whole way from one to the other."""

from analytics.trace.cell import Looked, file_of, look, spot_of
from analytics.trace.place import Spot
from analytics.trace.rows import DENOMINATOR, NUMERATOR, Side, follow, looked_at, measure_of

__all__ = ["DENOMINATOR", "NUMERATOR", "Looked", "Side", "Spot", "file_of", "follow", "look", "looked_at", "measure_of", "spot_of"]

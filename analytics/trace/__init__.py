"""From a figure to the cell: its rows, the cell of each in the workbook that was sent, and the whole way from one to the other."""

from analytics.trace.rows import DENOMINATOR, NUMERATOR, Side, follow, looked_at, measure_of

__all__ = ["DENOMINATOR", "NUMERATOR", "Side", "follow", "looked_at", "measure_of"]

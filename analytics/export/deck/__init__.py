"""A deck as a presentation: native charts and tables that can be edited, a finding as each slide's title, sources in the notes."""

from analytics.export.deck.file import presentation
from analytics.export.deck.printout import Printout, printout

__all__ = ["Printout", "presentation", "printout"]

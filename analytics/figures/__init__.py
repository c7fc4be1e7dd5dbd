"""Figures that are shown, and the way from each of them to the metric and scope that it is: cells of tables, marks of charts."""

from analytics.figures.cells import Found, figures, obeyed
from analytics.figures.chosen import Cells, Chosen, by_cell, chosen_cell, chosen_mark, offered, told
from analytics.figures.clickable import Clickable, clickable

__all__ = ["Cells", "Chosen", "Clickable", "Found", "by_cell", "chosen_cell", "chosen_mark", "clickable", "figures", "obeyed", "offered", "told"]

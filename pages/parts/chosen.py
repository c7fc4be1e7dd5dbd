"""The line under a chart or a table that says what was chosen there, and leads to its figure."""

from html import escape
from itertools import chain

import plotly.graph_objects as go
import streamlit as st

from analytics.absence import ABSENCES, NIL
from analytics.figures import Chosen, Clickable, chosen_cell, chosen_mark, clickable, offered
from analytics.formats import NONE, shown
from analytics.panels.panel import Built
from pages.parts import frames
from pages.parts.figure_link import figure_link, why_link
from pages.parts.view import View

CHART = {
    "displaylogo": False,
    "modeBarButtonsToRemove": ["zoom", "pan", "select", "lasso", "zoomIn", "zoomOut", "autoScale", "resetScale"],
}


def chart(made: Built) -> tuple[int, int] | None:
    """Shows a panel's chart; returns the mark that the reader has chosen in it."""
    drawn: Clickable = clickable(made.figure)
    event = st.plotly_chart(
        go.Figure(drawn.figure, _validate=False), theme=None, config=CHART, key=f"chart_{made.panel}", alt=made.alt,
        on_select="rerun", selection_mode="points",
    )  # fmt: skip
    chosen = event.selection.points
    return drawn.mark(chosen[-1]) if chosen else None


def table(made: Built) -> tuple[int, int] | None:
    """Shows a panel's table with the signs of what is not there; returns the cell that the reader has chosen in it.

    Where one reason holds for all empty cells, its sign stands in them and every column stays one of numbers, to be sorted; where several
    do, the columns concerned become texts.
    """
    told = {heading: reasons for heading, reasons in made.absent.items() if any(reasons)}
    names = {name for reasons in told.values() for name in reasons if name}
    alone = len(names) == 1 and NIL.name not in names and sum(map(bool, chain(*told.values()))) == made.table.isna().sum().sum()
    rows, empty = (made.table, ABSENCES[names.pop()].sign) if alone else (made.signed, NONE)
    if not alone:
        rows = rows.assign(**{heading: [shown(value) for value in rows[heading]] for heading in told})
    looks = {str(heading): st.column_config.NumberColumn(format="%.1f") for heading in rows.columns if str(heading).endswith("（%）")}
    looks |= {} if alone else {heading: st.column_config.TextColumn(alignment="right") for heading in told}
    event = st.dataframe(
        rows, hide_index=True, width="stretch", key=f"rows_{made.panel}", alt=made.title, placeholder=empty, column_config=looks,
        on_select="rerun", selection_mode="single-cell",
    )  # fmt: skip
    headings = [str(one) for one in made.table.columns]
    return next(((row, headings.index(column)) for row, column in event.selection.cells if row < len(made.table) and column in headings), None)


def chosen_line(made: Built, view: View, mark: tuple[int, int] | None = None, cell: tuple[int, int] | None = None) -> None:
    """Says what was chosen; its room is kept free before, so that nothing moves when something is."""
    where = dict(view.scope.where)
    with st.container(key=f"chosen_{made.panel}", horizontal=True, vertical_alignment="center", gap="small"):
        if mark is None and cell is None:
            st.html('<p class="chosen hint">点选图表中的数字，可查看来源</p>')
            return
        facts, cells = view.state.facts(), frames.cells(view.state, view.version, made.panel, tuple(where.items()), made, made.table)
        one = chosen_mark(made, facts, where, cells, mark) if mark else chosen_cell(made, facts, where, cells, cell)
        st.html(line_html(one))
        if one.metric:
            figure_link(view, one.metric, one.where, f"chosen_{made.panel}")
        elif made.metrics:
            why_link(view, f"{one.said}：{one.why}", offered(made, facts, where), f"chosen_{made.panel}")


def line_html(one: Chosen) -> str:
    """Returns the line, escaped; whole in its tooltip where it is cut."""
    text = f"{one.said}　{one.why}" if one.why else one.said
    return f'<p class="chosen" title="{escape(text)}">{escape(text)}</p>'

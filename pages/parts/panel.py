"""Shows a panel: card with title, unit, sentence, chart or table, footer and downloads."""

from collections.abc import Callable
from functools import partial
from itertools import chain

import plotly.graph_objects as go
import streamlit as st

from analytics.absence import ABSENCES, NIL
from analytics.formats import NONE
from analytics.panels import panel as panels
from analytics.panels.panel import Built, shown
from data.ledgers import LEDGERS
from pages.parts import frames
from pages.parts.card import card
from pages.parts.exports import panel_exports
from pages.parts.footer import foot_html
from pages.parts.lines import show_lines
from pages.parts.own_deck import tick_box
from pages.parts.steps import Step, steps
from pages.parts.style import current_theme
from pages.parts.view import View
from pages.parts.village import show_village
from pages.parts.wall import Tile, Town, wall

CHART = {
    "displaylogo": False,
    "modeBarButtonsToRemove": ["zoom", "pan", "select", "lasso", "zoomIn", "zoomOut", "autoScale", "resetScale"],
}


def panel(name: str, view: View) -> None:
    """Shows the panel of that name; switching to its table reruns nothing else."""
    made = frames.built(view.state, view.version, name, view.scope.where, current_theme().name)
    with card(made.panel, made.title, made.unit, made.say or None):
        body(made, view)


@st.fragment
def body(made: Built, view: View, light: Callable[[], Built] | None = None) -> None:
    """Shows what is inside the card, and the line under it with its controls.

    `light`: makes the panel in the light theme, for pictures, where it was made with what the reader has moved.
    """
    drawn = st.container(key=f"drawn_{made.panel}")
    with st.container(key=f"foot_{made.panel}", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(foot_html((*made.foot, *((made.note,) if made.note else ()))))
        as_table = bool(made.figure or made.steps or made.towns or made.lines) and st.toggle(
            "表格", key=f"table_{made.panel}", persist_state="page"
        )
        tick_box(made.panel)
        panel_exports(made, view, light or partial(frames.built, view.state, view.version, made.panel, view.scope.where, "light"))
    with drawn:
        chosen = draw(made, as_table)
    if chosen:
        show_village(view, *chosen)


def draw(made: Built, as_table: bool) -> tuple[str, str] | None:
    """Shows the chart, the steps or the wall; the table when asked for or when there is nothing to draw. Returns a village chosen."""
    if made.empty:
        st.html(nothing(made))
    elif as_table or not (made.figure or made.steps or made.towns or made.lines):
        rows(made)
    elif made.steps:
        steps([Step(label=one.label, value=one.value, unit=one.unit, between=one.between) for one in made.steps])
    elif made.lines:
        show_lines(made.lines, made.panel)
    elif made.towns:
        return wall(walled(made.towns), key=f"wall_{made.panel}")
    else:
        st.plotly_chart(
            go.Figure(made.figure, _validate=False), theme=None, config=CHART, key=f"chart_{made.panel}", alt=made.alt
        )
    return None


def rows(made: Built) -> None:
    """Shows a panel's table with the signs of what is not there.

    Where one reason holds for all empty cells, its sign stands in them and every column stays one of numbers, to be sorted; where several
    do, the columns concerned become texts.
    """
    told = {heading: reasons for heading, reasons in made.absent.items() if any(reasons)}
    names = {name for reasons in told.values() for name in reasons if name}
    alone = len(names) == 1 and NIL.name not in names and sum(map(bool, chain(*told.values()))) == made.table.isna().sum().sum()
    table, empty = (made.table, ABSENCES[names.pop()].sign) if alone else (made.signed, NONE)
    if not alone:
        table = table.assign(**{heading: [shown(value) for value in table[heading]] for heading in told})
    looks = {str(heading): st.column_config.NumberColumn(format="%.1f") for heading in table.columns if str(heading).endswith("（%）")}
    looks |= {} if alone else {heading: st.column_config.TextColumn(alignment="right") for heading in told}
    st.dataframe(
        table, hide_index=True, width="stretch", key=f"rows_{made.panel}", alt=made.title, placeholder=empty, column_config=looks,
    )  # fmt: skip


def walled(towns: tuple[panels.Town, ...]) -> list[Town]:
    """Returns the towns as the wall draws them."""
    return [
        Town(name=town.name, tiles=[Tile(name=one.name, state=one.state, note=one.note) for one in town.tiles])
        for town in towns
    ]


def nothing(made: Built) -> str:
    """Returns what stands in an empty panel: that there is nothing in this scope, and which ledgers feed it."""
    names = "、".join(LEDGERS[name].label for name in made.ledgers)
    return f'<p class="nothing">此范围内没有数据。本图依据：{names}。</p>'

"""挂图作战: each village a tile, each town a row, the state as colour and glyph."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from analytics.theme import State
from pages.parts.style import current_theme, variables

LABELS: Mapping[State, str] = {"done": "已巡察", "doing": "进驻中", "todo": "未巡察", "late": "逾期"}
FOLDER = Path(__file__).parent
FEWEST_COLUMNS, MOST_COLUMNS = 10, 22


@dataclass(frozen=True, kw_only=True)
class Tile:
    """One village: its name, its state, and what else its tooltip says (发现问题 3 个)."""

    name: str
    state: State
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Town:
    """One row: a town with its villages in the order in which they are to be shown."""

    name: str
    tiles: Sequence[Tile]


@st.cache_resource(show_spinner=False)
def component():
    """Returns the component, registered once for all sessions."""
    return st.components.v2.component(
        "inspection_wall",
        html='<div class="wall"></div>',
        css=(FOLDER / "wall.css").read_text("utf-8"),
        js=(FOLDER / "wall.js").read_text("utf-8"),
    )


def wall(
    towns: Sequence[Town], *, key: str, big: bool = False, labels: Mapping[State, str] = LABELS
) -> tuple[str, str] | None:
    """Shows the wall; returns (town, village) in the run after a tile was chosen, otherwise None.

    `labels` says how the states are called and which stand in the legend; a state that
    no village has is left out of it, save done and todo. `big` is for the projector.
    """
    result = component()(
        data=wall_data(towns, labels) | {"big": big, "colours": variables(current_theme())},
        key=key,
        on_chosen_change=lambda: None,
    )
    chosen = result.chosen
    return (chosen["town"], chosen["village"]) if chosen else None


def wall_data(towns: Sequence[Town], labels: Mapping[State, str] = LABELS) -> dict[str, object]:
    """Returns what the component draws: rows with their n/N, and the legend with its counts."""
    theme = current_theme()
    states = [tile.state for town in towns for tile in town.tiles]
    widest = max((len(town.tiles) for town in towns), default=0)
    return {
        # As many as the largest town needs; beyond that a row breaks rather than its tiles vanish.
        "columns": min(max(widest, FEWEST_COLUMNS), MOST_COLUMNS),
        "legend": [
            {"state": state, "glyph": theme.mark(state).glyph, "text": f"{label} {states.count(state)}"}
            for state, label in labels.items()
            if state in states or state in ("done", "todo")
        ],
        "towns": [
            {
                "name": town.name,
                "count": f"{sum(tile.state == 'done' for tile in town.tiles)}/{len(town.tiles)}",
                "tiles": [
                    {
                        "name": tile.name,
                        "state": tile.state,
                        "glyph": theme.mark(tile.state).glyph,
                        "tip": f"{town.name}{tile.name}：{labels[tile.state]}"
                        + (f"，{tile.note}" if tile.note else ""),
                    }
                    for tile in town.tiles
                ],
            }
            for town in towns
        ],
    }

"""The wall of villages on slides: towns with villages left tile by tile, finished ones by name and count."""

from collections.abc import Sequence

from analytics.panels.panel import Town
from analytics.theme import Theme

HEIGHT, ROW, CHIP_ROW = 590, 68, 60
"""Pixels of a slide that rows may fill, of one row of tiles, of one row of finished towns."""
TILES, CHIPS = 20, 4
"""Tiles in a row, finished towns in a row."""
LABELS = {"done": "已巡察", "doing": "进驻中", "todo": "未巡察", "late": "逾期"}


def walls(towns: Sequence[Town], theme: Theme) -> list[dict[str, object]]:
    """Returns one entry per slide: legend, towns still under way with their tiles, finished ones with n/N."""
    states = [tile.state for town in towns for tile in town.tiles]
    legend = [
        {"state": state, "glyph": theme.mark(state).glyph, "text": f"{label} {states.count(state)}"}
        for state, label in LABELS.items()
        if state in states
    ]
    unfinished = [town for town in towns if any(tile.state != "done" for tile in town.tiles)]
    finished = [town for town in towns if town not in unfinished]
    slides: list[dict[str, object]] = []
    left = 0
    for town in unfinished:
        height = ROW * -(-len(town.tiles) // TILES)
        if left < height:
            slides.append({"legend": legend, "rows": [], "chips": []})
            left = HEIGHT
        slides[-1]["rows"].append(row(town, theme))
        left -= height
    for start in range(0, len(finished), CHIPS):
        if left < CHIP_ROW * (1 if slides and slides[-1]["chips"] else 2):
            slides.append({"legend": legend, "rows": [], "chips": []})
            left = HEIGHT
        if not slides[-1]["chips"]:
            left -= CHIP_ROW
        slides[-1]["chips"] += [f"{town.name} {len(town.tiles)}/{len(town.tiles)}" for town in finished[start : start + CHIPS]]
        left -= CHIP_ROW
    return slides


def row(town: Town, theme: Theme) -> dict[str, object]:
    """Returns one town's row: name, n/N, tiles in their order with what they are called."""
    done = sum(tile.state == "done" for tile in town.tiles)
    tiles = [
        {"state": tile.state, "glyph": theme.mark(tile.state).glyph, "tip": f"{town.name}{tile.name}：{LABELS[tile.state]}"}
        for tile in town.tiles
    ]
    return {"name": town.name, "count": f"{done}/{len(town.tiles)}", "tiles": tiles}

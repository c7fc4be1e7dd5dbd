"""村级延伸: which villages were reached, town by town, and what is left."""

import pandas as pd

from analytics.charts import bars
from analytics.lists.villages import village_states
from analytics.panels.frames import basis
from analytics.panels.panel import Made, Panel, Tile, Town, Where
from analytics.query import figure, frame
from analytics.ranking import bar_frame, extreme, marked, rate_texts, small_noted
from analytics.theme import Theme
from analytics.wording import listed, strong, warning, whole
from data.facts import Facts

ROWS = 10
LABELS = {"done": "已巡察", "doing": "进驻中", "todo": "未巡察"}


def by_town(facts: Facts, where: Where, theme: Theme) -> Made:
    """Towns by what is left, most first: a list of work, no ranking of rates; then the first few that are complete."""
    found = frame(facts, "village_coverage_rate", by=("town",), where=where)
    missing = (found["denominator"] - found["numerator"].fillna(0)).fillna(0).astype(float)
    found = found.assign(missing=missing).sort_values("missing", ascending=False, kind="stable")
    drawn = pd.DataFrame({"name": found["town"], "length": found["value"], "text": rate_texts(found)}).head(ROWS)
    left = found[found["missing"] > 0]
    complete = len(found) - len(left)
    names = listed([str(name) for name in left["town"]])
    if found.empty:
        say = ""
    elif left.empty:
        say = f"{strong(len(found))} 个乡镇（街道）全部完成。"
    else:
        say = f"{strong(complete)} 个乡镇（街道）已全部完成；还差 {warning(f'{left.missing.sum():g} 个村（社区）')}，在{names}。"
    return Made(
        table=rate_table(found, "town", "乡镇（街道）"),
        say=say,
        headline=f"还差 {warning(f'{left.missing.sum():g} 个')} 村（社区），在{names}" if len(left) else "",
        figure=bars(drawn, theme, full=100) if len(drawn) else None,
        basis=basis(found),
    )


def wall(facts: Facts, where: Where, theme: Theme) -> Made:
    """Each village a tile, each town a row; towns with villages left first."""
    del where, theme
    return facts.once(_wall)


def _wall(facts: Facts) -> Made:
    rows = village_states(facts)
    towns = []
    for town, villages in rows.groupby("town", sort=False):
        tiles = tuple(
            Tile(name=str(one.village), state=one.state, note=str(one.village_class or "")) for one in villages.itertuples()
        )
        towns.append(Town(name=str(town), tiles=tiles))
    towns.sort(key=lambda town: sum(tile.state == "done" for tile in town.tiles) / len(town.tiles))
    done = int((rows["state"] == "done").sum())
    table = rows[["town", "village", "village_class", "state"]].assign(state=rows["state"].map(LABELS))
    table.columns = ["乡镇（街道）", "村（社区）", "村情分类", "状态"]
    return Made(
        table=table,
        unit=f"{len(towns)} 个乡镇（街道） · {len(rows)} 个村（社区）" if towns else "",
        say=f"已巡察 {strong(whole(done, len(rows)))}。" if len(rows) else "",
        headline=say_left(towns, len(rows) - done),
        towns=tuple(towns),
        basis="明细" if len(rows) else "",
    )


def say_left(towns: list[Town], left: int) -> str:
    """Returns how many villages are left in how many towns."""
    if not towns:
        return ""
    unfinished = sum(any(tile.state != "done" for tile in town.tiles) for town in towns)
    return f"还有 {warning(f'{left} 个')} 村（社区）未完成，分布在 {unfinished} 个乡镇（街道）" if left else "村（社区）已全部完成"


def by_class(facts: Facts, where: Where, theme: Theme) -> Made:
    """Coverage of 重点、关注、一般 villages."""
    found = marked(frame(facts, "village_coverage_rate", by=("village_class",), where=where), "village_coverage_rate", facts.settings)
    drawn = bar_frame(found, "village_class", facts.settings)
    return Made(
        table=rate_table(found, "village_class", "村情分类"),
        headline=say_classes(found),
        note=small_noted(found, facts.settings),
        figure=bars(drawn, theme, full=100) if len(drawn) else None,
        basis=basis(found),
    )


def say_classes(found: pd.DataFrame) -> str:
    """Returns the class of villages that is furthest behind, with its rate."""
    rated = found[found["value"].notna()].sort_values("value", kind="stable")
    if rated.empty:
        return ""
    if rated.iloc[0]["value"] >= 100:
        return "各类村（社区）均已全部完成"
    if (last := extreme(rated)) is None:
        return ""
    rate = strong(f"{last['value']:.1f}%")
    return f"{last['village_class']}村覆盖率最低，{rate}（{whole(last['numerator'], last['denominator'])}）"


def by_form(facts: Facts, where: Where, theme: Theme) -> Made:
    """How villages were inspected."""
    found = frame(facts, "villages_inspected", by=("form",), where=where)
    total = figure(facts, "villages_inspected", where)
    drawn = pd.DataFrame(
        {
            "name": found["form"],
            "length": found["value"],
            "text": [f"{value:g} 个" for value in found["value"]],
        }
    )
    return Made(
        table=found[["form", "value"]].rename(columns={"form": "巡察方式", "value": "延伸巡察村（社区）（个）"}),
        say=f"共延伸巡察 {strong(total.text)} 个村（社区）；一个村可以有几种方式。" if total.value else "",
        figure=bars(drawn, theme) if len(drawn) else None,
        basis=basis(found),
    )


def rate_table(found: pd.DataFrame, name: str, label: str) -> pd.DataFrame:
    """Returns the table view of a rate."""
    return found[[name, "numerator", "denominator", "value"]].rename(
        columns={name: label, "numerator": "已巡察（个）", "denominator": "应巡察（个）", "value": "覆盖率（%）"}
    )


VILLAGE_METRICS = ("village_coverage_rate", "villages_total", "villages_inspected")

VILLAGE_PANELS = (
    Panel(
        name="villages_by_town", title="各乡镇（街道）村级覆盖率", unit="单位：%　n/N 为已巡察/应巡察", metrics=VILLAGE_METRICS, make=by_town,
        takes=("term",),
    ),
    Panel(name="village_wall", title="村（社区）挂图作战", metrics=VILLAGE_METRICS, make=wall, takes=()),
    Panel(name="villages_by_class", title="按村情分类", unit="单位：%", metrics=VILLAGE_METRICS, make=by_class, takes=("term",)),
    Panel(name="villages_by_form", title="按巡察方式", unit="单位：个", metrics=("villages_inspected",), make=by_form),
)  # fmt: skip

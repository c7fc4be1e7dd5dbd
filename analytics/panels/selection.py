"""选村: the villages left in the order of their points, what the points are made of, and where they lie."""

from dataclasses import replace
from functools import partial

import pandas as pd

from analytics.charts import Segment, bars, stacked
from analytics.dimensions import DIMENSIONS, UNSAID
from analytics.lists.villages_left import left, reaches_known
from analytics.panels.panel import Made, Panel, Where
from analytics.selection import FACTORS, PROPOSALS, UNCLASSED, Choice, Weights, ranked, weights_said
from analytics.theme import Theme
from analytics.wording import listed, strong, warning
from data.facts import Facts

FIRST = 12
USUAL = Weights()
CLASSES = tuple(one.village_class for one in PROPOSALS)
# Marks apart, the classes as one part: a village has one of them.
PARTS = (
    Segment(column="class", label="村情分类", colour=0),
    Segment(column="weak", label="党组织软弱涣散", colour=3),
    Segment(column="petitions", label="信访反映多", colour=1),
    Segment(column="legacy", label="历史遗留问题多", colour=4),
    Segment(column="funds", label="项目资金多", colour=5),
)
BY_CLASS = (
    Segment(column="重点", label="重点", colour=3),
    Segment(column="关注", label="关注", colour=1),
    Segment(column="一般", label="一般", colour=0),
    Segment(column=UNSAID, label="未分类", colour=6),
)


def chosen(facts: Facts, where: Where, weights: Weights = USUAL) -> tuple[Choice, ...]:
    """Returns the villages left in the current term; none where the scope asks for another one."""
    now = DIMENSIONS["term"].said(facts.term) if facts.term else None
    return ranked(left(facts), weights) if where.get("term") in (None, now) else ()


def ranking(facts: Facts, where: Where, theme: Theme, weights: Weights = USUAL) -> Made:
    """Every village left, with why it stands where it does and the form proposed."""
    del theme
    found = chosen(facts, where, weights)
    table = pd.DataFrame(
        [
            (one.place, one.candidate.town, one.candidate.village, one.candidate.village_class or UNSAID, one.score if one.place else None, one.why, one.form)
            for one in found
        ],
        columns=["排序", "乡镇（街道）", "村（社区）", "村情分类", "分值", "理由", "建议方式"],
    ).astype({"排序": "Int64", "分值": "Int64"})  # fmt: skip
    return Made(table=table, say=say_ranking(facts, found), basis="名录、明细" if found else "")


def say_ranking(facts: Facts, found: tuple[Choice, ...]) -> str:
    """Returns how many are left and where, which comes first, and what the register lacks."""
    if not found:
        return ""
    towns = pd.Series([one.candidate.town for one in found]).value_counts()
    places = listed([f"{town}{count}个" for town, count in towns.items()], unit="个乡镇（街道）")
    said = f"本届还有 {strong(len(found))} 个村（社区）未巡察：{places}。"
    first = found[0]
    if first.place and first.score:
        said += f"{first.candidate.town}{first.candidate.village}分值最高，{strong(f'{first.score} 分')}（{first.why}）。"
    lacking = sum(not one.candidate.known for one in found)
    if lacking:
        said += warning(f"{lacking} 个村未填村情分类和风险标志，排在最后，请补充名录") + "。"
    if not reaches_known(facts):
        said += "尚无延伸巡察到村的记录，名录中的村均视为未巡察。"
    return said


def scores(facts: Facts, where: Where, theme: Theme, weights: Weights = USUAL) -> Made:
    """The points of the first few villages, by what brings them."""
    found = [one for one in chosen(facts, where, weights) if one.place and one.score]
    classes = {one.name for one in FACTORS if one.village_class}
    rows = pd.DataFrame(
        [
            {
                "name": f"{one.candidate.town}　{one.candidate.village}",
                "class": sum(points for name, points in one.points.items() if name in classes),
                **{part.column: one.points.get(part.column, 0) for part in PARTS[1:]},
                "text": f"{one.score} 分",
                "score": one.score,
            }
            for one in found
        ]
    )
    if rows.empty:
        return Made(table=rows)
    table = rows[["name", *(part.column for part in PARTS), "score"]]
    table.columns = ["村（社区）", *(f"{part.label}（分）" for part in PARTS), "合计（分）"]
    first = found[:FIRST]
    heavy = sum(one.candidate.village_class == "重点" for one in first)
    marks = {f.label: sum(f.mark in one.candidate.marks for one in first) for f in FACTORS if f.mark}
    most = max(marks, key=marks.get)
    return Made(
        table=table,
        say=f"前 {len(first)} 个村中，重点村 {strong(f'{heavy}/{len(first)}')}；{most}的最多，{strong(f'{marks[most]}/{len(first)}')}。" if marks[most] else "",
        figure=stacked(rows.head(FIRST), theme, PARTS, unit="分", row=32),
        basis="名录、明细",
    )  # fmt: skip


def by_town(facts: Facts, where: Where, theme: Theme) -> Made:
    """Villages left in each town, by class."""
    found = [(one.candidate.town, one.candidate.village_class or UNSAID) for one in chosen(facts, where)]
    towns = pd.Series([town for town, _ in found], dtype=object).value_counts()
    rows = pd.DataFrame({"name": towns.index} | {one: [found.count((town, one)) for town in towns.index] for one in (*CLASSES, UNSAID)})
    table = rows.assign(whole=towns.to_numpy())
    table.columns = ["乡镇（街道）", "重点（个）", "关注（个）", "一般（个）", "未分类（个）", "合计（个）"]
    drawn = rows.assign(text=[f"{count} 个" for count in towns])
    parts = [one for one in BY_CLASS if drawn[one.column].sum()]
    return Made(
        table=table, figure=stacked(drawn, theme, parts, unit="个") if found else None, basis="名录、明细" if found else "",
        say=f"未巡察的村（社区）在 {strong(len(towns))} 个乡镇（街道），{towns.index[0]}最多，{strong(towns.iloc[0])} 个。" if found else "",
    )  # fmt: skip


def by_form(facts: Facts, where: Where, theme: Theme) -> Made:
    """Villages left of each class, and the form proposed for it."""
    found = [one.candidate.village_class for one in chosen(facts, where)]
    rows = [(one.village_class, found.count(one.village_class), one.form) for one in PROPOSALS]
    unclassed = sum(one not in CLASSES for one in found)
    rows += [("未分类", unclassed, UNCLASSED)] if unclassed else []
    table = pd.DataFrame(rows if found else [], columns=["村情分类", "未巡察（个）", "建议方式"])
    drawn = pd.DataFrame({"name": table["村情分类"], "length": table["未巡察（个）"], "text": [f"{n} 个　{form}" for _, n, form in rows[: len(table)]]})
    most = max(rows, key=lambda row: row[1])
    said = f"{most[0]}村 {strong(most[1])} 个，建议{most[2]}。" if found and most[0] != "未分类" else ""
    return Made(table=table, say=said, figure=bars(drawn, theme) if found else None, basis="名录、明细" if found else "")


LEFT = "名录中尚未巡察的村（社区）清点得出"
SCORED = dict.fromkeys(("排序", "分值", "合计", "村情分类", *(factor.label for factor in FACTORS)), "按所设权重打分，不是台账中的数")
SELECTION_PANELS = (
    Panel(
        name="selection_ranked", title="未巡察村（社区）排序", unit="单位：分", metrics=("villages_total",), make=ranking, takes=("term",),
        why=SCORED, note=weights_said(USUAL),
    ),
    Panel(
        name="selection_scores", title=f"分值构成（前{FIRST}个村）", unit="单位：分", metrics=("villages_total",), make=scores, takes=("term",),
        why=SCORED, note=weights_said(USUAL),
    ),
    Panel(
        name="selection_by_town", title="各乡镇（街道）未巡察村", unit="单位：个", metrics=("villages_total",), make=by_town, takes=("term",),
        why=dict.fromkeys(("重点", "关注", "一般", "未分类", "合计"), LEFT),
    ),
    Panel(name="selection_by_form", title="按分类建议方式", unit="单位：个", metrics=("villages_total",), make=by_form, takes=("term",), why={"未巡察": LEFT}),
)  # fmt: skip


def weighted(panel: Panel, weights: Weights) -> Panel:
    """Returns a panel of this file with other weights than the usual ones, said in its note."""
    return replace(panel, make=partial(panel.make, weights=weights), note=weights_said(weights))

"""监督贯通: what passed between inspection and each other kind of supervision, both ways, and how much was taken up."""

import pandas as pd

from analytics.charts import bars, sides
from analytics.dimensions import DIMENSIONS, UNSAID
from analytics.formats import number
from analytics.panels.frames import basis, merged
from analytics.panels.panel import Made, Panel, Where
from analytics.query import figure, frame
from analytics.ranking import INTERVAL, bar_frame, intervals, marked, small_noted
from analytics.theme import Theme
from analytics.wording import one_more, strong
from data.facts import Facts

HANDED, RECEIVED = "移交", "接收"
FLOW = ("supervision_handed", "supervision_received")
YEARS = 7
ROWS = 12
HEIGHT = 240
"""What a chart of few rows fills, so that it stands level with the one beside it."""


def by_partner(facts: Facts, where: Where, theme: Theme) -> Made:
    """Handed over to the left, received to the right, one row a kind of supervision."""
    found = both_ways(facts, where, "partner")
    busiest = found.assign(all=found["handed"].fillna(0) + found["received"].fillna(0)).sort_values("all", ascending=False, kind="stable")
    handed, received = figure(facts, "supervision_handed", where), figure(facts, "supervision_received", where)
    say = ""
    if len(found):
        most = busiest.iloc[0]
        say = f"移交 {strong(handed.text)} 件，接收 {strong(received.text)} 件；往来最多的是{most['partner']}，移交 {number(most['handed'])} 件、接收 {number(most['received'])} 件。"
    return two_sided(found, "partner", "监督类别", theme, say)


def by_year(facts: Facts, where: Where, theme: Theme) -> Made:
    """The flow by year: every year of the scope's term."""
    found = both_ways(facts, {name: value for name, value in where.items() if name != "year"}, "year")
    known = found[found["year"] != UNSAID]
    say = ""
    if len(known) > 1:
        first, last = known.iloc[0], known.iloc[-1]
        say = (
            f"{last['year']}移交 {strong(number(last['handed']))} 件、接收 {strong(number(last['received']))} 件；"
            f"{first['year']}为移交 {number(first['handed'])} 件、接收 {number(first['received'])} 件。"
        )
    return two_sided(found, "year", "年度", theme, say, last=YEARS)


def both_ways(facts: Facts, where: Where, name: str) -> pd.DataFrame:
    """Returns what was handed over and received by one dimension, in its own order, unsaid last."""
    first, second = (frame(facts, metric, by=(name,), where=where) for metric in FLOW)
    found = merged(first.rename(columns={"value": "handed"}), {"received": second}, on=name)
    found["basis"] = found["basis"].fillna("明细")
    for side, metric in (("handed", FLOW[0]), ("received", FLOW[1])):
        # Every matter is written down one by one: a part without any row counts none, where the scope is known at all.
        if figure(facts, metric, where).value is not None:
            found[side] = found[side].astype(float).fillna(0.0)
    dimension = DIMENSIONS[name]

    def place(label: str) -> tuple:
        return (1,) if label == UNSAID else (0, dimension.key(dimension.conditions(label)[dimension.column]))

    return found.iloc[sorted(range(len(found)), key=[place(label) for label in found[name]].__getitem__)]


def two_sided(found: pd.DataFrame, name: str, label: str, theme: Theme, say: str, last: int = ROWS, height: int = HEIGHT) -> Made:
    """Returns the chart and table of both directions."""
    drawn = found.tail(last).rename(columns={name: "name", "handed": "left", "received": "right"})
    table = found[[name, "handed", "received"]].rename(columns={name: label, "handed": "移交（件）", "received": "接收（件）"})
    return Made(
        table=table,
        say=say,
        figure=sides(drawn, theme, left="巡察移交", right="巡察接收", unit="件", row=max(36, min(64, (height - 40) // len(drawn)))) if len(drawn) else None,
        basis=basis(found),
    )


def taken_up(facts: Facts, where: Where, theme: Theme) -> Made:
    """The share taken up, direction by direction and partner by partner."""
    found = frame(facts, "supervision_taken_up_rate", by=("direction", "partner"), where=where)
    found = marked(found[(found["direction"] != UNSAID) & found["value"].notna()], "supervision_taken_up_rate", facts.settings)
    drawn = bar_frame(found.assign(name=[f"{one.direction} · {one.partner}" for one in found.itertuples()]), "name", facts.settings)
    drawn = drawn.assign(
        length=drawn["length"].clip(upper=100),
        state=["todo" if one.apart else "done" if one.direction == HANDED else "doing" for one in found.itertuples()],
    ).head(ROWS)
    table = found[["direction", "partner", "numerator", "denominator", "value"]].assign(span=intervals(found)).rename(
        columns={
            "direction": "移交接收", "partner": "监督类别", "numerator": "采用或办理（件）", "denominator": "写明情况（件）", "value": "采用办理率（%）",
            "span": INTERVAL,
        }
    )  # fmt: skip
    return Made(
        table=table,
        say=say_taken_up(facts, where, found),
        figure=bars(drawn, theme, full=100, row=32) if len(drawn) else None,
        basis=basis(found),
        note=small_noted(found, facts.settings),
    )


def say_taken_up(facts: Facts, where: Where, found: pd.DataFrame) -> str:
    """Returns the rate of each direction, what does not say, and that some wholes are small."""
    parts, silent = [], 0
    for direction, metric in zip((HANDED, RECEIVED), FLOW, strict=True):
        rate, whole_of = figure(facts, "supervision_taken_up_rate", where | {"direction": direction}), figure(facts, metric, where)
        if rate.value is not None:
            parts.append(f"{direction}的采用办理率 {strong(rate.text)}（{rate.of}）")
        silent += (whole_of.numerator or 0) - (rate.denominator or 0)
    if not parts:
        return ""
    few = int(found["apart"].sum())
    return (
        "，".join(parts) + "。" + (f"另有 {silent:g} 件未写明，不参与计算。" if silent > 0 else "")
        + (f"其中 {few} 项{one_more(facts.settings.rank_below, '件')}。" if few else "")
    )  # fmt: skip


def by_matter(facts: Facts, where: Where, theme: Theme) -> Made:
    """What kind of matter passed each way."""
    found = both_ways(facts, where, "matter")
    known = found[found["matter"] != UNSAID].fillna({"handed": 0, "received": 0})
    say = ""
    if len(known):
        out, into = (known.sort_values(side, ascending=False, kind="stable").iloc[0] for side in ("handed", "received"))
        said = [
            f"{verb}最多的是{one['matter']}，{strong(number(one[side]))} 件"
            for verb, one, side in ((HANDED, out, "handed"), (RECEIVED, into, "received")) if one[side]
        ]  # fmt: skip
        say = "；".join(said) + "。" if said else ""
    return two_sided(found, "matter", "事项类别", theme, say, height=340)


def by_organisation(facts: Facts, where: Where, theme: Theme) -> Made:
    """The organisations that matters concern, those with most matters first."""
    del theme
    found = both_ways(facts, where, "organisation")
    named = found[found["organisation"] != UNSAID]
    named = named.iloc[(-named[["handed", "received"]].sum(axis=1)).argsort(kind="stable")]
    table = named[["organisation", "handed", "received"]].rename(
        columns={"organisation": "单位", "handed": "移交（件）", "received": "接收（件）"}
    )
    rest = found[found["organisation"] == UNSAID][["handed", "received"]].fillna(0).sum().sum()
    say = f"写明涉及单位的有 {strong(len(named))} 个单位" if len(named) else ""
    if say:
        say += f"，其余 {rest:g} 件未涉及具体单位或未注明。" if rest else "。"
    return Made(table=table, say=say, basis=basis(named))


SUPERVISION_PANELS = (
    Panel(
        name="supervision_by_partner", title="与各类监督的往来", unit="单位：件　左为移交，右为接收", metrics=FLOW, make=by_partner,
        note="线索、问题、情况性质不同，件数只反映往来多少。",
    ),
    Panel(
        name="supervision_by_year", title="各年度移交和接收", unit="单位：件　左为移交，右为接收", metrics=FLOW, make=by_year,
        takes=("term", "round", "kind"), note="按移交、接收的年度计。",
    ),
    Panel(
        name="supervision_taken_up", title="采用办理情况", unit="单位：%　n/N 为采用或办理/写明情况",
        metrics=("supervision_taken_up_rate", "supervision_taken_up", *FLOW), make=taken_up,
        note="移交指对方采用或办理，接收指巡察采用，含义不同，不合并计算。",
    ),
    Panel(name="supervision_by_matter", title="移交和接收的事项", unit="单位：件　左为移交，右为接收", metrics=FLOW, make=by_matter),
    Panel(name="supervision_by_organisation", title="涉及单位", unit="按件数排列", metrics=FLOW, make=by_organisation),
)  # fmt: skip

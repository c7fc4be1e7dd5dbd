"""问题分析: what was found, where, by whom, and what keeps coming back."""

import pandas as pd

from analytics.charts import bars, heat
from analytics.dimensions import UNSAID
from analytics.panels.frames import basis
from analytics.panels.funnels import Words, funnel
from analytics.panels.panel import Made, Panel, Where
from analytics.query import frame
from analytics.theme import Theme
from analytics.wording import strong
from data.facts import Facts

COLUMNS = 7
"""More columns than this are not read in a meeting; the table view has them all."""
ROWS = 10


def by_category_and_round(facts: Facts, where: Where, theme: Theme) -> Made:
    """Category against round; rounds that report only totals have no category and are said, not drawn."""
    everything = frame(facts, "issues_found", by=("category", "round"), where=where)
    found = counted(known(everything, "category", "round"))
    table = found.pivot_table(index="category", columns="round", values="value", aggfunc="sum", sort=False)
    table = table.rename_axis(None, axis="columns").reset_index().rename(columns={"category": "问题类别"})
    rounds = list(dict.fromkeys(found["round"]))[-COLUMNS:]
    drawn = found[found["round"].isin(rounds)]
    # Of all that has a category: not only of what has a column in the chart.
    totals = known(everything, "category").groupby("category", sort=False)["value"].sum().sort_values(ascending=False)
    drawn = drawn.assign(category=pd.Categorical(drawn["category"], totals.index)).sort_values("category", kind="stable")
    drawn = in_order(drawn, "round", rounds)
    return Made(
        table=table,
        say=say_categories(totals, everything),
        figure=heat(drawn, theme, rows="category", columns="round", unit="个") if len(drawn) else None,
        basis=basis(everything),
    )


def counted(found: pd.DataFrame) -> pd.DataFrame:
    """Returns the rows with a 0 for every category that a round with details has no issue of; a round's totals leave it untold."""
    detailed = list(dict.fromkeys(found.loc[found["basis"] == "明细", "round"]))
    there = set(zip(found["category"], found["round"], strict=True))
    none = [(one, other) for other in detailed for one in dict.fromkeys(found["category"]) if (one, other) not in there]
    if not none:
        return found
    rows = pd.DataFrame(none, columns=["category", "round"]).assign(numerator=0.0, value=0.0, basis="", absent="")
    return pd.concat([found, rows], ignore_index=True)


def in_order(drawn: pd.DataFrame, name: str, order: list[str]) -> pd.DataFrame:
    """Returns the rows with one column as an ordered category, so that charts keep that order."""
    return drawn.assign(**{name: pd.Categorical(drawn[name], order)})


def say_categories(totals: pd.Series, everything: pd.DataFrame) -> str:
    """Returns which category is most frequent and its share, and what has no category."""
    if totals.empty:
        return ""
    whole = totals.sum()
    said = f"{totals.index[0]}类最多，{strong(f'{totals.iloc[0]:g}')} 个，占 {strong(f'{totals.iloc[0] / whole * 100:.1f}%')}（{totals.iloc[0]:g}/{whole:g}）。"
    left = everything["value"].sum() - whole
    if left > 0:
        said += f"另有 {left:g} 个仅报总数，未分类别。"
    return said


def by_organisation(facts: Facts, where: Where, theme: Theme) -> Made:
    """The organisations with most issues; the table has all."""
    found = frame(facts, "issues_found", by=("organisation",), where=where)
    found = known(found, "organisation").sort_values("value", ascending=False, kind="stable")
    table = found[["organisation", "value"]].rename(columns={"organisation": "单位", "value": "发现问题（个）"})
    drawn = pd.DataFrame(
        {
            "name": found["organisation"].head(ROWS),
            "length": found["value"].head(ROWS),
            "text": [f"{value:g}" for value in found["value"].head(ROWS)],
        }
    )
    average = found["value"].mean()
    return Made(
        table=table,
        say=f"{strong(len(found))} 个单位有问题记录，平均每个 {strong(f'{average:.1f}')} 个；图中为最多的 {len(drawn)} 个。" if len(found) else "",
        headline=say_most(found, average),
        figure=bars(drawn, theme, row=30, mark=average, mark_text=f"平均 {average:.1f}") if len(drawn) else None,
        basis=basis(found),
    )


def say_most(found: pd.DataFrame, average: float) -> str:
    """Returns which unit has most issues, and the average beside it."""
    if found.empty:
        return ""
    name, most = found.iloc[0][["organisation", "value"]]
    return f"{name}发现问题最多，{strong(f'{most:g}')} 个，各单位平均 {strong(f'{average:.1f}')} 个"


def by_team(facts: Facts, where: Where, theme: Theme) -> Made:
    """Issues per organisation by team, against what chance explains: no ranking of teams."""
    return funnel(facts, where, theme, metric="issues_per_org", by="team", words=TEAMS)


TEAMS = Words(counter="个巡察组", part="巡察组", of="巡察党组织（个）", done="发现问题（个）", rate="单位平均问题数（个）")


def recurring(facts: Facts, where: Where, theme: Theme) -> Made:
    """Kinds of issue that turn up round after round, and in how many organisations."""
    by_round = known(frame(facts, "issues_found", by=("subcategory", "round"), where=where), "subcategory", "round")
    by_unit = known(frame(facts, "issues_found", by=("subcategory", "organisation"), where=where), "subcategory", "organisation")
    rounds = list(dict.fromkeys(by_round["round"]))
    units = by_unit.groupby("subcategory", sort=False)["organisation"].nunique()
    rows = by_round.groupby("subcategory", sort=False).agg(issues=("value", "sum"), rounds=("round", "nunique")).reset_index()
    rows["organisations"] = rows["subcategory"].map(units).fillna(0).astype(int)
    rows = rows.sort_values(["rounds", "organisations", "issues"], ascending=False, kind="stable")
    inspected = by_unit["organisation"].nunique()
    drawn = pd.DataFrame(
        {
            "name": rows["subcategory"],
            "length": rows["organisations"],
            "text": [
                f"{one.organisations}/{inspected} 个单位　{one.issues:g} 个问题　{one.rounds}/{len(rounds)} 轮" for one in rows.itertuples()
            ],
        }
    ).head(ROWS)
    table = rows[["subcategory", "rounds", "organisations", "issues"]].rename(
        columns={"subcategory": "二级分类", "rounds": "出现轮次（轮）", "organisations": "涉及单位（个）", "issues": "发现问题（个）"}
    )
    return Made(
        table=table,
        say=say_recurring(rows, len(rounds), inspected),
        figure=bars(drawn, theme, row=30, full=inspected) if len(drawn) else None,
        basis=basis(by_round),
    )


def say_recurring(rows: pd.DataFrame, rounds: int, inspected: int) -> str:
    """Returns which kinds turn up in every round, the most widespread first."""
    if rows.empty:
        return ""
    always = rows[rows["rounds"] == rounds]
    first = rows.sort_values("organisations", ascending=False, kind="stable").iloc[0]
    spread = f"{first.subcategory}涉及单位最多，{strong(f'{first.organisations}/{inspected}')}。"
    if rounds < 2 or always.empty:
        return spread
    return f"{strong(len(always))} 类问题在有明细的 {rounds} 个轮次中都出现。{spread}"


def known(found: pd.DataFrame, *names: str) -> pd.DataFrame:
    """Returns the rows in which the ledgers say each of these dimensions."""
    return found[(found[list(names)] != UNSAID).all(axis=1)]


ISSUE_PANELS = (
    Panel(
        name="issues_by_category", title="问题类别 × 轮次", unit="单位：个　颜色越深越多",
        metrics=("issues_found",), make=by_category_and_round,
    ),
    Panel(
        name="issues_recurring", title="反复出现的问题", unit="按二级分类　n/N 为涉及单位/有明细单位", metrics=("issues_found",), make=recurring,
        note="只统计有明细的轮次。", why={"出现轮次": "该类问题出现过的轮次清点得出", "涉及单位": "有该类问题的单位清点得出，一个单位只计一次"},
    ),
    Panel(
        name="issues_by_organisation", title="各单位发现问题", unit="单位：个", metrics=("issues_found",), make=by_organisation,
        note="单位大小、巡察天数不同，数量多少不等于好坏。",
    ),
    Panel(
        name="issues_by_team", title="各巡察组单位平均问题数", unit="单位：个/党组织　横轴为巡察党组织数", metrics=("issues_per_org", "issues_found"),
        make=by_team, note="各组巡察对象、天数、人员不同，同名的组各轮组成也不同；只供了解情况。",
    ),
)  # fmt: skip

"""线索成案进度: how large a part of each cohort's clues was filed within how many months, the young ones counted as still open."""

import pandas as pd

from analytics.absence import INAPPLICABLE
from analytics.charts.survival import Cohort, survival
from analytics.dimensions import UNSAID
from analytics.formats import NONE
from analytics.lists.clues import watched_clues
from analytics.panels.panel import Made, Panel, Where
from analytics.ranking import INTERVAL
from analytics.survival import MONTH, course
from analytics.theme import Theme
from analytics.wording import strong
from data.facts import Facts
from data.settings import Settings

GROWING = "可能继续增长"
ESTIMATED = "由每条线索的移送、立案日期逐条推算（卡普兰–迈耶法）"
COHORTS = 4
"""More lines than this are not told apart; the table has all cohorts."""


def progress(facts: Facts, where: Where, theme: Theme) -> Made:
    """Cohorts by year of handing over, by round where there is only one year."""
    found = watched_clues(facts, where)
    dated = found[found["dated"]]
    cohorts = grouped(dated, facts.settings)
    table = table_of(cohorts, facts.settings)
    return Made(
        table=table,
        absent={heading: [INAPPLICABLE.name if pd.isna(one) else "" for one in table[heading]] for heading in table.columns if "个月" in heading},
        why=dict.fromkeys((heading.partition("（")[0] for heading in table.columns), ESTIMATED),
        say=say(cohorts, found, facts.settings) if len(found) else "",
        figure=survival(cohorts[-COHORTS:], theme, growing=GROWING, months=facts.settings.clue_months) if cohorts else None,
        basis="明细" if cohorts else "",
    )


def grouped(dated: pd.DataFrame, settings: Settings) -> list[Cohort]:
    """Returns the cohorts, oldest first; one may grow where any of its clues is open and younger than the last of the office's steps."""
    by_year = dated["year"].nunique() > 1
    dated = dated.sort_values("year", kind="stable") if by_year else dated
    names = dated["year"].map(lambda year: f"{year:.0f}年移送") if by_year else dated["round"]
    made = []
    for name, rows in dated.groupby(names, sort=False):
        way = course(rows["days"].tolist(), rows["filed"].tolist())
        made.append(Cohort(name="未注明轮次" if name == UNSAID else str(name), course=way, growing=bool(young(rows, settings).any())))
    return made


def young(clues: pd.DataFrame, settings: Settings) -> pd.Series:
    """Returns which of the clues are open and younger than the last of the office's steps, in months as their course counts them."""
    return clues["dated"] & ~clues["filed"] & ~clues["closed"].fillna(False).astype(bool) & (clues["days"] < settings.clue_months[-1] * MONTH)


def table_of(cohorts: list[Cohort], settings: Settings) -> pd.DataFrame:
    """Returns the share filed within each of the office's steps with the number still watched; inapplicable where no clue is so old."""
    columns: dict[str, object] = {
        "移送": [one.name for one in cohorts],
        "线索（件）": [one.course.count for one in cohorts],
        "已立案（件）": [one.course.reached for one in cohorts],
    }
    for month in settings.clue_months:
        at = [one.course.at(month) for one in cohorts]
        columns[f"{month}个月内立案（%）"] = pd.array([None if one is None else one[0] * 100 for one in at], dtype="Float64").astype(float)
        columns[f"满{month}个月仍在观察（件）"] = pd.array([None if one is None else one[1] for one in at], dtype="Int64")
    columns["估计立案率（%）"] = [one.course.end * 100 for one in cohorts]
    columns[INTERVAL] = [f"{one.course.low[-1] * 100:.1f}%–{one.course.high[-1] * 100:.1f}%" for one in cohorts]
    columns["说明"] = [GROWING if one.growing else NONE for one in cohorts]
    return pd.DataFrame(columns)


def say(cohorts: list[Cohort], found: pd.DataFrame, settings: Settings) -> str:
    """Returns how far the cohorts are at the first step, which may still grow, and how many clues have no dates."""
    left = int(found.loc[~found["dated"], "clues"].sum())
    rest = f"另有 {left} 件缺移送或立案日期，未计入。" if left else ""
    if not cohorts:
        return rest
    month = settings.clue_months[0]
    parts = []
    for one in cohorts[-COHORTS:]:
        at = one.course.at(month)
        reached = f"{month}个月内立案 {strong(f'{at[0]:.1%}')}" if at else f"观察未满{month}个月，已立案 {strong(f'{one.course.reached} 件')}"
        parts.append(f"{one.name} {one.course.count} 件，{reached}" + (f"（{GROWING}）" if one.growing else ""))
    return "；".join(parts) + "。" + rest


CLUE_SURVIVAL = Panel(
    name="clue_survival", title="线索成案进度", unit="单位：%　自移送之日起", metrics=("filing_rate",), make=progress,
    note="尚未立案的线索按观察到数据截止日计（卡普兰–迈耶法），不当作不立案，故末端的估计立案率高于现有立案率；虚线部分只有较早移送的线索可观察。了结未立案的按未立案计。",
)  # fmt: skip

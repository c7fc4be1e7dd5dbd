"""Funnel plots instead of league tables: which towns, units and teams differ by more than chance explains, for any rate."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.charts import funnel_plot
from analytics.charts.funnel_plot import Scale
from analytics.dimensions import UNSAID
from analytics.formats import percent
from analytics.intervals import LEVELS, mean_limits, share_limits
from analytics.metrics import METRICS
from analytics.panels.frames import basis
from analytics.panels.panel import Made, Where
from analytics.query import frame
from analytics.ranking import INTERVAL, intervals, marked
from analytics.theme import Theme
from analytics.wording import listed, strong, warning, whole
from data.facts import Facts

FEWEST = 3
"""Fewer parts are said, not drawn: of two, neither is the usual."""
NEAR = 1e-9


@dataclass(frozen=True, kw_only=True)
class Words:
    """How the parts are called and counted: 个巡察组, 巡察组, 移送线索（件）, 已立案（件）, 立案率."""

    counter: str
    part: str
    of: str
    done: str
    rate: str

    @property
    def rate_name(self) -> str:
        """The rate without its unit."""
        return self.rate.partition("（")[0]


def funnel(facts: Facts, where: Where, theme: Theme, *, metric: str, by: str, words: Words) -> Made:
    """Every part's rate against its size; the table has all of them in their own order, with their parts."""
    found = frame(facts, metric, by=(by,), where=where)
    found = marked(found[found["value"].notna() & (found[by] != UNSAID)], metric, facts.settings)
    share = METRICS[metric].unit == "%"
    # Where counts a unit are compared, a part without any row has no record rather than nothing found.
    silent = (found["basis"] == "") & (not share)
    compared = found[~silent]
    scale = scale_of(compared, metric, words)
    drawn = judged(compared, scale).assign(name=compared[by], n=compared["denominator"].astype(float))
    table = found[[by, "denominator", "numerator", "value"]].assign(span=intervals(found))
    table.columns = [words.part, words.of, words.done, words.rate, INTERVAL]
    table["与总体相比"] = [STANDS[drawn["beyond"].get(place, SILENT)] for place in found.index]
    left = f"{listed([str(name) for name in found.loc[silent, by]])}没有明细，未列入图中。" if silent.any() else ""
    return Made(
        table=table if share else table.drop(columns=INTERVAL),
        say=say(drawn, scale, words) + left if len(compared) else "",
        figure=funnel_plot(drawn.assign(beyond=np.sign(drawn["beyond"])), theme, scale) if len(compared) >= FEWEST else None,
        basis=basis(compared),
        note="点在控制限以内的，差异可由偶然解释，不宜排名。",
    )


SILENT = 9
STANDS = {
    -2: "低于99.8%控制限", -1: "低于95%控制限", 0: "控制限以内", 1: "高于95%控制限", 2: "高于99.8%控制限", SILENT: "没有明细，不比较",
}  # fmt: skip


def scale_of(found: pd.DataFrame, metric: str, words: Words) -> Scale:
    """Returns the scale of a metric: shares have binomial limits, counts a unit have limits by Poisson."""
    top, bottom = float(found["numerator"].fillna(0).sum()), float(found["denominator"].sum())
    part = top / bottom if bottom else 0.0
    if METRICS[metric].unit == "%":
        # Reported numbers may exceed their whole; no share does.
        part = min(1.0, part)
        return Scale(
            overall=part * 100, unit="%", across=words.of, most=100.0, better=METRICS[metric].better,
            limits=lambda sizes, level: tuple(one * 100 for one in share_limits(part, sizes, level)),
        )  # fmt: skip
    return Scale(overall=part, unit="", across=words.of, limits=lambda sizes, level: mean_limits(part, sizes, level))


def judged(found: pd.DataFrame, scale: Scale) -> pd.DataFrame:
    """Returns the rows with `beyond`: below or above the limits of the first level (1) or of both (2), else 0; and their tooltips."""
    beyond = pd.Series(0, index=found.index, dtype=int)
    for level in LEVELS:
        low, high = scale.limits([float(one) for one in found["denominator"]], level)
        values = found["value"].astype(float).to_numpy()
        beyond += (values > high + NEAR).astype(int) - (values < low - NEAR).astype(int)
    texts = [
        f"{whole(one.numerator, one.denominator)}　{percent(one.value) if scale.unit else f'{one.value:.1f}'}" for one in found.itertuples()
    ]
    return found.assign(beyond=beyond, text=texts)


def say(drawn: pd.DataFrame, scale: Scale, words: Words) -> str:
    """Returns how many parts stand within the limits, which stand beyond them, and what that means."""
    outside = drawn[drawn["beyond"] != 0]
    total = f"总体{words.rate_name} {strong(f'{scale.overall:.1f}{scale.unit}')}（{whole(drawn['numerator'].fillna(0).sum(), drawn['denominator'].sum())}）。"
    if len(drawn) < FEWEST:
        return total
    if outside.empty:
        return f"{strong(len(drawn))} {words.counter}均在控制限内，差异可由偶然解释。{total}"
    parts = [
        f"{warning(listed([str(name) for name in outside.loc[outside['beyond'] == stands, 'name']]))}{STANDS[stands]}"
        for stands in (2, 1, -1, -2) if (outside["beyond"] == stands).any()
    ]  # fmt: skip
    inside = len(drawn) - len(outside)
    return f"{len(drawn)} {words.counter}中 {strong(inside)} 个在控制限内，差异可由偶然解释；{'，'.join(parts)}。{total}"

"""What may be ranked: a rate of a small whole has an interval, one of a very small whole stands apart, in grey, and is no extreme."""

from collections.abc import Iterable

import pandas as pd

from analytics.absence import ABSENCES, reasons
from analytics.formats import percent
from analytics.intervals import wilson
from analytics.metrics import METRICS
from analytics.query import Figure
from analytics.wording import whole
from data.settings import Settings

LEVEL = "95%"

INTERVAL = f"{LEVEL}区间"
"""Heading of the column that holds the intervals of rates."""


def marked(found: pd.DataFrame, metric: str, settings: Settings) -> pd.DataFrame:
    """Returns the rows of a metric's frame in their order with `apart`, `low` and `high`.

    `apart`: the whole is below `settings.rank_below`. `low`, `high`: the 95 % interval in percent, NaN where the metric is
    no share that chance has part in, or nothing is known.
    """
    chance = METRICS[metric].by_chance
    spans = [interval(one.numerator, one.denominator) if chance else None for one in found.itertuples()]
    return found.assign(
        apart=pd.Series([few(one, settings) for one in found["denominator"]], index=found.index, dtype=bool),
        low=pd.Series([one[0] if one else None for one in spans], index=found.index, dtype=float),
        high=pd.Series([one[1] if one else None for one in spans], index=found.index, dtype=float),
    )


def ranked(found: pd.DataFrame, metric: str, settings: Settings, *, lowest: bool = False) -> pd.DataFrame:
    """Returns the rows whose rate is known, as `marked` does: ranked ones by their rate, then those that stand apart as they stood."""
    rows = marked(found[found["value"].notna()], metric, settings)
    first = rows[~rows["apart"]].sort_values("value", ascending=lowest, kind="stable")
    return pd.concat([first, rows[rows["apart"]]])


def extreme(rows: pd.DataFrame) -> object | None:
    """Returns the first ranked row, which a sentence may call the highest or lowest; None where there is nothing to compare it with."""
    compared = rows[~rows["apart"]]
    return compared.iloc[0] if len(compared) > 1 else None


def few(denominator: float | None, settings: Settings) -> bool:
    """Whether a whole is too small for its rate to be ranked."""
    return denominator is not None and 0 < denominator < settings.rank_below


def interval(part: float | None, of: float | None) -> tuple[float, float] | None:
    """Returns the 95 % interval of a share in percent, None where there is none."""
    if pd.isna(part) or pd.isna(of) or not of or not 0 <= part <= of:
        return None
    return wilson(float(part), float(of))


def interval_said(low: float, high: float) -> str:
    """Returns an interval as people read it: 12.3%–45.6%; empty for none."""
    return "" if pd.isna(low) else f"{percent(low)}–{percent(high)}"


def bar_frame(rows: pd.DataFrame, name: str, settings: Settings, state: str = "done", said: Iterable[str] | None = None) -> pd.DataFrame:
    """Returns what `charts.bars` draws of ranked or marked rows: n/N with the rate, the interval of a small whole, grey for what stands apart.

    `said`: texts at the bars' ends instead.
    """
    drawn = rows["denominator"].fillna(0) < settings.interval_below
    return pd.DataFrame(
        {
            "name": rows[name],
            "length": rows["value"],
            "text": list(said) if said is not None else rate_texts(rows),
            "state": ["todo" if one else state for one in rows["apart"]],
            "apart": rows["apart"],
            "low": rows["low"].where(drawn),
            "high": rows["high"].where(drawn),
        }
    )


def rate_texts(rows: pd.DataFrame, part: str = "numerator", of: str = "denominator", value: str = "value") -> list[str]:
    """Returns n/N with the rate for each row: 34/43　79.1%."""
    return [
        f"{whole(top, bottom)}　{percent(rate)}" if pd.notna(rate) else ABSENCES[why].sign
        for top, bottom, rate, why in zip(rows[part], rows[of], rows[value], reasons(rows, value), strict=True)
    ]


def intervals(rows: pd.DataFrame) -> list[str]:
    """Returns the intervals of marked rows for a table's column."""
    return [interval_said(low, high) or "—" for low, high in zip(rows["low"], rows["high"], strict=True)]


def small_noted(rows: pd.DataFrame, settings: Settings) -> str:
    """Returns what the grey bars and the thin lines of a chart are, where it has any."""
    grey = f"灰色为基数不足{settings.rank_below}的，不排名。" if rows["apart"].any() else ""
    lines = (rows["denominator"].fillna(0) < settings.interval_below) & rows["low"].notna()
    return grey + (f"细线为基数不足{settings.interval_below}的比率的95%区间。" if lines.any() else "")


def span_said(found: Figure, settings: Settings) -> str:
    """Returns the interval of a figure of a small whole for its line on a card: 95%区间 46.9%–86.7%; empty for others."""
    if not found.metric.by_chance or found.value is None or found.denominator >= settings.interval_below:
        return ""
    span = interval(found.numerator, found.denominator)
    return f"95%区间 {interval_said(*span)}" if span else ""


def not_ranked(settings: Settings) -> str:
    """Returns what stands above the rows that stand apart."""
    return f"基数不足{settings.rank_below}，不排名"

"""A bridge as a chart, and all bridges as a table."""

from collections.abc import Sequence

import pandas as pd

from analytics.bridge.bridge import Bridge
from analytics.bridge.wording import change_said, level_said, listed_causes, parts_said
from analytics.charts import waterfall
from analytics.charts.layout import Figure
from analytics.metrics import METRICS
from analytics.theme import Theme

THEN, NOW = "会议当时", "现在"


def chart(bridge: Bridge, theme: Theme) -> Figure:
    """The waterfall from then to now; causes that moved nothing are left out."""
    metric = METRICS[bridge.metric]
    rows = [(THEN, None, _number(bridge.then.value), level_said(bridge.then, bridge), None)]
    for part, said in zip(bridge.parts, parts_said(bridge), strict=True):
        if part.moves:
            good = None if metric.better == "none" or not part.change else (part.change > 0) == (metric.better == "up")
            rows.append((part.label, _number(part.before.value), _number(part.after.value), said, good))
    rows.append((NOW, None, _number(bridge.now.value), level_said(bridge.now, bridge), None))
    # Objects, so that what is missing stays None.
    frame = pd.DataFrame(rows, columns=["name", "before", "after", "text", "good"], dtype=object)
    return waterfall(frame, theme, unit=metric.unit)


def table(bridges: Sequence[Bridge]) -> pd.DataFrame:
    """Every figure that moved: 指标, 会议当时, 现在, 变动, 主要原因, as people read them."""
    said = [
        (METRICS[one.metric].label, level_said(one.then, one), level_said(one.now, one), change_said(one), cause)
        for one, cause in zip(bridges, listed_causes(bridges), strict=True)
    ]
    return pd.DataFrame(said, columns=["指标", THEN, NOW, "变动", "主要原因"])


def _number(value: object) -> float:
    return float(value or 0)

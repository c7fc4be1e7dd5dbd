"""Charts: a frame and a theme in, a figure as a plain dict out. No I/O, no Plotly objects.

`plotly.graph_objects.Figure(figure, _validate=False)` draws one; screens, slides and exports
get the same dict.
"""

from analytics.charts.bars import bars
from analytics.charts.columns import columns
from analytics.charts.funnel_plot import funnel_plot
from analytics.charts.gantt import gantt
from analytics.charts.heat import heat
from analytics.charts.pace import pace, share_passed
from analytics.charts.sides import sides
from analytics.charts.stacked import Segment, stacked
from analytics.charts.timeline import Step, timeline
from analytics.charts.waterfall import waterfall

__all__ = [
    "Segment",
    "Step",
    "bars",
    "columns",
    "funnel_plot",
    "gantt",
    "heat",
    "pace",
    "share_passed",
    "sides",
    "stacked",
    "timeline",
    "waterfall",
]

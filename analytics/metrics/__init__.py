"""All metrics, each declared once beside what it counts. Adding one is one entry in the file of its area."""

from analytics.metric import Metric
from analytics.metrics.clues import CLUES_METRICS
from analytics.metrics.coverage import COVERAGE_METRICS
from analytics.metrics.issues import ISSUES_METRICS
from analytics.metrics.plans import PLANS_METRICS
from analytics.metrics.villages import VILLAGES_METRICS
from analytics.metrics.work import WORK_METRICS

METRICS: dict[str, Metric] = {
    one.name: one
    for area in (COVERAGE_METRICS, VILLAGES_METRICS, ISSUES_METRICS, CLUES_METRICS, WORK_METRICS, PLANS_METRICS)
    for one in area
}

"""All metrics, each declared once beside what it counts. Adding one is one entry in the file of its area."""

from analytics.metric import Metric
from analytics.metrics.audits import AUDITS_METRICS
from analytics.metrics.clues import CLUES_METRICS
from analytics.metrics.coverage import COVERAGE_METRICS
from analytics.metrics.follow_up import FOLLOW_UP_METRICS
from analytics.metrics.issues import ISSUES_METRICS
from analytics.metrics.linked import LINKED_METRICS
from analytics.metrics.people import PEOPLE_METRICS
from analytics.metrics.plans import PLANS_METRICS
from analytics.metrics.rectification import RECTIFICATION_METRICS
from analytics.metrics.rectification_effects import EFFECT_METRICS
from analytics.metrics.specials import SPECIALS_METRICS
from analytics.metrics.supervisions import SUPERVISIONS_METRICS
from analytics.metrics.villages import VILLAGES_METRICS
from analytics.metrics.work import WORK_METRICS

_AREAS = (
    COVERAGE_METRICS,
    VILLAGES_METRICS,
    ISSUES_METRICS,
    CLUES_METRICS,
    WORK_METRICS,
    RECTIFICATION_METRICS,
    EFFECT_METRICS,
    FOLLOW_UP_METRICS,
    SPECIALS_METRICS,
    LINKED_METRICS,
    AUDITS_METRICS,
    SUPERVISIONS_METRICS,
    PLANS_METRICS,
    PEOPLE_METRICS,
)

METRICS: dict[str, Metric] = {one.name: one for area in _AREAS for one in area}

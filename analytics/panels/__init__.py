"""All panels, by name. Pages list names; slides and exports show the same panels."""

from analytics.panels.attention import ATTENTION_PANELS
from analytics.panels.audits import AUDIT_PANELS
from analytics.panels.clues import CLUE_PANELS
from analytics.panels.coverage import COVERAGE_PANELS
from analytics.panels.follow_up import FOLLOW_UP_PANELS
from analytics.panels.issues import ISSUE_PANELS
from analytics.panels.linked import LINKED_PANELS
from analytics.panels.panel import Panel
from analytics.panels.people import PEOPLE_PANELS
from analytics.panels.planning import PLAN_PANELS
from analytics.panels.rectification import RECTIFICATION_PANELS
from analytics.panels.rectification_effects import EFFECT_PANELS
from analytics.panels.selection import SELECTION_PANELS
from analytics.panels.specials import SPECIAL_PANELS
from analytics.panels.supervisions import SUPERVISION_PANELS
from analytics.panels.villages import VILLAGE_PANELS
from analytics.panels.work import WORK_PANELS

_AREAS = (
    COVERAGE_PANELS,
    ISSUE_PANELS,
    CLUE_PANELS,
    VILLAGE_PANELS,
    RECTIFICATION_PANELS,
    EFFECT_PANELS,
    FOLLOW_UP_PANELS,
    SPECIAL_PANELS,
    LINKED_PANELS,
    AUDIT_PANELS,
    SUPERVISION_PANELS,
    PLAN_PANELS,
    SELECTION_PANELS,
    PEOPLE_PANELS,
    WORK_PANELS,
    ATTENTION_PANELS,
)

PANELS: dict[str, Panel] = {one.name: one for area in _AREAS for one in area}

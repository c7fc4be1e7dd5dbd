"""All panels, by name. Pages list names; slides and exports show the same panels."""

from analytics.panels.audits import AUDIT_PANELS
from analytics.panels.clues import CLUE_PANELS
from analytics.panels.coverage import COVERAGE_PANELS
from analytics.panels.follow_up import FOLLOW_UP_PANELS
from analytics.panels.issues import ISSUE_PANELS
from analytics.panels.linked import LINKED_PANELS
from analytics.panels.panel import Panel
from analytics.panels.specials import SPECIAL_PANELS
from analytics.panels.supervisions import SUPERVISION_PANELS
from analytics.panels.villages import VILLAGE_PANELS

PANELS: dict[str, Panel] = {
    one.name: one for one in (*COVERAGE_PANELS, *ISSUE_PANELS, *CLUE_PANELS, *VILLAGE_PANELS, *FOLLOW_UP_PANELS)
    one.name: one for one in (
        *COVERAGE_PANELS,
        *ISSUE_PANELS,
        *CLUE_PANELS,
        *VILLAGE_PANELS,
        *SPECIAL_PANELS,
        *SUPERVISION_PANELS,
    )
from analytics.panels.people import PEOPLE_PANELS
from analytics.panels.selection import SELECTION_PANELS
from analytics.panels.villages import VILLAGE_PANELS

PANELS: dict[str, Panel] = {
    one.name: one for one in (*COVERAGE_PANELS, *ISSUE_PANELS, *CLUE_PANELS, *VILLAGE_PANELS, *PEOPLE_PANELS, *SELECTION_PANELS)
    one.name: one for one in (*COVERAGE_PANELS, *ISSUE_PANELS, *CLUE_PANELS, *VILLAGE_PANELS, *LINKED_PANELS, *AUDIT_PANELS)
from analytics.panels.rectification import RECTIFICATION_PANELS
from analytics.panels.rectification_effects import EFFECT_PANELS
from analytics.panels.villages import VILLAGE_PANELS

PANELS: dict[str, Panel] = {
    one.name: one for one in (*COVERAGE_PANELS, *ISSUE_PANELS, *CLUE_PANELS, *VILLAGE_PANELS, *RECTIFICATION_PANELS, *EFFECT_PANELS)
from analytics.panels.planning import PLAN_PANELS
from analytics.panels.villages import VILLAGE_PANELS

PANELS: dict[str, Panel] = {
    one.name: one for one in (*COVERAGE_PANELS, *ISSUE_PANELS, *CLUE_PANELS, *VILLAGE_PANELS, *PLAN_PANELS)
}

"""All panels, by name. Pages list names; slides and exports show the same panels."""

from analytics.panels.clues import CLUE_PANELS
from analytics.panels.coverage import COVERAGE_PANELS
from analytics.panels.issues import ISSUE_PANELS
from analytics.panels.panel import Panel
from analytics.panels.planning import PLAN_PANELS
from analytics.panels.villages import VILLAGE_PANELS

PANELS: dict[str, Panel] = {
    one.name: one for one in (*COVERAGE_PANELS, *ISSUE_PANELS, *CLUE_PANELS, *VILLAGE_PANELS, *PLAN_PANELS)
}

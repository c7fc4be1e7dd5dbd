"""What the planning page shows, computed once per data version and scenario and shared by all sessions."""

from analytics.export.round_ledger import round_ledger
from analytics.lists.planning import Remaining, base, remaining
from analytics.panels.assigning import Worked, assignment_panel, load_panel, next_round, work_out
from analytics.panels.panel import Built, build
from analytics.panels.planning import with_scenario
from analytics.plan.capacity import Scenario
from analytics.theme import THEMES
from pages.parts.frames import cached
from pages.parts.state import State


@cached
def start(state: State, version: int, afresh: bool) -> tuple[Scenario | None, Remaining]:
    """Returns the scenario that the ledgers give, and what is left."""
    facts = state.facts()
    return base(facts, afresh), remaining(facts, afresh)


@cached
def schedule(state: State, version: int, scenario: Scenario, afresh: bool, theme: str) -> Built:
    """Returns the rounds of a scenario."""
    return build(with_scenario(scenario, afresh), state.facts(), {}, THEMES[theme])


@cached
def worked(state: State, version: int, scenario: Scenario, afresh: bool) -> Worked:
    """Returns the assignment; a reader who asks for the same waits for it rather than solving it again."""
    return work_out(state.facts(), scenario, afresh)


@cached
def shown(state: State, version: int, scenario: Scenario, afresh: bool, theme: str) -> tuple[Built, Built]:
    """Returns the assignment and the teams' loads as panels."""
    found = worked(state, version, scenario, afresh)
    assignment, loads = (build(one(found), state.facts(), {}, THEMES[theme]) for one in (assignment_panel, load_panel))
    return assignment, loads


def ledger(state: State, version: int, scenario: Scenario, afresh: bool, *, whole: bool) -> bytes:
    """Returns the assignment's ledger of the next round, or of all rounds."""
    found = worked(state, version, scenario, afresh)
    settings = state.settings()
    return round_ledger(found.entries if whole else next_round(found), settings.office or settings.county, found.unmet)

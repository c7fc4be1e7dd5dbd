"""All ledgers. Adding one is one file here and its name below."""

from data.ledger import Ledger
from data.ledgers.accountabilities import ACCOUNTABILITIES
from data.ledgers.audit_links import AUDIT_LINKS
from data.ledgers.clues import CLUES
from data.ledgers.issues import ISSUES
from data.ledgers.linked_inspections import LINKED_INSPECTIONS
from data.ledgers.organisations import ORGANISATIONS
from data.ledgers.plans import PLANS
from data.ledgers.rectification_totals import RECTIFICATION_TOTALS
from data.ledgers.rectifications import RECTIFICATIONS
from data.ledgers.regulations import REGULATIONS
from data.ledgers.revisits import REVISITS
from data.ledgers.rounds import ROUNDS
from data.ledgers.specials import SPECIALS
from data.ledgers.supervisions import SUPERVISIONS
from data.ledgers.talents import TALENTS
from data.ledgers.talks import TALKS
from data.ledgers.teams import TEAMS
from data.ledgers.trainings import TRAININGS
from data.ledgers.village_reaches import VILLAGE_REACHES
from data.ledgers.villages import VILLAGES

_ALL = (
    # Registers first: the names in the other ledgers are checked against them.
    ORGANISATIONS, VILLAGES,
    ROUNDS, ISSUES, CLUES, VILLAGE_REACHES,
    SPECIALS, LINKED_INSPECTIONS, AUDIT_LINKS, SUPERVISIONS,
    RECTIFICATIONS, RECTIFICATION_TOTALS, REVISITS, TALKS, ACCOUNTABILITIES,
    PLANS, TEAMS, TALENTS, TRAININGS, REGULATIONS,
)  # fmt: skip

LEDGERS: dict[str, Ledger] = {one.name: one for one in _ALL}

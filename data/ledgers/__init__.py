"""All ledgers. Adding one is one file here and its name below."""

from data.ledger import Ledger
from data.ledgers.clues import CLUES
from data.ledgers.issues import ISSUES
from data.ledgers.organisations import ORGANISATIONS
from data.ledgers.rounds import ROUNDS
from data.ledgers.village_reaches import VILLAGE_REACHES
from data.ledgers.villages import VILLAGES

# Registers first: the names in the other ledgers are checked against them.
LEDGERS: dict[str, Ledger] = {
    one.name: one for one in (ORGANISATIONS, VILLAGES, ROUNDS, ISSUES, CLUES, VILLAGE_REACHES)
}

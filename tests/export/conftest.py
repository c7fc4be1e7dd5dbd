"""What tests of exports share: the sample county's facts, and scopes of it."""

import random

import pytest

from analytics.decks import Deck
from analytics.export.deck import Printout, printout
from analytics.panels import PANELS
from analytics.panels.scopes import scopes_known
from data.facts import Facts
from tests.sample import sample_store

YEAR = {"term": "十三届", "year": "2020年"}
SCOPES = 50


@pytest.fixture(scope="session")
def sample_facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """The sample county's facts."""
    return sample_store(tmp_path_factory.mktemp("sample")).facts()


@pytest.fixture(scope="session")
def random_scopes(sample_facts: Facts) -> list[tuple[dict[str, str], tuple[str, ...]]]:
    """Fifty scopes that the bar could show, each with two panels, so that every panel is met."""
    chance, known = random.Random(4), scopes_known(sample_facts, tuple(PANELS))
    found = []
    # Each panel once, in a random order, then again until there are enough.
    names = [name for _ in range(1 + 2 * SCOPES // len(PANELS)) for name in chance.sample(list(PANELS), len(PANELS))]
    for place in range(SCOPES):
        one = {name: value for name, value in chance.choice(known).items() if value}
        kept = chance.sample(list(one), chance.randint(0, len(one)))
        found.append(({name: value for name, value in one.items() if name in kept}, tuple(dict.fromkeys(names[2 * place : 2 * place + 2]))))
    return found


@pytest.fixture(scope="session")
def random_decks(sample_facts: Facts, random_scopes: list) -> list[tuple[dict[str, str], Printout]]:
    """A deck of two panels in each of the fifty scopes."""
    return [(where, printout(Deck(name="some", title="若干", panels=panels), sample_facts, where, masked=False)) for where, panels in random_scopes]

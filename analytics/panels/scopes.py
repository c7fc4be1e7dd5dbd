"""What the scope bar of a page offers: every round, and whatever else the page's own metrics know."""

from collections.abc import Sequence

from analytics.dimensions import DIMENSIONS, UNSAID
from analytics.metrics import METRICS
from analytics.panels import PANELS
from analytics.panels.panel import SCOPE
from analytics.query import combinations
from data.facts import Facts


def scopes_known(facts: Facts, panels: Sequence[str]) -> tuple[dict[str, str], ...]:
    """Returns one entry per known combination, in order: term, year, round and kind as labels, empty where unsaid.

    What is trained or handed over in a year without a round stands in it too, so that its year can be chosen.
    """
    metrics = dict.fromkeys(["rounds", *(name for panel in panels for name in PANELS[panel].metrics)])
    takes = {name for panel in panels for name in PANELS[panel].takes}
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for metric in metrics:
        names = [name for name in SCOPE if name in METRICS[metric].by and (metric == "rounds" or name in takes)]
        for labels in combinations(facts, metric, names) if names else ():
            said = dict.fromkeys(SCOPE, "") | {name: label for name, label in zip(names, labels, strict=True) if label != UNSAID}
            found.setdefault(tuple(said.values()), said)
    known = [said for said in found.values() if any(said.values())]
    # Names of rounds keep the order that the metrics gave them; terms and years have one of their own.
    order = {name: place for place, name in enumerate(dict.fromkeys(one["round"] for one in known))}
    return tuple(sorted(known, key=lambda one: (_key("term", one["term"]), _key("year", one["year"]), order[one["round"]])))


def _key(name: str, label: str) -> int:
    return DIMENSIONS[name].conditions(label)[name] if label else 0

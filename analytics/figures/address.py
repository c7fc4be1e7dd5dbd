"""The address of a figure's page, wherever a link to it stands: on a page, on a slide, in a checked text, in the terminal."""

from collections.abc import Mapping
from urllib.parse import urlencode

from analytics.metrics import METRICS

PAGE = "sources"
EVERY_TERM = "各届"


def figure_query(metric: str, where: Mapping[str, object], event: int | None = None) -> dict[str, str]:
    """Returns the query of a figure's page: its metric, the scope it was asked in, as labels, and the event as of which it stands.

    A figure of all terms says so, since that page begins with the latest term.
    """
    asked = {name: str(value) for name, value in where.items() if value not in (None, "")}
    moment = {} if event is None else {"as_of": str(event)}
    return {"metric": METRICS[metric].label, "term": EVERY_TERM, **asked, **moment}


def figure_address(metric: str, where: Mapping[str, object], event: int | None = None) -> str:
    """Returns the address of a figure's page, from the dashboard's root."""
    return f"/{PAGE}?{urlencode(figure_query(metric, where, event))}"

"""The small line under a panel: cut-off date, version, basis, and filters it does not obey."""

from collections.abc import Sequence
from html import escape


def foot_html(facts: Sequence[str]) -> str:
    """Returns the footer's facts as HTML, all escaped."""
    return f'<p class="panel-foot">{"".join(f"<span>{escape(fact)}</span>" for fact in facts)}</p>'

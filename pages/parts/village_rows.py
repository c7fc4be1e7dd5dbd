"""What a village is, in a line of short facts."""

from collections.abc import Sequence
from html import escape


def traits_html(traits: Sequence[str]) -> str:
    """Returns short facts about a village as HTML, all escaped."""
    return f'<p class="traits">{"".join(f"<span>{escape(trait)}</span>" for trait in traits)}</p>'

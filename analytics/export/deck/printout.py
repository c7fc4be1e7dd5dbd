"""A deck to take along: its slides as on the stage, with the whole tables behind them and what each figure means."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analytics.cards.overview import overview_cards
from analytics.decks import Deck, Made
from analytics.decks.slides import MARKING, cover, footer, key_figures, panel_slides
from analytics.export.definitions import defined, scope_words, told
from analytics.masking import Disguise, masking
from analytics.metrics import METRICS
from analytics.panels import PANELS
from analytics.panels.panel import Where, build
from analytics.theme import MEETING
from data.facts import Facts


@dataclass(frozen=True, kw_only=True)
class Printout:
    """`tables`: panel → its whole table; `notes`: slide → lines on the definition and source of its figures."""

    made: Made
    tables: Mapping[str, pd.DataFrame]
    notes: Mapping[str, tuple[str, ...]]


def printout(deck: Deck, facts: Facts, where: Where, masked: bool = True) -> Printout:
    """Returns a deck's slides with the whole tables behind them; units have the aliases that they have on the stage."""
    ranked, listed, disguise = masking(facts) if masked else (facts, facts, Disguise())
    slides, tables, left_out = list(key_figures(ranked, where)), {}, []
    notes = {"figures": figures_noted(facts, where)}
    for panel in (PANELS[name] for name in deck.panels):
        seen = listed if panel.named else ranked
        made = build(panel, seen, where, MEETING["light"])
        found = list(panel_slides(made))
        slides += found
        if not found:
            left_out.append(panel.title)
            continue
        tables[panel.name] = made.signed
        said = (*defined(panel.name, facts.settings), f"范围：{scope_words(where)}", "　".join(made.foot), made.note)
        notes |= {str(slide["id"]): tuple(text for text in said if text) for slide in found}
    foot = footer(facts, where)
    # Aliases are given in the order of the slides, then of what only the tables name.
    shown = disguise.written([cover(deck, foot), *slides])
    made = Made(title=deck.title, slides=tuple(shown), foot=foot, marking=facts.settings.marking or MARKING, left_out=tuple(left_out))
    return Printout(made=made, tables={name: written(table, disguise) for name, table in tables.items()}, notes=notes)


def figures_noted(facts: Facts, where: Where) -> tuple[str, ...]:
    """Returns the lines on the key figures."""
    names = [card.name for card in overview_cards(facts, where) if card.name in METRICS]
    return (*(told(name, facts.settings) for name in names), f"范围：{scope_words(where)}")


def written(table: pd.DataFrame, disguise: Disguise) -> pd.DataFrame:
    """Returns a table with an alias for every token; numbers and dates stay what they are."""
    found = table.copy()
    for heading in found.columns:
        if not pd.api.types.is_numeric_dtype(found[heading]):
            found[heading] = pd.Series([disguise.written(value) for value in found[heading]], index=found.index, dtype=object)
    return found


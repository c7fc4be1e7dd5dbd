"""What pages show, computed once per data version and scope and shared by all sessions.

Every key holds the store's version, so nothing here is ever stale and nothing needs clearing.
"""

import pandas as pd
import streamlit as st

from analytics import decks
from analytics.bridge.cards import since_meeting
from analytics.cards import CARDS
from analytics.cards.card import Card
from analytics.decks import Deck
from analytics.figures import Cells, by_cell, figures
from analytics.lead import overview_lead
from analytics.lists.villages import village_reaches, village_traits
from analytics.panels import PANELS
from analytics.panels.panel import Built, build, day
from analytics.panels.scopes import scopes_known
from analytics.panels.selection import weighted
from analytics.selection import Weights
from analytics.theme import THEMES
from pages.parts.meetings import facts_then
from pages.parts.state import State

Pairs = tuple[tuple[str, str], ...]
cached = st.cache_data(show_spinner=False, max_entries=2000)


@cached
def built(state: State, version: int, panel: str, where: Pairs, theme: str) -> Built:
    """Returns a panel made for a scope."""
    return build(PANELS[panel], state.facts(), dict(where), THEMES[theme])


@cached
def cells(state: State, version: int, panel: str, where: Pairs, _made: Built, table: pd.DataFrame) -> Cells:
    """Returns which cells of a panel's table are figures; its table is part of the key, since a reader may have moved what it is made with."""
    return by_cell(figures(_made, state.facts(), dict(where)))


@cached
def cards(state: State, version: int, page: str, where: Pairs) -> tuple[Card, ...]:
    """Returns the key figures of a page, named by its address."""
    made, then = CARDS[page](state.facts(), dict(where)), facts_then(state.store, version)
    return made if then is None else since_meeting(made, then, state.facts())


@cached
def deck(state: State, version: int, deck: Deck, where: Pairs, masked: bool) -> decks.Made:
    """Returns a deck made for a scope, masked for projection or not."""
    return decks.make(deck, state.facts(), dict(where), masked)


@cached
def selected(state: State, version: int, panel: str, weights: Weights, where: Pairs, theme: str) -> Built:
    """Returns a panel of the selection of villages made for a scope with these weights."""
    return build(weighted(PANELS[panel], weights), state.facts(), dict(where), THEMES[theme])


@cached
def lead_sentence(state: State, version: int, where: Pairs) -> str:
    """Returns the sentence that the overview begins with."""
    return overview_lead(state.facts(), dict(where))


@cached
def scopes(state: State, version: int, panels: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """Returns one entry per term, year, round and kind that the rounds or these panels' metrics know, in order; empty where unsaid."""
    return scopes_known(state.facts(), panels)


@cached
def ledgers_present(state: State, version: int) -> tuple[str, ...]:
    """Returns the ledgers that a live import has rows of."""
    live = [one["rows"] for one in state.imports() if one["withdrawn_at"] is None]
    return tuple(dict.fromkeys(name for rows in live for name, count in rows.items() if count))


@cached
def masthead_facts(state: State, version: int) -> tuple[str, ...]:
    """Returns whose figures these are, as of when, from how many files, in which version."""
    facts, settings = state.facts(), state.settings()
    live = [one for one in state.imports() if one["withdrawn_at"] is None]
    said = (
        settings.marking,
        settings.office,
        f"数据截至 {day(facts.as_of_date)}" if live and facts.as_of_date else "",
        f"来源：台账 {len({one['sha256'] for one in live})} 份" if live else "尚未导入台账",
        f"第 {version} 版{'（历史版本）' if facts.past else ''}",
    )
    return tuple(text for text in said if text)


@cached
def village(state: State, version: int, town: str, name: str) -> tuple[tuple[str, ...], pd.DataFrame]:
    """Returns what the register says of a village, and its inspections with the headings that readers see."""
    reaches = village_reaches(state.facts(), town, name)
    reaches.columns = ["轮次", "巡察方式", "巡察组", "进驻时间", "结束时间", "状态", "发现问题（个）", "来源"]
    return village_traits(state.facts(), town, name), reaches

"""The one scope bar: term, year, round and kind. It lives in the address, so a link reproduces the view."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from analytics.dimensions import DIMENSIONS
from analytics.figures.address import EVERY_TERM
from pages.parts.arriving import arrived

ALL = {"term": EVERY_TERM, "year": "全部年度", "round": "全部轮次", "kind": "全部类型"}
FEW = 7
"""More choices than this do not fit beside each other and become a list."""


@dataclass(frozen=True, kw_only=True)
class Scope:
    """What the reader chose: pairs of dimension and label, and the same in words."""

    where: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The scope in words, for exports and footers."""
        return " · ".join(value for _, value in self.where) or "全部"


def scope_asked(known: Sequence[Mapping[str, str]], asked: Mapping[str, str]) -> Scope:
    """Returns the scope that an address asks for, as the bar would show it: the latest term unless it says otherwise."""
    left, where = list(known), {}
    for name in ("term", "year", "round", "kind"):
        options = list(dict.fromkeys(one[name] for one in left if one[name]))
        chosen = asked.get(name) or (options[-1] if name == "term" and options else "")
        if chosen in options:
            where[name] = chosen
            left = [one for one in left if one[name] == chosen]
    return Scope(where=tuple(where.items()))


def scope_bar(known: Sequence[dict[str, str]]) -> Scope:
    """Shows the bar and returns what is chosen; the latest term unless the reader says otherwise.

    `known` are all combinations known, one entry each (term, year, round, kind). Each choice
    narrows the next ones; a choice in the address that is not among them is ignored.
    """
    left, where = list(known), {}
    with st.container(key="scope", horizontal=True, vertical_alignment="center", gap="small"):
        for name in ("term", "year", "round", "kind"):
            options = list(dict.fromkeys(one[name] for one in left if one[name]))
            if name == "term":
                options = options[::-1]
            chosen = choice(name, options)
            if chosen:
                where[name] = chosen
                left = [one for one in left if one[name] == chosen]
    return Scope(where=tuple(where.items()))


def choice(name: str, options: list[str]) -> str | None:
    """Shows one choice; returns the option chosen, None for all."""
    everything, label = ALL[name], DIMENSIONS[name].label
    offered = [*options, everything] if name == "term" else [everything, *options]
    arrived(name, offered, offered[0])
    if name != "round" and len(offered) <= FEW and name != "term":
        chosen = st.segmented_control(
            label, offered, default=everything, required=True, key=name, bind="query-params", label_visibility="collapsed"
        )
    else:
        chosen = st.selectbox(
            label, offered, index=0, key=name, bind="query-params", label_visibility="collapsed", width=180
        )
    return None if chosen in (None, everything) else chosen

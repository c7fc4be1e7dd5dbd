"""溯源: the way from a figure to the page of that figure, in one word and one look wherever a figure stands."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

import streamlit as st

from analytics.figures import address, offered, told
from analytics.metrics import METRICS
from analytics.panels.panel import Built
from analytics.query import Figure, figure
from pages.contents import PAGES
from pages.parts.arriving import carrying
from pages.parts.view import View

WORD = "溯源"
PAGE = next(page for page in PAGES if page.url == address.PAGE)
Where = Mapping[str, object]
Shown = tuple[str, Figure, Where]


def figure_query(view: View, metric: str, where: Where) -> dict[str, str]:
    """Returns the query of a figure's page: its metric, the scope it was asked in, the moment that this page stands for."""
    # A page that looks at an earlier moment has its event in its state.
    return address.figure_query(metric, where, getattr(view.state, "event", None))


def figure_link(view: View, metric: str, where: Where, key: str) -> None:
    """Shows the link to a figure's page; `key` is unique on its page."""
    with st.container(key=f"trace_{key}", width="content"):
        st.page_link(PAGE.file, label=WORD, help=f"查看“{METRICS[metric].label}”的来源", query_params=carrying(figure_query(view, metric, where)))


def figures_link(view: View, figures: Sequence[tuple[str, Sequence[tuple[str, str]]]], why: str, key: str) -> None:
    """Shows the way to the figures of one sentence: straight to a single one, behind the word to several; `why` where there is none."""
    if len(figures) == 1:
        figure_link(view, figures[0][0], dict(figures[0][1]), key)
    elif not figures:
        why_link(view, why, (), key)
    else:
        with st.container(key=f"trace_{key}", width="content"), st.popover(WORD, type="tertiary", key=f"several_{key}", on_change="rerun") as shown:
            if shown.open:
                facts = view.state.facts()
                figure_list(view, [(name, figure(facts, name, dict(where)), dict(where)) for name, where in figures], key)


def why_link(view: View, why: str, figures: Iterable[Shown], key: str) -> None:
    """Shows, behind the same word, why a number is no metric's figure and which figures it comes from."""
    with st.container(key=f"trace_{key}", width="content"), st.popover(WORD, type="tertiary", key=f"why_{key}"):
        st.html(f'<p class="why-none">{escape(why)}。</p>')
        figure_list(view, figures, key)


def figure_list(view: View, figures: Iterable[Shown], key: str) -> None:
    """Shows figures below each other, each with its link; a part of the page's scope is named before its figure."""
    for place, (metric, one, where) in enumerate(figures):
        part = " · ".join(str(value) for name, value in where.items() if dict(view.scope.where).get(name) != value)
        with st.container(key=f"figure_{key}_{place}", horizontal=True, vertical_alignment="center", gap="small"):
            st.html(f'<p class="one-figure">{escape(f"{part}：{told(one)}" if part else told(one))}</p>')
            figure_link(view, metric, where, f"{key}_{place}")


def figure_popover(made: Built, view: View) -> None:
    """Shows a panel's metrics behind the same word, so that what its sentence says can be followed too."""
    with st.popover(WORD, type="tertiary", key=f"figures_{made.panel}", on_change="rerun", disabled=made.empty) as shown:
        if not shown.open:
            return
        if not made.metrics:
            st.html('<p class="why-none">本图不含指标，各行取自台账或由系统设置得出。</p>')
        figure_list(view, offered(made, view.state.facts(), dict(view.scope.where)), made.panel)


def asked_for(view: View, metrics: Iterable[str], where: Where) -> list[Shown]:
    """Returns metrics as figures of a scope, as far as each of them takes it."""
    facts, found = view.state.facts(), []
    for name in metrics:
        scope = {dimension: value for dimension, value in where.items() if dimension in (*METRICS[name].by, *METRICS[name].dated)}
        found.append((name, figure(facts, name, scope), scope))
    return found

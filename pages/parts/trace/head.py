"""The head of a figure's page: the figure itself, what it means, its scope, and what it cannot be filtered by."""

from html import escape

import streamlit as st

from analytics.dimensions import DIMENSIONS
from analytics.metrics import METRICS
from analytics.panels.panel import day
from analytics.query import Figure, figure
from pages.parts.footer import foot_html
from pages.parts.trace.asked import Asked
from pages.parts.view import View


def figure_head(view: View, metric: str, known: Asked) -> Figure | None:
    """Shows the figure in its scope; returns it, None where the address asks for what cannot be read."""
    facts, one = view.state.facts(), METRICS[metric]
    with st.container(key="card_figure"):
        if known.unreadable:
            st.html(f'<p class="nothing">{escape(known.unreadable)}</p>')
            return None
        found = figure(facts, metric, known.where)
        unit = "" if one.unit == "%" or found.value is None else one.unit
        scope = [f"{DIMENSIONS[name].label}：{value}" for name, value in known.where.items()] or ["全部范围"]
        facts_said = [f"数据截至 {day(facts.as_of_date)}" if facts.as_of_date else "", facts.edition, f"依据：{found.basis}" if found.basis else ""]
        notes = [*known.unknown, *([f"该指标不按{'、'.join(known.ignored)}筛选，下列数字未受其影响。"] if known.ignored else [])]
        st.html(
            f'<div class="card-head"><h3>{escape(one.label)}</h3></div>'
            f'<div class="figure-head"><p class="value">{escape(found.text)}<small>{escape(unit)}</small></p>{_of(found)}'
            f'<p class="traits">{"".join(f"<span>{escape(text)}</span>" for text in scope)}</p></div>'
            f'<p class="say">{escape(one.meaning)}</p>' + "".join(f'<p class="say notice">{escape(text)}</p>' for text in notes)
            + foot_html([text for text in facts_said if text])
        )
        return found


def _of(found: Figure) -> str:
    """Numerator and denominator of a rate, named."""
    if not found.of:
        return ""
    top, bottom = found.of.split("/")
    return f'<p class="of"><b>{escape(top)}</b><i>÷</i><b>{escape(bottom)}</b><span>{escape(found.metric.of)}</span></p>'

"""A figure beside what it was: the round before, the same time of the year before, the same stretch of the term before."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from analytics.compare import Comparison, Side, comparisons
from analytics.metrics import METRICS
from pages.parts.kpi import ARROWS
from pages.parts.view import View

BETTER = {"up": "+", "down": "−"}


def comparison_card(view: View, metric: str, where: Mapping[str, str]) -> None:
    """Shows the three comparisons of a figure; dimensions that the metric does not take are left aside."""
    one = METRICS[metric]
    taken = {name: value for name, value in where.items() if name in (*one.by, *one.dated)}
    with st.container(key="card_comparison"):
        st.html(
            '<div class="card-head"><h3>与以往比较</h3><span>逐项写明所比的起止日期</span></div>'
            f"{comparison_html(comparisons(view.state.facts(), metric, taken), one.better)}"
        )


def comparison_html(found: tuple[Comparison, ...], better: str) -> str:
    """Returns the comparisons as a table, all texts escaped; what cannot be compared says why in its row."""
    rows = "".join(_row(one, better) for one in found)
    return (
        '<table class="plain compared"><thead><tr><th>比较对象</th><th>现在</th><th>当时</th><th>变化</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _row(one: Comparison, better: str) -> str:
    if one.now is None or one.then is None:
        return f'<tr><th scope="row">{escape(one.label)}</th><td colspan="3" class="why">{escape(one.reason)}</td></tr>'
    caveat = f'<small class="caveat">{escape(one.caveat)}</small>' if one.caveat else ""
    return (
        f'<tr><th scope="row">{escape(one.label)}</th><td>{_side(one.now)}</td><td>{_side(one.then)}</td>'
        f'<td class="{verdict(one.change, better)}"><b>{ARROWS[one.change[0]]} {escape(one.change[1:])}</b>{caveat}</td></tr>'
    )


def _side(side: Side) -> str:
    found = side.figure
    amount = found.text if found.unit == "%" else f"{found.text} {found.unit}"
    of = f"（{found.of}）" if found.of else ""
    return f"<b>{escape(amount)}</b>{escape(of)}<small>{escape(side.period.name)}：{escape(side.period.text)}</small>"


def verdict(change: str, better: str) -> str:
    """Returns whether a change is welcome: good, bad, or nothing where neither is."""
    if better not in BETTER or change[0] not in BETTER.values():
        return ""
    return "good" if change[0] == BETTER[better] else "bad"

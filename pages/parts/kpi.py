"""A key figure: label, value, change with its basis, target and pace, recent course, one line of explanation."""

from base64 import b64encode
from collections.abc import Sequence
from html import escape

import streamlit as st

from analytics.absence import is_sign
from analytics.cards.card import Card
from analytics.theme import Theme
from pages.parts.style import current_theme

ARROWS = {"+": "▲", "-": "▼", "−": "▼", "±": ""}


def kpi(figure: Card) -> None:
    """Shows one key figure; put it inside `card(key)` without a title."""
    st.html(kpi_html(figure, current_theme()))


def kpi_html(figure: Card, theme: Theme) -> str:
    """Returns a key figure as HTML, all texts escaped."""
    warn = f'<span class="warn">⚠ {escape(figure.warn)}</span>' if figure.warn else ""
    there = " absent" if is_sign(figure.value) else ""
    return (
        f'<div class="kpi"><div class="top"><span>{escape(figure.label)}</span>{warn}</div>'
        f'<div class="middle"><div class="value{there}">{escape(figure.value)}<small>{escape(figure.unit)}</small></div>'
        f"{spark_html(figure, theme)}</div>{delta_html(figure)}{bar_html(figure)}"
        f'<div class="note">{escape(figure.note)}</div></div>'
    )


def delta_html(figure: Card) -> str:
    """Returns the line of change; empty but as tall when there is none, so that cards in a row align."""
    if not figure.delta:
        return '<div class="delta"></div>'
    verdict = {True: " good", False: " bad", None: ""}[figure.good]
    change = f"{ARROWS[figure.delta[0]]} {escape(figure.delta[1:])}"
    return f'<div class="delta{verdict}">{escape(figure.delta_basis)} <b>{change}</b></div>'


def bar_html(figure: Card) -> str:
    """Returns the bar of target and pace; an invisible one without `fraction`."""
    if figure.fraction is None:
        return '<div class="bar"></div>'
    lags = " lags" if figure.pace is not None and figure.fraction < figure.pace else ""
    pace = "" if figure.pace is None else f'<u style="left:{figure.pace * 100:.1f}%" title="序时进度"></u>'
    return f'<div class="bar shown{lags}"><i style="width:{figure.fraction * 100:.1f}%"></i>{pace}</div>'


def spark_html(figure: Card, theme: Theme) -> str:
    """Returns the recent course as an image; nothing for fewer than two values."""
    if len(figure.spark) < 2:
        return ""
    colour = theme.late if figure.warn or figure.good is False else theme.blue
    image = b64encode(spark_svg(figure.spark, colour).encode()).decode()
    return f'<img alt="近{len(figure.spark)}期走势" width="104" height="40" src="data:image/svg+xml;base64,{image}">'


def spark_svg(values: Sequence[float], colour: str, width: int = 104, height: int = 40) -> str:
    """Returns a small line over `values` as SVG, its last point marked."""
    low, high = min(values), max(values)
    span = (high - low) or 1
    points = [
        (4 + place * (width - 10) / (len(values) - 1), height - 6 - (value - low) / span * (height - 14))
        for place, value in enumerate(values)
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    x, y = points[-1]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2.5" stroke-linejoin="round" '
        f'stroke-linecap="round"/><circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/></svg>'
    )

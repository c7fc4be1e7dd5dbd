"""从问题到案件: figures of different kinds one after another, with what lies between.

Not a funnel: issues, clues, cases and persons are counted in different units, and bars
to scale would hide everything after the first. The widths only hint at the order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

WIDTHS = (100, 70, 56, 42)


@dataclass(frozen=True, kw_only=True)
class Step:
    """One figure with its unit; `between` says what leads to it from the step before (线索立案率 70.6%)."""

    label: str
    value: str
    unit: str
    between: str = ""


def steps(figures: Sequence[Step], foot: str = "条形仅示意先后，不按比例") -> None:
    """Shows up to four steps; raises ValueError for more."""
    st.html(steps_html(figures, foot))


def steps_html(figures: Sequence[Step], foot: str = "") -> str:
    """Returns the steps as an HTML list, all texts escaped."""
    if len(figures) > len(WIDTHS):
        raise ValueError(f"{len(figures)} steps; {len(WIDTHS)} can be told apart")
    rows = []
    for number, step in enumerate(figures):
        if step.between:
            rows.append(f'<li class="between">↓ {escape(step.between)}</li>')
        paint = f"width:{WIDTHS[number]}%;background:var(--step-{number}-fill);color:var(--step-{number}-ink)"
        rows.append(
            f'<li class="step" style="{paint}"><span>{escape(step.label)}</span>'
            f"<b>{escape(step.value)}<small>{escape(step.unit)}</small></b></li>"
        )
    end = f'<li class="foot">{escape(foot)}</li>' if foot else ""
    return f'<ul class="steps">{"".join(rows)}{end}</ul>'

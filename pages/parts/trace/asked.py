"""What the address of the page of one figure asks for: metric, scope, side, row."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st

from analytics.dimensions import DIMENSIONS, UNSAID, Unreadable
from analytics.metric import Metric
from analytics.metrics import METRICS
from analytics.query import frame
from pages.parts.arriving import arrived
from pages.parts.scope import ALL
from pages.parts.view import View

FIRST = "issues_found"
# The one that is shown where the address names none stands first.
LABELS = {METRICS[FIRST].label: FIRST} | {one.label: name for name, one in METRICS.items()}
BAR = tuple(ALL)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A scope as the address gives it.

    `where`: dimension → label of what the metric can take; `further`: those of it that the scope bar does not show;
    `ignored`: labels of filters that the metric cannot take; `unknown`: sentences on values that no row has; `unreadable`: the
    sentence on a value that is none of its dimension's, with which there is no figure.
    """

    where: Mapping[str, str]
    further: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    unknown: tuple[str, ...] = field(default=())
    unreadable: str = ""


def chosen_metric() -> str | None:
    """Shows the choice of a metric, which stands in the address; None where the address names one that there is not."""
    arrived("metric", list(LABELS), METRICS[FIRST].label)
    given = st.query_params.get("metric", "")
    if given in METRICS:
        # A bound choice knows labels only.
        st.session_state["metric"] = given = METRICS[given].label
    if given and given not in LABELS:
        st.selectbox("指标", list(LABELS), index=None, placeholder="请选择指标", key="metric_instead", on_change=_instead, width=320, label_visibility="collapsed")
        with st.container(key="card_unknown_metric"):
            st.html('<p class="nothing">没有这个指标，请重新选择。可在“口径说明”查看全部指标。</p>')
        return None
    if not given and not st.session_state.get("metric"):
        st.session_state["metric"] = METRICS[FIRST].label
    # Streamlit takes a choice's first value out of the address; one without has its value there always, and so can be copied.
    chosen = st.selectbox("指标", list(LABELS), index=None, placeholder="请选择指标", key="metric", bind="query-params", width=320, label_visibility="collapsed")
    return LABELS[chosen or METRICS[FIRST].label]


def _instead() -> None:
    st.query_params["metric"] = st.session_state["metric_instead"]


def asked(view: View, metric: str) -> Asked:
    """The scope of the bar together with any further dimension of the address, as far as the metric can take it."""
    one, further = METRICS[metric], {name: value for name, value in st.query_params.items() if name in DIMENSIONS and name not in BAR and value}
    given = dict(view.scope.where) | further
    where = {name: value for name, value in given.items() if name in one.by or name in one.dated}
    ignored = tuple(f"{DIMENSIONS[name].label}“{value}”" for name, value in given.items() if name not in where)
    known = Asked(where=where, further=tuple(name for name in further if name in where), ignored=ignored)
    try:
        return Asked(**{**vars(known), "unknown": tuple(_unknown(view, one, known))})
    except Unreadable as error:
        return Asked(**{**vars(known), "unreadable": str(error)})


def _unknown(view: View, one: Metric, known: Asked) -> list[str]:
    """Sentences on labels that no row of the metric bears in any scope."""
    found = []
    for name in known.further:
        value = known.where[name]
        told = DIMENSIONS[name].conditions(value) if value != UNSAID else {}
        labels = set(frame(view.state.facts(), one.name, (name,))[name]) if name in one.by else set()
        bears = any(label == value or (label != UNSAID and DIMENSIONS[name].conditions(label) == told) for label in labels)
        if not bears and not any(value in str(label).split("、") for label in labels):
            found.append(f"已导入的台账中，该指标没有“{DIMENSIONS[name].label}”为“{value}”的行。")
    return found


def further_chips(known: Asked) -> None:
    """Shows each further dimension with a way to take it off."""
    for name in known.further:
        st.button(
            f"{DIMENSIONS[name].label}：{known.where[name]}", key=f"off_{name}", icon=":material/close:", help="去掉这项筛选", on_click=_take_off, args=(name,)
        )  # fmt: skip


def _take_off(name: str) -> None:
    st.query_params.pop(name, None)
    st.query_params.pop("row", None)


def asked_row() -> tuple[int, int, int] | None:
    """The row that the address names as import:position:row; None where it names none."""
    parts = st.query_params.get("row", "").split(":")
    return tuple(map(int, parts)) if len(parts) == 3 and all(p.isdecimal() and len(p) < 9 for p in parts) else None


def asked_village() -> str:
    """The village that the address names, which chooses its row: no figure is split by villages."""
    return st.query_params.get("village", "")

"""口径说明: every metric and dimension as declared, so that this page cannot say other than the figures do."""

import streamlit as st

from analytics.absence import ABSENCES
from analytics.dimensions import DIMENSIONS
from analytics.metrics import METRICS
from pages.parts.definition import absence_html, dimension_html, metric_html
from pages.parts.masthead import masthead

masthead("口径说明", (f"{len(METRICS)} 项指标", f"{len(DIMENSIONS)} 个维度", "由口径定义自动生成"))
wanted = st.text_input(
    "查找", key="find", bind="query-params", placeholder="输入指标名称或报告用语，例如 成案率", label_visibility="collapsed"
)
found = [one for one in METRICS.values() if wanted.strip() in " ".join((one.label, one.name, one.meaning, *one.said_as))]
with st.container(key="card_metrics"):
    st.html("".join(metric_html(one) for one in found) or '<p class="nothing">没有这样的指标。</p>')
with st.container(key="card_absences"):
    st.html(absence_html(ABSENCES.values()))
with st.container(key="card_dimensions"):
    st.html(dimension_html(DIMENSIONS.values()))

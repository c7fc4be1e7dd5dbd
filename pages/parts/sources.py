"""The cells behind a figure."""

from html import escape

import streamlit as st

from analytics.export.table import table_workbook
from analytics.metrics import METRICS
from analytics.panels.panel import SCOPE
from analytics.query import CannotSplit, figure
from analytics.source import source
from pages.parts.arriving import arrived
from pages.parts.exports import XLSX
from pages.parts.view import View

HEADINGS = {"file": "文件", "sheet": "工作表", "cell": "单元格", "row": "行", "field": "列", "ledger": "台账", "basis": "依据"}
SHOWN = 2000


def chosen_metric() -> str:
    """The metric that the reader wants to follow; it stands in the address."""
    labels = {one.label: name for name, one in METRICS.items()}
    arrived("metric", list(labels), next(iter(labels)))
    return labels[st.selectbox("指标", list(labels), key="metric", bind="query-params")]


def source_card(view: View, metric: str) -> None:
    """The figure in this scope and every cell of its numerator."""
    facts, one = view.state.facts(), METRICS[metric]
    where = {name: value for name, value in view.scope.where if name in one.by or name in one.dated}
    where |= {name: value for name, value in st.query_params.items() if name in one.by and name not in SCOPE}
    ignored = [value for name, value in view.scope.where if name not in where]
    with st.container(key="card_sources"):
        try:
            found, rows = figure(facts, metric, where), source(facts, metric, where)
        except CannotSplit as error:
            st.html(f'<p class="nothing">{escape(str(error))}</p>')
            return
        amount = found.text if one.unit == "%" or found.value is None else f"{found.text} {one.unit}"
        of = f"（{found.of}）" if found.of else ""
        said = f"{one.label} {amount}{of}，{'分子' if found.of else ''}来自 {len(rows)} 行。{one.meaning}"
        if ignored:
            said += f" 该指标不按{'、'.join(ignored)}筛选。"
        st.html(f'<div class="card-head"><h3>{escape(one.label)}</h3><span>数据截至 {facts.as_of_date}　第 {facts.version} 版</span></div>')
        st.html(f'<p class="say">{escape(said)}</p>')
        table = rows.rename(columns=HEADINGS)[list(HEADINGS.values())]
        st.dataframe(table.head(SHOWN), hide_index=True, width="stretch", placeholder="—", alt=f"{one.label}的来源单元格")
        st.download_button(
            "下载全部来源",
            data=lambda: table_workbook(f"{one.label}的来源", [said, f"范围：{view.scope.text}"], table),
            file_name=f"{one.label}的来源.xlsx",
            mime=XLSX,
            icon=":material/download:",
            key="download_sources",
            on_click="ignore",
        )

"""The report as it reads, its download, and the template that it is made from."""

from functools import partial
from html import escape

import pandas as pd
import streamlit as st

from analytics.export.document import document
from analytics.export.pdf import report_pdf
from analytics.export.picture import picture
from analytics.panels import PANELS
from analytics.panels.panel import Built, build
from analytics.query import figure, frame
from analytics.ranking import INTERVAL
from analytics.report import TEMPLATES, Heading, Paragraph, Picture, Report, Scope, Table, TemplateWrong, Title, written
from analytics.theme import LIGHT
from pages.parts import frames
from pages.parts.exports import button
from pages.parts.figure_link import figure_list
from pages.parts.state import State
from pages.parts.view import View
from pages.parts.who import ask_who, who

SUMMARY = "综合情况"
PICTURE = 720
"""Pixels of a chart that is 150 mm wide on paper: its text is then as large as a table's."""


@frames.cached
def made(state: State, version: int, template: str, year: int) -> Report:
    """Returns the report that a template makes for a year; raises TemplateWrong."""
    facts = state.facts()
    return written(template, facts, Scope(year=year, term=facts.term))


def year_of(view: View) -> int | None:
    """Returns the year that the scope bar names, else the last in which a round was held."""
    chosen = dict(view.scope.where).get("year")
    known = frame(view.state.facts(), "rounds", by=("year",), where=dict(view.scope.where))["year"]
    years = [int(label.removesuffix("年")) for label in ([chosen] if chosen else known) if label.endswith("年")]
    day = view.state.facts().as_of_date
    return max(years, default=day.year if day else None)


def template_of(view: View, name: str) -> str:
    """Returns the office's own text of a template, else the one that comes with the product."""
    return view.state.settings().templates.get(name, TEMPLATES[name])


def report_card(view: View) -> str:
    """Shows the report and its download; returns the template's name."""
    names = [name for name in TEMPLATES if name != SUMMARY]
    name = names[0] if len(names) == 1 else st.selectbox("模板", names, key="template", bind="query-params", width=260)
    year = year_of(view)
    with st.container(key="card_report"):
        if year is None:
            st.html('<p class="nothing">台账中没有年度，不能生成报告。</p>')
            return name
        try:
            report = made(view.state, view.version, template_of(view, name), year)
        except TemplateWrong as error:
            st.error(str(error))
            return name
        st.html(report_html(report))
        with st.container(horizontal=True):
            name_of_file = f"{year}年巡察工作总结"
            button("下载 Word 文件", "docx", name_of_file, partial(as_document, view, report, year), "report_docx", type="primary")
            button("下载 PDF 文件", "pdf", name_of_file, partial(as_pdf, view, report, year), "report_pdf")
    report_figures(view, report)
    return name


@st.fragment
def report_figures(view: View, report: Report) -> None:
    """Lists the figures that the report states, each with its scope and the way to its rows."""
    with st.expander(f"溯源：报告所用数字 {len(report.figures)} 项", key="report_figures", on_change="rerun") as shown:
        if shown.open:
            facts = view.state.facts()
            figure_list(view, [(name, figure(facts, name, dict(where)), dict(where)) for name, where in report.figures], "report")


def summary(view: View) -> None:
    """Offers the year in one paragraph, to be copied."""
    year = year_of(view)
    if year is None:
        return
    with st.popover("综合情况一句话", type="tertiary", key="summary", icon=":material/content_copy:"):
        try:
            st.code(made(view.state, view.version, template_of(view, SUMMARY), year).text, language=None, wrap_lines=True)
        except TemplateWrong as error:
            st.error(str(error))


def as_document(view: View, report: Report, year: int) -> bytes:
    """Returns the report as a Word file, charts drawn by this machine's browser where it has one."""
    panels = shown_in(view, report, year)
    return document(report, lambda name: picture(panels[name].figure, width=PICTURE, height=360), lambda name: on_paper(panels[name]))


def as_pdf(view: View, report: Report, year: int) -> bytes:
    """Returns the report as PDF."""
    panels = shown_in(view, report, year)
    return report_pdf(report, lambda name: panels[name].figure, lambda name: on_paper(panels[name]))


def on_paper(made: Built) -> pd.DataFrame:
    """Returns a panel's table as a report prints it: with the signs of what is not there, without the intervals that explain a chart's lines."""
    return made.signed.drop(columns=INTERVAL, errors="ignore")


def shown_in(view: View, report: Report, year: int) -> dict[str, Built]:
    """Returns the panels whose chart or table the report has, made for its year."""
    names = {one.panel for one in report.blocks if isinstance(one, Picture | Table)}
    return {name: build(PANELS[name], view.state.facts(), {"year": f"{year}年"}, LIGHT) for name in names}


def report_html(report: Report) -> str:
    """Returns the report as it reads, all texts escaped; charts and tables by their captions."""
    tags = {Title: "h2", Paragraph: "p"}
    parts = [f'<p class="marking">{escape(report.marking)}</p>'] if report.marking else []
    for block in report.blocks:
        match block:
            case Heading():
                parts.append(f'<h{block.level + 2} class="level{block.level}">{escape(block.text)}</h{block.level + 2}>')
            case Picture() | Table():
                parts.append(f'<p class="caption">〔{escape(block.caption)}〕</p>')
            case _:
                tag = tags[type(block)]
                parts.append(f"<{tag}>{escape(block.text)}</{tag}>")
    return f'<article class="report">{"".join(parts)}<p class="foot">{escape(report.foot)}</p></article>'


def template_card(view: View, name: str) -> None:
    """The template as the office keeps it: edited, tried at once, saved with who and when, or given back."""
    store, year = view.state.store, year_of(view)
    if view.state.past:
        st.caption("历史版本用当时的模板，不能编辑。")
        return
    with st.expander("编辑模板"):
        ask_who()
        text = st.text_area("模板", template_of(view, name), height=420, key=f"text_{name}", label_visibility="collapsed")
        wrong = None
        try:
            if year is not None:
                made(view.state, view.version, text, year)
        except TemplateWrong as error:
            wrong = str(error)
            st.error(wrong)
        left, right, _ = st.columns([1, 1, 4])
        if left.button("保存模板", key="save_template", disabled=wrong is not None or text == template_of(view, name)):
            store.set("templates", {**store.settings().templates, name: text}, who())
            st.rerun()
        if right.button("恢复默认", key="reset_template", disabled=name not in store.settings().templates):
            kept = {other: own for other, own in store.settings().templates.items() if other != name}
            store.set("templates", kept, who())
            st.session_state.pop(f"text_{name}", None)
            st.rerun()

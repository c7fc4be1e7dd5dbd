"""The forms of the settings page."""

from datetime import date
from html import escape

import streamlit as st

from data.kinds.numerals import chinese
from data.store import Store
from pages.parts.who import who


def term_card(store: Store) -> None:
    """First and last day of each term: the measure of pace."""
    terms = dict(store.settings().terms)
    with st.container(key="card_terms"):
        st.html('<div class="card-head"><h3>届次起止</h3><span>序时进度按起止日期计算</span></div>')
        for term, (first, last) in sorted(terms.items()):
            words, button = st.columns([5, 1], vertical_alignment="center")
            words.html(f'<p class="facts"><b>{escape(chinese(term))}届</b><span>{first} 至 {last}</span></p>')
            button.button("删除", key=f"drop_{term}", width="stretch", on_click=_drop, args=(store, term))
        with st.form("term", border=False):
            number, start, end, button = st.columns([1, 1, 1, 1], vertical_alignment="bottom")
            term = number.number_input("届次", 1, 40, value=max(terms, default=13), step=1)
            first = start.date_input(
                "起始日期", value=date(2021, 10, 1), min_value=date(1990, 1, 1), format="YYYY-MM-DD"
            )
            last = end.date_input("结束日期", value=date(2026, 9, 30), min_value=date(1990, 1, 1), format="YYYY-MM-DD")
            if button.form_submit_button("保存届次", width="stretch"):
                _save(store, "terms", {**terms, int(term): (first, last)})


def office_card(store: Store) -> None:
    """Names, target, marking, and whether files are kept."""
    now = store.settings()
    with st.container(key="card_office"), st.form("office", border=False):
        st.html('<div class="card-head"><h3>单位与口径</h3><span>印在各页与导出文件上</span></div>')
        left, right = st.columns(2)
        values = {
            "office": left.text_input("单位名称", now.office, placeholder="例如 示例县委巡察办", max_chars=40),
            "county": right.text_input("所在县（市、区）", now.county, placeholder="例如 示例县", max_chars=20),
            "coverage_target": float(left.number_input("覆盖率目标（%）", 1.0, 100.0, now.coverage_target, step=1.0)),
            "marking": right.text_input("密级标识", now.marking, placeholder="例如 内部资料 注意保存", max_chars=40),
            "mask_below": int(left.number_input("投屏脱敏：不显示几人以下的人数", 1, 100, now.mask_below, step=1)),
            "keep_files": st.checkbox("保存上传的原始文件（默认只保存读取到的单元格，个人信息列清空）", now.keep_files),
        }
        if st.form_submit_button("保存", type="primary"):
            for name, value in values.items():
                if value != getattr(now, name):
                    _save(store, name, value, again=False)
            st.rerun()


def _save(store: Store, name: str, value: object, again: bool = True) -> None:
    try:
        store.set(name, value, who())
    except ValueError as error:
        st.error(str(error))
        return
    if again:
        st.rerun()


def _drop(store: Store, term: int) -> None:
    terms = {t: days for t, days in store.settings().terms.items() if t != term}
    store.set("terms", terms, who())

"""The forms of the settings page: the terms, then one card for each group of settings, made from their declarations."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

import streamlit as st

from data.kinds.numerals import chinese
from data.ledgers.rectifications import STATES
from data.setting_words import GROUPS, SETTINGS, Setting, said
from data.store import Store
from pages.parts.who import who

COLUMNS = 3
EXAMPLES = {"office": "例如 示例县委巡察办", "county": "例如 示例县", "marking": "例如 内部资料 注意保存"}


def term_card(store: Store) -> None:
    """First and last day of each term: the measure of pace."""
    terms = dict(store.settings().terms)
    with st.container(key="card_terms"):
        st.html(f'<div class="card-head"><h3>届次起止</h3><span>{escape(SETTINGS["terms"].help.rstrip("。"))}</span></div>')
        for term, (first, last) in sorted(terms.items()):
            words, button = st.columns([5, 1], vertical_alignment="center")
            words.html(f'<p class="facts"><b>{escape(chinese(term))}届</b><span>{first} 至 {last}</span></p>')
            if button.button("删除", key=f"drop_{term}", width="stretch"):
                _save(store, {"terms": {t: days for t, days in terms.items() if t != term}})
        with st.form("term", border=False):
            number, start, end, button = st.columns([1, 1, 1, 1], vertical_alignment="bottom")
            term = number.number_input("届次", 1, 40, value=max(terms, default=13), step=1)
            first = start.date_input("起始日期", value=date(2021, 10, 1), min_value=date(1990, 1, 1), format="YYYY-MM-DD")
            last = end.date_input("结束日期", value=date(2026, 9, 30), min_value=date(1990, 1, 1), format="YYYY-MM-DD")
            if button.form_submit_button("保存届次", width="stretch"):
                _save(store, {"terms": {**terms, int(term): (first, last)}})


def group_cards(store: Store) -> None:
    """One card a group of settings; what is changed on a card is saved together."""
    for number, group in enumerate(GROUPS):
        _group(store, f"group_{number}", group, [one for one in SETTINGS.values() if one.group == group])


def _group(store: Store, key: str, group: str, settings: Sequence[Setting]) -> None:
    now, values = store.settings(), {}
    with st.container(key=f"card_{key}"), st.form(key, border=False):
        st.html(f'<div class="card-head"><h3>{escape(group)}</h3><span>{escape(GROUPS[group])}</span></div>')
        for start in range(0, len(settings), COLUMNS):
            for column, one in zip(st.columns(COLUMNS), settings[start : start + COLUMNS], strict=False):
                with column:
                    values[one.name] = _field(one, getattr(now, one.name))
                    st.html(f'<p class="effect">{escape(one.help)}</p>')
        if st.form_submit_button(f"保存{group}", type="primary"):
            changed = {name: value for name, value in values.items() if value != getattr(now, name)}
            if changed:
                _save(store, changed)
            else:
                st.info("没有改动。")


def _field(one: Setting, now: object) -> object:
    """Shows the field for a setting; returns what stands in it."""
    if isinstance(now, bool):
        st.html(f'<p class="field-label">{escape(one.full)}</p>')
        return st.checkbox("是", now, key=f"set_{one.name}")
    if one.name == "done_states":
        chosen = st.multiselect(one.full, list(STATES), [s for s in now if s in STATES], key=f"set_{one.name}", placeholder="请选择状态")
        # In the ledger's order, so that clicking in another order is no change.
        return tuple(state for state in STATES if state in chosen)
    if isinstance(now, tuple):
        st.html(f'<p class="field-label">{escape(one.full)}</p>')
        steps = [
            column.number_input(
                f"{one.label}第{chinese(n)}档", one.low, one.high, value, step=1, key=f"set_{one.name}_{n}", label_visibility="collapsed"
            )
            for n, (column, value) in enumerate(zip(st.columns(len(now)), now, strict=True), 1)
        ]
        return tuple(int(step) for step in steps)
    if isinstance(now, int | float):
        kind = type(now)
        layout = "%.1f" if kind is float else "%d"
        return kind(st.number_input(one.full, kind(one.low), kind(one.high), now, kind(1), layout, key=f"set_{one.name}"))
    return st.text_input(one.full, now, placeholder=EXAMPLES.get(one.name), max_chars=40, key=f"set_{one.name}").strip()


def _save(store: Store, values: Mapping[str, object]) -> None:
    """Keeps what was changed, all of it or nothing, and shows the page anew; says what is wrong where it makes no sense."""
    try:
        if not who():
            raise ValueError("请先在页首填写经办人：每次更改都要记录是谁改的。")
        store.set_all(values, who())
    except ValueError as error:
        st.error(str(error))
        return
    st.rerun()


def change_card(store: Store) -> None:
    """Every change so far, the newest first."""
    changes = store.changes()
    rows = "".join(
        f"<tr><td>{one.at:%Y-%m-%d %H:%M}</td><td>{escape(one.who or '—')}</td><td>{escape(SETTINGS[one.name].label)}</td>"
        f"<td>{escape(said(one.name, one.old))}</td><td>{escape(said(one.name, one.new))}</td><td>第 {one.event} 版</td></tr>"
        for one in changes
    )
    with st.container(key="card_changes"):
        st.html(
            '<div class="card-head"><h3>更改记录</h3><span>查看某次导入时的数字，按当时的设置计算</span></div>'
            + (
                '<div class="scroll"><table class="plain"><thead><tr><th>时间</th><th>经办人</th><th>设置</th><th>原值</th><th>新值</th>'
                f"<th>数据版本</th></tr></thead><tbody>{rows}</tbody></table></div>"
                if changes
                else '<p class="nothing">还没有更改过，各项均为默认值。</p>'
            )
        )

"""One import on the history page: its facts, what was kept of it, withdrawal and restoration."""

from html import escape

import streamlit as st

from data.exporting import workbook_bytes
from data.intake import KEPT
from data.ledgers import LEDGERS
from data.store import Store
from data.workbook import Sheet
from data.workbook.kept import kept
from pages.parts import state
from pages.parts.who import who

SHOWN = 200
_OUTCOME = "history_outcome"


def import_card(store: Store, one: dict) -> None:
    """The card of one import."""
    number = one["id"]
    with st.container(key=f"card_import_{number}"):
        st.html(_head(one))
        left, middle, _ = st.columns([1, 1, 4])
        if one["withdrawn_at"] is None:
            left.button(
                "撤回", key=f"withdraw_{number}", width="stretch", on_click=_turn, args=(store, one, "withdraw")
            )
        else:
            left.button("恢复", key=f"restore_{number}", width="stretch", on_click=_turn, args=(store, one, "restore"))
        if middle.toggle("查看留存内容", key=f"look_{number}"):
            _look(one)


def _head(one: dict) -> str:
    rows = ";".join(f"{LEDGERS[name].label} {count} 行" for name, count in one["rows"].items())
    chip = '<span class="chip late">已撤回</span>' if one["withdrawn_at"] else '<span class="chip done">有效</span>'
    facts = [f"第 {one['id']} 次", f"{one['at']:%Y-%m-%d %H:%M}", f"经办人 {one['who'] or '—'}", rows]
    if one["cut_off"]:
        facts.append(f"数据截至 {one['cut_off']}")
    if one["withdrawn_at"]:
        facts.append(f"{one['withdrawn_at']:%Y-%m-%d %H:%M} 由{one['withdrawn_by'] or '—'}撤回")
    spans = "".join(f"<span>{escape(f)}</span>" for f in facts)
    return f'<div class="sheet-head"><b>{escape(one["file"])}</b>{chip}</div><p class="facts">{spans}</p>'


def _turn(store: Store, one: dict, what: str) -> None:
    words = {"withdraw": "撤回", "restore": "恢复"}[what]
    try:
        getattr(store, what)(one["id"], who())
    except ValueError as error:
        st.session_state[_OUTCOME] = ("error", str(error))
        return
    st.session_state[_OUTCOME] = ("success", f"已{words}第 {one['id']} 次导入，各页数字已更新。")


def outcome() -> None:
    """What the last withdrawal or restoration came to, said once."""
    tone, words = st.session_state.pop(_OUTCOME, (None, ""))
    if tone:
        getattr(st, tone)(words)


def _look(one: dict) -> None:
    """The sheets as kept, and their download."""
    try:
        book = kept(state.home() / KEPT, one["sha256"])
    except FileNotFoundError:
        st.warning("没有找到这次导入的留存内容。")
        return
    st.download_button(
        "下载留存内容（个人信息列已清空）", data=lambda: workbook_bytes(book), file_name=f"留存_{one['id']}.xlsx", key=f"kept_{one['id']}",
        icon=":material/download:", on_click="ignore",
    )  # fmt: skip
    for sheet in book.sheets:
        st.html(_sheet_table(sheet))
    for report in one["report"]:
        left = [f"第 {e['row']} 行（{e['why']}）" for e in report["excluded"]]
        if left:
            st.html(
                f'<p class="facts">{escape((report["sheet"] or "") + " 未作为数据的行:" + "、".join(left[:80]))}</p>'
            )


def _sheet_table(sheet: Sheet) -> str:
    rows = "".join(
        f"<tr><td>{number}</td>{''.join(f'<td>{escape(str(c)) if c is not None else str()}</td>' for c in row)}</tr>"
        for number, row in enumerate(sheet.rows[:SHOWN], 1)
    )
    more = f'<p class="facts">另有 {len(sheet.rows) - SHOWN} 行，请下载查看。</p>' if len(sheet.rows) > SHOWN else ""
    return f'<p class="facts"><b>{escape(sheet.name)}</b></p><div class="scroll"><table class="plain">{rows}</table></div>{more}'

"""One row looked at closely: its part of the sheet with the cell marked, the way from there to the figure, its history."""

from html import escape
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from analytics.metric import Measure
from analytics.trace import Looked, Spot, file_of, look
from analytics.trace.words import value_said
from data.difference import name_of
from data.intake import KEPT
from data.ledgers import LEDGERS
from data.samples import tracked
from data.store.versions import Version
from data.workbook import Workbook
from data.workbook.kept import kept
from data.workbook.limits import Limits
from data.workbook.reading import read_in_process
from pages.parts import frames
from pages.parts.trace.grid import grid_html, steps_html
from pages.parts.trace.words import fate_said
from pages.parts.view import View


@st.cache_resource(show_spinner="正在打开原表…", max_entries=6)
def original(home: str, sample: bool, name: str, sha256: str) -> Workbook | None:
    """Returns the workbook as it was sent and kept; None where it is not there or damaged. The sample county's lie in the program."""
    try:
        return kept(Path(home) / KEPT, sha256)
    except (FileNotFoundError, ValueError):
        path = next((one for one in tracked() if sample and one.name == name), None)
    book = read_in_process(name, path.read_bytes(), Limits()) if path else None
    return book if book and book.sha256 == sha256 else None


@frames.cached
def looked(state: frames.State, version: int, measure: Measure, spot: Spot) -> Looked | None:
    """Returns a row as it stands in its workbook."""
    facts = state.facts()
    return look(facts, measure, spot, original(state.home, state.sample, *file_of(facts, spot.import_)))


@frames.cached
def history(state: frames.State, version: int, ledger: str, key: str) -> list[Version]:
    """Returns all versions of a row up to the moment that the page stands for."""
    return state.store.versions(ledger, key, state.facts().version)


def row_card(view: View, measure: Measure, spot: Spot | None, counted: float | None) -> None:
    """Shows the cell of a row, how it was read, and all versions of the row; a hint where no row is chosen."""
    if spot is None:
        return
    found = looked(view.state, view.version, measure, spot)
    with st.container(key="card_cell"):
        if found is None:
            st.html('<p class="nothing">没有找到地址中的这一行，请在上表中选择。</p>')
            return
        ledger = LEDGERS[spot.ledger]
        field = ledger.by_name.get(found.field or "")
        title = f"{name_of(ledger, found.place.values)}{f' · {field.label}' if field else ''}"
        st.html(
            f'<div class="card-head"><h3>{escape(title)}</h3><span>{escape(f"{found.file} › {spot.sheet} › {found.address}")}</span></div>'
            f"{grid_html(found, counted)}"
        )
        left, right = st.columns([5, 6], gap="medium")
        left.html(f'<div class="steps-head"><h4>从单元格到数字</h4></div>{steps_html(found.steps, counted)}')
        right.html(_history(history(view.state, view.version, spot.ledger, str(found.place.values["_key"])), spot))


def _history(versions: list[Version], spot: Spot) -> str:
    """Returns all versions of the row, the newest first, as HTML; all texts escaped."""
    rows = "".join(_version(one, spot, first=one is versions[0]) for one in reversed(versions))
    return (
        f'<div class="steps-head"><h4>本行历次导入</h4><span>共 {len(versions)} 版</span></div><div class="scroll history" tabindex="0">'
        '<table class="plain"><thead><tr><th>导入</th><th>来处</th><th>与上一版相比</th><th>现状</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _version(one: Version, spot: Spot, first: bool) -> str:
    fields = LEDGERS[spot.ledger].by_name
    moved = [f"{fields[n].label}：{value_said(old, fields[n])} → {value_said(new, fields[n])}" for n, (old, new) in one.changes.items()]
    changes = "".join(f"<div>{escape(text)}</div>" for text in moved) or escape("首次导入" if first else "内容未变")
    colour, word, by = fate_said(one)
    here = (one.number, one.sheet, one.row) == (spot.import_, spot.sheet, spot.row)
    place = escape(f"{one.file} › {one.sheet} › 第 {one.row} 行")
    link = f"{place}<b>（上图）</b>" if here else f'<a href="{escape(_address(one))}" target="_self">{place}</a>'
    return (
        f"<tr{' class=here' if here else ''}><td>第 {one.number} 次<br><small>{one.at:%Y-%m-%d %H:%M} {escape(one.who)}</small></td>"
        f'<td>{link}</td><td>{changes}</td><td><span class="chip {colour}">{escape(word)}</span><br><small>{escape(by)}</small></td></tr>'
    )


def _address(one: Version) -> str:
    """The address of this page with another version's row."""
    return "?" + urlencode({**st.query_params.to_dict(), "row": f"{one.number}:{one.position}:{one.row}"})

"""The rows behind a figure, numerator and denominator apart; one of them is chosen and stands in the address."""

from collections.abc import Mapping
from functools import partial
from zlib import crc32

import pandas as pd
import streamlit as st

from analytics.export.table import table_workbook
from analytics.metrics import METRICS
from analytics.panels.panel import footer
from analytics.trace import DENOMINATOR, NUMERATOR, Side, Spot, follow, looked_at, spot_of
from analytics.trace.words import value_said
from data.ledgers import LEDGERS
from pages.parts import frames
from pages.parts.arriving import arrived
from pages.parts.exports import button
from pages.parts.footer import foot_html
from pages.parts.trace.asked import asked_row, asked_village
from pages.parts.trace.cell import row_card
from pages.parts.trace.words import nothing_said, rows_said
from pages.parts.view import View

SHOWN = 500
AT_SIGHT, TALL = 10, 388
SIDES = {"分子": NUMERATOR, "分母": DENOMINATOR}
ADDS = {"分子": "计入分子", "分母": "计入分母"}


@frames.cached
def followed(state: frames.State, version: int, metric: str, side: str, where: frames.Pairs, only: Spot | None = None) -> Side:
    """Returns a side of a figure with its first rows, or with the one row asked for."""
    return follow(state.facts(), metric, side, dict(where), SHOWN, only)


def rows_part(view: View, metric: str, where: Mapping[str, str]) -> None:
    """Shows the rows of the figure and, below, the cell of the one chosen."""
    if METRICS[metric].denominator:
        arrived("side", list(SIDES), "分子")
    _rows(view, metric, tuple(where.items()))


@st.fragment
def _rows(view: View, metric: str, where: frames.Pairs) -> None:
    rate = METRICS[metric].denominator is not None
    with st.container(key="card_rows"):
        with st.container(key="rows_head", horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", gap="small"):
            st.html(f'<div class="card-head"><h3>{"分子、分母各由哪些行构成" if rate else "由哪些行构成"}</h3></div>')
            label = _side() if rate else "分子"
        side = SIDES[label]
        found = followed(view.state, view.version, metric, side, where)
        memory = f"came_{metric}_{side}_{crc32(repr(where).encode())}"
        came = _came(memory) or _of_village(found, asked_village())
        key = f"{metric}_{side}_{crc32(repr((where, came)).encode())}"
        rows, place = _with_asked(view, metric, side, where, found, came)
        chosen = None
        if found.count:
            chosen = _table(rows, place, f"rows_{key}", ADDS[label] if rate else "计入")
            _remember(memory, chosen, untouched=chosen is not None and chosen.name == max(place, 0))
        else:
            st.html(f'<p class="nothing">{nothing_said(label if rate else "该数字", looked_at([found.measure]))}</p>')
        with st.container(key="foot_rows", horizontal=True, vertical_alignment="center", gap="small"):
            st.html(foot_html(rows_said(found, METRICS[metric], label, rate, SHOWN)))
            if found.count:
                button("下载全部行", "xlsx", f"{METRICS[metric].label}的来源", partial(_file, view, metric, side, where, label), "download_sources")
    row_card(view, found.measure, _spot(view, chosen), None if chosen is None else chosen["counted"])


def _came(memory: str) -> tuple[int, int, int] | None:
    """The row that the address came with, however often another has been chosen since: the order of the rows hangs on it."""
    asked, (came, chosen) = asked_row(), st.session_state.get(memory, (None, None))
    if asked not in (came, chosen):
        came = asked
    st.session_state[memory] = (came, asked)
    return came


def _remember(memory: str, chosen: pd.Series | None, untouched: bool) -> None:
    """Writes a row chosen into the address, and that it was chosen here; `untouched`: it is the one shown anyway."""
    came, now = st.session_state[memory]
    row = None if chosen is None else tuple(int(chosen[name]) for name in ("import", "position", "row"))
    if row and row != now and not (now is None and untouched):
        st.query_params["row"] = ":".join(map(str, row))
        st.session_state[memory] = (came, row)


def _of_village(found: Side, village: str) -> tuple[int, int, int] | None:
    """The first row that is called by a village's name."""
    if not village:
        return None
    named = (row for row in found.rows.to_dict("records") if village in str(row["called"]).split())
    return next(((row["import"], row["position"], row["row"]) for row in named), None)


def _side() -> str:
    """Shows the choice between numerator and denominator, which stands in the address; the row of the one is none of the other."""
    return st.segmented_control(
        "一侧", list(SIDES), default="分子", required=True, key="side", bind="query-params", label_visibility="collapsed",
        on_change=lambda: st.query_params.pop("row", None),
    )  # fmt: skip


def _with_asked(
    view: View, metric: str, side: str, where: frames.Pairs, found: Side, asked: tuple[int, int, int] | None
) -> tuple[pd.DataFrame, int]:
    """The rows with the one that the address came with, and where it stands: first where it is further down, -1 where it is none of them."""
    rows = found.rows
    spot = spot_of(view.state.facts(), *asked) if asked else None
    if spot is None or rows.empty:
        return rows, 0
    same = ((rows["import"] == asked[0]) & (rows["position"] == asked[1]) & (rows["row"] == asked[2])).to_numpy(dtype=bool)
    if same[:AT_SIGHT].any():
        return rows, int(same.argmax())
    one = rows[same] if same.any() else followed(view.state, view.version, metric, side, where, spot).rows
    return (pd.concat([one, rows[~same]], ignore_index=True), 0) if len(one) else (rows, -1)


def _table(rows: pd.DataFrame, place: int, key: str, adds: str) -> pd.Series | None:
    """The table; returns the row chosen, None where the address came with one that is not of this figure."""
    st.dataframe(
        shown(rows, adds), hide_index=True, width="stretch", height=min(TALL, 35 * (len(rows) + 1) + 3), placeholder="—", key=key, on_select="rerun",
        selection_mode="single-row-required" if place >= 0 else "single-row",
        selection_default={"selection": {"rows": [place] if place >= 0 else []}}, alt="构成该数字的台账行",
        column_config={adds: st.column_config.NumberColumn(width="small")},
    )  # fmt: skip
    picked = st.session_state.get(key, {}).get("selection", {}).get("rows", [])
    if not picked or picked[0] >= len(rows):
        return None
    return rows.iloc[picked[0]]


def shown(rows: pd.DataFrame, adds: str) -> pd.DataFrame:
    """Returns the rows under the headings that readers see."""
    fields = [LEDGERS[ledger].by_name.get(name or "") for ledger, name in zip(rows["ledger"], rows["field"], strict=True)]
    again = {"说明": ["已计，不重复" if n else "" for n in rows["again"]]} if rows["again"].any() else {}
    return pd.DataFrame(
        {
            "对应": rows["called"],
            adds: rows["counted"].astype(float),
            **again,
            "读作": [value_said(value, field) for value, field in zip(rows["value"], fields, strict=True)],
            "列": [field.label if field else "" for field in fields],
            "文件": rows["file"], "工作表": rows["sheet"],
            "单元格": [cell or f"第 {row} 行" for cell, row in zip(rows["cell"], rows["row"], strict=True)],
            "台账": [LEDGERS[name].label for name in rows["ledger"]], "依据": rows["basis"],
            "导入": [f"第 {number} 次" for number in rows["import"]], "时间": [f"{at:%Y-%m-%d %H:%M}" for at in rows["at"]], "经办人": rows["who"],
        }
    )  # fmt: skip


def _spot(view: View, chosen: pd.Series | None) -> Spot | None:
    if chosen is not None:
        return Spot(chosen["ledger"], chosen["import"], chosen["sheet"], chosen["row"])
    asked = asked_row()
    return spot_of(view.state.facts(), *asked) if asked else None


def _file(view: View, metric: str, side: str, where: frames.Pairs, label: str) -> bytes:
    """Returns all rows of one side as a workbook."""
    one = METRICS[metric]
    facts = view.state.facts()
    rows = shown(follow(facts, metric, side, dict(where)).rows, ADDS[label] if one.denominator else "计入")
    scope = f"范围：{'、'.join(value for _, value in where) or '全部'}"
    return table_workbook(f"{one.label}的来源", [one.meaning, scope, "　".join(footer(facts, [], ""))], rows)

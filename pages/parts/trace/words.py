"""Sentences of the page of one figure."""

from collections.abc import Sequence
from html import escape

from analytics.formats import number
from analytics.metric import Metric
from analytics.trace import Side
from data.store.versions import LEFT_OUT, LIVE, SUPERSEDED, WITHDRAWN, Version

# Fate → colour and word.
FATES = {LIVE: ("done", "有效"), SUPERSEDED: ("todo", "已取代"), LEFT_OUT: ("doing", "不再列出"), WITHDRAWN: ("late", "已撤回")}


def nothing_said(what: str, ledgers: Sequence[str]) -> str:
    """Returns, escaped, that no row counts and which ledgers were looked at."""
    return escape(f"此范围内没有计入{what}的行。已查看：{'、'.join(ledgers)}。")


def rows_said(found: Side, one: Metric, label: str, rate: bool, most: int) -> list[str]:
    """Returns what is said under the rows: how many, what they add up to, what counts once, what no cell shows."""
    if not found.count:
        return []
    amount = number(found.amount, 0 if float(found.amount or 0).is_integer() else 2, short=False)
    unit = "" if rate or not one.unit else f" {one.unit}"
    said = [f"共 {found.count:,} 行，合计计入 {amount}{unit}，与{label if rate else '该数字'}一致"]
    if found.again:
        said.append(f"其中 {found.again:,} 行所指已由前面的行计入，只计一次（去重）")
    if found.count > most:
        said.append(f"只列前 {most} 行，全部可下载")
    return [*said, *([found.measure.beyond] if found.measure.beyond else [])]


def fate_said(one: Version) -> tuple[str, str, str]:
    """Returns the colour, the word and the particulars of what became of a version."""
    by = f"见第 {one.by_import} 次导入" if one.by_import is not None else ""
    if one.ended_at:
        by = f"{one.ended_at:%Y-%m-%d %H:%M} {one.ended_by}"
    return (*FATES[one.fate], by)

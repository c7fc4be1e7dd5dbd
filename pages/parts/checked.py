"""A checked text as HTML: its claims marked where they stand, and the table of them. Everything of the text is escaped."""

from collections.abc import Iterable
from html import escape

from analytics.check.compare import AGREES, DIFFERS, UNKNOWN, Result
from analytics.check.report import Report
from analytics.check.words import remark
from pages.parts.moment import carried

CHIPS = {AGREES: ("done", "✓"), DIFFERS: ("late", "!"), UNKNOWN: ("todo", "?")}


_MEANINGS = {
    AGREES: "台账在同一范围内是这个数；四舍五入、“余”“约”等写法按其含义比对。",
    DIFFERS: "台账在同一范围内是另一个数，列出应为多少；如文中的数是别的年度、轮次或类型的，一并指出。",
    UNKNOWN: "台账没有这一项或没有这一范围的数据，需人工核对。",
}


def guide_html() -> str:
    """Returns what the verdicts mean, for a page on which there is nothing to check yet."""
    rows = "".join(
        f'<span class="chip {CHIPS[verdict][0]}">{CHIPS[verdict][1]} {verdict}</span><span>{escape(words)}</span>' for verdict, words in _MEANINGS.items()
    )
    return f'<div class="card-head"><h3>结论的含义</h3><span>届次、年度、轮次、类型写在前文的，按前文承接</span></div><div class="check-guide">{rows}</div>'


def text_html(report: Report) -> str:
    """Returns the text with every claim marked by colour and glyph, numbered as in the table."""
    inner = {place for one in report.contradictions for place in range(*one.spans[0])}
    parts, place = [], 0
    for number, one in enumerate(report.results, 1):
        start, end = max(place, one.claim.start), one.claim.end
        if start >= end:
            continue
        state, glyph = CHIPS[one.verdict]
        odd = " inner" if inner & set(range(start, end)) else ""
        parts.append(escape(report.text[place:start]))
        parts.append(
            f'<mark class="claim {state}{odd}" title="{escape(one.verdict)}">{escape(report.text[start:end])}'
            f"\u2060<sup>{glyph}{number}</sup></mark>"
        )
        place = end
    parts.append(escape(report.text[place:]))
    lines = "".join(parts).split("\n")
    return f'<div class="checked">{"".join(f"<p>{line}</p>" for line in lines if line.strip())}</div>'


def table_html(report: Report, shown: Iterable[str]) -> str:
    """Returns the claims of these verdicts as a table, each with the right figure and the way to its rows."""
    wanted = set(shown)
    rows = "".join(_row(number, one) for number, one in enumerate(report.results, 1) if one.verdict in wanted)
    return (
        '<table class="plain claims"><thead><tr><th>序</th><th>结论</th><th>文中写法</th><th>台账数</th><th>说明</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def contradictions_html(report: Report) -> str:
    """Returns what contradicts itself in the text, each with the words concerned."""
    items = "".join(
        f"<li><b>{escape(one.say)}</b><span>{escape('；'.join(report.text[start:end] for start, end in one.spans[:6]))}</span></li>"
        for one in report.contradictions
    )
    return f'<ul class="inner-list">{items}</ul>'


def _row(number: int, one: Result) -> str:
    state, glyph = CHIPS[one.verdict]
    right = f"<b>{escape(one.expected)}</b><small>{escape(one.scope_said)}</small>" if one.metric else "—"
    # In a tab of its own: the text under check stays where it is.
    link = f'<a href="{escape(carried(one.link.lstrip("/")))}" target="_blank" rel="noopener">溯源</a>' if one.link else ""
    said = f"<span>{escape(remark(one))}</span>" if remark(one) else ""
    return (
        f'<tr><td>{number}</td><td><span class="chip {state}">{glyph} {one.verdict}</span></td><td>{escape(one.claim.span)}</td>'
        f"<td>{right}</td><td>{said}{link}</td></tr>"
    )

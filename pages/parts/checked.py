"""A checked text as HTML: its claims marked where they stand, and the table of them. Everything of the text is escaped."""

from collections.abc import Iterable
from html import escape

from analytics.check.compare import AGREES, DIFFERS, UNKNOWN, Result
from analytics.check.report import Report
from analytics.check.words import remark

CHIPS = {AGREES: ("done", "✓"), DIFFERS: ("late", "!"), UNKNOWN: ("todo", "?")}


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
            f"<sup>{glyph}{number}</sup></mark>"
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
    link = f'<a href="{escape(one.link.lstrip("/"))}" target="_blank" rel="noopener">查看来源</a>' if one.link else ""
    said = f"<span>{escape(remark(one))}</span>" if remark(one) else ""
    return (
        f'<tr><td>{number}</td><td><span class="chip {state}">{glyph} {one.verdict}</span></td><td>{escape(one.claim.span)}</td>'
        f"<td>{right}</td><td>{said}{link}</td></tr>"
    )

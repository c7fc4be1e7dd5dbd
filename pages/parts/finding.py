"""One finding of the reconciliation page as HTML."""

from html import escape

from analytics.reconcile import Finding, Side
from analytics.reconcile.words import state

CHIPS = {"未答复": "late", "待核实": "doing", "已答复": "done"}


def finding_html(one: Finding) -> str:
    """Returns a finding as HTML: what and where, both sides with their cells, the answer if there is one. All escaped."""
    status = state(one)
    head = (
        f'<p class="finding-head"><span class="chip {CHIPS[status]}">{status}</span><b>{escape(one.what.label)}</b>'
        f"<span>{escape(one.scope)}</span></p>"
    )
    by = "" if one.difference == "—" else f'<p class="by">乙比甲<b>{escape(one.difference)}</b></p>'
    sides = f'<div class="sides">{_side("甲", one, one.left)}{_side("乙", one, one.right)}{by}</div>'
    said = ""
    if one.answer:
        note = f"。{one.answer.note.rstrip('。')}" if one.answer.note else ""
        when = f"{one.answer.at:%Y-%m-%d %H:%M} {one.answer.who}"
        said = f'<p class="answered"><b>{escape(one.choice_said(one.answer.choice) + note)}。</b><span>{escape(when)}</span></p>'
    return f'<div class="finding">{head}{sides}{said}</div>'


def _side(name: str, one: Finding, side: Side) -> str:
    cells = "".join(f"<li>{escape(line)}</li>" for line in side.cells) or "<li>没有记录</li>"
    return (
        f'<div class="side"><p><i>{name}</i>{escape(side.whose)}<b>{escape(one.what.said(side.value))}</b></p>'
        f"<ul>{cells}</ul></div>"
    )

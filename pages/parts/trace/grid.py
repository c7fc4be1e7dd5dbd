"""A part of a sheet and the steps from its cell to the figure, as HTML; every text escaped."""

from collections.abc import Sequence
from html import escape

from analytics.trace import Looked
from analytics.trace.reading import NOT_KEPT, Step
from analytics.trace.window import Box, Line, Window
from analytics.trace.words import value_said

MARKED = {"cell": "本格", "also": "并看"}
SHORT = 12


def grid_html(found: Looked, counted: float | None) -> str:
    """Returns the part of the sheet with the cell marked, and what a reader must know of it."""
    if found.window is None:
        return f'<p class="say notice">{escape(NOT_KEPT)}</p>'
    part = found.window
    letters = "".join(_letter(one, found.place.columns.get(found.field or "")) for one in part.columns)
    body = "".join(_line(line, len(part.columns)) for line in part.lines)
    label = escape(f"原表 {found.place.spot.sheet} 中 {found.address} 周围")
    return (
        f'<div class="sheet-part" tabindex="0" role="region" aria-label="{label}"><table><thead><tr><th></th>{letters}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>{_notes(part)}"
    )


def _letter(column: tuple[str, bool] | None, marked: str | None) -> str:
    if column is None:
        return '<th class="gap">…</th>'
    letters, hidden = column
    of = " class=of" if letters == marked else ""
    return f"<th{of}>{letters}{'<em>隐</em>' if hidden else ''}</th>"


def _line(line: Line, width: int) -> str:
    if line.number is None:
        return f'<tr class="gap"><th>…</th><td colspan="{width}"></td></tr>'
    mark = "▶ " if line.role == "row" else ""
    hidden = "<em>隐</em>" if line.hidden else ""
    return f'<tr class="{line.role}"><th>{mark}{line.number}{hidden}</th>{"".join(map(_box, line.boxes))}</tr>'


def _box(box: Box) -> str:
    # Dates and numbers of documents are not broken at their hyphens.
    short = "short" if box.text.isascii() and len(box.text) <= SHORT else ""
    kinds = " ".join(kind for kind in (box.state, "number" if box.number else "", "lost" if box.note else "", short) if kind)
    span = (f' rowspan="{box.down}"' if box.down > 1 else "") + (f' colspan="{box.across}"' if box.across > 1 else "")
    text = escape(box.text or box.note)
    word = f"<em>{MARKED[box.state]}</em>" if box.state in MARKED else ""
    return f'<td class="{kinds}"{span} title="{escape(box.text)}"><span>{text}</span>{word}</td>'


def _notes(part: Window) -> str:
    hidden = [one[0] for one in part.columns if one and one[1]]
    rows = [str(line.number) for line in part.lines if line.hidden]
    notes = [
        f"{'、'.join(hidden)} 列在原表中隐藏，照常读取" if hidden else "",
        f"第 {'、'.join(rows)} 行在原表中隐藏或被筛掉，照常读取" if rows else "",
        "“未留存”的列含个人信息或未识别，导入时已清空" if any(box.note == "未留存" for line in part.lines for box in line.boxes) else "",
    ]
    said = "；".join(note for note in notes if note)
    return f'<p class="facts">{escape(said)}。</p>' if said else ""


def steps_html(steps: Sequence[Step], counted: float | None) -> str:
    """Returns the steps from the cell to the figure; the last is what the row adds to it, where it counts at all."""
    end = "不在此数字计入的行之内" if counted is None else "所指已由前面的行计入，不重复" if counted == 0 else value_said(counted)
    rows = "".join(_step(one) for one in (*steps, Step(name="计入", text=end)))
    return f'<dl class="trace-steps">{rows}</dl>'


def _step(one: Step) -> str:
    parts = f'<p class="traits">{"".join(f"<span>{escape(text)}</span>" for text in one.parts)}</p>' if one.parts else ""
    return f'<dt class="{one.tone}">{escape(one.name)}</dt><dd>{escape(one.text)}{parts}</dd>'

"""What was recognised: sheet → ledger, heading → field; and the questions that stay open."""

from html import escape

import streamlit as st

from data.headers import ASIDE, DROP, normal
from data.kinds.numerals import chinese
from data.ledgers import LEDGERS
from pages.parts.upload import answers

STATES = {"loaded": ("可以导入", "done"), "asked": ("待确认", "doing"), "refused": ("未读取", "todo")}
_ASIDE, _DROP = "不导入此列", "个人信息，剔除此列"


def sheet_card(report: dict, position: int) -> None:
    """One sheet: its state, its ledger, its columns, its questions."""
    where = (report["file"], report["sheet"])
    with st.container(key=f"card_sheet_{position}"):
        st.html(_head(report))
        for number, question in enumerate(report["questions"]):
            _ask(report, question, f"{position}_{number}")
        if report["ledger"] and report["sheet"]:
            with st.expander("查看识别结果，更改台账或列的含义"):
                _columns(report, position)
        if report["sheet"]:
            st.checkbox(
                "不导入此表",
                value=where in answers.current().aside,
                key=f"aside_{position}",
                on_change=_toggle,
                args=("aside", where),
            )


def _head(report: dict) -> str:
    words, tone = STATES[report["status"]]
    ledger = LEDGERS[report["ledger"]].label if report["ledger"] else "未识别"
    where = " › ".join(escape(t) for t in (report["file"], report["sheet"]) if t)
    facts = [f"{report['rows']} 行"] if report["status"] == "loaded" else []
    if report["excluded"]:
        facts.append(f"另有 {len(report['excluded'])} 行不是数据或未导入")
    if report["dropped"]:
        facts.append(f"个人信息列已剔除：{'、'.join(report['dropped'])}")
    facts += [f"取自标题：{_label(report, name)} {_said(name, value)}" for name, value in report["proposals"].items()]
    reason = f'<p class="why">{escape(report["reason"])}</p>' if report["reason"] else ""
    return (
        f'<div class="sheet-head"><b>{where}</b><span class="chip {tone}">{words}</span><span class="ledger">{escape(ledger)}</span></div>'
        f'{reason}<p class="facts">{"".join(f"<span>{escape(f)}</span>" for f in facts)}</p>'
    )


def _said(name: str, value: str) -> str:
    """A proposal as people write it: 十三届, 第十轮."""
    words = {"term": "{}届", "round": "第{}轮", "batch": "第{}批"}
    return words[name].format(chinese(int(value))) if name in words else value


def _label(report: dict, name: str) -> str:
    return LEDGERS[report["ledger"]][name].label


def _ask(report: dict, question: dict, key: str) -> None:
    if question["about"] == "ledger":
        options = list(dict.fromkeys([*question["candidates"], *LEDGERS]))
        st.selectbox(
            question["text"], options, index=None, placeholder="请选择台账", format_func=lambda n: LEDGERS[n].label, key=f"ask_{key}",
            on_change=_take_ledger, args=((report["file"], report["sheet"]), f"ask_{key}"),
        )  # fmt: skip
    elif question["about"] == "column":
        st.checkbox(question["text"], key=f"ask_{key}", on_change=_set, args=("keep_lost", f"ask_{key}"))
    else:
        heading = _heading_at(report, question["cell"])
        st.selectbox(
            f"{question['cell']} {question['text']}", _meanings(report, question["candidates"]), index=None, placeholder="请选择含义",
            format_func=lambda n: _meaning(report, n), key=f"ask_{key}", on_change=_take_heading, args=(heading, f"ask_{key}"),
        )  # fmt: skip


def _columns(report: dict, position: int) -> None:
    rows = "".join(
        f"<tr><td>{escape(heading)}</td><td>{escape(_meaning(report, field) if field else _unused(report, heading))}</td></tr>"
        for heading, field in report["columns"].items()
        if heading
    )
    st.html(f'<table class="plain"><tr><th>列名</th><th>含义</th></tr>{rows}</table>')
    which, what, go = st.columns([3, 3, 1], vertical_alignment="bottom")
    heading = which.selectbox(
        "列名", [h for h in report["columns"] if h], index=None, placeholder="请选择列名", key=f"change_{position}"
    )
    meaning = what.selectbox(
        "改为",
        _meanings(report, ()),
        index=None,
        placeholder="请选择含义",
        format_func=lambda n: _meaning(report, n),
        key=f"to_{position}",
    )
    go.button(
        "应用",
        key=f"apply_{position}",
        disabled=not heading or meaning is None,
        on_click=_apply,
        args=(heading, meaning),
    )
    where = (report["file"], report["sheet"])
    st.selectbox(
        "按此台账读取", list(LEDGERS), index=list(LEDGERS).index(report["ledger"]), format_func=lambda n: LEDGERS[n].label,
        key=f"ledger_{position}", on_change=_take_ledger, args=(where, f"ledger_{position}"),
    )  # fmt: skip
    if report["excluded"]:
        listed = "、".join(f"第 {e['row']} 行（{e['why']}）" for e in report["excluded"][:60])
        st.html(f'<p class="facts">{escape("不作为数据的行:" + listed)}</p>')


def _unused(report: dict, heading: str) -> str:
    return "个人信息，已剔除" if heading in report["dropped"] else "不导入"


def _meanings(report: dict, first: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys([*first, ASIDE, DROP, *(f.name for f in LEDGERS[report["ledger"]].fields)]))


def _meaning(report: dict, name: str) -> str:
    return {ASIDE: _ASIDE, DROP: _DROP}.get(name) or _label(report, name)


def _heading_at(report: dict, cell: str) -> str:
    letters = "".join(c for c in cell if c.isalpha())
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return list(report["columns"])[index - 1 - report["first_column"]]


def _take_heading(heading: str, key: str) -> None:
    if st.session_state[key] is not None:
        answers.current().headings[normal(heading.replace(">", ""))] = st.session_state[key]


def _apply(heading: str, meaning: str) -> None:
    answers.current().headings[normal(heading.replace(">", ""))] = meaning


def _take_ledger(where: tuple[str, str], key: str) -> None:
    if st.session_state[key]:
        answers.current().ledgers[where] = st.session_state[key]


def _toggle(which: str, where: tuple[str, str]) -> None:
    getattr(answers.current(), which).symmetric_difference_update({where})


def _set(which: str, key: str) -> None:
    setattr(answers.current(), which, bool(st.session_state[key]))

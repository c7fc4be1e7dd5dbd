"""What is wrong, at its cells: grouped, with what stands there and what is wanted; names to confirm; the marked workbook."""

from html import escape

import streamlit as st

from data.annotate import annotate
from data.problems import SEVERITIES, Problem, grouped
from pages.parts.upload import answers

SHOWN = 60


def problem_card(reports: list[dict], files: list[tuple[str, bytes]]) -> None:
    """All problems of the files on the table; nothing where there is none."""
    found = [(r["file"], p) for r in reports for p in _problems(r)]
    if not found:
        return
    errors = sum(p.severity == "error" for _, p in found)
    with st.container(key="card_problems"):
        st.html(
            f'<div class="card-head"><h3>待更正项</h3><span>错误 {errors} 处，提醒和说明 {len(found) - errors} 处</span></div>'
            + "".join(_table(file, [p for f, p in found if f == file]) for file in dict.fromkeys(f for f, _ in found))
        )
        _names(reports)
        for name, content in files:
            mine = [p for f, p in found if f == name]
            if mine:
                st.download_button(
                    f"下载标注了问题的《{name}》", data=lambda n=name, c=content, m=mine: annotate(n, c, m), file_name=_marked_name(name),
                    key=f"marked_{name}", icon=":material/download:", on_click="ignore",
                )  # fmt: skip
        if errors:
            st.checkbox(
                "不导入有错误的行，其余照常导入（未导入的行列在各表的识别结果中）", value=answers.current().leave_out, key="leave_out",
                on_change=_leave_out,
            )  # fmt: skip


def _leave_out() -> None:
    answers.current().leave_out = bool(st.session_state["leave_out"])


def _problems(report: dict) -> list[Problem]:
    return [
        Problem(
            sheet=report["sheet"] or "",
            cell=p["cell"],
            code=p["code"],
            message=p["message"],
            severity=p["severity"],
            raw=p["raw"],
        )
        for p in report["problems"]
        if not p["code"].startswith("ask_")
    ]


def _table(file: str, problems: list[Problem]) -> str:
    groups = grouped(problems)
    rows = "".join(
        f'<tr class="{g.problem.severity}"><td>{SEVERITIES[g.problem.severity]}</td><td>{escape(g.problem.sheet)}</td>'
        f"<td>{escape(_cells(g.cells))}</td><td>{escape(g.problem.raw or '—')}</td><td>{escape(g.problem.message)}</td></tr>"
        for g in groups[:SHOWN]
    )
    more = f'<p class="facts">另有 {len(groups) - SHOWN} 类未列出，见标注后的文件。</p>' if len(groups) > SHOWN else ""
    return (
        f'<p class="facts"><b>{escape(file)}</b></p><table class="plain problems"><tr><th>程度</th><th>工作表</th><th>单元格</th>'
        f"<th>现在的内容</th><th>应改为</th></tr>{rows}</table>{more}"
    )


def _cells(cells: tuple[str, ...]) -> str:
    return "、".join(cells[:8]) + (f" 等 {len(cells)} 格" if len(cells) > 8 else "")


def _names(reports: list[dict]) -> None:
    """Unknown names with their nearest candidates: a confirmed one is remembered as an alias."""
    unknown = {
        p["raw"]: p.get("candidates", [])
        for r in reports
        for p in r["problems"]
        if p["code"] == "name_unknown" and p["raw"]
    }
    asked = {raw: near for raw, near in unknown.items() if near and raw not in answers.current().aliases}
    for number, (raw, near) in enumerate(list(asked.items())[:20]):
        st.selectbox(
            f"“{raw}”是名录中的哪一个（确认后记为别名）", near, index=None, placeholder="不是其中任何一个", key=f"alias_{number}_{raw}",
            on_change=_alias, args=(raw, f"alias_{number}_{raw}"),
        )  # fmt: skip


def _alias(raw: str, key: str) -> None:
    if st.session_state[key]:
        answers.current().aliases[raw] = st.session_state[key]


def _marked_name(name: str) -> str:
    stem = name.rsplit(".", 1)[0]
    return f"{stem}(标注).xlsx"

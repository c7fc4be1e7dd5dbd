"""What was compared and found, in a sentence and as tables."""

from collections.abc import Collection, Sequence

import pandas as pd

from analytics.reconcile.checks import Check
from analytics.reconcile.finding import PENDING, Finding
from analytics.wording import listed, strong, warning
from data.ledgers import LEDGERS

UNCHANGED = "答复只作记录，不改变任何数字；任何一方的数字变动后，原答复自动失效，须重新答复。"
COLUMNS = ("类别", "事项", "范围", "甲方", "甲方数", "乙方", "乙方数", "差异", "甲方单元格", "乙方单元格", "状态", "答复", "说明", "答复人", "答复时间")


def summary(outcomes: Sequence) -> str:
    """One sentence: how much was compared, how many numbers differ, how many wait for an answer."""
    found = [one for outcome in outcomes for one in outcome.findings]
    numbers = sum(o.compared for o in outcomes if o.check.unit != "张表")
    sheets = max((o.compared for o in outcomes if o.check.unit == "张表"), default=0)
    if not numbers and not sheets:
        return "目前没有可以比对的数字。"
    scale = f"已比对 {numbers} 处重复填报的数字，核对 {sheets} 张表的合计与比率"
    if not found:
        return f"{scale}，{strong('没有发现不一致')}。"
    waiting = [one for one in found if one.open]
    pending = sum(one.answer is not None for one in waiting)
    said = [f"{strong(f'{len(found)} 处')}不一致"]
    if waiting:
        said.append(warning(f"{len(waiting)} 处待处理") + (f"（其中 {pending} 处待核实）" if pending else ""))
    if answered := len(found) - len(waiting):
        said.append(f"{answered} 处已答复")
    return f"{scale}，发现 {'，'.join(said)}。"


def state(finding: Finding) -> str:
    """未答复, 待核实 or 已答复."""
    if finding.answer is None:
        return "未答复"
    return PENDING if finding.open else "已答复"


def reached(check: Check, compared: int, present: Collection[str]) -> str:
    """How much a check could compare: 24 处; else what it lacks."""
    if compared:
        return f"{compared} {check.unit}"
    missing = [LEDGERS[name].label for name in check.ledgers if name not in present]
    return f"未比对，尚无{listed(missing, most=2, unit='本')}" if missing else "无可比的数"


def table(outcomes: Sequence) -> pd.DataFrame:
    """Every finding as one row, for download."""
    rows = []
    for outcome in outcomes:
        for one in outcome.findings:
            answer = one.answer
            rows.append((
                outcome.check.label, one.what.label, one.scope, one.left.whose, one.what.said(one.left.value), one.right.whose,
                one.what.said(one.right.value), one.difference, "；".join(one.left.cells), "；".join(one.right.cells), state(one),
                one.choice_said(answer.choice) if answer else None, answer.note or None if answer else None,
                answer.who if answer else None, f"{answer.at:%Y-%m-%d %H:%M}" if answer else None,
            ))  # fmt: skip
    return pd.DataFrame(rows, columns=list(COLUMNS))

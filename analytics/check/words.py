"""What the figure check says of a claim: in a table, in a comment of the document."""

from analytics.check.compare import AGREES, DIFFERS, Result
from analytics.check.report import Report


def remark(one: Result) -> str:
    """Returns what is to be said of a claim beyond its verdict: why, or which scope would give what is written."""
    if one.verdict == DIFFERS and one.hints:
        return f"文中写的是：{'；'.join(one.hints)}"
    return one.why


def comments(report: Report) -> list[tuple[int, int, str]]:
    """Returns a comment for every claim and every contradiction: where it begins and ends, and its words."""
    found = [(one.claim.start, one.claim.end, _comment(one)) for one in report.results]
    found += [(*one.spans[0], f"自相矛盾：{one.say}。") for one in report.contradictions]
    return sorted(found)


def _comment(one: Result) -> str:
    if one.verdict == AGREES:
        return f"一致：台账为 {one.expected}（{one.scope_said}）。"
    if one.verdict == DIFFERS:
        more = f"{remark(one)}。" if one.hints else ""
        return f"不一致：台账为 {one.expected}（{one.scope_said}）。{more}"
    return f"无法核对：{one.why}。"


def table(report: Report) -> list[dict[str, str]]:
    """Returns the claims as rows for a workbook."""
    return [
        {
            "序号": str(number), "结论": one.verdict, "文中写法": one.claim.span, "台账数": one.expected or "—",
            "范围": one.scope_said if one.metric else "—", "说明": remark(one) or "—",
        }
        for number, one in enumerate(report.results, 1)
    ]  # fmt: skip

"""`python -m analytics check FILE|-`: a text's figures with their verdicts, for scripts and checks."""

import argparse
import sys
from pathlib import Path

from analytics.check.documents import bounded, text_of
from analytics.check.report import Report, check
from data.store import open_store
from data.workbook import Unreadable


def run(given: argparse.Namespace) -> tuple[dict, list[str]]:
    """Returns the report as data and as lines. Raises ValueError with one sentence for what cannot be read."""
    try:
        if given.file == "-":
            text = bounded(sys.stdin.buffer.read().decode("utf-8-sig", errors="replace"))
        else:
            text = text_of(given.file, Path(given.file).read_bytes())
    except Unreadable as error:
        raise ValueError(error.message) from error
    except OSError as error:
        raise ValueError(f"读不到文件 {given.file}") from error
    store = open_store(given.home, "office")
    try:
        report = check(text, store.facts())
    finally:
        store.close()
    return data_of(report), lines_of(report)


def data_of(report: Report) -> dict:
    """Returns a report as plain data: `claims` and `contradictions`."""
    return {
        "claims": [
            {
                "metric": one.claim.metric, "value": one.claim.value, "unit": one.claim.unit, "approx": one.claim.approx, "scope": one.scope.where,
                "span": one.claim.span, "start": one.claim.start, "verdict": one.verdict, "expected": one.expected or None, "link": one.link or None,
                "compared_with": one.metric or None, "compared_scope": dict(one.where), "why": one.why or None, "would_agree": list(one.hints),
            }
            for one in report.results
        ],
        "contradictions": [
            {"kind": one.kind, "say": one.say, "spans": [report.text[start:end] for start, end in one.spans], "start": one.spans[0][0]}
            for one in report.contradictions
        ],
    }  # fmt: skip


def lines_of(report: Report) -> list[str]:
    """Returns a report as lines for the terminal."""
    lines = [
        f"{one.verdict}  {one.claim.span}" + (f"  应为 {one.expected}" if one.verdict == "不一致" else f"  {one.why}" if one.why else "")
        for one in report.results
    ]
    return [*lines, *(f"矛盾  {one.say}" for one in report.contradictions), report.said]

"""`python -m analytics metrics`, `show METRIC …` and `check FILE`: figures for scripts and checks."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from analytics.absence import ABSENCES
from analytics.formats import NONE
from analytics.metrics import METRICS
from analytics.query import frame
from data.store import StoreBusy, open_store


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0, or 2 where it cannot be answered."""
    both = argparse.ArgumentParser(add_help=False)
    both.add_argument("--home", type=Path, help="数据文件夹，默认 $INSPECTION_HOME 或 data/var")
    both.add_argument("--json", action="store_true", help="输出 JSON")
    parser = argparse.ArgumentParser(prog="python -m analytics", description="查询指标")
    commands = parser.add_subparsers(required=True, metavar="命令")
    commands.add_parser("metrics", parents=[both], help="列出指标").set_defaults(run=_metrics)
    show = commands.add_parser("show", parents=[both], help="查询一个指标")
    show.add_argument("metric", choices=list(METRICS))
    show.add_argument("--by", action="append", default=[], metavar="维度")
    show.add_argument("--where", action="append", default=[], metavar="维度=值")
    show.add_argument("--as-of", type=int, metavar="导入编号", help="该次导入之后的数字")
    show.set_defaults(run=_show)
    checking = commands.add_parser("check", parents=[both], help="核对一份文字中的数字")
    checking.add_argument("file", metavar="文件", help=".docx、.pptx、.pdf、.txt；- 表示标准输入")
    checking.set_defaults(run=_check)
    given = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        return given.run(given)
    except (StoreBusy, ValueError, KeyError) as error:
        print(error.args[0] if error.args else error, file=sys.stderr)
        return 2


def _metrics(given: argparse.Namespace) -> int:
    rows = [
        {
            "name": m.name, "label": m.label, "unit": m.unit, "meaning": m.meaning, "why": m.why, "better": m.better,
            "ledgers": list(m.ledgers), "by": list(m.by), "said_as": list(m.said_as),
        }
        for m in METRICS.values()
    ]  # fmt: skip
    _say(given, rows, [f"{r['name']:<24}{r['label']}({r['unit']})  {r['meaning']}" for r in rows])
    return 0


def _show(given: argparse.Namespace) -> int:
    where: dict[str, list[str]] = {}
    for text in given.where:
        name, sign, value = text.partition("=")
        if not sign:
            raise ValueError(f"“{text}”应写成“维度=值”")
        where.setdefault(name, []).append(value)
    store = open_store(given.home, "office")
    try:
        scope = {k: v[0] if len(v) == 1 else v for k, v in where.items()}
        facts = store.facts(given.as_of)
        found, beside = frame(facts, given.metric, given.by, scope), METRICS[given.metric].said_beside(facts.settings)
    finally:
        store.close()
    unit = METRICS[given.metric].unit
    rows = [
        {k: None if v != v else v for k, v in row.items() if k != "absent" or v} | {"unit": unit}  # noqa: PLR0124
        for row in found.astype(object).to_dict("records")
    ]
    lines = ["  ".join(_cell(row, name) for name in row if name != "absent") for row in rows]
    _say(given, rows, [*lines, *([beside] if beside else [])])
    return 0


def _cell(row: Mapping[str, object], name: str) -> str:
    """A value of a row, or what stands instead of it."""
    if row[name] is None:
        return ABSENCES[str(row["absent"])].sign if name == "value" and "absent" in row else NONE
    return str(row[name])


def _check(given: argparse.Namespace) -> int:
    # Its libraries are not loaded for the other commands.
    from analytics.check.command import run

    _say(given, *run(given))
    return 0


def _say(given: argparse.Namespace, data: object, lines: Sequence[str]) -> None:
    print(json.dumps(data, ensure_ascii=False, default=str) if given.json else "\n".join(lines))


if __name__ == "__main__":
    sys.exit(main())

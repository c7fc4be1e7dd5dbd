"""The command line of the data room, for offices that script and for checks: import, imports, withdraw, restore, ledgers, template, rebuild."""

import argparse
import getpass
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from data.headers import ASIDE, DROP
from data.importing import Choices
from data.intake import commit, open_files, receive
from data.ledgers import LEDGERS
from data.problems import SEVERITIES
from data.store import Store, StoreBusy, home_of, open_store

DONE, NOT_ALL = 0, 2
STATUSES = {"loaded": "已读取", "asked": "待确认", "refused": "未读取"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 where all is done, 2 where something was asked or refused."""
    parser = _parser()
    given = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        return given.run(given)
    except StoreBusy as error:
        print(error, file=sys.stderr)
    except (ValueError, KeyError, OSError) as error:
        print(error.args[-1] if isinstance(error, KeyError) else error, file=sys.stderr)
    return NOT_ALL


def _parser() -> argparse.ArgumentParser:
    both = argparse.ArgumentParser(add_help=False)
    both.add_argument("--home", type=Path, help="数据文件夹，默认 $INSPECTION_HOME 或 data/var")
    both.add_argument("--json", action="store_true", help="输出 JSON")
    parser = argparse.ArgumentParser(prog="python -m data", description="台账导入与管理")
    commands = parser.add_subparsers(required=True, metavar="命令")
    one = commands.add_parser("import", parents=[both], help="导入台账文件")
    one.add_argument("files", nargs="+", type=Path, metavar="FILE")
    one.add_argument("--ledger", choices=list(LEDGERS), help="所有表都按此台账读取")
    one.add_argument(
        "--map", action="append", default=[], metavar="列名=字段", help="列名的含义；字段写“不导入”或“个人信息”亦可"
    )
    one.add_argument("--alias", action="append", default=[], metavar="写法=名称", help="确认一种写法是名录中的哪个名称")
    one.add_argument("--accept-proposals", action="store_true", help="采纳对列名的建议")
    one.add_argument("--leave-out", action="store_true", help="不导入有错误的行，其余照常导入")
    one.add_argument("--dry-run", action="store_true", help="只检查,不写入")
    one.add_argument("--who", default=_user(), help="经办人")
    one.set_defaults(run=_import)
    commands.add_parser("imports", parents=[both], help="列出导入记录").set_defaults(run=_imports)
    for name, words in (("withdraw", "撤回一次导入"), ("restore", "恢复一次撤回")):
        turn = commands.add_parser(name, parents=[both], help=words)
        turn.add_argument("id", type=int)
        turn.add_argument("--who", default=_user(), help="经办人")
        turn.set_defaults(run=_turn, turn=name)
    commands.add_parser("ledgers", parents=[both], help="列出台账与字段").set_defaults(run=_ledgers)
    blank = commands.add_parser("template", parents=[both], help="生成空白模板")
    blank.add_argument("ledger", choices=list(LEDGERS))
    blank.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    blank.set_defaults(run=_template)
    commands.add_parser("rebuild", parents=[both], help="用留存的内容重建数据库").set_defaults(run=_rebuild)
    return parser


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "命令行"


def _say(given: argparse.Namespace, data: object, lines: Sequence[str]) -> None:
    print(json.dumps(data, ensure_ascii=False, default=str) if given.json else "\n".join(lines))


def _store(given: argparse.Namespace) -> Store:
    return open_store(given.home, "office")


def _import(given: argparse.Namespace) -> int:
    choices = Choices(
        ledger=given.ledger,
        headings={h: _field(f) for h, f in map(_pair, given.map)},
        aliases=dict(map(_pair, given.alias)),
        accept_proposals=given.accept_proposals,
        leave_out=given.leave_out,
    )
    sent = [(f.name, f.read_bytes()) for f in given.files]
    books, refused = open_files(sent)
    store = _store(given)
    try:
        intake = receive(store, books, refused, choices)
        if not given.dry_run:
            commit(store, home_of(given.home), intake, given.who, sent)
    finally:
        store.close()
    _say(given, intake.reports, [line for report in intake.reports for line in _lines(report)])
    return DONE if intake.loaded else NOT_ALL


def _pair(text: str) -> tuple[str, str]:
    left, sign, right = text.partition("=")
    if not sign or not left:
        raise ValueError(f"“{text}”应写成“左=右”")
    return left, right


def _field(text: str) -> str:
    """A field by name or label; 不导入 and 个人信息 in words."""
    if text in ("", "不导入"):
        return ASIDE
    if text in (DROP, "个人信息"):
        return DROP
    names = {f.name for one in LEDGERS.values() for f in one.fields}
    labels = {f.label: f.name for one in LEDGERS.values() for f in one.fields}
    if text not in names and text not in labels:
        raise ValueError(f"没有名为“{text}”的字段，可用 python -m data ledgers 查看")
    return labels.get(text, text)


def _lines(report: dict) -> list[str]:
    ledger = LEDGERS[report["ledger"]].label if report["ledger"] else "未识别"
    where = "".join(f" › {s}" for s in (report["sheet"],) if s)
    lines = [f"{report['file']}{where}:{ledger},{STATUSES[report['status']]},{report['rows']} 行。{report['reason']}"]
    lines += [
        f"  {SEVERITIES[p['severity']]} {p['cell']} {p['raw'] and '「' + p['raw'] + '」'}{p['message']}"
        for p in report["problems"]
    ]
    if report["dropped"]:
        lines.append(f"  个人信息列已剔除：{'、'.join(report['dropped'])}")
    return lines


def _imports(given: argparse.Namespace) -> int:
    store = _store(given)
    found = store.imports()
    store.close()
    plain = [{k: v for k, v in one.items() if k != "report"} for one in found]
    lines = [
        f"{o['id']:>4}  {o['at']}  {o['who']}  {o['file']}{'  已撤回' if o['withdrawn_at'] else ''}" for o in found
    ]
    _say(given, plain, lines or ["还没有导入记录"])
    return DONE


def _turn(given: argparse.Namespace) -> int:
    store = _store(given)
    try:
        getattr(store, given.turn)(given.id, given.who)
    finally:
        store.close()
    _say(
        given,
        {"id": given.id, "done": given.turn},
        [f"第 {given.id} 次导入已{'撤回' if given.turn == 'withdraw' else '恢复'}"],
    )
    return DONE


def _ledgers(given: argparse.Namespace) -> int:
    data = [
        {
            "name": one.name, "label": one.label, "meaning": one.meaning,
            "fields": [{"name": f.name, "label": f.label, "headings": list(f.headings), "wanted": f.kind.describe()} for f in one.fields],
        }
        for one in LEDGERS.values()
    ]  # fmt: skip
    lines = [
        line
        for one in data
        for line in (f"{one['name']}  {one['label']}", *(f"    {f['name']:<24}{f['label']}" for f in one["fields"]))
    ]
    _say(given, data, lines)
    return DONE


def _template(given: argparse.Namespace) -> int:
    from data.template import template

    given.output.write_bytes(template(LEDGERS[given.ledger]))
    _say(given, {"file": str(given.output)}, [f"已生成 {given.output}"])
    return DONE


def _rebuild(given: argparse.Namespace) -> int:
    from data.rebuild import rebuild

    done = rebuild(home_of(given.home))
    _say(given, done, [f"已重建：{done['imports']} 次导入，{done['events']} 个事件"])
    return DONE

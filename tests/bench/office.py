"""An office's store far larger than any county's: 100,000 issues of three terms, with the rounds, clues and villages around them."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pandas as pd

from data.ledgers import LEDGERS
from data.reading import Import, Table
from data.store import open_store

ISSUES = 100_000
UNITS, TOWNS, VILLAGES, CLUES = 600, 40, 800, 6_000
TERMS = {12: (date(2011, 10, 1), date(2016, 9, 30)), 13: (date(2016, 10, 1), date(2021, 9, 30)), 14: (date(2021, 10, 1), date(2026, 9, 30))}
ROUNDS = 12
CUT_OFF = date(2025, 6, 30)
KINDS = ("党政机关", "乡镇(街道)", "事业单位", "国有企业", "政法单位")
CATEGORIES = (
    ("聚焦党的理论路线方针政策和党中央决策部署在基层贯彻落实情况", "职能责任"),
    ("聚焦群众身边腐败问题和不正之风", "财务管理"),
    ("聚焦基层党组织软弱涣散、组织力欠缺问题", "组织生活"),
)
Row = dict[str, object]


def fill_office(home: Path) -> None:
    """Makes the office's store under `home` through the ordinary commit."""
    store = open_store(home, "office")
    store.set("county", "示例县", "bench")
    store.set("terms", TERMS, "bench")
    tables = tuple(table(name, rows) for name, rows in ledgers().items())
    store.commit([Import(file="全部台账.xlsx", sha256="0" * 64, cut_off=CUT_OFF, tables=tables, report=[])], "bench")
    store.close()


def ledgers() -> dict[str, list[Row]]:
    """Ledger → its rows, the same every time."""
    random = Random(100)
    units = [{"organisation": f"县第{n + 1}单位", "organisation_kind": KINDS[n % len(KINDS)]} for n in range(UNITS)]
    villages = [
        {"town": f"第{n % TOWNS + 1}镇", "village": f"第{n + 1}村", "village_class": ("重点", "关注", "一般")[n % 3]} for n in range(VILLAGES)
    ]
    inspections = list(inspected(random))
    return {
        "organisations": units,
        "villages": villages,
        "rounds": inspections,
        "issues": [issue(random, n, random.choice(inspections)) for n in range(ISSUES)],
        "clues": [clue(random, n, random.choice(inspections)) for n in range(CLUES)],
        "village_reaches": [reach(one, inspections[n * 7 % len(inspections)]) for n, one in enumerate(villages)],
    }


def inspected(random: Random) -> Iterator[Row]:
    """Every unit once a term, spread over its rounds; the last rounds of the last term are still to come."""
    for term, (first, _) in TERMS.items():
        for number in range(UNITS):
            round_ = number % ROUNDS + 1
            start = first + timedelta(days=140 * (round_ - 1) + 20)
            if start < CUT_OFF:
                yield {
                    "term": term, "year": start.year, "round": round_, "batch": number % 2 + 1, "kind": "常规",
                    "form": "直巡" if number % 3 else "交叉", "team": f"第{'一二三四五六'[number % 6]}巡察组",
                    "organisation": f"县第{number + 1}单位", "start": start, "end": start + timedelta(days=60),
                    "issues": random.randrange(20, 90), "clues": random.randrange(5),
                }  # fmt: skip


def issue(random: Random, number: int, at: Row) -> Row:
    """One issue of an inspection."""
    category, part = random.choice(CATEGORIES)
    return {
        **{name: at[name] for name in ("term", "year", "round", "team", "organisation")},
        "issue_no": f"WT-{number + 1:06}", "text": f"第{number + 1}条问题：财务报销不规范，{number % 90 + 2}笔支出缺少附件", "category": category,
        "subcategory": part, "disposal": "立行立改" if number % 7 == 0 else "反馈", "found_on": at["start"] + timedelta(days=number % 55),
    }  # fmt: skip


def clue(random: Random, number: int, at: Row) -> Row:
    """One clue of an inspection and what became of it."""
    filed = random.random() < 0.4
    return {
        **{name: at[name] for name in ("term", "year", "round", "organisation")},
        "clue_no": f"XS-{number + 1:05}", "transferred_on": at["end"] + timedelta(days=number % 40), "state": "已办结" if filed else "初步核实",
        "clue_persons": 1 + number % 2, "filed": filed, "cases": int(filed), "case_persons": int(filed), "sanctions": int(filed and number % 3 == 0),
    }  # fmt: skip


def reach(village: Row, at: Row) -> Row:
    """One village that an inspection was extended to."""
    said = {name: at[name] for name in ("term", "year", "round", "team", "start", "end")}
    return {**said, "town": village["town"], "village": village["village"], "form": "巡镇带村", "status": "已完成"}


def table(ledger: str, rows: list[Row]) -> Table:
    """The rows as reading a sheet would hand them over."""
    declared = LEDGERS[ledger]
    keyed = []
    for number, row in enumerate(rows):
        own = row.get(declared.identifier or "") or "|".join(str(row.get(name) or "") for name in declared.key)
        keyed.append({**row, "_row": number + 3, "_key": str(own), "_marks": ""})
    return Table(
        sheet=declared.label, ledger=ledger, columns={}, headings={}, frame=pd.DataFrame(keyed, dtype=object), complete=False, scope=declared.scope
    )  # fmt: skip

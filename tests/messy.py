"""A store with every gap that ledgers have; ledgers that are declared later are filled from their declarations."""

import random
from datetime import date

from data.kinds import (
    Batch,
    Choice,
    Count,
    Day,
    Deadline,
    Filed,
    Flag,
    Hours,
    Kind,
    Label,
    Marked,
    Money,
    Number,
    PerTeam,
    Round,
    Team,
    Term,
    Text,
    Theme,
    Times,
    Tokens,
    Year,
)
from data.ledger import Ledger
from data.ledgers import LEDGERS
from data.store import Store
from tests.store.sendings import sending

ROWS = 25
SHARES = (0.4, 0.7, 0.95)


def messy(seed: int) -> Store:
    """A store with every gap that ledgers have: years, terms, rounds, units, kinds and numbers left out at random."""
    chance = random.Random(seed)

    def maybe(value: object, share: float = 0.7) -> object:
        return value if chance.random() < share else None

    def spot() -> dict:
        n = chance.randint(1, 5)
        theme = None if chance.random() < 0.85 else chance.choice(["扶贫领域专项", "粮食购销", "巡察“回头看”"])
        return {
            "term": maybe(13), "year": maybe(2017 + n // 2), "round": None if theme else maybe(n, 0.9), "theme": theme, "batch": maybe(chance.randint(1, 2), 0.3),
            "kind": maybe(chance.choice(["常规", "专项", "常规、机动"]), 0.3), "form": maybe(chance.choice(["直巡", "联动、交叉", "提级"]), 0.4),
            "team": maybe(f"第{chance.choice('一二三')}巡察组"),
        }  # fmt: skip

    def some(low: int, high: int) -> object:
        return maybe(chance.randint(low, high), 0.6)

    units = [f"单位{n}" for n in range(12)]
    register = [
        {
            "organisation": u, "organisation_kind": maybe(chance.choice(["党政机关", "乡镇"])), "inspected": maybe(chance.random() < 0.5, 0.3),
            "rounds": maybe("、".join(f"第{chance.choice('一二三四')}轮" for _ in range(2)), 0.3), "term": maybe(13, 0.5),
            "from_date": maybe(date(2019, 3, 1), 0.2), "to_date": maybe(date(2020, 1, 1), 0.2), "predecessor": maybe(chance.choice(units), 0.1),
        }
        for u in units[:10]
    ]  # fmt: skip
    rounds = [
        spot() | {
            "organisation": maybe(chance.choice(units), 0.8), "start": maybe(date(2017 + i % 4, 3, 5)), "end": maybe(date(2017 + i % 4, 5 + i % 7, 20)),
            "status": maybe(chance.choice(["计划", "进驻中", "已完成", "已反馈"]), 0.4), "counts_for_coverage": maybe(chance.random() < 0.5, 0.1),
            "organisations_reported": some(1, 9), "issues": some(0, 30), "issues_policy": some(0, 9), "issues_party": some(0, 9), "immediate": some(0, 5),
            "villages": some(0, 9), "talks": some(5, 60), "petitions": some(0, 9), "clues": some(0, 5), "clue_persons": some(0, 5),
            "cases": some(0, 3), "case_persons": some(0, 4), "sanctions": some(0, 2),
        }
        for i in range(30)
    ]  # fmt: skip
    # What came of the rounds, from dice of its own so that it moves nothing else.
    dice = random.Random(seed + 100)
    for row in rounds:
        for name in ("rectify_due", "rectified", "rectifying", "overdue", "rules_new", "rules_revised", "rules_made"):
            row[name] = dice.randint(0, 20) if dice.random() < 0.4 else None
        for name in ("money_refunded", "money_collected", "money_recovered"):
            row[name] = round(dice.uniform(0, 90), 2) if dice.random() < 0.4 else None
    issues = [
        spot() | {
            "issue_no": str(i) if i % 3 else None,
            "organisation": maybe(chance.choice(units)), "text": f"问题{i}", "category": maybe(chance.choice(["党的建设", "全面从严治党", "别的"])),
            "immediate": maybe(chance.random() < 0.4, 0.2), "disposal": maybe(chance.choice(["反馈", "立行立改"]), 0.2), "found_on": maybe(date(2018, 1 + i % 12, 3), 0.4),
        }
        for i in range(40)
    ]  # fmt: skip
    clues = [
        spot() | {
            "organisation": maybe(chance.choice(units)), "clue_no": str(i), "clues": maybe(chance.randint(0, 3), 0.2), "clue_persons": some(1, 3),
            "filed": maybe(chance.random() < 0.5, 0.5), "cases": maybe(chance.randint(0, 2), 0.3), "case_persons": maybe(chance.randint(0, 3), 0.3),
            "state": maybe(chance.choice(["办理中", "已办结", "已立案", "予以了结"]), 0.5), "party_sanction": maybe(chance.choice(["党内警告", "无"]), 0.3),
            "sanctions": maybe(chance.randint(0, 2), 0.2), "transferred_on": maybe(date(2018 + i % 3, 1 + i % 12, 1 + i), 0.8),
        }
        for i in range(25)
    ]  # fmt: skip
    # A chance of their own leaves what is drawn before and after as it is.
    other = random.Random(f"handled {seed}")
    for row in clues:
        row |= {name: other.choice((None, None, "无", "诫勉", "2人", "1")) for name in ("org_handling", "detained", "judicial")}
    for row in rounds:
        row |= {name: other.choice((None, 0, 1, 3)) for name in ("org_handlings", "detained", "judicial")}
    towns = ["白沙镇", "凤鸣镇"]
    villages = [
        {"town": t, "village": f"{c}村", "village_class": maybe("重点", 0.5), "to_date": maybe(date(2019, 6, 1), 0.2)}
        for t in towns
        for c in "甲乙丙丁"
    ]
    reaches = [
        spot() | {"town": maybe(chance.choice(towns)), "village": f"{chance.choice('甲乙丙丁戊')}村", "status": maybe("进驻中", 0.3), "end": maybe(date(2018 + i % 4, 6, 1))}
        for i in range(25)
    ]  # fmt: skip
    store = Store.memory()
    if seed % 2:
        store.set(
            "terms", {12: (date(2011, 10, 1), date(2016, 9, 30)), 13: (date(2016, 10, 1), date(2021, 9, 30))}, "经办人"
        )
    parts = {
        "organisations": register,
        "rounds": rounds,
        "issues": issues,
        "clues": clues,
        "villages": villages,
        "village_reaches": reaches,
    }
    names = {"organisation": units, "town": towns, "village": [f"{c}村" for c in "甲乙丙丁戊"]}
    parts |= {name: invented(one, chance, names) for name, one in LEDGERS.items() if name not in parts}
    # Two sendings: the first halves of all ledgers together, then the second, so that facts are built twice and not forty times.
    sendings: tuple[list, list] = ([], [])
    for name, rows in parts.items():
        half = len(rows) // 2
        for number, part in enumerate((rows[:half], rows[half:])):
            if part and chance.random() < 0.93:
                day = maybe(date(2020, chance.randint(6, 12), 28), 0.8)
                sendings[number].append(sending(name, *part, file=f"{name}{number}.xlsx", cut_off=day))
    for imports in sendings:
        store.commit(imports, "经办人")
    return store


def invented(ledger: Ledger, chance: random.Random, names: dict[str, list[str]]) -> list[dict]:
    """Rows of a ledger with values of each field's kind, each field left out at a share of its own."""
    stored = [one for one in ledger.stored if one.name not in ("county", "note")]
    shares = {one.name: chance.choice(SHARES) for one in stored}
    rows = []
    for number in range(ROWS):
        row = {
            one.name: _value(one.kind, chance, number, names.get(one.name)) if chance.random() < shares[one.name] else None
            for one in stored
        }
        # A round has an ordinal or a theme, and a row of another year seldom has the same ordinal.
        if row.get("round"):
            row |= {name: None for name in ("theme",) if name in row}
        rows.append(row)
    return rows


def _value(kind: Kind, chance: random.Random, number: int, names: list[str] | None) -> object:
    if names:
        return chance.choice(names)
    match kind:
        case Term():
            return 13
        case Year():
            return chance.randint(2017, 2020)
        case Round():
            return chance.randint(1, 5)
        case Batch():
            return chance.randint(1, 2)
        case Theme():
            return chance.choice(["扶贫领域专项", "粮食购销"])
        case Team():
            return f"第{chance.choice('一二三')}巡察组"
        case Day():
            return date(2017 + number % 4, 1 + number % 12, 1 + number)
        case Deadline():
            return chance.choice(["立行立改，长期坚持", "2020年底前", "2020-06-30", "2021年3月", "长期坚持", "立行立改"])
        case Tokens():
            return "、".join(chance.sample(list(kind.options), chance.randint(1, 2)))
        case Choice() | Marked():
            return chance.choice([*kind.options, *(["别的"] if kind.open else [])])
        case Flag() | Filed():
            return chance.random() < 0.5
        case Count() | PerTeam() | Times():
            return chance.randint(0, 9)
        case Money() | Hours():
            return round(chance.uniform(0, 900), 2)
        case Number():
            return str(number)
        case Label() | Text():
            return chance.choice(["甲", "乙", "丙、丁", "无"])
    return None

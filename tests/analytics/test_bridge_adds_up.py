"""Whatever is sent, corrected, withdrawn, restored, confirmed and set: the bridge adds up, and what was undone is undone."""

import random
from datetime import date

import pytest

from analytics.bridge import bridge, bridges, shown_now
from analytics.bridge.level import level, takes
from analytics.bridge.rows import behind
from analytics.bridge.wording import decimals, shares, units
from analytics.metrics import METRICS
from data.facts import CURRENT
from data.store import Store
from tests.store.sendings import sending

SCOPES = ({}, {"term": "十三届", "year": "2021年"}, {"round": "第二轮"})
# Every metric as a whole; every third one in each narrower scope, another third a scope.
ASKED = [(name, n) for n in range(len(SCOPES)) for name in (list(METRICS)[n::3] if n else METRICS)]


class Office:
    """An office at work: each step sends, corrects, withdraws, restores, confirms or sets something at random."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.store = Store.memory()
        self.sent = 0

    def some(self, low: int, high: int) -> list[int]:
        """A few different numbers."""
        return self.chance.sample(range(low, high), self.chance.randint(1, 4))

    def step(self) -> None:
        """One event or a few that were sent together."""
        live = [one["id"] for one in self.store.imports() if one["withdrawn_at"] is None]
        out = [one["id"] for one in self.store.imports() if one["withdrawn_at"] is not None]
        choice = self.chance.random()
        if choice < 0.15 and live:
            self.store.withdraw(self.chance.choice(live), "张")
        elif choice < 0.25 and out:
            self.store.restore(self.chance.choice(out), "张")
        elif choice < 0.35:
            self.store.answer("organisation", "", f"局{self.chance.randint(1, 3)}", f"单位{self.chance.randint(1, 3)}", "张")
        elif choice < 0.45:
            states = ("已完成", *self.chance.sample(("基本完成", "阶段性完成"), self.chance.randint(0, 2)))
            self.store.set_all({"done_states": states, "predecessor_counts": self.chance.random() < 0.5}, "张")
        else:
            self.store.commit([self.sending() for _ in range(self.chance.randint(1, 3))], "张")

    def sending(self):
        """A workbook of any ledger: new rows, rows of keys that may be known, perhaps all that there is of its scope."""
        chance, self.sent = self.chance, self.sent + 1
        spot = {"term": 13, "year": chance.choice((2020, 2021)), "round": chance.randint(1, 2)}
        ledger = chance.choice(("organisations", "villages", "rounds", "issues", "rectifications", "clues", "revisits"))
        named = [chance.choice((f"单位{n}", f"单位{n}", f"局{n}")) for n in self.some(1, 6)]
        rows = {
            "organisations": lambda: [{"organisation": f"单位{n}", "organisation_kind": chance.choice(("党政机关", "乡镇"))} for n in self.some(1, 6)],
            "villages": lambda: [{"town": "白沙镇", "village": f"村{n}"} for n in self.some(1, 6)],
            "rounds": lambda: [
                spot | {"organisation": name, "issues": chance.randint(0, 9), "clues": chance.randint(0, 3), "status": chance.choice(("进驻中", "已完成"))} for name in named
            ],
            "issues": lambda: [spot | {"text": f"问题{n}", "organisation": named[0], "_key": f"{spot['round']}问题{n}"} for n in self.some(1, 9)],
            "rectifications": lambda: [
                spot | {"text": f"问题{n}", "organisation": named[0], "state": chance.choice(("已完成", "基本完成", "进行中")), "deadline": f"2021-0{n}-01", "_key": f"{spot['round']}整改{n}"}
                for n in self.some(1, 9)
            ],
            "clues": lambda: [spot | {"clue_no": str(n), "organisation": named[0], "filed": chance.choice((True, False)), "_key": str(n)} for n in self.some(1, 9)],
            "revisits": lambda: [spot | {"organisation": name, "unrectified": chance.randint(0, 3)} for name in named],
        }[ledger]()  # fmt: skip
        cut_off = date(chance.choice((2020, 2021)), chance.randint(1, 12), 28)
        return sending(ledger, *rows, file=f"{self.sent}.xlsx", cut_off=cut_off, complete=chance.random() < 0.3)


def stored(store: Store) -> dict[str, list[tuple]]:
    """Every fact table's rows, whatever their order."""
    tables = store._connection.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'facts' AND table_name <> 'built'").fetchall()
    return {
        name: sorted(store._connection.execute(f"SELECT * FROM {CURRENT}.{name}").fetchall(), key=repr) for (name,) in tables
    }


@pytest.mark.parametrize("seed", [1, 3])
def test_the_bridge_adds_up_whatever_happened(seed: int) -> None:
    office = Office(seed)
    office.store.commit([office.sending() for _ in range(6)], "张")
    shown = {}
    for _ in range(2):
        facts = office.store.facts()
        shown[facts.version] = {(name, n): level(facts, name, takes(METRICS[name], SCOPES[n])) for name, n in ASKED}
        for _ in range(4):
            office.step()
    facts = office.store.facts()
    for then, before in shown.items():
        stages = office.store.stages(then)
        moved = 0
        for name, n in ASKED:
            scope = takes(METRICS[name], SCOPES[n])
            found = bridge(stages, name, scope)
            # What was shown then was noted when it was shown, not computed anew.
            assert found.then == before[name, n], (then, name, scope)
            assert found.now == level(facts, name, scope), (then, name, scope)
            assert sum(part.change for part in found.parts) == found.change
            assert sum(shares(found)) == units(found.change, decimals(found))
            for side in ("top", "bottom"):
                steps = [(getattr(p.after, side) or 0) - (getattr(p.before, side) or 0) for p in found.parts]
                assert sum(steps) == (getattr(found.now, side) or 0) - (getattr(found.then, side) or 0)
            moved += found.moved
            for part in found.parts if found.moved and n == 0 and moved < 9 else ():
                behind(stages, found, part)
        assert moved
        assert bridges(stages, {}) == tuple(b for b in (bridge(stages, name, {}) for name in METRICS) if b.moved)


@pytest.mark.parametrize("seed", [4, 5])
def test_withdrawing_and_restoring_is_the_identity(seed: int) -> None:
    office = Office(seed)
    office.store.commit([office.sending() for _ in range(6)], "张")
    for _ in range(3):
        office.step()
    store = office.store
    before, then = stored(store), store.version()
    figures = shown_now(store.facts())
    live = [one["id"] for one in store.imports() if one["withdrawn_at"] is None]
    chosen = office.chance.sample(live, 3)
    for number in chosen:
        store.withdraw(number, "张")
    assert stored(store) != before
    for number in office.chance.sample(chosen, 3):
        store.restore(number, "张")
    assert stored(store) == before
    assert shown_now(store.facts()) == figures
    assert [one.cause for one in store.stages(then).steps] == [""]

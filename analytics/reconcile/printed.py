"""Rows of totals and printed rates that the rest of their own sheet contradicts: noticed at import, kept in its report."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from analytics.cells import Cell, column, sheets, spoken
from analytics.reconcile.finding import Finding, Side, compared, key_of
from data.facts import Facts
from data.ledgers import LEDGERS
from data.rules import RateIs

WORDS = {"sum_differs": ("表中合计", "所含各行之和"), "rate_wrong": ("表中所印比率", "按表内数重算")}


@dataclass(frozen=True, kw_only=True)
class Printed:
    """One kind of contradiction within a sheet, by the code under which imports report it."""

    code: Literal["sum_differs", "rate_wrong"]
    ledgers: tuple[str, ...] = ()

    def find(self, facts: Facts) -> tuple[int, list[Finding]]:
        """How many sheets still have live rows, and what those sheets contradict of themselves."""
        live = facts.rows(f"SELECT DISTINCT _import, _sheet FROM {facts.table('fact_live_row')}")
        return len(live), [one for one in self._findings(facts, set(live)) if one]

    def _findings(self, facts: Facts, live: set[tuple[int, str]]) -> Iterator[Finding | None]:
        # Reports are long and most name no such thing.
        reports = facts.rows(
            'SELECT "import", file, report FROM main.imports WHERE contains(report, $code) ORDER BY "import"',
            {"code": f'"{self.code}"'},
        )
        for number, file, text in reports:
            for report in json.loads(text):
                if (number, report["sheet"]) not in live:
                    continue
                rows = _live(facts, number, report["sheet"])
                for problem in report["problems"]:
                    if problem["code"] == self.code and "differs" in problem:
                        yield self._finding(facts, number, file, report, problem, rows)

    def _finding(
        self, facts: Facts, number: int, file: str, report: dict, problem: dict, rows: Mapping[int, tuple]
    ) -> Finding | None:
        differs, ledger, sheet = problem["differs"], report["ledger"], report["sheet"]
        letter, row = re.fullmatch(r"([A-Z]+)(\d+)", problem["cell"]).groups()
        at = int(row)
        if not differs["row"] and at not in rows:
            return None
        words = [f"“{differs['row']}”行"] if differs["row"] else [part for part in rows[at] if part]
        if differs["row"] and len(rounds := {name for name, _ in rows.values()}) == 1:
            words = [part for part in (*rounds, *words) if part]
        if differs["first"]:
            behind = [Cell(file=file, sheet=sheet, letter=letter, row=n) for n in range(differs["first"], differs["last"] + 1)]
        else:
            kept = sheets(facts).get((number, sheet, ledger))
            rule = next(r for r in LEDGERS[ledger].rules if isinstance(r, RateIs) and r.rate == differs["field"])
            letters = [column(kept, ledger, [name])[1] for name in (rule.part, rule.whole)]
            behind = [Cell(file=file, sheet=sheet, letter=one, row=at) for one in letters if one]
        left, right = WORDS[self.code]
        return Finding(
            what=compared(ledger, differs["field"]),
            scope=" · ".join((LEDGERS[ledger].label, *words)),
            left=Side(
                whose=left, value=differs["printed"], cells=spoken([Cell(file=file, sheet=sheet, letter=letter, row=at)])
            ),
            right=Side(whose=right, value=differs["computed"], cells=spoken(behind)),
            key=key_of(
                self.code, file, sheet, problem["cell"], differs["field"], left=differs["printed"], right=differs["computed"]
            ),
        )


def _live(facts: Facts, number: int, sheet: str) -> dict[int, tuple]:
    """Row → (round, unit or village), of the rows of one sheet that are live."""
    rows = facts.rows(
        f"SELECT _row, round_name, name FROM {facts.table('fact_live_row')} WHERE _import = $number AND _sheet = $sheet",
        {"number": number, "sheet": sheet},
    )
    return {row: (round_name, name) for row, round_name, name in rows}

"""Two ledgers that state the same number: side by side for a round, a unit or a village."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from analytics.cells import Cell, Kept, Sheet, column, sheets, spoken
from analytics.reconcile.finding import Compared, Finding, Side, compared, key_of
from data.facts import Facts
from data.kinds.numerals import chinese
from data.ledgers import LEDGERS

# What no field of the round ledger names, or names in other words.
MEASURES = {
    "counts_for_coverage": Compared(label="是否计入覆盖", words=("不计入", "计入")),
    "talked": Compared(label="是否约谈", words=("未约谈", "已约谈")),
}
SUBJECT = {
    "round": ("NULL::VARCHAR", "TRUE"),
    "unit": ("organisation", "organisation IS NOT NULL"),
    "unit_or_round": ("CASE WHEN named THEN organisation END", "TRUE"),
    "village": ("town || village", "town IS NOT NULL AND village IS NOT NULL"),
}
_SQL = """
    WITH said AS (
        SELECT
            * REPLACE (CASE WHEN state IS NULL OR list_contains($done, state) THEN n ELSE 0 END AS n),
            bool_and(organisation IS NOT NULL) OVER (PARTITION BY round_id, measure) AS named
        FROM {stated}
        WHERE ledger IN ($left, $right) AND list_contains($measures, measure)
    ),
    part AS (SELECT *, {subject} AS subject FROM said WHERE {test}),
    side AS (
        SELECT
            ledger, measure, round_id, subject, min(round_name) AS round_name, min(round_order) AS round_order,
            CASE WHEN list_contains($flags, measure) THEN max(n) ELSE sum(n) END AS n
        FROM part
        GROUP BY ledger, measure, round_id, subject
    ),
    pair AS (
        SELECT l.measure, l.round_id, l.subject, l.round_name, l.round_order, l.n AS left_n, r.n AS right_n, abs(l.n - r.n) > 0.006 AS differ
        FROM side l
        JOIN side r ON r.round_id = l.round_id AND r.measure = l.measure AND r.subject IS NOT DISTINCT FROM l.subject
        WHERE l.ledger = $left AND r.ledger = $right AND l.n IS NOT NULL AND r.n IS NOT NULL
    ),
    cell AS (
        SELECT p.measure, p.round_id, p.subject, s.ledger, list([s._import::VARCHAR, s._sheet, s.field, s._row::VARCHAR]) AS cells
        FROM pair p
        JOIN part s ON s.round_id = p.round_id AND s.measure = p.measure AND s.subject IS NOT DISTINCT FROM p.subject
        WHERE p.differ AND s._row IS NOT NULL AND (s.n <> 0 OR list_contains($flags, s.measure))
        GROUP BY ALL
    )
    SELECT p.measure, p.round_id, p.subject, p.round_name, p.left_n, p.right_n, l.cells, r.cells
    FROM pair p
    LEFT JOIN cell l ON l.ledger = $left AND l.round_id = p.round_id AND l.measure = p.measure AND l.subject IS NOT DISTINCT FROM p.subject
    LEFT JOIN cell r ON r.ledger = $right AND r.round_id = p.round_id AND r.measure = p.measure AND r.subject IS NOT DISTINCT FROM p.subject
    ORDER BY p.round_order, list_position($measures, p.measure), p.subject
"""


@dataclass(frozen=True, kw_only=True)
class Between:
    """Measures that two ledgers both state. `by`: what they are compared for; unit_or_round takes the round where either
    ledger leaves a unit unnamed."""

    left: str
    right: str
    measures: tuple[str, ...]
    by: Literal["round", "unit", "unit_or_round", "village"]

    @property
    def ledgers(self) -> tuple[str, ...]:
        """The ledgers that must be there."""
        return self.left, self.right

    def find(self, facts: Facts) -> tuple[int, list[Finding]]:
        """How many numbers stand in both ledgers, and those that differ."""
        subject, test = SUBJECT[self.by]
        pairs = facts.rows(
            _SQL.format(stated=facts.table("fact_stated"), subject=subject, test=test),
            {
                "left": self.left, "right": self.right, "measures": list(self.measures), "flags": list(MEASURES),
                "done": list(facts.settings.done_states),
            },
        )  # fmt: skip
        kept = sheets(facts)
        return len(pairs), [self._finding(pair, kept) for pair in pairs if abs(pair[4] - pair[5]) > 0.006]

    def _finding(self, pair: tuple, kept: Mapping[Sheet, Kept]) -> Finding:
        measure, round_id, subject, name, left, right, *cells = pair
        return Finding(
            what=MEASURES.get(measure) or compared("rounds", measure),
            scope=" · ".join(part for part in (in_words(name), subject) if part),
            left=Side(whose=LEDGERS[self.left].label, value=float(left), cells=located(self.left, cells[0], kept)),
            right=Side(whose=LEDGERS[self.right].label, value=float(right), cells=located(self.right, cells[1], kept)),
            key=key_of(self.left, self.right, measure, round_id, subject, left=left, right=right),
        )


def located(ledger: str, cells: Sequence[list[str]] | None, kept: Mapping[Sheet, Kept]) -> tuple[str, ...]:
    """Cells given as [import, sheet, field, row], as lines that people can look up."""
    found = []
    for number, sheet, field, row in cells or ():
        one = kept.get((int(number), sheet, ledger))
        if one:
            letter = column(one, ledger, fields(ledger, field))[1] or ""
            found.append(Cell(file=one.file, sheet=sheet, letter=letter, row=int(row)))
    return spoken(found)


def fields(ledger: str, field: str) -> list[str]:
    """The field, then those that show its row where it has no column of its own: a clue is counted by standing there."""
    one = LEDGERS[ledger]
    return [field, *((one.identifier,) if one.identifier else ()), *one.names_row]


def in_words(round_name: str | None) -> str:
    """A round's name with its number in Chinese: 2020年第3轮回访 → 2020年第三轮回访."""
    return re.sub(r"第(\d+)轮", lambda m: f"第{chinese(int(m[1]))}轮", round_name or "")

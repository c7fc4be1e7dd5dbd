"""What a metric (指标) is: declared once; pages, slides, exports, the figure check and the glossary derive from it."""

import re
from dataclasses import dataclass, field
from typing import Literal

from data.ledgers import LEDGERS
from data.settings import NAMES, Settings

# What the rows of a view about rounds carry, and when a row of a register stands in it.
ROUND = ("county", "term", "year", "round", "batch", "kind", "form", "linkage", "team", "month")
DISTINCT = re.compile(r"count\(DISTINCT ([^()]+)\)")
ON_REGISTER = "(from_date IS NULL OR from_date <= {at}) AND (to_date IS NULL OR {at} < to_date)"


@dataclass(frozen=True, kw_only=True)
class View:
    """A fact view (data/views/<name>.sql) and the dimensions that its rows carry.

    `register`: its rows are what there is, not what was done: as a denominator it stays whole for dimensions it lacks.
    """

    name: str
    carries: tuple[str, ...]
    register: bool = False


@dataclass(frozen=True, kw_only=True)
class Measure:
    """An aggregate over one fact view, at that view's own grain.

    `sql`: the aggregate; `where`: the rows that it is taken over (`{at}` in it is the day at which the scope is looked
    at); `known`: rows (of `known_in`, else of its view) that make it known at all, so that none found is
    0 and not 「—」; `weight`: rows that add something, whose basis is shown. `within_term`: where the scope names no term, year or round, only the current term's rows count.
    `cells`: ledger → the fields whose cells the measure rests on. `beyond`: one sentence on what a row's own cells do not
    show of why it counts, where other rows or settings have their say.
    """

    view: View
    sql: str
    where: str = "TRUE"
    known: str = "TRUE"
    known_in: View | None = None
    weight: str = "TRUE"
    basis: str = "basis"
    within_term: bool = False
    cells: dict[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    beyond: str = ""

    def __post_init__(self) -> None:
        for ledger, names in self.cells.items():
            if unknown := [name for name in names if name not in LEDGERS[ledger].by_name]:
                raise ValueError(f"Measure over {self.view.name}: ledger {ledger} has no field {unknown}")

    @classmethod
    def sum(cls, view: View, column: str, basis: str = "basis", **cells: tuple[str, ...]) -> "Measure":
        """The sum of a column over the rows that state it."""
        there = f"{column} IS NOT NULL"
        return cls(
            view=view, sql=f"sum({column})", where=there, known=there, weight=f"{column} > 0", basis=basis, cells=cells
        )

    @property
    def carries(self) -> tuple[str, ...]:
        """The dimensions that its rows carry."""
        return self.view.carries

    @property
    def once(self) -> str:
        """SQL of what is counted once however many rows name it; empty for plain sums."""
        found = DISTINCT.search(self.sql)
        return found[1] if found else ""

    @property
    def dated(self) -> bool:
        """Whether it is looked at on a day: registers change during a term."""
        return "{at}" in self.where

    @property
    def register(self) -> bool:
        """Whether it counts a register: dimensions that the register lacks leave it whole."""
        return self.view.register


@dataclass(frozen=True, kw_only=True)
class Metric:
    """A figure with its unit: the unit is part of its identity (立案件数 and 立案人数 are two metrics).

    `meaning`: the definition as the glossary prints it: what is counted, what counts as done, what does not. `of`: the
    denominator in words. `why`: what leaders read from it. `by`: the dimensions it can be split and filtered by. `dated`:
    dimensions that only set the day on which a register is looked at: filters, no splits. `better`: whether up is good.
    `additive`: whether the parts of a split add up to the whole. `said_as`: phrases under which reports state it.
    `beside`: a setting of the office that is printed beside the figure wherever it stands, {name} for its value.
    `planned`: a rate that the office itself brings about (覆盖率, 联动占比), in which chance has no part.
    """

    name: str
    label: str
    unit: str
    meaning: str
    why: str
    ledgers: tuple[str, ...]
    numerator: Measure
    denominator: Measure | None = None
    of: str = ""
    by: tuple[str, ...] = ()
    dated: tuple[str, ...] = ()
    decimals: int = 0
    better: Literal["up", "down", "none"] = "none"
    additive: bool = True
    said_as: tuple[str, ...] = ()
    beside: str = ""
    planned: bool = False

    def __post_init__(self) -> None:
        if not self.by:
            object.__setattr__(self, "by", self._shared())
        if lacking := set(self.by) - set(self._shared()):
            raise ValueError(
                f"Metric {self.name}: its views carry no {', '.join(sorted(lacking))}; take them out of by"
            )
        if (self.denominator is None) != (not self.of):
            raise ValueError(
                f"Metric {self.name}: a rate has a denominator and says in `of` what it is; a count has neither"
            )
        if unknown := [one for one in self.ledgers if one not in LEDGERS]:
            raise ValueError(f"Metric {self.name}: no ledger {unknown}; see data/ledgers")

    def _shared(self) -> tuple[str, ...]:
        other = self.denominator
        return tuple(d for d in self.numerator.carries if other is None or other.register or d in other.carries)

    def said_beside(self, settings: Settings) -> str:
        """What is printed beside the figure: 计为完成的状态：已完成; nothing for most."""
        values = {name: getattr(settings, name) for name in NAMES}
        return self.beside.format_map({name: "、".join(map(str, v)) if isinstance(v, tuple) else v for name, v in values.items()}) if self.beside else ""

    @property
    def scale(self) -> int:
        """What the quotient is multiplied by: rates are in percent."""
        return 100 if self.unit == "%" else 1

    @property
    def by_chance(self) -> bool:
        """Whether it is a share that leaves something to chance, so that one of a small whole has an interval."""
        return self.unit == "%" and not self.planned

    @property
    def money(self) -> bool:
        """Whether it is an amount in 万元, which is never shortened to 万."""
        return self.unit == "万元"

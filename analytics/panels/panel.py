"""What a panel is: title, metrics, split, chart and sentence, declared once for page, slide and export."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from analytics.absence import Absent, legend, signed
from analytics.charts.layout import Figure
from analytics.dimensions import DIMENSIONS
from analytics.formats import shown
from analytics.lines import Line
from analytics.metrics import METRICS
from analytics.theme import State, Theme
from data.facts import Facts
from data.ledgers import LEDGERS

Where = Mapping[str, str]
SCOPE = ("term", "year", "round", "kind")


@dataclass(frozen=True, kw_only=True)
class Step:
    """One figure on the way from issue to sanction; `between` says what leads to it.

    `metric` is whose figure it is, `rate` whose stands in `between`, both in the panel's scope.
    """

    label: str
    value: str
    unit: str
    between: str = ""
    metric: str = ""
    rate: str = ""


@dataclass(frozen=True, kw_only=True)
class Tile:
    """One village on the wall."""

    name: str
    state: State
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Town:
    """One row of the wall."""

    name: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, kw_only=True)
class Made:
    """What a panel shows for one scope.

    `table` has headings and values as people read them; it is the table view, the download and
    what tests compare the chart with. `say` is the sentence under the title, computed from the
    same frame. One of `figure`, `steps`, `towns`, `lines` is drawn; with none of them the table is.
    `headline` is the finding as a slide's title, where the first sentence of `say` is none. `note` joins the panel's own.
    `absent`: why cells of the table have no value. `why` joins the panel's own, for headings that settings decide.
    """

    table: pd.DataFrame
    say: str = ""
    note: str = ""
    absent: Absent = field(default_factory=dict)
    why: Mapping[str, str] = field(default_factory=dict)
    headline: str = ""
    figure: Figure | None = None
    steps: tuple[Step, ...] = ()
    towns: tuple[Town, ...] = ()
    lines: tuple[Line, ...] = ()
    basis: str = ""
    unit: str = ""


@dataclass(frozen=True, kw_only=True)
class Panel:
    """One thing shown. `make` computes it from facts, scope and theme.

    `metrics` are what it rests on: they name the ledgers it needs and what the glossary links.
    `takes` are the filters of the scope bar that it obeys; a set filter that it does not
    obey is said in its footer. `note` is its standing caveat. `besides` are ledgers that it reads
    and that none of its metrics rests on. `named`: it lists units rather than ranking them, so that their names
    may be projected; every other panel's are masked there. `why` says of columns of its table and parts of its chart
    that are no metric's figures how they come about, by their words without the unit.
    """

    name: str
    title: str
    metrics: tuple[str, ...]
    make: Callable[[Facts, Where, Theme], Made]
    unit: str = ""
    takes: tuple[str, ...] = SCOPE
    note: str = ""
    besides: tuple[str, ...] = ()
    named: bool = False
    why: Mapping[str, str] = field(default_factory=dict, hash=False)
    ledgers: tuple[str, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        if unknown := [name for name in self.metrics if name not in METRICS]:
            raise ValueError(f"Panel {self.name}: no metric {unknown}; declare it in analytics/metrics.py")
        if unknown := [name for name in self.takes if name not in SCOPE]:
            raise ValueError(f"Panel {self.name}: {unknown} is no filter of the scope bar ({', '.join(SCOPE)})")
        needed = {ledger for name in self.metrics for ledger in METRICS[name].ledgers} | set(self.besides)
        object.__setattr__(self, "ledgers", tuple(one for one in LEDGERS if one in needed))


@dataclass(frozen=True, kw_only=True)
class Built:
    """A panel made for one scope, ready to show and to keep: plain data only. `metrics`, `takes` and `why` are the panel's own."""

    panel: str
    title: str
    unit: str
    say: str
    note: str
    figure: Figure | None
    steps: tuple[Step, ...]
    towns: tuple[Town, ...]
    lines: tuple[Line, ...]
    table: pd.DataFrame
    alt: str
    foot: tuple[str, ...]
    ledgers: tuple[str, ...]
    metrics: tuple[str, ...]
    takes: tuple[str, ...]
    why: Mapping[str, str]
    headline: str = ""
    absent: Absent = field(default_factory=dict)

    @property
    def signed(self) -> pd.DataFrame:
        """The table as people read it: signs where there is no value."""
        return signed(self.table, self.absent)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show in this scope."""
        return self.table.empty


def build(panel: Panel, facts: Facts, where: Where, theme: Theme) -> Built:
    """Returns a panel made for a scope, with its footer: filters it does not obey, cut-off, version and basis."""
    obeyed = {name: value for name, value in where.items() if name in panel.takes}
    made = panel.make(facts, obeyed, theme)
    unit = made.unit or panel.unit
    return Built(
        panel=panel.name,
        title=panel.title,
        unit=unit,
        say=made.say,
        note=panel.note + made.note + legend(made.absent),
        figure=made.figure,
        steps=made.steps,
        towns=made.towns,
        lines=made.lines,
        table=made.table,
        alt=alternative(panel.title, unit, made.say, signed(made.table, made.absent)),
        foot=footer(facts, [name for name in where if name not in panel.takes], made.basis),
        ledgers=panel.ledgers,
        metrics=panel.metrics,
        takes=panel.takes,
        why={**panel.why, **made.why},
        headline=made.headline,
        absent=made.absent,
    )


def footer(facts: Facts, ignored: list[str], basis: str) -> tuple[str, ...]:
    """Returns the short facts under a panel."""
    said = [f"数据截至{day(facts.as_of_date)}" if facts.as_of_date else "", facts.edition]
    said.append(f"依据：{basis}" if basis else "")
    if ignored:
        said.append(f"本图不按{'、'.join(DIMENSIONS[name].label for name in ignored)}筛选")
    return tuple(text for text in said if text)


def alternative(title: str, unit: str, say: str, table: pd.DataFrame, most: int = 12) -> str:
    """Returns what a screen reader says instead of the chart: title, sentence, and the first rows."""
    rows = ["，".join(f"{heading}{shown(value)}" for heading, value in row.items()) for row in table.head(most).to_dict("records")]
    rest = f"；其余{len(table) - most}行见表格" if len(table) > most else ""
    head = "。".join(text for text in (title, unit, say.replace("**", "").replace("!!", "").rstrip("。")) if text)
    return f"{head}。{'；'.join(rows)}{rest}。"


def day(value: object) -> str:
    """Returns a date as it is written: 2020年12月31日."""
    stamp = pd.Timestamp(value)
    return f"{stamp.year}年{stamp.month}月{stamp.day}日"

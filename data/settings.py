"""What an office can set, declared once with its default. Every change is a numbered event in the store."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The settings of one office.

    `office`: who issues the figures. `county`: the office's own county, taken where a ledger names none.
    `terms`: term → (first day, last day); empty until the office says so. `coverage_target`: percent at the term's end.
    `predecessor_counts`: the inspection of a unit that was merged or renamed covers its successor. `keep_files`: keep the
    workbooks as sent, besides what was read of them. `marking`: printed on every page and export. `resend`: ledger →
    whether a new sending replaces all older rows of its scope, where that differs from the ledger's own default.

    `done_states`: the states of rectification that count as done. `green_days`, `yellow_days`: days left down to which a
    deadline is green, then yellow. `at_once_days`: days after feedback within which 立行立改 is due. `clue_months`: months
    without result after which a clue is asked about, three steps. `uninspected_years`, `stale_days`: how long a unit may go
    without an inspection, a ledger without a new sending, before the list of matters to attend to names it.

    `templates`: report templates that the office wrote for itself, by name. `mask_below`: counts of persons under it are not
    projected while the projection is masked. `rank_below`: a rate of fewer than this takes no part in rankings and stands
    in grey. `interval_below`: a rate of fewer than this is drawn with its 95 % interval.
    """

    office: str = ""
    county: str = ""
    terms: Mapping[int, tuple[date, date]] = field(default_factory=dict)
    coverage_target: float = 100.0
    predecessor_counts: bool = True
    keep_files: bool = False
    marking: str = ""
    resend: Mapping[str, bool] = field(default_factory=dict)
    done_states: tuple[str, ...] = ("已完成",)
    green_days: int = 20
    yellow_days: int = 10
    at_once_days: int = 15
    clue_months: tuple[int, ...] = (3, 6, 12)
    uninspected_years: int = 3
    stale_days: int = 31
    templates: Mapping[str, str] = field(default_factory=dict)
    mask_below: int = 3
    rank_below: int = 10
    interval_below: int = 30

    def __post_init__(self) -> None:
        for term, (first, last) in self.terms.items():
            if first >= last:
                raise ValueError(f"第 {term} 届的起始日期应早于结束日期")
        if not 0 < self.coverage_target <= 100:
            raise ValueError("覆盖率目标应大于 0、不超过 100")
        if not 0 <= self.yellow_days <= self.green_days:
            raise ValueError("黄色天数应不小于 0、不大于绿色天数")
        if not self.done_states:
            raise ValueError("至少选一种整改状态计为完成")
        if list(self.clue_months) != sorted({int(m) for m in self.clue_months if m > 0}) or not self.clue_months:
            raise ValueError("线索提醒月数应从小到大、互不相同")
        if min(self.at_once_days, self.uninspected_years, self.stale_days) < 1:
            raise ValueError("天数、年数应不小于 1")
        if not 1 <= self.mask_below <= 100:
            raise ValueError("投屏脱敏的人数下限应在 1 至 100 之间")
        if not 1 <= self.rank_below <= self.interval_below <= 400:
            raise ValueError("不排名的基数应不小于 1、不大于标出区间的基数")

    def term_of(self, day: date | None) -> int | None:
        """The term that a day falls in, None where no term or more than one is known to hold it."""
        found = [t for t, (first, last) in self.terms.items() if day and first <= day <= last]
        return found[0] if len(found) == 1 else None


NAMES = tuple(f.name for f in fields(Settings))


def changed_all(settings: Settings, values: Mapping[str, object]) -> Settings:
    """The settings with values changed together; ValueError for an unknown name or values that make no sense."""
    for name in values:
        if name not in NAMES:
            raise ValueError(f"没有名为“{name}”的设置")
    return replace(settings, **values)


def to_json(name: str, value: object) -> object:
    """A setting's value as plain JSON data."""
    if name == "terms":
        return {str(term): [first.isoformat(), last.isoformat()] for term, (first, last) in value.items()}
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, Mapping) else value


def from_json(name: str, value: object) -> object:
    """The reverse of `to_json`."""
    if name == "terms":
        return {int(t): (date.fromisoformat(first), date.fromisoformat(last)) for t, (first, last) in value.items()}
    return tuple(value) if isinstance(value, list) else value

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
    """

    office: str = ""
    county: str = ""
    terms: Mapping[int, tuple[date, date]] = field(default_factory=dict)
    coverage_target: float = 100.0
    predecessor_counts: bool = True
    keep_files: bool = False
    marking: str = ""
    resend: Mapping[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for term, (first, last) in self.terms.items():
            if first >= last:
                raise ValueError(f"第 {term} 届的起始日期应早于结束日期")
        if not 0 < self.coverage_target <= 100:
            raise ValueError("覆盖率目标应大于 0、不超过 100")

    def term_of(self, day: date | None) -> int | None:
        """The term that a day falls in, None where no term or more than one is known to hold it."""
        found = [t for t, (first, last) in self.terms.items() if day and first <= day <= last]
        return found[0] if len(found) == 1 else None


NAMES = tuple(f.name for f in fields(Settings))


def changed(settings: Settings, name: str, value: object) -> Settings:
    """The settings with one value changed; ValueError for an unknown name or a value that makes no sense."""
    if name not in NAMES:
        raise ValueError(f"没有名为“{name}”的设置")
    return replace(settings, **{name: value})


def to_json(name: str, value: object) -> object:
    """A setting's value as plain JSON data."""
    if name == "terms":
        return {str(term): [first.isoformat(), last.isoformat()] for term, (first, last) in value.items()}
    return dict(value) if isinstance(value, Mapping) else value


def from_json(name: str, value: object) -> object:
    """The reverse of `to_json`."""
    if name == "terms":
        return {int(t): (date.fromisoformat(first), date.fromisoformat(last)) for t, (first, last) in value.items()}
    return value

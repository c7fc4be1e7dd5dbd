"""A stretch of time that a figure is compared over, its days written out, and the days on which stretches are cut."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, kw_only=True)
class Period:
    """`name`: what it is called (第十轮, 2019年), nothing where its days say it all. `first` is None for a figure that stands on the day `last`, not over a time."""

    name: str
    first: date | None = None
    last: date | None = None

    @property
    def text(self) -> str:
        """The days written out: 2020年3月1日至5月31日, 截至2019年12月31日."""
        if self.first is None and self.last is None:
            return "起止日期未注明"
        if self.first is None:
            return f"截至{written(self.last)}"
        if self.last is None:
            return f"{written(self.first)}起"
        same = self.first.year == self.last.year
        return f"{written(self.first)}至{f'{self.last.month}月{self.last.day}日' if same else written(self.last)}"


def written(day: date) -> str:
    """Returns a day as it is written: 2020年12月31日."""
    return f"{day.year}年{day.month}月{day.day}日"


def month_end(day: date) -> date:
    """Returns the last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def whole_months(day: date) -> date:
    """Returns the last day that ends a month, up to a day."""
    return day if day == month_end(day) else day.replace(day=1) - timedelta(days=1)


def year_before(day: date) -> date:
    """Returns the same day a year earlier; the end of February stays its end."""
    earlier = day.replace(day=1, year=day.year - 1)
    return month_end(earlier) if day == month_end(day) else earlier.replace(day=min(day.day, monthrange(earlier.year, earlier.month)[1]))

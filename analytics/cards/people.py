"""The key figures of 队伍建设: the pool, who of it serves, this year's trainings and hours against last year's."""

from analytics.cards.card import Card, amount, joined, share
from analytics.compare import against_before
from analytics.dimensions import UNSAID
from analytics.formats import number
from analytics.panels.panel import Where
from analytics.query import figure, frame
from analytics.wording import changed
from data.facts import Facts


def people_cards(facts: Facts, where: Where) -> tuple[Card, ...]:
    """Returns talent pool, share that has served, trainings and hours a person of the scope's year, else of the latest."""
    scope = {name: value for name, value in where.items() if name in ("term", "year")}
    trained = scope | {"year": year} if (year := scope.get("year") or latest(facts, scope)) else scope
    return (
        pool_card(facts, scope), served_card(facts), yearly_card(facts, trained, "trainings", "培训"),
        yearly_card(facts, trained, "hours_per_person", "人均学时"),
    )  # fmt: skip


def latest(facts: Facts, where: Where) -> str | None:
    """Returns the last year in which there was a training."""
    years = [one.year for one in frame(facts, "trainings", by=("year",), where=where).itertuples() if one.year != UNSAID]
    return years[-1] if years else None


def pool_card(facts: Facts, where: Where) -> Card:
    """The pool on the scope's last day, against the end of the year before."""
    found = figure(facts, "talent_pool", where)
    year = int(str(where["year"]).removesuffix("年")) if "year" in where else facts.as_of_date.year if facts.as_of_date else None
    before = figure(facts, "talent_pool", {"year": f"{year - 1}年"}) if year else None
    change = changed(found.value, before.value, "人") if before and before.value else ""
    units = frame(facts, "talent_pool", by=("employer",), where=where)
    number_of_units = sum(units["value"].fillna(0).gt(0) & units["employer"].ne(UNSAID))
    return Card(
        name="talent_pool", label="人才库", value=found.text, unit="人", delta=change, delta_basis=f"较{year - 1}年末" if change else "",
        good=None if not change else change.startswith("+") or None, note=f"来自 {number_of_units} 个单位" if number_of_units else "",
        metric="talent_pool", where=where,
    )  # fmt: skip


def served_card(facts: Facts) -> Card:
    """How many of the pool have served; as the register stands today."""
    found, times = figure(facts, "served_share"), figure(facts, "times_served")
    return Card(
        name="served_share", label="参加过巡察的比例", value=amount(found), unit="%", fraction=share(found.value),
        note=joined(f"参加过/在库 {found.of}" if found.denominator else "", f"累计 {times.text} 人次" if times.value else ""),
        metric="served_share",
    )  # fmt: skip


def yearly_card(facts: Facts, where: Where, metric: str, label: str) -> Card:
    """One metric of a year against the year before, with the course of the years."""
    found = figure(facts, metric, where)
    year = str(where.get("year", ""))
    delta, basis = against_before(facts, metric, where, found.unit) if year else ("", "")
    persons = figure(facts, "training_persons", where)
    course = frame(facts, metric, by=("year",), where={name: value for name, value in where.items() if name == "term"})
    note = f"参训 {persons.text} 人次" if metric == "trainings" and persons.value else ""
    if found.denominator:
        note = f"培训学时/参训人次 {number(found.numerator, short=False)}/{number(found.denominator, short=False)}"
    return Card(
        name=metric, label=f"{year}{label}", value=amount(found), unit=found.unit, delta=delta, delta_basis=basis,
        good=None if not delta else True if delta.startswith("+") else None, note=note, metric=metric, where=where,
        spark=tuple(float(one.value) for one in course.dropna(subset="value").itertuples() if one.year <= (year or one.year) and one.year != UNSAID),
    )  # fmt: skip

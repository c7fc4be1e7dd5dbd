"""The talent pool, trainings and rules once more, row by row."""

import re

from tests.second_opinion.asking import Ask, Question, fits
from tests.second_opinion.stored import Row


def _pool(opinion: object) -> list[Row]:
    """The talent register; an employer by the name that the register of organisations has for it."""
    found = []
    for row in opinion.live["talents"]:
        units = [u for u in opinion.register if u["county"] == row["county"]]
        known = {u["organisation"] for u in units}
        short = {
            o["organisation"] for o in opinion.live["organisations"]
            if o["county"] == row["county"] and o["organisation"] and o["short_name"] == row["employer"] and row["employer"]
        }  # fmt: skip
        name = row["employer"]
        if name not in known and len(short) == 1:
            name = next(iter(short))
        kind = next((u["organisation_kind"] for u in units if u["organisation"] == name), None)
        words = [one for one in re.split("[、,;/]", row["specialty"] or "") if one]
        found.append(row | {
            "employer": name, "organisation_kind": kind, "specialty": "、".join(words) or None, "talent_role": row["role"],
            "persons": 1 if row["persons"] is None else row["persons"],
        })  # fmt: skip
    return found


def _on_register(field: str | None, amount: str) -> Ask:
    """Persons (or persons times `amount`) of those on the register on the day; `field` must be stated."""

    def ask(opinion: object, where: dict[str, str]) -> int | None:
        day = opinion.day(where)
        rows = [r for r in _pool(opinion) if field is None or r[field] is not None]
        asked = {n: v for n, v in where.items() if n not in ("term", "year")}
        here = [
            r for r in rows
            if (r["joined_on"] is None or r["joined_on"] <= day) and (r["left_on"] is None or day < r["left_on"]) and fits(r, asked)
        ]  # fmt: skip
        if not here:
            return opinion.nought(rows, {n: v for n, v in where.items() if n == "county"})
        if amount == "served":
            return sum(r["persons"] for r in here if r["times_served"])
        return sum(r["persons"] * (r["times_served"] if amount == "times" else 1) for r in here)

    return ask


def _trained(field: str) -> Ask:
    def ask(opinion: object, where: dict[str, str]) -> float | None:
        rows = []
        for row in opinion.rows_of("trainings"):
            persons, hours = row["persons"], row["hours"]
            both = persons is not None and hours is not None
            rows.append(row | {
                "month": row["start"].replace(day=1) if row["start"] else None,
                "sessions": 1 if row["sessions"] is None else row["sessions"],
                "person_hours": persons * hours if both else None, "persons_of_hours": persons if both else None,
            })  # fmt: skip
        return opinion.total(rows, field, where)

    return ask


def _ruled(*actions: str | None) -> Ask:
    def ask(opinion: object, where: dict[str, str]) -> int | None:
        rows = [
            r | {"one": 1 if r["action"] in actions else 0, "month": r["made_on"].replace(day=1) if r["made_on"] else None}
            for r in opinion.rows_of("regulations")
        ]  # fmt: skip
        return opinion.total(rows, "one", where)

    return ask


PEOPLE_QUESTIONS: dict[str, Question] = {
    "talent_pool": (_on_register(None, "persons"), None),
    "served_share": (_on_register("times_served", "served"), _on_register("times_served", "persons")),
    "times_served": (_on_register("times_served", "times"), None),
    "trainings": (_trained("sessions"), None),
    "training_persons": (_trained("persons"), None),
    "training_hours": (_trained("person_hours"), None),
    "hours_per_person": (_trained("person_hours"), _trained("persons_of_hours")),
    "regulations_new": (_ruled("新建", None), None),
    "regulations_revised": (_ruled("修订"), None),
}

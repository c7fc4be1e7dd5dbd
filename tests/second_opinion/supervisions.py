"""Supervision once more: each batch by direction, in the year in which it was handed over."""

from functools import cache

from tests.second_opinion.asking import Question
from tests.second_opinion.stored import Row


@cache
def rows(opinion) -> list[Row]:
    """The ledger's rows with their own year and how many matters each is."""
    found = []
    for raw, row in zip(opinion.live["supervisions"], opinion.rows_of("supervisions"), strict=True):
        day = raw["handed_on"]
        items = raw["items"]
        if items is None:
            items = max(1, raw["taken_up"] or 1)
        found.append(
            row | {
                "year": raw["year"] or (day.year if day else row["year"]), "month": day.replace(day=1) if day else None,
                "kind": row["kind"] if row["round"] else None,
                "handed": items if raw["direction"] == "移交" else None,
                "received": items if raw["direction"] == "接收" else None,
                "answered": items if raw["taken_up"] is not None else None,
            }
        )  # fmt: skip
    return found


def counted(field: str):
    """The sum of a column."""
    return lambda opinion, where: opinion.total(rows(opinion), field, where)


SUPERVISIONS_QUESTIONS: dict[str, Question] = {
    "supervision_handed": (counted("handed"), None),
    "supervision_received": (counted("received"), None),
    "supervision_taken_up": (counted("taken_up"), None),
    "supervision_taken_up_rate": (counted("taken_up"), counted("answered")),
}

"""The live rows as plain dicts, each unit under its register's name."""

import json
from collections.abc import Iterable

from data.facts import Facts
from data.ledgers import LEDGERS
from data.naming import named, spellings
from data.store import Store

Row = dict[str, object]


def naming(kind: str) -> list[str]:
    """The ledgers whose rows name an organisation, a town or a village that a register holds."""
    return [n for n, one in LEDGERS.items() if kind in one.by_name and n not in ("organisations", "villages")]


class Stored:
    """What is stored, and what the register holds."""

    def __init__(self, store: Store, facts: Facts) -> None:
        self.today, self.term, self.settings = facts.as_of_date, facts.term, facts.settings
        self.live = {name: self._rows(store, name) for name in LEDGERS}
        self.sent = {one["id"]: one["cut_off"] or one["at"].date() for one in store.imports()}
        self._name(store)
        self.register = self._newest(self.live["organisations"], "county", "organisation")
        self.villages = self._newest(self.live["villages"], "county", "town", "village")
        self.kind_of = {(r["county"], r["organisation"]): r["organisation_kind"] for r in self.register}

    def _rows(self, store: Store, ledger: str) -> list[Row]:
        frame = store.live(ledger).astype(object)
        frame = frame.where(frame.notna(), None)
        rows = frame.to_dict("records")
        for number, row in enumerate(rows):
            row["_number"], row["_ledger"] = number, ledger
            for name, value in row.items():
                if hasattr(value, "date"):
                    row[name] = value.date()
        return rows

    def _name(self, store: Store) -> None:
        rows = [r for rows in self.live.values() for r in rows]
        counties = {r["county"] for r in rows if r["county"]}
        own = self.settings.county or (counties.pop() if len(counties) == 1 else "本县")
        answers = {g: m for kind in ("organisation", "town", "village") for g, m in store.answers(kind).items()}
        for row in rows:
            row["county"] = row["county"] or own
            marks = json.loads(row["_marks"]) if row["_marks"] else {}
            row["masked"] = False
            for field in ("organisation", "town", "village"):
                if marks.get(field) == "隐名":
                    row["masked"] = row["masked"] or field == ("organisation" if "organisation" in row else "village")
                    row[field] = None
        for county in {r["county"] for r in rows}:
            units = [
                (r["organisation"], r["short_name"], r["aliases"], r["predecessor"])
                for r in self.live["organisations"] if r["county"] == county and r["organisation"]
            ]  # fmt: skip
            self._rename(county, "organisation", spellings(units), answers, naming("organisation"))
            towns = [(r["town"],) for r in self.live["villages"] if r["county"] == county and r["town"]]
            self._rename(county, "town", spellings(towns), answers, naming("town"))
            for town in {r["town"] for name in naming("village") for r in self.live[name]}:
                known = [
                    (r["village"],)
                    for r in self.live["villages"]
                    if (r["county"], r["town"]) == (county, town) and r["village"]
                ]
                self._rename(county, "village", spellings(known), answers, naming("village"), town)

    def _rename(
        self, county: str, field: str, known: dict, answers: dict, ledgers: Iterable[str], town: object = ...
    ) -> None:
        rows = [
            r for name in ledgers for r in self.live[name]
            if r["county"] == county and r[field] and (town is ... or r["town"] == town)
        ]  # fmt: skip
        meaning = named({r[field] for r in rows}, known, answers, county)
        for row in rows:
            row[field] = meaning.get(row[field], row[field])

    @staticmethod
    def _newest(rows: list[Row], *fields: str) -> list[Row]:
        found = {tuple(r[f] for f in fields): r for r in rows if r[fields[-1]]}
        return list(found.values())

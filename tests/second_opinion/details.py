"""Issues, clues and villages: the details, and reported numbers where they say nothing."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from data.categories import REPORTED, category
from data.facts import Facts
from data.ledgers import LEDGERS
from data.store import Store
from tests.second_opinion.inspections import Inspections
from tests.second_opinion.stored import Row

CARRYING = (
    "county",
    "term",
    "year",
    "round",
    "batch",
    "kind",
    "form",
    "team",
    "organisation_kind",
    "organisation",
    "month",
)


class Details(Inspections):
    """What was found in which round."""

    def __init__(self, store: Store, facts: Facts) -> None:
        super().__init__(store, facts)
        self._in_rounds: dict[str, list[Row]] = {}
        self.issues, self.clues, self.reaches = self._issues(), self._clues(), self._reaches()

    def _dressed(self, row: Row, infers: bool = True) -> Row:
        """A detail with what its organisation's inspection in that round says; `infers`: its only round is its round."""
        row = self._placed(row)
        mine = [
            r
            for r in self.inspections
            if r["reached"]
            and r["organisation"]
            and (r["county"], r["organisation"]) == (row["county"], row["organisation"])
        ]
        if row["round"] is None and infers:
            fit = {
                r["round_id"]
                for r in mine
                if row["year"] is None
                or min(x["year"] or 9999 for x in self.inspections if x["round_id"] == r["round_id"]) == row["year"]
            }
            if len(fit) == 1:
                places = [p for p in self.places.values() if p.round_id == next(iter(fit))]
                row["round_id"], row["round"] = places[0].round_id, places[0].round_name
                row["round_number"] = places[0].round
                row["term"] = places[0].term or row["term"]
                row["year"] = row["year"] or min((p.year for p in places if p.year), default=None)
                row["kind_by_theme"] = places[0].kind
        here = [r for r in mine if r["round_id"] == row["round_id"]]
        for name in ("batch", "team", "form"):
            row[name] = row[name] if row[name] is not None else _agreed(r[name] for r in here)
        of_round = _agreed(r["kind"] for r in self.inspections if r["round_id"] == row["round_id"])
        row["kind"] = row["kind"] or _agreed(r["kind"] for r in here) or of_round or row["kind_by_theme"]
        row["ended"] = max((r["end"] for r in here if r["end"]), default=None) or max(
            (r["end"] for r in self.inspections if r["round_id"] == row["round_id"] and r["end"]), default=None
        )
        row["organisation_kind"] = self.kind_of.get((row["county"], row["organisation"]))
        return row

    def rows_of(self, ledger: str) -> list[Row]:
        """A ledger's live rows, each in its round; what follows an inspection keeps its own year. Each call gives copies."""
        if ledger not in self._in_rounds:
            self._in_rounds[ledger] = [self._in_round(row, LEDGERS[ledger].dated) for row in self.live[ledger]]
        return [dict(row) for row in self._in_rounds[ledger]]

    def _in_round(self, row: Row, dated: str) -> Row:
        names = ("organisation", "batch", "kind", "form", "team", "term", "round", "theme", "town")
        if "inspected_year" not in row:
            return self._dressed(dict.fromkeys(names) | row)
        day = row.get(dated)
        return self._dressed(dict.fromkeys(names) | row, infers=False) | {"year": row["year"] or (day.year if day else None)}

    def _reported(self, name: str, details: list[Row], says: Callable[[Row], bool]) -> Iterable[Row]:
        """The numbers that rounds report of which the details say nothing."""
        for row in self.round_rows:
            if name not in row["counted"]:
                continue
            same = [d for d in details if d["round_id"] == row["round_id"] and d["round"]]
            year = [d for d in details if (d["county"], d["year"]) == (row["county"], row["year"]) and row["year"]]
            if any(says(d) for d in same) or (
                year and not any(d["round"] for d in year) and any(says(d) for d in year)
            ):
                continue
            yield {k: row.get(k) for k in (*CARRYING, "round_number", "round_id")} | {
                "basis": "报送",
                "n": row["counted"][name],
                "source": row,
            }

    def _issues(self) -> list[Row]:
        details = [self._dressed(r) for r in self.live["issues"]]
        found = []
        for row in details:
            row["says"] = row["immediate"] is not None or row["disposal"] is not None
        for row in details:
            at_once = row["immediate"] or "立行立改" in (row["disposal"] or "")
            told = any(d["says"] for d in details if d["round_id"] == row["round_id"])
            day = row["found_on"] or row["fed_back_on"] or row["ended"]
            found.append(row | {
                "issues": 1, "immediate": 1 if at_once else 0 if told else None, "category": category(row["category"], row["subcategory"]),
                "month": day.replace(day=1) if day else None, "basis": "明细",
            })  # fmt: skip
        for row in self._reported("issues", details, lambda d: True):
            parts = {main: row["source"]["counted"].get(name) or 0 for name, main in REPORTED.items()}
            rest = row["n"] - sum(parts.values())
            if rest < 0:
                parts, rest = {}, row["n"]
            found += [row | {"issues": n, "immediate": None, "category": main} for main, n in parts.items() if n]
            if rest or not any(parts.values()):
                found.append(row | {"issues": rest, "immediate": None, "category": None})
        found += [
            row | {"issues": None, "immediate": row["n"], "category": None}
            for row in self._reported("immediate", details, lambda d: d["says"])
        ]
        return found

    def _clues(self) -> list[Row]:
        details = [self._dressed(r) for r in self.live["clues"]]
        for row in details:
            if row["year"] is None and row["round"] is None and row["transferred_on"]:
                row["year"] = row["transferred_on"].year
        says = {
            "clues": lambda d: True,
            "clue_persons": lambda d: d["clue_persons"] is not None,
            "cases": lambda d: any(d[f] is not None for f in ("filed", "cases", "case_persons", "filed_on", "state")),
            "case_persons": lambda d: d["case_persons"] is not None,
            "sanctions": lambda d: any(d[f] is not None for f in ("sanctions", "party_sanction", "admin_sanction")),
            "org_handlings": lambda d: d["org_handling"] is not None,
            "detained": lambda d: d["detained"] is not None,
            "judicial": lambda d: d["judicial"] is not None,
        }
        reported = {name: list(self._reported(name, details, say)) for name, say in says.items()}
        of_round = {name: {r["round_id"] for r in rows} for name, rows in reported.items()}
        found = []
        for row in details:
            filed = bool(
                row["filed"]
                or (row["cases"] or 0) > 0
                or (row["filed"] is None and (row["filed_on"] or "已立案" in (row["state"] or "")))
            )
            told = {n: any(say(d) for d in details if d["round_id"] == row["round_id"]) for n, say in says.items()}
            count, id_ = 1 if row["clues"] is None else row["clues"], row["round_id"]
            cases = persons = clues_filed = None
            if id_ not in of_round["cases"]:
                clues_filed = (
                    (min(count, row["cases"] or 1) if count > 1 else 1) if filed else 0 if told["cases"] else None
                )
                cases = row["cases"] if row["cases"] is not None else 1 if filed else 0 if told["cases"] else None
                if id_ not in of_round["case_persons"]:
                    persons = 1 if filed else 0 if told["cases"] else None
            punished = any(
                t not in (None, "无", "否", "未处分", "没有", "0")
                for t in (row["party_sanction"], row["admin_sanction"])
            )
            age = _months(row["transferred_on"], self.today)
            found.append(row | {
                "clues": count, "persons": row["clue_persons"], "clues_filed": clues_filed, "cases": cases,
                "case_persons": row["case_persons"] if row["case_persons"] is not None else persons,
                "sanctions": row["sanctions"] if row["sanctions"] is not None else 1 if punished else 0 if told["sanctions"] else None,
                "org_handlings": _persons(row["org_handling"], told["org_handlings"]),
                "detained": _persons(row["detained"], told["detained"]),
                "judicial": _persons(row["judicial"], told["judicial"]),
                "closed": row["state"] in ("已办结", "予以了结") or bool(row["closed_on"] and row["closed_on"] <= self.today),
                "month": row["transferred_on"].replace(day=1) if row["transferred_on"] else None, "basis": "明细",
                "clue_age": None if age is None else "0–3个月" if age < 3 else "3–6个月" if age < 6 else "6–12个月" if age < 12 else "12个月以上",
            })  # fmt: skip
        blank = dict.fromkeys(
            ("clues", "persons", "clues_filed", "cases", "case_persons", "sanctions", "clue_age", "closed", "org_handlings", "detained", "judicial")
        )
        for name, rows in reported.items():
            fields = {"clue_persons": ("persons",), "cases": ("cases", "clues_filed")}.get(name, (name,))
            found += [row | blank | dict.fromkeys(fields, row["n"]) for row in rows]
        return found

    def _reaches(self) -> list[Row]:
        rows = []
        for row in self.live["village_reaches"]:
            row = self._staged(row)
            if row["town"] is None:
                towns = {
                    r["town"]
                    for r in self.live["villages"]
                    if (r["county"], r["village"]) == (row["county"], row["village"]) and r["town"]
                }
                row["town"] = towns.pop() if len(towns) == 1 else None
            said = next(r["kind"] for r in self.live["village_reaches"] if r["_number"] == row["_number"])
            of_round = _agreed(r["kind"] for r in self.inspections if r["round_id"] == row["round_id"])
            row["kind"] = (said.split("、")[0] if said else None) or of_round or row["kind_by_theme"]
            rows.append(row)
        newest = {(r["county"], r["round_id"], r["town"], r["village"]): r for r in rows if r["village"]}
        found = []
        for row in newest.values():
            home = next(
                (
                    v
                    for v in self.villages
                    if (v["county"], v["town"], v["village"]) == (row["county"], row["town"], row["village"])
                ),
                None,
            )
            found.append(row | {
                "home": home, "village_class": (home or {}).get("village_class") or row["village_class"], "basis": "明细",
                "unit": (row["county"], row["town"], row["village"]), "n": 0,
            })  # fmt: skip
        blank = {"home": None, "village_class": None, "unit": None, "done": False, "town": None}
        found += [
            r | blank | {"reached": r["source"]["reached"]} for r in self._reported("villages", rows, lambda d: True)
        ]
        return found


def _agreed(values: Iterable[object]) -> object:
    found = {v for v in values if v is not None}
    return found.pop() if len(found) == 1 else None


def _months(start: date | None, end: date) -> int | None:
    if start is None:
        return None
    return (end.year - start.year) * 12 + end.month - start.month - (1 if start.day > end.day else 0)


def _persons(text: str | None, told: bool) -> int | None:
    """How many persons a cell speaks of; nobody where only other rows of the round have such a cell."""
    if text is None:
        return 0 if told else None
    numbers = [int(number) for number in re.findall(r"^[0-9]+$|[0-9]+(?=人)", text)]
    return sum(numbers) if numbers else 0 if text in ("无", "否", "没有", "未") else 1

"""Inspections: the round each row is in, how far it has got, which reported numbers count."""

from collections.abc import Iterable
from datetime import timedelta

from data.categories import REPORTED
from data.facts import Facts
from data.kinds import Round
from data.ledgers import LEDGERS
from data.placing import Place, Spot, place
from data.store import Store
from tests.second_opinion.stored import Row, Stored

NUMBERS = (
    "organisations_reported", "villages", "talks", "petitions", "issues", "immediate", "clues", "clue_persons", "cases", "case_persons", "sanctions",
    "org_handlings", "detained", "judicial", "money_recovered", "money_collected", "money_refunded", "rules_made", "rules_new", "rules_revised",
    "rectify_due", "rectified", "rectifying", "overdue", *REPORTED,
)  # fmt: skip


class Inspections(Stored):
    """Who was inspected in which round."""

    def __init__(self, store: Store, facts: Facts) -> None:
        super().__init__(store, facts)
        ticks = list(self._ticks())
        self.places = place({self._spot(r) for r in [*self._all_rows(), *ticks]}, self.settings)
        self.linked_rows = self._linked_rows()
        self.round_rows = self._round_rows()
        only_linked = [r for r in self.linked_rows if not any(_same_inspection(r, k) for k in self.round_rows)]
        named = [*only_linked, *self._ticked(ticks, [*self.round_rows, *only_linked])]
        self._leave_out_named(named)
        self.inspections = [*self.round_rows, *named]

    def _leave_out_named(self, named: list[Row]) -> None:
        """Takes the organisations that are known by name out of the totals that rounds report, the first total first."""
        for id_ in {r["round_id"] for r in named}:
            names = len({r["organisation"] for r in named if r["round_id"] == id_ and r["reached"]})
            for row in sorted(self.round_rows, key=lambda r: r["_number"]):
                total = row["counted"].get("organisations_reported")
                if row["round_id"] == id_ and row["reached"] and not row["organisation"] and total is not None:
                    row["counted"]["organisations_reported"] = max(total - names, 0)
                    names = max(names - total, 0)

    def _all_rows(self) -> list[Row]:
        return [r for name, one in LEDGERS.items() if "year" in one.by_name for r in self.live[name]]

    @staticmethod
    def _spot(row: Row) -> Spot:
        dated = "start" if row["_ledger"] == "organisations" else LEDGERS[row["_ledger"]].dated
        after = "inspected_year" in row and (row["inspected_year"] or row["round"] or row["theme"])
        year = row["inspected_year"] if after else row["year"]
        return Spot(row["county"], row.get("term"), year, row.get("round"), row.get("theme"), row.get(dated))

    def _placed(self, row: Row) -> Row:
        found: Place = self.places[self._spot(row)]
        said = row["kind"].split("、")[0] if row.get("kind") else None
        return row | {
            "round_id": found.round_id, "term": found.term, "year": found.year, "round_number": found.round, "round": found.round_name,
            "place": found, "kind": said, "kind_by_theme": found.kind,
        }  # fmt: skip

    def _stage(self, row: Row) -> str:
        if row["status"]:
            return row["status"]
        start, end, today = row.get("start"), row.get("end"), max(self.today, self.sent[row["_import"]])
        if end is None and start and row.get("days"):
            end = start + timedelta(days=row["days"] - 1)
        if row.get("fed_back_on") and row["fed_back_on"] <= today:
            return "已反馈"
        if start and start > today:
            return "计划"
        return "进驻中" if end and end > today else "已完成"

    def _staged(self, row: Row) -> Row:
        row = self._placed(row)
        row["kind"] = row["kind"] or row["kind_by_theme"]
        row["status"] = self._stage(row)
        end = row["end"] or (
            row["start"] + timedelta(days=row["days"] - 1) if row.get("start") and row.get("days") else None
        )
        row["end"] = end
        row["month"] = (end or row["start"]).replace(day=1) if end or row["start"] else None
        row["reached"], row["done"] = row["status"] != "计划", row["status"] in ("已完成", "已反馈")
        return row

    def _linked_rows(self) -> list[Row]:
        """What the linked ledger says of each organisation in each round and batch, its newest sending alone."""
        placed = [self._placed(r) for r in self.live["linked_inspections"] if r["organisation"]]
        where = ("county", "round_id", "organisation")
        newest = {}
        for row in placed:
            key = tuple(row[n] for n in where)
            newest[key] = max(newest.get(key, 0), row["_import"])
        groups: dict[tuple, Row] = {}
        for row in placed:
            key = tuple(row[n] for n in where)
            if row["_import"] != newest[key]:
                continue
            row["kind"] = row["kind"] or row["kind_by_theme"]
            known = groups.get((*key, row["batch"]))
            if known is None:
                groups[*key, row["batch"]] = row
                continue
            forms = [f for one in (known, row) if one["form"] for f in one["form"].split("、")]
            dates = {n: [one[n] for one in (known, row) if one[n]] for n in ("start", "end")}
            known |= {n: v for n, v in row.items() if v is not None}
            known["form"] = "、".join(dict.fromkeys(forms)) or None
            known["start"], known["end"] = min(dates["start"], default=None), max(dates["end"], default=None)
        return [self._linked(row) for row in groups.values()]

    def _linked(self, row: Row) -> Row:
        """A group of rows of the linked ledger as an inspection; its place is not asked for again."""
        status = self._stage(row | {"status": None})
        said, day = row["counts_for_coverage"], row["end"] or row["start"]
        return row | {
            "status": status, "reached": status != "计划", "done": status == "已完成", "basis": "明细", "counted": {},
            "counts": row["kind"] not in ("专项", "机动", "回头看") if said is None else said, "linked": row,
            "month": day.replace(day=1) if day else None, "organisation_kind": self.kind_of.get((row["county"], row["organisation"])),
        }  # fmt: skip

    def _complete(self, rows: list[Row]) -> None:
        """Gives rows of the round ledger the form and the switch that only the linked ledger states."""
        for row in rows:
            row["linked"] = None
        offers = []
        for order, one in enumerate(self.linked_rows):
            mine = [r for r in rows if _same_inspection(one, r) and (None in (one["batch"], r["batch"]) or one["batch"] == r["batch"])]
            alone = len({r["round_id"] for r in mine}) == 1
            offers += [(one["round"] is None, -one["_number"], order, r, one) for r in mine if alone or r["round_id"] == one["round_id"]]
        for _, _, _, row, one in sorted(offers, key=lambda o: o[:3]):
            row["linked"] = row["linked"] or one
        for row in rows:
            if one := row["linked"]:
                row["form"] = row["form"] or one["form"]
                if row["counts_for_coverage"] is None and one["counts_for_coverage"] is not None:
                    row["counts"] = one["counts_for_coverage"]

    def _round_rows(self) -> list[Row]:
        rows = [self._staged(r) for r in self.live["rounds"]]
        kept = []
        for row in rows:
            others = [
                r
                for r in rows
                if row["organisation"]
                and (r["county"], r["round_id"], r["organisation"])
                == (row["county"], row["round_id"], row["organisation"])
            ]
            newest = max((r["_import"] for r in others), default=0)
            latest = [r for r in others if r["_import"] == newest]
            if any(r["batch"] == row["batch"] and r["_number"] > row["_number"] for r in others):
                continue
            if (
                row["organisation"]
                and row["_import"] < newest
                and (row["batch"] is None or any(r["batch"] is None for r in latest))
            ):
                continue
            said = row["counts_for_coverage"]
            row["counts"] = row["kind"] not in ("专项", "机动", "回头看") if said is None else said
            row["organisation_kind"] = self.kind_of.get((row["county"], row["organisation"]))
            row["basis"] = "明细" if row["organisation"] else "报送"
            if row["organisation"]:
                row["organisations_reported"] = 1
            elif row["masked"]:
                row["organisations_reported"] = None
            kept.append(row)
        self._complete(kept)
        for row in kept:
            row["counted"] = {n: row[n] for n in NUMBERS if row[n] is not None and not self._finer(row, n, kept)}
        return kept

    @staticmethod
    def _finer(row: Row, name: str, rows: list[Row]) -> bool:
        """Whether other rows of the round give the number more finely."""
        if row["organisation"] or row["masked"]:
            return False
        for other in rows:
            if other is row or other["round_id"] != row["round_id"] or other[name] is None:
                continue
            if any(other[f] is not None and row[f] is not None and other[f] != row[f] for f in ("batch", "team")):
                continue
            if other["organisation"] or other["masked"] or (row["team"] is None and other["team"] is not None):
                return True
            if row["batch"] is None and other["batch"] is not None and row["team"] == other["team"]:
                return True
        return False

    def _ticks(self) -> Iterable[Row]:
        for row in self.live["organisations"]:
            if not row["organisation"]:
                continue
            tokens = [
                t
                for t in (row["rounds"] or "")
                .replace("，", "、")
                .replace(",", "、")
                .replace("；", "、")
                .replace(";", "、")
                .split("、")
                if t.strip()
            ]
            for token in tokens:
                read = Round().read(token)
                batch, year, theme = read.also or (None, None, None)
                if read.value or theme:
                    yield row | {
                        "year": year,
                        "round": read.value,
                        "batch": batch,
                        "theme": theme,
                        "kind": None,
                        "yes": row["inspected"] is not False,
                    }
            if not tokens and row["inspected"] is not None:
                yield row | {
                    "year": None,
                    "round": None,
                    "batch": None,
                    "theme": None,
                    "kind": None,
                    "yes": row["inspected"],
                }

    def _ticked(self, ticks: list[Row], known: list[Row]) -> Iterable[Row]:
        seen = {}
        for tick in ticks:
            row = self._staged(tick | {"status": None if tick["yes"] else "计划"})
            better = [
                r for r in known if (r["county"], r["organisation"]) == (row["county"], row["organisation"])
            ]
            if any(
                r["round_id"] == row["round_id"]
                or (row["round"] is None and (r["term"] is None or row["term"] is None or r["term"] == row["term"]))
                for r in better
            ):
                continue
            forms = {
                r["form"] for r in self.round_rows if r["round_id"] == row["round_id"] and not r["organisation"] and r["form"]
            }
            row |= {
                "form": forms.pop() if len(forms) == 1 else None,
                "linked": None,
                "counts": row["kind"] not in ("专项", "机动", "回头看"),
                "basis": "名录",
                "counted": {},
            }
            seen[row["county"], row["round_id"], row["batch"], row["organisation"]] = row
        return seen.values()


def _same_inspection(linked: Row, row: Row) -> bool:
    """Whether a row of the round ledger may be the inspection that the linked ledger names: that round, or that year where it names none."""
    if (linked["county"], linked["organisation"]) != (row["county"], row["organisation"]):
        return False
    if linked["round_id"] == row["round_id"]:
        return True
    return linked["round"] is None and all(
        None in (linked[n], row[n]) or linked[n] == row[n] for n in ("year", "term")
    )

"""The detail ledgers since round ten: issues and clues."""

from openpyxl import Workbook

from data.samples import COUNTY
from data.samples.clues import Clue
from data.samples.issues import CATEGORIES, Issue
from data.samples.rounds import Inspection
from data.samples.sheets import Column, Row, column, lay_out
from data.samples.work import TERM_NAME, round_name

_TICK = "√"


def issue_ledger(found: list[Issue]) -> Workbook:
    """问题台账: a sheet for each round, one issue a row, the unit merged over its issues."""
    book = Workbook()
    book.remove(book.active)
    wide = {"text": 48, "category": 30, "organisation": 26, "team": 15, "round": 14}
    merged = ("term", "year", "round", "team", "organisation")
    for number in (10, 11):
        fields = ["issue_no", *merged, "town", "village", "text", "key_issue", "category", "subcategory", "money"]
        fields += ["found_on", "disposal", "immediate"] + (["fed_back_on"] if number == 10 else [])
        columns = [column("issues", f, merged=f in merged, width=wide.get(f, 12), total=f == "money") for f in fields]
        columns.append(Column(key="responsible", heading="责任人"))
        rows = [_issue(one) for one in found if one.inspection.round == number]
        name = round_name(number, None)
        lay_out(
            book.create_sheet(name), title=f"中共{COUNTY}委{name}常规巡察发现问题台账", unit="个、万元", columns=columns,
            blocks=[("", rows)], label_in="issue_no", grand="合计", notes=(f"注：本轮共发现问题{len(rows)}个。",),
        )  # fmt: skip
    return book


def _called(unit: Inspection) -> str:
    """The unit as the sheet writes it: from round eleven on by its short name, which the register knows."""
    return unit.short if unit.round == 11 and unit.short else unit.organisation


def _issue(one: Issue) -> Row:
    unit = one.inspection
    return {
        "issue_no": one.number, "term": TERM_NAME, "year": 2020, "round": round_name(unit.round, unit.batch),
        "team": unit.team, "organisation": _called(unit), "town": one.village.town.name if one.village else None,
        "village": one.village.name if one.village else None, "text": one.text, "key_issue": _TICK if one.key else None,
        "category": CATEGORIES[one.stream], "subcategory": one.subcategory, "money": one.money, "found_on": one.found_on,
        "disposal": "立行立改" if one.immediate else "反馈", "immediate": _TICK if one.immediate else None,
        "fed_back_on": unit.fed_back_on, "responsible": "某某某",
    }  # fmt: skip


def clue_ledger(pairs: list[tuple[Inspection, Clue]]) -> Workbook:
    """线索移送台账: one clue a row, with columns of personal data that are dropped at reading."""
    book = Workbook()
    book.active.title = "线索移送台账"

    def one(name: str, heading: str = "", **more: bool | int) -> Column:
        return column("clues", name, heading, **more)

    columns = [
        one("clue_no"), one("term", merged=True), one("year", merged=True), one("round", merged=True, width=14),
        one("team", width=15), one("organisation", width=26), one("source"), Column(key="person", heading="被反映人"),
        Column(key="post", heading="职务"), Column(key="summary", heading="问题摘要", width=20), one("discipline"),
        one("suggestion"), one("transferred_on"), one("receiver"), one("state", "办理情况"), one("clue_persons"),
        one("filed"), one("filed_on"), one("party_sanction"), one("admin_sanction"), one("sanctions", total=True),
        one("sanctioned_on"), one("org_handling", width=14), one("detained"), one("judicial"), one("closed_on"),
    ]  # fmt: skip
    rows = [_clue(number, unit, clue) for number, (unit, clue) in enumerate(pairs, 1)]
    filed = sum(clue.filed_on is not None for _, clue in pairs)
    lay_out(
        book.active, title=f"中共{COUNTY}委2020年常规巡察问题线索移送台账", unit="件、人", columns=columns,
        blocks=[("", rows)], label_in="clue_no", grand="合计",
        notes=(f"注：2020年常规巡察共移送问题线索{len(pairs)}条，立案{filed}件{filed}人。",),
    )  # fmt: skip
    return book


def _clue(number: int, unit: Inspection, clue: Clue) -> Row:
    return {
        "clue_no": f"2020-{number:03d}", "term": TERM_NAME, "year": 2020, "round": round_name(unit.round, unit.batch),
        "team": unit.team, "organisation": unit.organisation, "source": clue.source, "person": "某某某", "post": "某职务",
        "summary": "(示例,略)", "discipline": clue.discipline, "suggestion": clue.suggestion,
        "transferred_on": clue.transferred_on, "receiver": "县纪委监委", "state": clue.state,
        "clue_persons": clue.persons, "filed": "1件1人" if clue.filed_on else "否", "filed_on": clue.filed_on,
        "party_sanction": clue.party_sanction or None, "admin_sanction": clue.admin_sanction or None,
        "sanctions": 1 if clue.sanctioned else 0, "sanctioned_on": clue.sanctioned_on, "closed_on": clue.closed_on,
        "org_handling": clue.org_handling or None, "detained": clue.detained or None, "judicial": clue.judicial or None,
    }  # fmt: skip

"""Workbooks → checked tables, ready to commit. Pure: nothing here touches the store."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.annotate import is_list
from data.checking.draft import Draft
from data.checking.recognise import recognise, settle_headings
from data.checking.register import Register
from data.checking.rows import check_names, check_required, check_rules, keys
from data.checking.table import finish
from data.checking.values import read_values, tell_cells, tell_hidden
from data.columns import kind_of
from data.headers import normal
from data.kinds import Count, Money, Percent
from data.ledger import GUIDE_SHEET
from data.reading import Import
from data.sheets.cards import REFUSAL, is_card
from data.sheets.layout import blocks
from data.sheets.sums import check_sums
from data.sheets.titles import said
from data.workbook.model import Sheet, Workbook


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What the user decides.

    `ledger` of every sheet or `ledgers` of single ones, `headings` heading → field ('' left aside, '!' personal),
    `aliases` spelling → name; whether proposals are accepted, bad rows left
    out and stored values kept for columns that are missing now; sheets by (file, sheet) that are
    left `aside`, and those declared complete, so that stored rows missing from them count as gone (`sweep`).
    """

    ledger: str | None = None
    ledgers: Mapping[tuple[str, str], str] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    accept_proposals: bool = False
    leave_out: bool = False
    keep_lost: bool = False
    sweep: frozenset[tuple[str, str]] = frozenset()
    aside: frozenset[tuple[str, str]] = frozenset()

    def as_json(self) -> dict[str, object]:
        """The choices as plain JSON data, for the journal."""
        return {
            "ledger": self.ledger,
            "ledgers": [[*where, name] for where, name in self.ledgers.items()],
            "headings": dict(self.headings),
            "aliases": dict(self.aliases),
            "accept_proposals": self.accept_proposals,
            "leave_out": self.leave_out,
            "keep_lost": self.keep_lost,
            "sweep": sorted(map(list, self.sweep)),
            "aside": sorted(map(list, self.aside)),
        }

    @classmethod
    def from_json(cls, said: Mapping[str, object]) -> "Choices":
        """The reverse of `as_json`."""
        return cls(
            **{
                k: said[k]
                for k in ("ledger", "headings", "aliases", "accept_proposals", "leave_out", "keep_lost")
                if k in said
            },
            ledgers={(file, sheet): name for file, sheet, name in said.get("ledgers", ())},
            sweep=frozenset(map(tuple, said.get("sweep", ()))),
            aside=frozenset(map(tuple, said.get("aside", ()))),
        )


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the office knows already: its registers, answers about headings (by ledger) and the county."""

    register: Register = field(default_factory=Register)
    headings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    county: str = ""


@dataclass(frozen=True, kw_only=True)
class Checked:
    """The result: one report a block (see `data.checking.table.finish`) and one Import a workbook that has rows to commit."""

    reports: list[dict]
    imports: list[Import]
    drafts: list[Draft]


def check(workbooks: Sequence[Workbook], known: Known, choices: Choices) -> Checked:
    """Read and check workbooks together: a register in one names the units in another, whatever the order."""
    drafts = [draft for book in workbooks for sheet in book.sheets for draft in _drafts(book, sheet, known, choices)]
    for draft in drafts:
        if draft.ledger and not draft.refused:
            _read(draft, choices)
    register = _register(drafts, known, choices)
    reports: list[dict] = []
    tables: dict[str, list] = {}
    for draft in drafts:
        row_keys: list[str] = []
        if draft.ledger and not draft.refused:
            check_names(draft, register)
            row_keys = keys(draft)
        report, table = finish(draft, row_keys, choices.accept_proposals, choices.leave_out)
        if table is not None and (draft.file, draft.sheet.name) in choices.sweep:
            table = dataclasses.replace(table, complete=True, scope=draft.ledger.sweep or draft.ledger.scope)
        reports.append(report)
        if table is not None:
            tables.setdefault(draft.sha256, []).append(table)
    imports = [
        Import(
            file=book.name,
            sha256=book.sha256,
            cut_off=max((d.said.cut_off for d in drafts if d.sha256 == book.sha256 and d.said.cut_off), default=None),
            tables=tuple(tables[book.sha256]),
            report=[r for r, d in zip(reports, drafts, strict=True) if d.sha256 == book.sha256],
        )
        for book in workbooks
        if book.sha256 in tables
    ]
    return Checked(reports=reports, imports=imports, drafts=drafts)


def _drafts(book: Workbook, sheet: Sheet, known: Known, choices: Choices) -> list[Draft]:
    """A draft for every block of a sheet; one that says why for a sheet that has none; nothing for a blank one and ours."""
    blank = not any(cell is not None for row in sheet.rows for cell in row)
    if blank or sheet.name == GUIDE_SHEET or is_list(sheet.name, sheet.rows[0]):
        return []
    found = blocks(sheet)
    cards = bool(found) and is_card(sheet, found[0])
    told = choices.ledgers.get((book.name, sheet.name)) or choices.ledger
    drafts = []
    for block in (found[:1] if cards else found) or [None]:
        titles = [t for _, t in block.titles] if block else []
        draft = Draft(
            file=book.name, sha256=book.sha256, sheet=sheet, block=block, said=said(titles, sheet.name, book.name)
        )
        drafts.append(draft)
        if (book.name, sheet.name) in choices.aside:
            draft.refused = "已选择不导入此表"
        elif cards:
            draft.refused = REFUSAL
            continue
        elif block is None:
            draft.refused = "没有找到表头，未读取。台账须有列名，列名下逐行填写"
        if block is None:
            continue
        decided = {normal(h.replace(">", "")): f for h, f in choices.headings.items()}
        recognise(draft, told, lambda name: {**known.headings.get(name, {}), **decided})  # noqa: B023
        if draft.refused and sheet.uncached:
            draft.refused += (
                f"。表中有 {len(sheet.uncached)} 个公式没有保存计算结果，请用 WPS 或 Excel 打开、保存后再上传"
            )
        if not sheet.visible and not draft.refused:
            draft.refused = "隐藏工作表未读取(多为旧数据副本)。如需导入，请在 Excel 中取消隐藏后重新上传"
    return drafts


def _read(draft: Draft, choices: Choices) -> None:
    if draft.questions and not choices.accept_proposals:
        return  # which ledger it is comes first
    settle_headings(draft, choices.accept_proposals)
    read_values(draft)
    if not draft.data:
        draft.refused = "只有表头，没有数据行"
        return
    tell_cells(draft)
    tell_hidden(draft)
    check_required(draft)
    check_rules(draft)
    units = {c.field: c.unit for c in draft.columns if c.field}
    kinds = {n: kind_of(draft.ledger[n], units.get(n), draft.said.money_unit) for n in draft.owned()}
    summed = {n: c for n, c in draft.owned().items() if isinstance(kinds[n], Count | Money | Percent)}
    draft.problems += check_sums(
        draft.sheet, draft.ledger, draft.rows.totals, draft.data, summed, draft.values.values, kinds
    )


def _register(drafts: Sequence[Draft], known: Known, choices: Choices) -> Register:
    """The registers of the store together with those in these files."""
    county = known.county or next((d.said.county for d in drafts if d.said.county), "")
    register = Register(
        organisations=dict(known.register.organisations),
        towns=dict(known.register.towns),
        villages=dict(known.register.villages),
        county=county,
    )
    for draft in drafts:
        if (
            draft.refused
            or draft.ledger is None
            or draft.ledger.name not in ("organisations", "villages")
            or not draft.data
        ):
            continue
        columns = draft.values.values
        rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
        if draft.ledger.name == "organisations":
            register.add_organisations(rows)
        elif draft.ledger.name == "villages":
            register.add_villages(rows)
    register.add_aliases(choices.aliases)
    return register

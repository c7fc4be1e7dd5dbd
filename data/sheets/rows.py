"""Which rows below a heading are data, and which are totals, notes, repeated headings or group lines."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from data.kinds.kind import plain
from data.sheets.groups import heads_rows, numbered_in_chinese, taken
from data.sheets.layout import Block
from data.workbook.model import Sheet

_TOTAL = re.compile(r".{0,14}?(小计|合计|总计|累计|共计|平均|总数)(?:\(.*\)|[:：].*|\d+个.{0,6})?")
_WORD = re.compile(r".{0,6}?(?:小计|合计|总计|累计|共计|平均|总数)")
# Every label above and below holds one of these; nearly no other cell needs a closer look.
_MAYBE = re.compile("[计均数中]")
_PART = re.compile(r"其中[:：,]?.{0,14}")
_NOTE = re.compile(
    r"(?:注|备注|说明|附注|填表|填报|制表|审核|复核|负责人|单位负责|联系|盖章|签字|日期|统计口径|\*|※|\().{0,400}"
    r"|\d{4}年\d{1,2}月\d{1,2}日",
    re.DOTALL,
)


# In a column that names rows a note must say so: 注销银行账户不及时 is an issue.
_SAYS_NOTE = re.compile(
    r"(?:注|备注|说明|附注|填表说明|填报说明|填表人|审核人|制表人|统计口径)\d?[:.、].{0,400}", re.DOTALL
)


@dataclass(frozen=True, kw_only=True)
class Total:
    """A total row: its row, its label and whether it is a part (其中), a subtotal (小计), one above its rows (head) or a grand total."""

    row: int
    label: str
    sort: str


@dataclass(frozen=True, kw_only=True)
class Sorted:
    """The rows of a block by what they are; `groups`: data row → {field: text of the group line above it}."""

    data: tuple[int, ...]
    totals: tuple[Total, ...]
    excluded: tuple[tuple[int, str], ...]
    groups: Mapping[int, Mapping[str, str]]


@dataclass(frozen=True, kw_only=True)
class Roles:
    """Which columns tell rows apart: `naming` name a row (unit, village), `sequence` numbers it, `prose` hold free text;
    `free` fields a line may fill."""

    naming: Collection[int]
    free: Collection[str]
    prose: Collection[int] = ()
    sequence: int | None = None


@dataclass(kw_only=True)
class _Sorting:
    """The rows sorted so far; `closed` from a grand total or a note on, until a row follows."""

    data: list[int] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    excluded: list[tuple[int, str]] = field(default_factory=list)
    groups: dict[int, dict[str, str]] = field(default_factory=dict)
    current: dict[str, str] = field(default_factory=dict)
    closed: bool = False


def sort_rows(sheet: Sheet, block: Block, roles: Roles) -> Sorted:
    """Sort the rows of a block."""
    left, right = block.columns[0][0], block.columns[-1][0]
    marked = {r for r, c in (*sheet.errors, *sheet.uncached) if left <= c <= right}
    across = {(t, l): r - l + 1 for t, l, b, r in sheet.merges if r > l}
    arabic = roles.sequence is not None and any(
        _is_number(v)
        for v in (sheet.rows[r][roles.sequence] for r in block.rows if roles.sequence < len(sheet.rows[r]))
    )
    so_far = _Sorting()
    for r in block.rows:
        row = sheet.rows[r]
        filled = [(c, row[c]) for c in range(left, min(right + 1, len(row))) if row[c] is not None]
        if not filled and r not in marked:
            continue
        if r in block.repeated:
            so_far.excluded.append((r, "重复表头"))
        elif not _set_aside(so_far, r, filled, roles, across.get((r, filled[0][0]), 1) if filled else 1, arabic, left):
            so_far.data.append(r)
            so_far.closed = False
            if so_far.current:
                so_far.groups[r] = dict(so_far.current)
    return Sorted(
        data=tuple(so_far.data), totals=tuple(so_far.totals), excluded=tuple(so_far.excluded), groups=so_far.groups
    )


def _set_aside(
    so_far: _Sorting, r: int, filled: list[tuple[int, object]], roles: Roles, merged: int, arabic: bool, left: int
) -> bool:
    """Whether a row is a total, a note or a group line; then it is listed as such."""
    if total := _total(r, filled, left, roles) or (arabic and _chinese(r, filled, roles)):
        so_far.totals.append(total)
        so_far.excluded.append((r, total.label))
        so_far.closed = so_far.closed or total.sort == "grand"
        if total.sort == "head":
            so_far.current = taken(so_far.current, total.label, roles.free)
        return True
    if not filled or not isinstance(filled[0][1], str):
        return False
    named = any(c in roles.naming for c, _ in filled)
    first = plain(filled[0][1])
    lone = len(filled) == 1
    if so_far.closed and not named and not lone:
        so_far.totals.append(Total(row=r, label=first, sort="part"))
        so_far.excluded.append((r, first))
        return True
    note = _NOTE.fullmatch(first)
    numbered = lone and heads_rows(filled[0][1], merged, roles.free)
    if (
        note
        and (not named or (lone and bool(_SAYS_NOTE.fullmatch(first))))
        and len(filled) <= 3
        and not _numbered(first)
    ):
        so_far.excluded.append((r, "表尾注"))
        so_far.closed = so_far.closed or lone
        return True
    if numbered and len(first) <= 30 and (not named or merged > 1 or _numbered(first)):
        so_far.current = taken(so_far.current, filled[0][1], roles.free)
        so_far.excluded.append((r, "分组行"))
        return True
    if lone and not named and (so_far.closed or len(filled[0][1]) > 20):
        so_far.excluded.append((r, "表尾注"))
        return True
    return False


def _numbered(text: str) -> bool:
    """(一)县直单位 opens with a bracket and is no note."""
    return bool(re.match(r"\([一二三四五六七八九十]{1,3}\)", text))


def _chinese(row: int, filled: list[tuple[int, object]], roles: Roles) -> Total | None:
    """The group that a row numbered 一 where others are numbered 1 stands for: its sums, if it holds any, are of the rows below."""
    if len(filled) < 2 or filled[0][0] != roles.sequence or not numbered_in_chinese(filled[0][1]):
        return None
    label = next((plain(v) for _, v in filled[1:] if isinstance(v, str)), None)
    return Total(row=row, label=label, sort="head") if label else None


def _total(row: int, filled: list[tuple[int, object]], left: int, roles: Roles) -> Total | None:
    """The total that a row is: its label stands in one of the first columns and no long text beside it.

    In a column of free text, and in a row that is numbered, only a bare word is such a label: 总计8个项目未招标 is an issue.
    """
    numbered = bool(filled) and filled[0][0] == roles.sequence and _is_number(filled[0][1])
    for column, value in filled[:4]:
        if not isinstance(value, str) or column > left + 4 or len(value) > 40 or not _MAYBE.search(value):
            continue
        text = plain(value)
        if (numbered or column in roles.prose) and not _WORD.fullmatch(text):
            continue
        if _PART.fullmatch(text) and not _TOTAL.fullmatch(text):
            return Total(row=row, label=text, sort="part")
        if match := _TOTAL.fullmatch(text):
            sort = {"小计": "sub", "累计": "part", "平均": "part"}.get(match[1], "grand")
            named = re.match(r"(?:第.{1,3}轮|.{1,6}[镇乡组批]|.{1,6}街道|第.批)", text)
            return Total(row=row, label=text, sort="sub" if sort == "grand" and named else sort)
    return None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) or (isinstance(value, str) and value.strip().isdigit())

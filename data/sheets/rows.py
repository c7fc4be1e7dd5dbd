"""Which rows below a heading are data, and which are totals, notes, repeated headings or group lines."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from data.kinds.kind import plain
from data.sheets.layout import Block
from data.workbook.model import Sheet

_TOTAL = re.compile(r".{0,14}?(小计|合计|总计|累计|共计|平均|总数)(?:\(.*\)|[:：].*|\d+个.*)?")
_PART = re.compile(r"其中[:：,]?.{0,14}")
_NOTE = re.compile(
    r"(?:注|备注|说明|附注|填表|填报|制表|审核|复核|负责人|单位负责|联系|盖章|签字|日期|统计口径|\*|※|\().{0,400}",
    re.DOTALL,
)
_GROUP = {"town": re.compile(r".{1,6}(?:镇|乡|街道)"), "round": re.compile(r"第.{1,3}轮.{0,8}")}


@dataclass(frozen=True, kw_only=True)
class Total:
    """A total row: its row, its label and whether it is a part (其中), a subtotal (小计) or a grand total."""

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


def sort_rows(sheet: Sheet, block: Block, naming: Collection[int], free: Collection[str]) -> Sorted:
    """Sort the rows of a block. `naming`: columns that name a row (unit, village); `free`: fields a group line may fill."""
    left, right = block.columns[0][0], block.columns[-1][0]
    marked = {r for r, c in (*sheet.errors, *sheet.uncached) if left <= c <= right}
    data: list[int] = []
    totals: list[Total] = []
    excluded: list[tuple[int, str]] = []
    groups: dict[int, dict[str, str]] = {}
    current: dict[str, str] = {}
    closed = False
    for r in block.rows:
        row = sheet.rows[r]
        filled = [(c, row[c]) for c in range(left, min(right + 1, len(row))) if row[c] is not None]
        if not filled and r not in marked:
            continue
        if r in block.repeated:
            excluded.append((r, "重复表头"))
            continue
        if total := _total(r, filled, left):
            totals.append(total)
            excluded.append((r, total.label))
            closed = closed or total.sort == "grand"
            continue
        named = any(c in naming and v is not None for c, v in filled)
        texts = [v for _, v in filled if isinstance(v, str)]
        if not named and filled:
            only = len(filled) == 1 and isinstance(filled[0][1], str)
            if closed and len(filled) > 1 and isinstance(filled[0][1], str):
                totals.append(Total(row=r, label=plain(texts[0]), sort="part"))
                excluded.append((r, plain(texts[0])))
                continue
            if isinstance(filled[0][1], str) and _NOTE.fullmatch(plain(filled[0][1])) and len(filled) <= 3:
                excluded.append((r, "表尾注"))
                continue
            if only and (name := next((n for n in free if n in _GROUP and _GROUP[n].fullmatch(plain(texts[0]))), None)):
                current[name] = texts[0]
                excluded.append((r, "分组行"))
                continue
            if only and (closed or len(texts[0]) > 20):
                excluded.append((r, "表尾注"))
                continue
        elif named and len(filled) == 1 and len(texts) == 1 and _NOTE.fullmatch(plain(texts[0])) and len(texts[0]) > 12:
            excluded.append((r, "表尾注"))
            continue
        data.append(r)
        if current:
            groups[r] = dict(current)
    return Sorted(data=tuple(data), totals=tuple(totals), excluded=tuple(excluded), groups=groups)


def _total(row: int, filled: list[tuple[int, object]], left: int) -> Total | None:
    """The total that a row is: its label stands in one of the first columns and no long text beside it."""
    for column, value in filled[:4]:
        if not isinstance(value, str) or column > left + 4 or len(value) > 40:
            continue
        text = plain(value)
        if _PART.fullmatch(text) and not _TOTAL.fullmatch(text):
            return Total(row=row, label=text, sort="part")
        if match := _TOTAL.fullmatch(text):
            sort = {"小计": "sub", "累计": "part", "平均": "part"}.get(match[1], "grand")
            named = re.match(r"(?:第.{1,3}轮|.{1,6}[镇乡组批]|.{1,6}街道|第.批)", text)
            return Total(row=row, label=text, sort="sub" if sort == "grand" and named else sort)
    return None

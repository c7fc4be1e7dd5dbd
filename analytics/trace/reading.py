"""How one cell was read: its heading, what stands in it, what was made of that, and where a value without a cell came from."""

import json
from dataclasses import dataclass

from analytics.trace.place import Place
from analytics.trace.window import block_of
from analytics.trace.window import said as cell_said
from analytics.trace.words import MARKS, kind_said, value_said
from data.columns import kind_of
from data.difference import plain
from data.facts import Facts
from data.headers import match, normal
from data.kinds import Kind, Money, Name
from data.kinds.kind import Read
from data.ledger import Field, Ledger
from data.ledgers import LEDGERS
from data.sheets.titles import said as titles_said
from data.workbook.model import Sheet, Value, Workbook, address

NOT_KEPT = "没有找到这次导入的留存内容，不能显示原表；以下为入库时的记录。"


@dataclass(frozen=True, kw_only=True)
class Told:
    """What the report of an import says of one sheet: its headings in order, where they begin, and its problems."""

    columns: dict[str, str | None]
    first: int
    dropped: tuple[str, ...]
    proposals: dict[str, str]
    problems: tuple[dict, ...]


def told_of(facts: Facts, place: Place) -> Told:
    """What was reported when the sheet of a row was read; of several tables on it all problems, the row's own headings."""
    found = facts.rows('SELECT report FROM main.imports WHERE "import" = $number', {"number": place.spot.import_})
    reports = [r for r in json.loads(found[0][0]) if (r["sheet"], r["ledger"]) == (place.spot.sheet, place.spot.ledger)] if found else []
    fields = set(place.columns)
    own = max(reports, key=lambda r: len(fields & set(r["columns"].values())), default={})
    return Told(
        columns=own.get("columns", {}), first=own.get("first_column", 0), dropped=tuple(own.get("dropped", ())), proposals=own.get("proposals", {}),
        problems=tuple(problem for r in reports for problem in r["problems"]),
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step: what is done (列名, 原文, 读取, …), in words or in several `parts`, and its tone (error, warning, info or nothing)."""

    name: str
    text: str = ""
    tone: str = ""
    parts: tuple[str, ...] = ()


def sheet_of(book: Workbook | None, place: Place) -> Sheet | None:
    """The sheet that a row was read from; None where it is not kept."""
    return next((one for one in book.sheets if one.name == place.spot.sheet and place.spot.row <= len(one.rows)), None) if book else None


def column_of(place: Place, field: str) -> int | None:
    """The column of a field counted from zero, None where it has none."""
    letters, number = place.columns.get(field), 0
    for letter in letters or "":
        number = number * 26 + ord(letter) - 64
    return number - 1 if letters else None


def heading_of(told: Told, column: int) -> str:
    """The heading over a column as it was read: 移交线索>件."""
    headings = list(told.columns)
    return headings[column - told.first].rstrip("'") if 0 <= column - told.first < len(headings) else ""


def reading_steps(facts: Facts, place: Place, field: str, book: Workbook | None, told: Told) -> list[Step]:
    """The steps from the sheet to the stored value."""
    ledger = LEDGERS[place.spot.ledger]
    column, value = column_of(place, field), plain(place.values.get(field))
    if column is None:
        return [Step(name="来处", text=_without_column(ledger, field, value, told))]
    steps = [Step(name="列名", text=_heading(facts, ledger, field, heading_of(told, column)))]
    sheet = sheet_of(book, place)
    if sheet is None:
        return [*steps, Step(name="读取", text=f"存为 {value_said(value, ledger[field])}。{NOT_KEPT}", tone="warning")]
    return steps + _cell(place, sheet, ledger[field], column, value, told)


def _without_column(ledger: Ledger, field: str, value: object, told: Told) -> str:
    label, stands = ledger[field].label, value_said(value, ledger[field])
    if field in told.proposals:
        return f"表中没有“{label}”列，取自标题、工作表名或文件名：{stands}"
    if any(one["code"] == "column_missing" and label in one["message"] for one in told.problems):
        return f"本次表中没有“{label}”列，沿用此前导入的值：{stands}"
    if value is None:
        return f"表中没有“{label}”列，本行按其余各列计入"
    return f"“{label}”没有单独的列，由本行其他列或列名得出：{stands}"


def _heading(facts: Facts, ledger: Ledger, field: str, heading: str) -> str:
    one = ledger[field]
    if not heading:
        return f"读作“{one.label}”"
    key = normal(heading.replace(">", ""))
    answered = facts.rows(
        "SELECT arg_max(meant, event) FROM main.answers WHERE kind = 'heading' AND ledger IN ('', $ledger) AND given = $given AND event <= $event",
        {"ledger": ledger.name, "given": key, "event": facts.version},
    )[0][0]
    how = "（由经办人确认）" if answered == field else ""
    shown = heading.replace(">", " › ")
    return f"{shown}，即“{one.label}”{how}" if normal(heading) != normal(one.label) else shown


def _cell(place: Place, sheet: Sheet, field: Field, column: int, value: object, told: Told) -> list[Step]:
    """The steps from a cell of a kept sheet to the stored value."""
    row = place.spot.row - 1
    at, raw = address(row, column), _value(sheet, row, column)
    if (row, column) in sheet.errors:
        return [Step(name="原文", text=f"{at} 为错误值 {sheet.errors[row, column]}，未读入", tone="warning")]
    if (row, column) in sheet.uncached:
        return [Step(name="原文", text=f"{at} 的公式没有保存结果，未读入", tone="warning")]
    steps, from_ = [], at
    if raw is None:
        above = _filled_from(sheet, row, column, value is not None)
        if above is None:
            if value is None:
                return [Step(name="原文", text=f"{at} 空白，未填写")]
            return [Step(name="原文", text=f"{at} 在留存时已清空"), Step(name="读取", text=f"存为 {value_said(value, field)}")]
        top, how = above
        from_, raw = address(top, column), _value(sheet, *top_left(sheet, top, column))
        steps.append(Step(name="填充", text=f"{at} {how}，按 {from_} 读入"))
    steps.insert(0, Step(name="原文", text=f"{from_} “{cell_said(raw)}”"))
    return [*steps, *_read(place, sheet, field, column, raw, value, told)]


def _read(place: Place, sheet: Sheet, field: Field, column: int, raw: Value, value: object, told: Told) -> list[Step]:
    ledger = LEDGERS[place.spot.ledger]
    owner, position = _owner(ledger, field, place)
    kind = _kind(place, sheet, ledger, owner, column, told)
    read: Read = kind.read(raw) if raw is not None else Read()
    got = read.value if position is None else (read.also[position] if len(read.also) > position else None)
    stands, sort = value_said(value, field), kind_said(field.kind)
    if value is None:
        text = "未读出数值，不计" if sort in ("数量", "金额") else "未读出内容"
    elif plain(got) == value or str(got) == str(value):
        text = f"读作{sort} {stands}"
    elif isinstance(kind, Name):
        text = f"按名录认作“{stands}”"
    else:
        text = f"结合本行、标题读作{sort} {stands}"
    if position is not None:
        text += f"（同一格写有几项，此为其中的{field.label}）"
    if isinstance(kind, Money) and value is not None and isinstance(raw, int | float) and kind.unit != "万元":
        text += f"（原表单位为{kind.unit}，折算为万元）"
    steps = [Step(name="读取", text=text)]
    if mark := read.mark or _marked(place, field.name):
        steps.append(Step(name="附注", text=MARKS.get(mark, mark), tone="info"))
    return steps


def _marked(place: Place, field: str) -> str:
    return json.loads(place.values.get("_marks") or "{}").get(field, "")


def _owner(ledger: Ledger, field: Field, place: Place) -> tuple[Field, int | None]:
    """The field whose column a cell is, and which of its further values the field asked for is (None: its own)."""
    letter = place.columns.get(field.name)
    for one in ledger.fields:
        if field.name in one.also and place.columns.get(one.name) == letter:
            return one, one.also.index(field.name)
    return field, None


def _kind(place: Place, sheet: Sheet, ledger: Ledger, field: Field, column: int, told: Told) -> Kind:
    """The kind that the column was read with: its unit stands in the heading or in the title."""
    path = tuple(heading_of(told, column).split(">"))
    block = block_of(sheet, place.spot.row - 1, column)
    titles = [text for _, text in block.titles] if block else []
    return kind_of(field, match(ledger, column, path, {}).unit, titles_said(titles, sheet.name, "").money_unit)


def _value(sheet: Sheet, row: int, column: int) -> Value:
    cells = sheet.rows[row]
    return cells[column] if column < len(cells) else None


def top_left(sheet: Sheet, row: int, column: int) -> tuple[int, int]:
    """The first cell of the merged cell that a cell lies in, itself where it lies in none."""
    return next(((t, left) for t, left, bottom, right in sheet.merges if t <= row <= bottom and left <= column <= right), (row, column))


def _filled_from(sheet: Sheet, row: int, column: int, filled: bool) -> tuple[int, str] | None:
    """The row that a blank cell took its value from and how: by its merged cell, or from the next text above."""
    top, left = top_left(sheet, row, column)
    if (top, left) != (row, column) and _value(sheet, top, left) is not None:
        return top, "在合并单元格内"
    above = next((r for r in range(row - 1, -1, -1) if _value(sheet, *top_left(sheet, r, column)) is not None), None) if filled else None
    return None if above is None else (above, "空白")


def lost_columns(sheet: Sheet, told: Told, heads: tuple[int, ...]) -> frozenset[int]:
    """The columns whose cells were emptied before the sheet was kept: they had a heading, and none stands there now."""
    headed = [told.first + i for i, heading in enumerate(told.columns) if heading.strip("'")]
    return frozenset(c for c in headed if heads and all(_value(sheet, *top_left(sheet, r, c)) is None for r in heads))

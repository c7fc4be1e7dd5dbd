"""How values, marks and kinds of value are called on the way from a cell to a figure."""

from collections.abc import Mapping
from datetime import date

from analytics.formats import number
from data.kinds import (
    Batch,
    Choice,
    Count,
    Day,
    Deadline,
    Filed,
    Flag,
    Hours,
    Kind,
    Label,
    Money,
    Name,
    Percent,
    Period,
    Round,
    Team,
    Term,
    Times,
    Tokens,
    Year,
)
from data.kinds.kind import APPROXIMATE, MASKED, NOT_REPORTED, TO_MONTH, TO_TENDAY
from data.kinds.numerals import chinese
from data.ledger import Field

MARKS: Mapping[str, str] = {
    APPROXIMATE: "原文为约数，按所写数字计",
    NOT_REPORTED: "原文表示未报或不适用，不计数",
    MASKED: "名称被隐去，保留原文，不计入单位数",
    TO_MONTH: "只写到月，日期精确到月",
    TO_TENDAY: "只写到旬，日期精确到旬",
}
# What a value is read as, the narrower kinds first.
KINDS: tuple[tuple[type[Kind] | tuple[type[Kind], ...], str], ...] = (
    (Percent, "百分数"), (Money, "金额"), ((Hours, Times), "数量"), (Filed, "是否立案"), (Count, "数量"), (Flag, "是否"), ((Day, Period), "日期"),
    (Deadline, "时限"), (Name, "名称"), (Round, "轮次"), (Term, "届次"), (Year, "年度"), (Batch, "批次"), (Team, "巡察组"), ((Choice, Tokens, Label), "类别"),
)  # fmt: skip
ORDINALS: Mapping[type[Kind], str] = {Round: "第{}轮", Term: "{}届", Batch: "第{}批"}


def kind_said(kind: Kind) -> str:
    """What sort of value a kind reads: 数量, 金额, 日期, …."""
    return next((word for types, word in KINDS if isinstance(kind, types)), "文字")


def value_said(value: object, field: Field | None = None) -> str:
    """A stored value as people read it, with its unit where the field has one; — for none."""
    if value is None:
        return "—"
    if isinstance(value, bool):
        return "是" if value else "否"
    if field and isinstance(value, int) and (ordinal := next((form for kind, form in ORDINALS.items() if isinstance(field.kind, kind)), "")):
        return ordinal.format(chinese(value))
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, int | float):
        amount = number(value, 0 if float(value).is_integer() else 4, short=False)
        amount = amount.rstrip("0") if "." in amount else amount
        return f"{amount} {field.unit}" if field and field.unit else amount.replace(",", "")
    return str(value)

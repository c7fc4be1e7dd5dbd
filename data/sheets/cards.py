"""Cards: one unit a card, label left and value right. They look like a heading, and are none."""

from data.headers import known, normal
from data.sheets.layout import Block
from data.workbook.model import Sheet

REFUSAL = "这是一单位一张的卡片式表格(左边列名、右边内容),未读取。请改为一行一个单位的台账，或用空白模板填写"


def is_card(sheet: Sheet, block: Block) -> bool:
    """Whether the rows right below a heading hold headings again, other ones, where the heading holds its own."""
    head = sheet.rows[block.heading_rows[-1]]
    labels = [c for c, v in enumerate(head) if isinstance(v, str) and known(v)]
    values = [c for c, v in enumerate(head) if v is not None and c not in labels]
    if not labels or not values or min(labels) > min(values):
        return False
    said = {normal(str(head[c])) for c in labels}
    below = [r for r in block.rows if any(v is not None for v in sheet.rows[r])][:2]
    return bool(below) and all(_labelled(sheet.rows[r], labels, said) for r in below)


def _labelled(row: list, labels: list[int], said: set[str]) -> bool:
    texts = [row[c] for c in labels if c < len(row) and isinstance(row[c], str)]
    others = [t for t in texts if known(t) and normal(t) not in said]
    return bool(others) and len(others) >= len(texts) / 2

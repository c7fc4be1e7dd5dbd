"""What a page says while the ledgers it rests on are not there."""

from collections.abc import Sequence
from html import escape

from data.ledger import Ledger


def empty_html(ledgers: Sequence[Ledger], present: Sequence[str]) -> str:
    """Returns the ledgers that a page needs, each with its meaning and whether it has been imported."""
    rows = "".join(
        f"<li><b>{escape(ledger.label)}</b><i>{'已导入' if ledger.name in present else '尚未导入'}</i>"
        f"<span>{escape(ledger.meaning)}</span></li>"
        for ledger in ledgers
    )
    return (
        '<div class="empty"><h3>本页还没有数据</h3>'
        "<p>本页依据下列台账。导入其中任何一份后，相应的图表即可显示；台账的空白模板可在台账导入页下载。</p>"
        f"<ul>{rows}</ul></div>"
    )

"""Text tables: every record a row, so that row numbers are those that Excel shows."""

from __future__ import annotations

import csv
import io

from .limits import Limits
from .model import Sheet, Unreadable, address
from .refusals import too_wide
from .values import Texts, widen

_END = "\ufdd0"  # A character that Unicode promises never to assign.
_DELIMITERS = ",\t;|"


def sheet(name: str, text: str, limits: Limits) -> tuple[Sheet, list[str]]:
    """Return the records of `text` as a sheet of texts, and notes on what was odd about them.

    Raises `Unreadable` where a quotation mark is never closed, with the line it stands in.
    """
    csv.field_size_limit(2**31 - 1)
    # One record more, which comes out whole only if no quotation mark is open before it.
    body = text if text.endswith(("\n", "\r")) or not text else text + "\n"
    reader = csv.reader(io.StringIO(body + _END, newline=""), delimiter=_delimiter(text))
    clean = Texts()
    rows, line, widest = [], 1, 0
    for record in reader:
        if record == [_END]:
            break
        if record and record[-1].endswith(_END):
            raise Unreadable(
                "open_quote", f"第 {line} 行的双引号没有成对，后面的内容无法分列，请改正后再传，或另存为 .xlsx 再传。"
            )
        line = reader.line_num + 1
        rows.append([clean[field] for field in record])
        widest = max(widest, len(record))
        if len(rows) * widest > limits.cells:
            raise too_wide(name, address(len(rows) - 1, widest - 1))
    ragged = len({len(row) for row in rows if row}) > 1
    widen(rows, ())
    notes = ["各行的列数不一致，缺少的单元格按空白读取。"] if ragged else []
    return Sheet(name=name, visible=True, rows=rows, errors={}), notes


def _delimiter(text: str) -> str:
    """Return the separator used most in the first lines outside quotation marks; a comma when there is none."""
    outside = "".join(text[:20000].split('"')[::2])
    return max(_DELIMITERS, key=outside.count)

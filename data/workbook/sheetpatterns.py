"""The patterns that find things in worksheet XML, made for the prefix its writer puts before every name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_ROOT = re.compile(rb"<((?:[\w.-]+:)?)worksheet[\s>/]")


@dataclass(frozen=True, kw_only=True)
class Patterns:
    """Compiled patterns; those for `error` and `formula` capture the attributes of the cell first."""

    prefix: bytes
    data: re.Pattern[bytes]
    odd: re.Pattern[bytes]
    letters: re.Pattern[bytes]
    row: re.Pattern[bytes]
    row_number: re.Pattern[bytes]
    step: re.Pattern[bytes]
    error: re.Pattern[bytes]
    any_formula: re.Pattern[bytes]
    formula: re.Pattern[bytes]
    value: re.Pattern[bytes]
    column: re.Pattern[bytes]
    merge: re.Pattern[bytes]


def patterns_for(xml: bytes) -> Patterns:
    """Return the patterns for worksheet `xml`, whose root element tells the prefix."""
    root = _ROOT.search(xml, 0, 4096)
    return _patterns(root[1] if root else b"")


@lru_cache(maxsize=8)
def _patterns(prefix: bytes) -> Patterns:
    def made(pattern: bytes) -> re.Pattern[bytes]:
        return re.compile(pattern.replace(b"~", re.escape(prefix)), re.DOTALL)

    return Patterns(
        prefix=prefix,
        data=made(rb"<~sheetData\b[^>]*?(?:/>|>(.*)</~sheetData\s*>)"),
        # Cells and rows that do not say first where they are, or are further right than column ZZ.
        odd=made(rb'<~(?:c(?! r="[A-Z]{1,2}[0-9])|row(?! r="[0-9]))[\s/>]'),
        letters=made(rb'<~c r="([A-Z]{1,2})'),
        row_number=made(rb'<~row r="([0-9]{1,7})"'),
        row=made(rb"<~row\b([^>]*)>"),
        step=made(rb"<~(row|c)\b([^>]*?)(/?)>"),
        error=made(rb"""<~c\b([^>]*\bt=["']e["'][^>]*)(?<!/)>(.*?)</~c\s*>"""),
        any_formula=made(rb"<~f[\s/>]"),
        formula=made(rb"<~c\b([^>]*)(?<!/)>\s*<~f\b[^>]*(?:/>|>[^<]*</~f\s*>)\s*(?!<~v[^>]*>[^<]|<~is\b)(<~v\b)?"),
        value=made(rb"<~v\b[^>]*>([^<]*)</~v"),
        column=made(rb"<~col\b([^>]*)>"),
        merge=made(rb"""<~mergeCell\b[^>]*?\bref=["']([^"']*)["']"""),
    )

"""Tables that are text: decoded here, then read by the reader of their kind."""

from __future__ import annotations

import re

from . import delimited, spreadsheetml, webpage
from .encoding import decoded
from .limits import Limits
from .model import Sheet
from .sniff import stem

_DECLARED = re.compile(r"<\?xml[^>]*\?>")


def sheets(kind: str, name: str, content: bytes, limits: Limits) -> tuple[list[Sheet], list[str]]:
    """Return the sheets in a file of `kind` "csv", "html" or "xml2003", and notes on them.

    What a page declares as its charset is not believed: old exports say gb2312 and mean GB18030.
    """
    text, _ = decoded(content)
    if kind == "xml2003":
        return spreadsheetml.sheets(_DECLARED.sub("", text, count=1), limits), []
    if kind == "html":
        return [webpage.sheet(stem(name), text, limits)], []
    sheet, notes = delimited.sheet(stem(name), text, limits)
    return [sheet], notes

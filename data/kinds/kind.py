"""What every value kind is: a frozen description with one pure method, `read`."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import ClassVar, NamedTuple

Raw = str | int | float | date | datetime | time

NOT_REPORTED = "未报"
APPROXIMATE = "约"
MASKED = "隐名"
TO_MONTH = "到月"
TO_TENDAY = "到旬"

_BLANKS = re.compile(r"\s+")
# ASCII and full-width forms are unified by NFKC; these dashes and slashes are not.
_DASHES = str.maketrans({"—": "-", "–": "-", "－": "-", "―": "-", "‐": "-", "‑": "-", "─": "-", "﹣": "-", "〇": "〇"})
_ABSENT = re.compile(r"[-/\\.…]+|N/?A|n/?a|#N/A")


class Trouble(NamedTuple):
    """Why a cell cannot be read: a stable code and what is wanted instead (Chinese, with an example)."""

    code: str
    wanted: str


class Read(NamedTuple):
    """What one cell says.

    `value` is the field's own value (None: nothing said), `also` the values for the field's `also` fields,
    `mark` a reservation kept beside the value (未报, 约, 隐名, 到月), `trouble` why it could not be read.
    """

    value: object = None
    also: tuple = ()
    mark: str | None = None
    trouble: Trouble | None = None


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of value. Subclasses set `sql` and `wanted` and implement `said`, which sees cleaned, non-empty text or a number."""

    sql: ClassVar[str] = "VARCHAR"
    example: ClassVar[str] = ""
    wanted: ClassVar[str] = ""

    def read(self, raw: Raw) -> Read:
        """The reading of one non-empty cell. Never raises: what cannot be read is a Trouble."""
        if isinstance(raw, str):
            text = plain(raw)
            if not text:
                return Read()
            if _ABSENT.fullmatch(text):
                return Read(mark=NOT_REPORTED)
            return self.said(text)
        return self.given(raw)

    def said(self, text: str) -> Read:
        """The reading of a text cell, already normalised and without any white space."""
        raise NotImplementedError

    def given(self, raw: Raw) -> Read:
        """The reading of a number or date cell. Kinds that take none of them say so."""
        return self.said(plain(str(raw)))

    def no(self, code: str = "unreadable", wanted: str | None = None) -> Read:
        """A cell that cannot be read as this kind."""
        return Read(trouble=Trouble(code, wanted or self.describe()))

    def describe(self) -> str:
        """What is wanted, with an example: one Chinese clause for messages, templates and help."""
        return f"{self.wanted},例如 {self.example}" if self.example else self.wanted


def plain(text: str) -> str:
    """The text in one spelling: NFKC, dashes unified, all white space and a leading apostrophe gone."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_DASHES)
    return _BLANKS.sub("", text).lstrip("'").rstrip("。;,:、")


def whole(raw: Raw) -> int | None:
    """The integer that a number cell holds, else None."""
    if isinstance(raw, int):
        return raw
    return int(raw) if isinstance(raw, float) and raw.is_integer() and abs(raw) < 1e15 else None

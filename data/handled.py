"""How many persons a cell about what became of them speaks of: 诫勉2人 is two, 政务警告 is one, 无 is none."""

import re

from data.kinds.kind import plain
from data.kinds.numerals import QUANTITY, quantity

_NOBODY = re.compile(r"(?:暂|尚)?(?:无(?!期)|没有|未|不予|不涉及).*|否|零|×|✗|✘|[xX]|[nN]")
_PERSONS = re.compile(rf"(?<!\d)(\d{{1,4}}|{QUANTITY})(?:余|多)?(?:人|名)")
_BARE = re.compile(rf"\d{{1,3}}|{QUANTITY}")


def persons_in(text: str | None) -> int | None:
    """Returns the persons that a cell names, one where it only says what was done, None where it is blank.

    A number stands for itself, alone or before 人 or 名; several are added up. A year or a day is no number of persons.
    """
    said = plain(text or "")
    if not said:
        return None
    if _BARE.fullmatch(said):
        return _number(said)
    if counted := [_number(match[1]) for match in _PERSONS.finditer(said)]:
        return sum(counted)
    return 0 if _NOBODY.fullmatch(said) else 1


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else quantity(text) or 0

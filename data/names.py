"""Names of organisations, towns and villages: one unit, many spellings. What is certain is resolved, the rest is asked."""

import difflib
import functools
import re
from collections.abc import Collection, Iterable, Mapping

from data.kinds.kind import plain

_TAIL = re.compile(r"(?:机关)?(?:党组|党委|党总支|党支部|党工委|支部委员会|总支部委员会|委员会)$")
# 先滩村委会 is 先滩村; what is left must itself be a village, so 白沙居委会 is not 白沙社区.
_COMMITTEE = re.compile(r"(?<=村)(?:村?民?委(?:员)?会)$|(?<=社区)(?:居?民?委(?:员)?会)$")
# A county before the unit; 县财政局 before 县水利局 is none, so no letter of an office may stand in it.
_AREA = re.compile(r"^(?:(?![局委办院会室部站所司校县])[\u4e00-\u9fff]){1,5}?[县市区旗](?=[\u4e00-\u9fff]{2,})")
_LEVELS = "省市县区旗"


@functools.lru_cache(maxsize=20000)
def core(name: str, county: str = "") -> str:
    """The part of a name by which it is compared: without 中共, the county, 党组 and the like, remarks in brackets and 和."""
    text = re.sub(r"\([^()]*\)$", "", plain(name))
    text = text.removeprefix("中共")
    if county and text.startswith(county):
        text = county[-1] + text[len(county) :]
    shorter = _TAIL.sub("", _COMMITTEE.sub("", text))
    if len(shorter) >= 2 and (shorter.endswith("社区") or not shorter.endswith(("县", "市", "区"))):
        text = shorter
    if text[:1] in "县市区" and len(text) > 2:
        text = text[1:]
    return text.replace("和", "")


def index(spellings: Mapping[str, str], county: str = "") -> dict[str, str | None]:
    """Core → name, for every spelling of the register; None where two names share it."""
    found: dict[str, str | None] = {}
    for spelling, name in spellings.items():
        key = core(spelling, county)
        found[key] = name if found.get(key, name) == name else None
    return found


def resolve(unknown: Iterable[str], known: Mapping[str, str], county: str = "") -> dict[str, str]:
    """Spelling → register name for those of `unknown` that are certain. `known` maps every spelling of the register to its name."""
    cores, found = index(known, county), {}
    for spelling in unknown:
        if name := known.get(spelling) or known.get(plain(spelling)):
            found[spelling] = name
            continue
        name = cores.get(core(spelling, county))
        if name is None and (area := _AREA.match(spelling.removeprefix("中共"))):
            # 溪宁县应急管理局, with the county not known: what follows its first 县 must be one unit of the register.
            name = cores.get(core(spelling.removeprefix("中共")[area.end() :]))
        if name and _one_level(spelling, name, county):
            found[spelling] = name
    return found


def _one_level(spelling: str, name: str, county: str) -> bool:
    """Whether two names do not say different levels: 市公安局 is not 县公安局."""
    text = plain(spelling).removeprefix("中共")
    text = county[-1] + text[len(county) :] if county and text.startswith(county) else text
    return text[0] not in _LEVELS or name[0] not in _LEVELS or text[0] == name[0]


def candidates(spelling: str, names: Collection[str], most: int = 5) -> tuple[str, ...]:
    """The nearest names of the register: alike in spelling, or holding the letters of an abbreviation in order."""
    text = core(spelling)
    by_core = {core(n): n for n in names}
    close = difflib.get_close_matches(text, list(by_core), n=most, cutoff=0.5)
    short = [k for k in by_core if len(text) >= 2 and k not in close and _inside(text, k)]
    return tuple(by_core[k] for k in [*close, *short][:most])


def _inside(short: str, long: str) -> bool:
    letters = iter(long)
    return len(short) < len(long) and all(c in letters for c in short)


def spellings_of(name: object, *others: object) -> dict[str, str]:
    """Every spelling of one register row → its name; several in one cell are split at 、,;/."""
    found = {str(name): str(name)}
    for other in others:
        if isinstance(other, str):
            for part in re.split(r"[、,，;；/]", other):
                if part.strip():
                    found.setdefault(plain(part), str(name))
    return found

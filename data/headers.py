"""Heading → field: exact after normalising, by unit, by stem; what is unsure is left to the user with a proposal."""

import difflib
import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from data.kinds import Count
from data.ledger import Field, Ledger
from data.personal import PERSONAL, SENSITIVE

SEQUENCE = frozenset({"序号", "编号", "顺序号", "NO", "NO.", "No", "No.", "序", "行号", "项次"})
EVERYWHERE_ASIDE = frozenset(
    {"单位类型", "单位性质", "党组织类型", "单位类别", "上级单位", "片区", "所属片区", "佐证材料", "附件", "页码", "是否上报", "审核意见", "验收意见", "填报时间"}
)  # fmt: skip
ASIDE = ""  # a remembered answer: known, not kept
DROP = "!"  # a remembered answer: personal, dropped

_UNITS = (
    "件", "条", "个", "起", "项", "人", "名", "人次", "份", "次", "批次", "批", "户", "天", "场", "期", "村", "处", "学时", "元", "万元", "亿元", "千元",
    "%", "件/人", "件、人", "条/人", "件,人", "件人", "件数/人数", "件数、人数", "是/否", "√", "打√", "划√",
)  # fmt: skip
_BRACKET = re.compile(rf"\(({'|'.join(map(re.escape, _UNITS))})\)$")
_PERSON_UNITS = {"人", "名", "人次"}
BOTH = ("件/人", "件、人", "条/人", "件,人", "件人", "件数/人数", "件数、人数")  # one cell holds things and persons
_COUNT_WORDS = {"件数": "件", "人数": "人", "条数": "条", "个数": "个", "件": "件", "人": "人", "条": "条", "个": "个", "人次": "人次", "数量": None, "数": None, "小计": None, "总数": None, "合计": None}  # fmt: skip
_PREFIXES = re.compile(r"^(?:本轮|本次|本届|累计|其中|共计?|各类|总计?|实际|年度|县委|巡察)+")
# 问题数 is a count of issues and never the issue: only counts may carry a word for a number.
_NUMBER_WORDS = re.compile(r"(?:总数量?|数量|总数|个数|数)$")
_WORDS = re.compile(r"(?:情况|名称|内容)$")
_NEAR = 0.5  # how alike a heading is proposed from


_COUNT_WORDS |= {both: both for both in BOTH}


@dataclass(frozen=True, kw_only=True)
class Column:
    """A heading as read and what became of it.

    `index` zero-based column; `path` the texts of its rows, top first; `field` the field's name or None; `unit` the unit
    that the heading names; `fate` one of field, sequence, aside, personal, ask, blank; `candidates` fields to choose from.
    """

    index: int
    path: tuple[str, ...]
    field: str | None = None
    unit: str | None = None
    fate: str = "ask"
    candidates: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The heading as shown: 移交线索>件."""
        return ">".join(re.sub(r"\s+", "", part) for part in self.path)


@functools.lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """A heading in one spelling: half width, no blanks, stars or colons, no leading 其中."""
    text = re.sub(r"[\s*:★]+", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"^其中,?", "", text.replace("，", ",")) or text


@functools.lru_cache(maxsize=4096)
def _parts(path: tuple[str, ...]) -> tuple[tuple[str, ...], str | None, tuple[str, ...]]:
    """The texts under which a heading is looked up, best first, without units; its unit; and its texts with the unit."""
    parts = [normal(p) for p in path if normal(p)]
    if not parts:
        return (), None, ()
    unit, whole = None, (parts[-1],)
    if len(parts) > 1 and (word := parts[-1].strip("()")) in _COUNT_WORDS:
        unit = _COUNT_WORDS[word]
        parts.pop()
        whole = (parts[-1] + word, f"{parts[-1]}({unit})")  # 立案 over 人数 is 立案人数
    last = parts[-1]
    if match := _BRACKET.search(last):
        unit, last = match[1], last[: match.start()]
    elif (parent := _BRACKET.search(parts[0])) and len(parts) > 1:
        unit = unit or parent[1]
    tries = [last]
    if len(parts) > 1:
        above = _BRACKET.sub("", parts[-2])
        tries += [above + last, f"{above}({last})"]
    return tuple(dict.fromkeys(t for t in tries if t)), unit, whole


def counts_what(text: str) -> bool:
    """Whether a text is only what a number counts: 件, 人数, (个)."""
    return normal(text).strip("()") in _COUNT_WORDS


@functools.lru_cache(maxsize=64)
def _index(name: str) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """Of a ledger: normalised heading (without unit) → fields, and stem of it → fields."""
    from data.ledgers import LEDGERS

    exact: dict[str, list[str]] = {}
    stems: dict[str, list[str]] = {}
    for field in LEDGERS[name].fields:
        for position, spelling in enumerate(field.spellings):
            full = normal(spelling)
            base = _BRACKET.sub("", full)
            # 立案(人) beside the field 立案(件): only the label may go without its unit.
            for key in {base, full} if position == 0 or base == full else {full}:
                if field.name not in exact.setdefault(key, []):
                    exact[key].append(field.name)
            if position and base != full:
                continue
            stem = _stem(base, isinstance(field.kind, Count))
            if field.name not in stems.setdefault(stem, []):
                stems[stem].append(field.name)
    return {k: tuple(v) for k, v in exact.items()}, {k: tuple(v) for k, v in stems.items()}


def _stem(text: str, counted: bool) -> str:
    """A heading without its decoration, marked as a number or as words."""
    bare = _PREFIXES.sub("", text)
    bare = (_NUMBER_WORDS if counted else _WORDS).sub("", bare)
    return f"{'#' if counted else ''}{bare if len(bare) >= 2 else text}"


def _counted(text: str) -> str:
    return _stem(text, True)


def _worded(text: str) -> str:
    return _stem(text, False)


def match(ledger: Ledger, index: int, path: tuple[str, ...], answers: Mapping[str, str]) -> Column:
    """What one heading means in a ledger. `answers`: normalised heading → field name, ASIDE or DROP, as decided before."""
    tries, unit, whole = _parts(path)
    if not tries:
        return Column(index=index, path=path, fate="blank")
    decided = next((answers[k] for k in (normal("".join(path)), normal(path[-1])) if k in answers), None)
    if decided is not None:
        fate = {ASIDE: "aside", DROP: "personal"}.get(decided, "field")
        return Column(index=index, path=path, field=decided if fate == "field" else None, unit=unit, fate=fate)
    exact, stems = _index(ledger.name)
    for table, spell in ((exact, str), (stems, _counted), (stems, _worded)):
        if table is stems and sensitive(path[-1]):
            break
        for text in tries:
            with_unit = next((exact[w] for w in whole if w in exact), ()) if table is exact and unit else ()
            found = with_unit or table.get(spell(text), ())
            fields = _by_unit(ledger, found, unit)
            if len(fields) == 1:
                return Column(index=index, path=path, field=fields[0], unit=unit, fate="field")
            if fields:
                return Column(index=index, path=path, unit=unit, candidates=fields)
        if table is exact:
            if tries[0] in ledger_personal(ledger):
                return Column(index=index, path=path, fate="personal")
            if tries[0] in SEQUENCE:
                return Column(index=index, path=path, fate="sequence")
            if tries[0] in ledger_aside(ledger):
                return Column(index=index, path=path, fate="aside")
    return Column(index=index, path=path, unit=unit, candidates=_near(ledger.name, tries[0]))


def ledger_personal(ledger: Ledger) -> frozenset[str]:
    """Normalised headings that are personal in this ledger."""
    return PERSONAL | {normal(p) for p in ledger.personal}


def ledger_aside(ledger: Ledger) -> frozenset[str]:
    """Normalised headings that this ledger knows and does not keep."""
    return EVERYWHERE_ASIDE | {normal(a) for a in ledger.aside}


def sensitive(text: str) -> bool:
    """Whether a heading only contains a word for a person: then the user decides."""
    return bool(SENSITIVE.search(normal(text)))


def _by_unit(ledger: Ledger, names: tuple[str, ...], unit: str | None) -> tuple[str, ...]:
    """The fields among these that fit the heading's unit; a field whose second number has that unit gives way to it."""
    if not unit or unit not in _PERSON_UNITS | {"件", "条", "个", "起", "项"}:
        return names
    fitting = []
    for name in names:
        field = ledger[name]
        if _same_unit(field, unit):
            fitting.append(name)
        else:
            fitting += [a for a in field.also if _same_unit(ledger[a], unit) and ledger[a].unit]
    return tuple(dict.fromkeys(fitting)) or tuple(n for n in names if not ledger[n].unit)


def _same_unit(field: Field, unit: str) -> bool:
    return not field.unit or (field.unit in _PERSON_UNITS) == (unit in _PERSON_UNITS)


# Every heading is held against every ledger, and again whenever a question has been answered.
@functools.lru_cache(maxsize=4096)
def _near(ledger: str, text: str) -> tuple[str, ...]:
    """Fields whose headings contain the text or are contained in it, longest first, then the nearest in spelling."""
    exact, _ = _index(ledger)
    inside = sorted((k for k in exact if len(k) >= 2 and (k in text or text in k)), key=len, reverse=True)
    shared = Counter(key for letter in text for key in _holding(ledger).get(letter, ()))
    # Only headings that share enough letters can be near; comparing spellings is what takes long.
    alike = [key for key, letters in shared.items() if 2 * letters >= _NEAR * (len(key) + len(text))]
    close = difflib.get_close_matches(text, alike, n=3, cutoff=_NEAR)
    names = [name for key in (*inside, *close) for name in exact[key]]
    return tuple(dict.fromkeys(names))[:5]


@functools.lru_cache(maxsize=64)
def _holding(ledger: str) -> Mapping[str, list[str]]:
    """Of a ledger: letter → the headings that it stands in."""
    found: dict[str, list[str]] = {}
    for key in _index(ledger)[0]:
        for letter in set(key):
            found.setdefault(letter, []).append(key)
    return found


@functools.lru_cache(maxsize=1)
def vocabulary() -> frozenset[str]:
    """Every normalised heading that any ledger knows, without units: used to find heading rows."""
    from data.ledgers import LEDGERS

    words = set(SEQUENCE) | set(PERSONAL)
    for ledger in LEDGERS.values():
        words |= set(_index(ledger.name)[0]) | ledger_personal(ledger) | ledger_aside(ledger)
    return frozenset(words)


def known(text: str) -> bool:
    """Whether some ledger has such a heading."""
    tries, _, _ = _parts((text,))
    return bool(tries) and (tries[0] in vocabulary() or normal(text) in vocabulary())

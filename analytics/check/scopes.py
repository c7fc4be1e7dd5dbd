"""Of which time and which inspections a claim speaks: marks in its clause, else carried over from what was said before."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from analytics.check.clauses import Place
from data.kinds.numerals import NUMERAL, chinese, numeral
from data.ledgers.shared import FORMS, KINDS

_ROUND = re.compile(rf"第({NUMERAL})(?:轮|(?=、第{NUMERAL}轮))|(首)轮")
_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("term", re.compile(rf"({NUMERAL})届(?=[^人一二三四五六七八九十]{{0,4}}[县市区州旗]?委)|(本)届")),
    ("year", re.compile(r"(\d{4})年(?!以来)|(今年|本年度?|全年|去年|上年|明年)")),
    ("batch", re.compile(rf"第({NUMERAL})批(?!次)")),
    ("kind", re.compile("|".join(["回头看", *(f"{kind}(?:式|性)?(?:巡察|\\()" for kind in KINDS if kind != "回头看")]))),
    ("form", re.compile("|".join(f"(?:{one})" for one in FORMS if one not in ("直巡",)) + "|直接巡|直巡")),
)
# 巡镇带村、专项巡察、交叉巡察 names none of them.
_LISTED_BEFORE = re.compile(r"(巡察?|带村|联动|提级|交叉)、$")
_LISTED_AFTER = re.compile(r"(巡察|巡)?[、和与及](常规|专项|机动|交叉|提级|联动|直接|巡)")
_HEADING = re.compile(r"(第[一二三四五六七八九十]+[章节部]|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))?[^。;!?\n]{2,40}")
_LEVELS = (re.compile(r"[一二三四五六七八九十]{1,3}、"), re.compile(r"\([一二三四五六七八九十]{1,3}\)"))
_PLAN = re.compile(r"计划|打算|安排|下一步|明年")
_MONTHS = re.compile(r"(上半年|下半年|[一二三四]季度|\d{1,2}(月份?)?[-至到]\d{1,2}月)")
_BROAD = frozenset({"term", "year"})
_NARROW = ("round", "batch", "revisit_round")


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A dimension named in the text: its value as people write it, and where.

    `listed`: one of several of its kind at once; `part`: it is said of a part only (其中第十轮14个), and not beyond its clause.
    """

    name: str
    value: str
    start: int
    end: int
    listed: bool = False
    part: bool = False


@dataclass(frozen=True, kw_only=True)
class Scope:
    """What a claim speaks of. `said`: the dimensions that its own sentence names; `planned`: it is still to be done.

    `months`: it is of a part of a year only. `unclear`: a part of the units that no register tells apart, such as 部门.
    """

    where: dict[str, str]
    said: frozenset[str] = frozenset()
    planned: bool = False
    months: bool = False
    unclear: str = ""


class Scopes:
    """The marks of one folded text, read once, asked for every claim."""

    def __init__(self, folded: str, year: int | None = None, names: Iterable[tuple[str, str]] = ()) -> None:
        """`year`: that of the data, for texts that name none; `names`: (dimension, name) of towns and units that rows know."""
        self.text, self.named = folded, tuple(names)
        self.told = _report_year(folded)
        self.year = self.told or year
        self.marks = sorted(_marks(folded, self.year, self.named), key=lambda mark: mark.start)
        self.starts = [mark.start for mark in self.marks]
        self.lines = [0, *(match.end() for match in re.finditer("\n", folded))]
        self.over: dict[int, list[tuple[int, str]]] = {}
        self.headings = [(start, line) for start in self.lines if (line := self._heading(start))]

    def _heading(self, start: int) -> str:
        end = self.text.find("\n", start)
        line = self.text[start : end if end >= 0 else len(self.text)].strip()
        return line if line and _HEADING.fullmatch(line) else ""

    def of(self, place: Place, rest: int) -> Scope:
        """Returns the scope of a claim in its place; `rest`: where its clause ends."""
        line = max(start for start in self.lines if start <= place.number.start)
        above = [self._between(start, start + len(text)) for start, text in self._above(line)]
        paragraph = [mark for mark in self._between(line, place.sentence) if not mark.part]
        sentence = [mark for mark in self._between(place.sentence, place.number.start) if not mark.part or mark.start >= place.clause]
        own = place.number.start - len(place.before) + place.before.rfind("、") + 1 if "、" in place.before else place.clause
        clause = self._between(own, place.number.start)
        behind = [mark for mark in self._between(place.number.end, rest) if mark.name in ("kind", "form") and not mark.listed]
        where: dict[str, str] = {}
        for marks in (*above, paragraph):
            _lay(where, marks)
        said: dict[str, str] = {}
        _lay(said, sentence)
        # What stands in the number's own clause is nearer than what an earlier one says.
        for mark in reversed(behind):
            if not any(one.name == mark.name for one in clause):
                said[mark.name] = mark.value
        if _BROAD & said.keys() and not any(mark.name in _NARROW for mark in sentence):
            where = {name: value for name, value in where.items() if name not in _NARROW}
        if "round" in said:
            where.pop("batch", None)
        where |= said
        for name in [name for name in where if not where[name]]:
            del where[name]
        # 第十一轮 says all: the year of the plan it stands in is another.
        if "round" in where and "year" in where and "year" not in said:
            del where["year"]
        if not _BROAD & where.keys() and "round" not in where and self.told:
            where["year"] = f"{self.year}年"
        titles = " ".join(text for _, text in self._above(line))
        spoken = self.text[place.sentence : place.number.end]
        planned = bool(re.search(r"计划|拟对|拟开展|将对|将开展|还将", spoken)) or bool(re.search(r"计划|打算|安排", _last_title(titles)))
        return Scope(where=where, said=frozenset(said), planned=planned, months=bool(_MONTHS.search(spoken)))

    def _above(self, line: int) -> list[tuple[int, str]]:
        """The headings over a line, the outermost first."""
        if line in self.over:
            return self.over[line]
        found: dict[int, tuple[int, str]] = {}
        for start, text in self.headings:
            if start >= line:
                break
            level = next((n for n, pattern in enumerate(_LEVELS, 1) if pattern.match(text)), 0)
            found = {n: one for n, one in found.items() if n < level} | {level: (start, text)}
        self.over[line] = [found[level] for level in sorted(found)]
        return self.over[line]

    def _between(self, start: int, end: int) -> list[Mark]:
        return self.marks[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def _last_title(titles: str) -> str:
    """The words of the headings from the last that speaks of a year on: 一、2020年工作情况 ends the plan in a title."""
    found = list(re.finditer(r"\d{4}年[^ ]*", titles))
    return found[-1].group() if found else ""


def _lay(where: dict[str, str], marks: Iterable[Mark]) -> None:
    """Lays marks over a scope: a later one replaces an earlier one; several at once name none."""
    for mark in marks:
        if mark.name in _BROAD:
            for name in (*_NARROW, "organisation", "town"):
                where.pop(name, None)
            if mark.name == "term":
                where.pop("year", None)
        if mark.name == "round":
            where.pop("batch", None)
            where.pop("revisit_round", None)
        where[mark.name] = "" if mark.listed else mark.value


def _marks(folded: str, year: int | None, names: tuple[tuple[str, str], ...]) -> Iterable[Mark]:
    for name, pattern in _MARKS:
        for match in pattern.finditer(folded):
            if value := _value(name, match, year):
                listed = name in ("kind", "form") and (_LISTED_BEFORE.search(folded[: match.start()][-6:]) or _LISTED_AFTER.match(folded, match.end()))
                yield Mark(name=name, value=value, start=match.start(), end=match.end(), listed=bool(listed))
    rounds = list(_ROUND.finditer(folded))
    for match in rounds:
        number = 1 if match[2] else numeral(match[1])
        if not number:
            continue
        # 第三轮巡察回访: revisits have rounds of their own.
        own = re.match(r"[^,;。]{0,6}(回访|“?回头看)", folded[match.end() :])
        listed = bool(re.match(r"、第|、|和第|至第", folded[match.end() :])) or bool(re.search(r"轮(、|和|至)$", folded[: match.start()][-3:]))
        clause = re.split(r"[,;:。!?\n]", folded[max(0, match.start() - 60) : match.start()])[-1] + re.split(r"[,;:。!?\n]", folded[match.start() : match.end() + 60])[0]
        part = bool(re.match(r"\s*(其中|含|包括|分别)", clause)) or (not listed and len(_ROUND.findall(clause)) > 1)
        yield Mark(
            name="revisit_round" if own else "round", value=f"第{chinese(number)}轮", start=match.start(), end=match.end(), listed=listed, part=part,
        )  # fmt: skip
    for name, value in names:
        for match in re.finditer(re.escape(value), folded):
            near = folded[max(0, match.start() - 1) : match.end() + 1]
            yield Mark(name=name, value=value, start=match.start(), end=match.end(), listed=bool(re.search(r"^[、和]|[、和等]$", near)))


def _value(name: str, match: re.Match[str], year: int | None) -> str:
    if name == "term":
        number = numeral(match[1]) if match[1] else None
        return f"{chinese(number)}届" if number else ""
    if name == "year":
        if match[1]:
            return f"{match[1]}年"
        ahead = {"去年": -1, "上年": -1, "明年": 1}.get(match[2], 0)
        return f"{year + ahead}年" if year else ""
    if name == "batch":
        number = numeral(match[1])
        return f"第{chinese(number)}批" if number else ""
    if name == "kind":
        return next((kind for kind in KINDS if kind in match.group()), "")
    return next((form for form in FORMS if form in match.group()), "直巡")


def _report_year(folded: str) -> int | None:
    """The year of which a text reports: that of the heading of what was done, else the one named most."""
    titled = re.search(r"(?:^|\n)[^\n。]{0,8}?(\d{4})年[^\n。]{0,12}(情况|总结|回顾|综述|工作报告)", folded)
    if titled:
        return int(titled[1])
    years = Counter(re.findall(r"(20\d{2})年", folded))
    return int(years.most_common(1)[0][0]) if years else None

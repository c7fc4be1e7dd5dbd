"""From template to blocks: every clause with its figures, headings numbered, what has nothing to say left out."""

import re
from collections.abc import Mapping
from functools import lru_cache

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from analytics.dimensions import Unreadable
from analytics.panels import PANELS
from analytics.panels.panel import build, day
from analytics.query import CannotSplit
from analytics.report.blocks import Block, Heading, Paragraph, Picture, Report, Table, Title
from analytics.report.clauses import bare, joined, sentences
from analytics.report.language import Missing, Scope, Unknown, words
from analytics.report.places import TemplateWrong
from analytics.theme import LIGHT
from data.facts import Facts
from data.kinds.numerals import chinese

_LEVELS = {"# ": 0, "## ": 1, "### ": 2}
_PARTS = {"图：": Picture, "表：": Table}
# What asks the ledgers; the year or the county's name alone is never missing.
_ASKS = re.compile(r"\w\s*\(")


def written(template: str, facts: Facts, scope: Scope) -> Report:
    """Returns the report that a template makes of the facts; TemplateWrong names the line where it cannot.

    A line is a title (# ), a heading (## , ### ), a chart (图：panel's title), a table (表：…), or a paragraph. Lines that
    begin with // are remarks. Headings are numbered here; one with nothing below it is left out.
    """
    known, found = words(facts, scope), []
    for number, line in enumerate(template.splitlines(), 1):
        text = line.strip()
        if not text or text.startswith("//"):
            continue
        block = _block(text, number, known, facts, scope)
        if block is not None:
            found.append(block)
    settings = facts.settings
    stands = f"数据截至{day(facts.as_of_date)}，{facts.edition}" if facts.as_of_date else facts.edition
    return Report(
        blocks=tuple(_numbered(_filled(found))), office=settings.office, marking=settings.marking, foot=stands,
        day=day(facts.as_of_date) if facts.as_of_date else "", figures=tuple(dict.fromkeys(scope.used)),
    )  # fmt: skip


def _block(text: str, number: int, known: Mapping, facts: Facts, scope: Scope) -> Block | None:
    for mark, level in _LEVELS.items():
        if text.startswith(mark):
            said = _line(text.removeprefix(mark), number, known, scope)
            return Title(text=said) if level == 0 else Heading(level=level, text=said)
    for mark, kind in _PARTS.items():
        if text.startswith(mark):
            return _shown(kind, text.removeprefix(mark).strip(), number, facts, scope)
    said = _line(text, number, known, scope)
    return Paragraph(text=said) if said else None


def _line(text: str, number: int, known: Mapping, scope: Scope) -> str:
    """A line's sentences; those whose figures are all missing are left out, and what was asked for in them is forgotten."""
    said = []
    for sentence in sentences(text):
        kept, asked, answered = [], 0, 0
        for clause in sentence:
            source = bare(clause.source)
            has_figure = bool(_ASKS.search(source))
            asked += has_figure
            before, rendered = len(scope.used), _rendered(source, number, known)
            if rendered is None:
                del scope.used[before:]
                continue
            answered += has_figure
            kept.append((rendered, clause.mark))
        if not asked or answered:
            said.append(joined(kept))
    return "".join(said)


def _rendered(source: str, number: int, known: Mapping) -> str | None:
    try:
        return _compiled(source).render(known)
    except Missing:
        return None
    except (Unknown, Unreadable, CannotSplit) as error:
        raise TemplateWrong(number, source, str(error)) from error
    except UndefinedError as error:
        name = str(error).split("'")[1] if "'" in str(error) else source
        raise TemplateWrong(number, source, f"“{name}”没有含义，可用：数、值、列、分、年、明年、届、县、单位、截至") from error
    except (TemplateError, TypeError, ValueError, KeyError, ZeroDivisionError) as error:
        raise TemplateWrong(number, source, "写法有误，请对照示例，例如 {{ 数(\"发现问题\", 类型=\"常规\") }}") from error


@lru_cache(maxsize=2000)
def _compiled(source: str):
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    try:
        return environment.from_string(source)
    except TemplateSyntaxError as error:
        raise ValueError(str(error)) from error


def _shown(kind: type, title: str, number: int, facts: Facts, scope: Scope) -> Block | None:
    panel = next((one for one in PANELS.values() if title in (one.title, one.name)), None)
    if panel is None:
        raise TemplateWrong(number, title, "没有这个图表，名称见各页图表标题")
    made = build(panel, facts, scope.where, LIGHT)
    if made.empty or (kind is Picture and made.figure is None):
        return None
    return kind(panel=panel.name, caption=panel.title)


def _filled(found: list[Block]) -> list[Block]:
    """Without headings that have nothing below them."""
    kept: list[Block] = []
    for place, block in enumerate(found):
        if isinstance(block, Heading):
            below = []
            for other in found[place + 1 :]:
                if isinstance(other, Heading) and other.level <= block.level:
                    break
                below.append(other)
            if not any(not isinstance(other, Heading) for other in below):
                continue
        kept.append(block)
    return kept


def _numbered(found: list[Block]) -> list[Block]:
    """Headings as 一、 and （一）, pictures as 图1, tables as 表1."""
    first = second = pictures = tables = 0
    numbered: list[Block] = []
    for block in found:
        match block:
            case Heading(level=1):
                first, second = first + 1, 0
                block = Heading(level=1, text=f"{chinese(first)}、{block.text}")
            case Heading():
                second += 1
                block = Heading(level=2, text=f"（{chinese(second)}）{block.text}")
            case Picture():
                pictures += 1
                block = Picture(panel=block.panel, caption=f"图{pictures}　{block.caption}")
            case Table():
                tables += 1
                block = Table(panel=block.panel, caption=f"表{tables}　{block.caption}")
        numbered.append(block)
    return numbered

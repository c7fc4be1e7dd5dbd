"""投屏脱敏: facts whose units have no names and whose few persons are not counted, so that nothing drawn from them can tell.

Every text on a slide comes out of a query of the facts. There each unit's name becomes one character of a
range that no text uses, so that sorting, joining, drawing and wording go on as always; `Disguise` then writes
甲单位、乙单位 for them in the order in which a deck shows them. A name cannot slip past a chart that is added later.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property

import pandas as pd

from data.facts import Facts

FIRST = 0xF0000
"""The first of Unicode's 65,534 private characters of plane 15: a unit each."""
OPEN_COLUMNS = {"town", "village", "term", "year", "round_name", "kind", "form", "team", "month"}
"""Columns whose values are never a unit's name, even where a town's party committee is called as its town."""
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
UNTOLD = "（未公开）"
TOKEN = re.compile(f"[{chr(FIRST)}-{chr(FIRST + 0xFFFD)}]")
UNTOLD_LIST = re.compile(f"{UNTOLD}(?:、{UNTOLD})+(?:等\\d+个)?")
PLANNED = """
    SELECT o.organisation FROM {organisations} o
    LEFT JOIN {coverage} c ON c.county = o.county AND c.organisation = o.organisation
    GROUP BY o.organisation
    HAVING NOT coalesce(bool_or((c.done OR c.status = '进驻中') AND coalesce(c.term = $term, TRUE)), FALSE)
    UNION
    SELECT organisation FROM {inspections} WHERE status = '计划'
"""


@dataclass(frozen=True, kw_only=True)
class Masked(Facts):
    """Facts in which the units of `tokens` (name → token) have no name. Otherwise as `Facts`."""

    tokens: Mapping[str, str] = field(hash=False)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {token: name for name, token in self.tokens.items()}

    @cached_property
    def _within(self) -> re.Pattern[str] | None:
        """Names inside longer texts, the longest first; two characters alone are too common a text to be one."""
        names = sorted((name for name in self.tokens if len(name) > 2), key=len, reverse=True)
        return re.compile("|".join(map(re.escape, names))) if names else None

    def rows(self, sql: str, parameters: dict[str, object] | None = None) -> list[tuple]:
        """The rows of a query, units as tokens."""
        asked = (sql, repr(parameters))
        if asked not in self._answers:
            cursor = self._cursor().execute(sql, self._named(parameters))
            masked = [column[0] not in OPEN_COLUMNS for column in cursor.description]
            self._answers[asked] = [
                tuple(self.masked(value) if mask else value for mask, value in zip(masked, row, strict=True))
                for row in cursor.fetchall()
            ]
        return list(self._answers[asked])

    def sql(self, sql: str, parameters: dict[str, object] | None = None) -> pd.DataFrame:
        """The rows of a query as a frame, units as tokens."""
        found = super().sql(sql, self._named(parameters))
        for column in found.columns:
            if column not in OPEN_COLUMNS and not pd.api.types.is_numeric_dtype(found[column]):
                found[column] = [self.masked(value) for value in found[column]]
        return found

    def masked(self, value: object) -> object:
        """A value without names."""
        if isinstance(value, list):
            return [self.masked(one) for one in value]
        if not isinstance(value, str) or not self._within:
            return value
        return self.tokens.get(value) or self._within.sub(lambda found: self.tokens[found[0]], value)

    def _named(self, parameters: dict[str, object] | None) -> dict[str, object]:
        """What was read from masked rows may be asked for again."""
        return {
            name: TOKEN.sub(lambda found: self._names.get(found[0], found[0]), value) if isinstance(value, str) else value
            for name, value in (parameters or {}).items()
        }


@dataclass(kw_only=True)
class Disguise:
    """Writes aliases for tokens: the first unit that a deck shows is 甲单位; units that are only planned have none."""

    planned: frozenset[str] = frozenset()
    given: dict[str, str] = field(default_factory=dict)

    def written(self, value: object) -> object:
        """Returns plain data (texts, lists, mappings) with an alias for every token."""
        if isinstance(value, str):
            text = TOKEN.sub(lambda found: self.alias(found[0]), value)
            return UNTOLD_LIST.sub("（名单未公开）", text) if UNTOLD in text else text
        if isinstance(value, Mapping):
            return {name: self.written(one) for name, one in value.items()}
        if isinstance(value, list | tuple):
            return [self.written(one) for one in value]
        return value

    def alias(self, token: str) -> str:
        """Returns what stands for a unit: the same throughout a deck."""
        if token in self.planned:
            return UNTOLD
        if token not in self.given:
            self.given[token] = f"{ordinal(len(self.given))}单位"
        return self.given[token]


def ordinal(place: int) -> str:
    """Returns 甲、乙 … 癸, then 甲子、乙丑 … as years are counted, then 第71."""
    if place < 10:
        return STEMS[place]
    place -= 10
    return STEMS[place % 10] + BRANCHES[place % 12] if place < 60 else f"第{place + 11}"


def masking(facts: Facts) -> tuple[Masked, Masked, Disguise]:
    """Returns the facts without any unit's name, those without the names of planned units only, and what writes aliases."""
    names = units(facts)
    tokens = {name: chr(FIRST + place) for place, name in enumerate(names[:0xFFFD])}
    asked = PLANNED.format(
        organisations=facts.table("fact_organisation"), coverage=facts.table("fact_coverage"), inspections=facts.table("fact_inspection")
    )  # fmt: skip
    planned = {name: tokens[name] for (name,) in facts.rows(asked, {"term": facts.term}) if name in tokens}
    known = {one.name: getattr(facts, one.name) for one in fields(Facts) if one.init and one.name != "below"}
    below = facts.settings.mask_below
    return (
        Masked(**known, below=below, tokens=tokens),
        Masked(**known, below=below, tokens=planned),
        Disguise(planned=frozenset(planned.values())),
    )


def units(facts: Facts) -> list[str]:
    """Returns every name of a unit that any fact table holds."""
    tables = facts.rows(
        "SELECT DISTINCT table_name FROM duckdb_columns() WHERE column_name = 'organisation' AND "
        "concat(CASE WHEN database_name = current_database() THEN '' ELSE database_name || '.' END, schema_name) = $schema",
        {"schema": facts.schema},
    )
    if not tables:
        return []
    each = " UNION ".join(f'SELECT organisation FROM {facts.schema}."{name}"' for (name,) in sorted(tables))
    return [name for (name,) in facts.rows(f"SELECT organisation FROM ({each}) WHERE organisation IS NOT NULL ORDER BY 1")]

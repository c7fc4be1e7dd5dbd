"""What names are known: the registers in the store and in the files sent together, with confirmed aliases."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from data.kinds.kind import plain
from data.names import candidates, index, resolve, spellings_of


@dataclass(kw_only=True)
class Register:
    """Every known spelling of organisations (→ name), towns (→ name) and villages ((town, spelling) → name)."""

    organisations: dict[str, str] = field(default_factory=dict)
    towns: dict[str, str] = field(default_factory=dict)
    villages: dict[tuple[str, str], str] = field(default_factory=dict)
    county: str = ""
    _seen: dict[str, tuple[str | None, tuple[str, ...]]] = field(default_factory=dict)
    _cores: dict[str, str | None] | None = None

    def add_organisations(self, rows: Iterable[Mapping[str, object]]) -> None:
        """Rows of 巡察对象名录 (organisation, short_name, aliases). A short name that two units share names neither."""
        shorts: dict[str, str | None] = {}
        for row in rows:
            name = row.get("organisation")
            if not name:
                continue
            self.organisations[str(name)] = str(name)
            for spelling, unit in spellings_of(name, row.get("short_name"), row.get("aliases")).items():
                shorts[spelling] = unit if shorts.get(spelling, unit) == unit else None
        for spelling, unit in shorts.items():
            if unit:
                self.organisations.setdefault(spelling, unit)
        self._seen.clear()

    def add_villages(self, rows: Iterable[Mapping[str, object]]) -> None:
        """Rows of 村(社区)名录 (town, village)."""
        for row in rows:
            village, town = row.get("village"), str(row.get("town") or "")
            if village:
                self.villages[town, str(village)] = str(village)
                self.towns[town] = town

    def add_aliases(self, aliases: Mapping[str, str]) -> None:
        """Confirmed spellings → names, of units, towns and villages alike."""
        for spelling, name in aliases.items():
            spelling = plain(spelling)
            if name in self.organisations:
                self.organisations[spelling] = name
            if name in self.towns:
                self.towns[spelling] = name
            for town in [t for (t, v) in list(self.villages) if v == name]:
                self.villages[town, spelling] = name
        self._seen.clear()

    def organisation(self, spelling: str) -> tuple[str | None, tuple[str, ...]]:
        """The unit's name in the register, or None and the nearest names."""
        if spelling not in self._seen:
            name = resolve([spelling], self.organisations, self.county).get(spelling)
            near = () if name else candidates(spelling, set(self.organisations.values()))
            self._seen[spelling] = (name, near)
        return self._seen[spelling]

    def village(self, town: str | None, spelling: str) -> tuple[tuple[str, str] | None, str, tuple[str, ...]]:
        """(town, village) as the register writes them, or None with what is wrong (town, village, two_towns) and the nearest names."""
        if town is not None:
            known = self._town(town)
            if known is None:
                return None, "town", candidates(town, set(self.towns.values()))
            inside = {v: name for (t, v), name in self.villages.items() if t == known}
            name = inside.get(spelling) or _by_core(spelling, inside, known)
            return ((known, name), "", ()) if name else (None, "village", candidates(spelling, set(inside.values())))
        places = sorted({(t, name) for (t, v), name in self.villages.items() if v == spelling})
        if len(places) == 1:
            return places[0], "", ()
        if places:
            return None, "two_towns", tuple(f"{t}{v}" for t, v in places)
        towns = [t for t in set(self.towns.values()) if t and spelling.startswith(t) and len(spelling) > len(t)]
        if len(towns) == 1:  # 白沙镇先滩村 in one cell
            return self.village(towns[0], spelling[len(towns[0]) :])
        return None, "village", candidates(spelling, {v for _, v in self.villages})

    def _town(self, spelling: str) -> str | None:
        """The register's town: by its name, without 党委 and the like, or by the one town that it is the stem of (白沙 for 白沙镇)."""
        known = self.towns.get(spelling) or resolve([spelling], self.towns, self.county).get(spelling)
        if known is None:
            stems = {n for n in self.towns.values() if _STEM.sub("", n) == spelling}
            known = stems.pop() if len(stems) == 1 else None
        return known


_STEM = re.compile(r"(?:镇|乡|街道)$")


def _by_core(spelling: str, inside: Mapping[str, str], town: str) -> str | None:
    """A village written with its town before it, or with 党支部 or the like behind it."""
    return index(inside).get(spelling.removeprefix(town)) or resolve([spelling.removeprefix(town)], inside).get(
        spelling.removeprefix(town)
    )

"""Spellings of organisations, towns and villages → the register's names: by the register, by the office's answers, by certainty."""

from collections.abc import Iterable, Mapping

from data.names import resolve, spellings_of


def spellings(rows: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """Every spelling → its register name, from rows of (name, further spellings…). A spelling that two names share is left out."""
    rows = list(rows)
    names = {row[0] for row in rows}
    found: dict[str, str | None] = {name: name for name in names}
    for row in rows:
        for spelling, name in spellings_of(*row).items():
            if spelling not in names:
                found[spelling] = name if found.get(spelling, name) == name else None
    return {spelling: name for spelling, name in found.items() if name}


def named(unknown: Iterable[str], known: Mapping[str, str], answers: Mapping[str, str], county: str) -> dict[str, str]:
    """Spelling → register name, for the spellings that are none themselves and whose unit is known."""
    names = set(known.values())
    open_ = {spelling: answers.get(spelling, spelling) for spelling in unknown if spelling not in names}
    if not open_:
        return {}
    found = resolve(sorted({meant for meant in open_.values() if meant not in names}), known, county) if known else {}
    meanings = {spelling: found.get(meant, meant) for spelling, meant in open_.items()}
    return {spelling: name for spelling, name in meanings.items() if name != spelling}

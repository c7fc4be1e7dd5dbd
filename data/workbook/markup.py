"""A walk through XML that knows neither namespaces nor entities, for the small parts of a workbook."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from .refusals import damaged, entities

Attributes = dict[str, str]


def walk(
    data: bytes | str,
    *,
    start: Callable[[str, Attributes], object],
    end: Callable[[str], object] | None = None,
    characters: Callable[[str], object] | None = None,
) -> None:
    """Call back for each element of `data` with its name and attributes without prefixes.

    Bytes are taken as UTF-8 whatever they declare. Raises `Unreadable` for malformed markup and for any DOCTYPE.
    """
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise entities()

    def opened(name: str, attributes: Attributes) -> None:
        start(_local(name), {_local(key): value for key, value in attributes.items()})

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = opened
    if end is not None:
        parser.EndElementHandler = lambda name: end(_local(name))
    if characters is not None:
        parser.CharacterDataHandler = characters
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise damaged() from error


def _local(name: str) -> str:
    return name.rpartition(":")[2]

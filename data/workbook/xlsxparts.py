"""Which parts of an .xlsx package are its worksheets, told once for us and for the reader of values."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from .markup import Attributes, walk
from .model import Unreadable
from .refusals import RESAVE, damaged
from .values import text

_ROOT = "_rels/.rels"
_USUAL = "xl/workbook.xml"
_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A worksheet as the workbook lists it: at `index` among all sheets, living in member `part`."""

    name: str
    index: int
    visible: bool
    part: str


@dataclass(frozen=True, kw_only=True)
class _Relation:
    id: str
    kind: str
    part: str


def workbook_part(parts: dict[str, bytes]) -> str | None:
    """Return the member that is the workbook of a package, or ``None`` if it has none."""
    for relation in _relations(parts, ""):
        if relation.kind == "officeDocument" and relation.part.endswith(".xml"):
            return relation.part if _is_workbook(parts.get(relation.part, b"")) else None
    return _USUAL if _USUAL in parts else None


def worksheets(parts: dict[str, bytes]) -> list[Listed]:
    """Return the worksheets in order; raises `Unreadable` where one is missing or lies outside the package."""
    workbook = workbook_part(parts) or _USUAL
    relations = {relation.id: relation for relation in _relations(parts, workbook)}
    listed = []
    for index, entry in enumerate(_elements(parts.get(workbook, b""), "sheet")):
        relation = relations.get(entry.get("id", ""))
        if relation is None:
            raise damaged()
        if relation.kind == "worksheet":
            if relation.part.startswith(".."):
                raise Unreadable("escaping_part", f"工作表指向文件之外的路径，已拒绝读取，{RESAVE}")
            if relation.part not in parts:
                raise damaged()
            name = text(entry.get("name", "")) or f"第{index + 1}个工作表"
            visible = entry.get("state", "visible") == "visible"
            listed.append(Listed(name=name, index=index, visible=visible, part=relation.part))
    return listed


def in_usual_places(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return `parts` with the workbook where the reader looks for it and relations that leave nothing to resolve."""
    workbook = workbook_part(parts) or _USUAL
    root = _Relation(id="rId1", kind="officeDocument", part=_USUAL)
    inside = [relation for relation in _relations(parts, workbook) if relation.part in parts]
    return {
        **parts,
        _ROOT: _written([root]),
        _USUAL: parts.get(workbook, b""),
        _beside(_USUAL): _written(inside),
    }


def _is_workbook(xml: bytes) -> bool:
    return b"workbook" in xml[:4096]


def _relations(parts: dict[str, bytes], source: str) -> list[_Relation]:
    folder = posixpath.dirname(source)
    relations = []
    for entry in _elements(parts.get(_beside(source), b""), "Relationship"):
        target = entry.get("Target", "").replace("\\", "/")
        part = posixpath.normpath(posixpath.join("/" if target.startswith("/") else folder, target)).removeprefix("/")
        if entry.get("TargetMode") == "External":
            part = ".."
        relations.append(_Relation(id=entry.get("Id", ""), kind=entry.get("Type", "").rpartition("/")[2], part=part))
    return relations


def _beside(source: str) -> str:
    return posixpath.join(posixpath.dirname(source), "_rels", f"{posixpath.basename(source)}.rels")


def _elements(xml: bytes, wanted: str) -> list[Attributes]:
    found: list[Attributes] = []
    if xml:
        walk(xml, start=lambda name, attributes: found.append(attributes) if name == wanted else None)
    return found


def _written(relations: list[_Relation]) -> bytes:
    lines = (
        f'<Relationship Id="{_quoted(relation.id)}" Type="{_KINDS}{_quoted(relation.kind)}" '
        f'Target="/{_quoted(relation.part)}"/>'
        for relation in relations
    )
    return f'<Relationships xmlns="{_NAMESPACE}">{"".join(lines)}</Relationships>'.encode()


def _quoted(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")

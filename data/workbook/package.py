"""Office files that are zip archives: inflated within limits, checked, and packed again for the reader.

The reader is given the repacked archive, so it sees exactly the bytes that were counted and checked here,
whatever the directory of the file as sent may claim.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from .limits import Limits
from .model import Unreadable
from .refusals import RESAVE, bomb, damaged, encrypted, entities

TEXT_PARTS = (".xml", ".rels", ".vml")


def inflate(content: bytes, limits: Limits) -> dict[str, bytes]:
    """Return the parts of an archive that hold markup, by normalised name.

    Every part is inflated and its checksum compared, also those not returned. Raises `Unreadable` for damage,
    passwords, ambiguous or escaping names, declared entities, and anything beyond `limits`.
    """
    try:
        infos = [info for info in zipfile.ZipFile(io.BytesIO(content)).infolist() if not info.is_dir()]
    except Exception as error:
        raise damaged() from error
    if len(infos) > limits.parts:
        raise Unreadable("too_many_parts", f"文件内部多达 {len(infos)} 个部件，不是正常的工作簿，已拒绝读取。")
    if sum(info.file_size for info in infos) > limits.inflated:
        raise bomb(limits.inflated)
    parts: dict[str, bytes] = {}
    seen: set[str] = set()
    for info in infos:
        name = _part_name(info, seen)
        data = _inflate_one(content, info, limits)
        if name.lower().endswith(TEXT_PARTS) or name == "mimetype":
            parts[name] = _as_utf8(data)
    return parts


def pack(parts: dict[str, bytes]) -> bytes:
    """Return `parts` as an archive without compression."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()


def _part_name(info: zipfile.ZipInfo, seen: set[str]) -> str:
    if info.flag_bits & 1:
        raise encrypted()
    name = info.filename.replace("\\", "/").removeprefix("/")
    if ".." in name.split("/") or ":" in name:
        raise Unreadable("escaping_part", f"文件内部有指向文件之外的路径，已拒绝读取，{RESAVE}")
    if name.lower() in seen:
        raise Unreadable("duplicate_part", f"文件内部有两个同名部件，无法确定以哪个为准，{RESAVE}")
    seen.add(name.lower())
    return name


def _inflate_one(content: bytes, info: zipfile.ZipInfo, limits: Limits) -> bytes:
    """Return one part, at most as long as the directory says: the sum of those lengths has been weighed."""
    header = content[info.header_offset : info.header_offset + 30]
    if len(header) < 30 or header[:4] != b"PK\x03\x04":
        raise damaged()
    start = info.header_offset + 30 + int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    packed = memoryview(content)[start : start + info.compress_size]
    if info.compress_type == zipfile.ZIP_STORED:
        data = bytes(packed)
    elif info.compress_type == zipfile.ZIP_DEFLATED:
        inflater = zlib.decompressobj(-15)
        try:
            data = inflater.decompress(packed, info.file_size + 1)
        except zlib.error as error:
            raise damaged() from error
        if len(data) > info.file_size:
            raise bomb(limits.inflated)
        if not inflater.eof:
            raise damaged()
    else:
        raise Unreadable("compression", f"文件使用了不常见的压缩方式，无法读取，{RESAVE}")
    if len(data) != info.file_size or zlib.crc32(data) != info.CRC:
        raise damaged()
    return data


def _as_utf8(data: bytes) -> bytes:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            data = data.decode("utf-16").encode()
        except UnicodeError as error:
            raise damaged() from error
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise entities()
    return data

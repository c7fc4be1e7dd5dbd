"""The streams of a compound file (OLE2), the container of .xls, .et and encrypted workbooks."""

from __future__ import annotations

import struct

from .refusals import damaged, encrypted
from .sniff import not_a_table

_FREE = 0xFFFFFFFA  # Sector numbers from here on are marks, not sectors.
_OTHER = {
    "WordDocument": "Word 文档",
    "PowerPoint Document": "演示文稿",
    "VisioDocument": "Visio 图",
    "__properties_version1.0": "邮件",
}


def book_stream(content: bytes) -> bytes:
    """Return the BIFF stream of a compound file; raises `Unreadable` that names what the file is instead."""
    sector = 1 << min(int.from_bytes(content[30:32], "little"), 16)
    table = _allocation(content, sector)
    directory = _chain(content, table, int.from_bytes(content[48:52], "little"), sector)
    entries = {}
    for at in range(0, len(directory) - 127, 128):
        entry = directory[at : at + 128]
        length = int.from_bytes(entry[64:66], "little")
        name = entry[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        entries.setdefault(name, (entry[66], *struct.unpack_from("<IQ", entry, 116)))
    if "EncryptedPackage" in entries or "EncryptionInfo" in entries:
        raise encrypted()
    for name in ("Workbook", "WORKBOOK", "Book", "BOOK"):
        if name in entries:
            _, start, size = entries[name]
            size &= 0xFFFFFFFF
            if size >= int.from_bytes(content[56:60], "little"):
                return _chain(content, table, start, sector)[:size]
            return _small(content, table, sector, entries, start, size)
    for name, what in _OTHER.items():
        if name in entries:
            raise not_a_table(what)
    raise not_a_table("无法识别的旧版 Office 文件") if entries else damaged()


def _allocation(content: bytes, sector: int) -> list[int]:
    """Return the sector allocation table: for each sector the number of the next."""
    listed = list(struct.unpack_from("<109I", content.ljust(512, b"\0"), 76))
    more, seen = int.from_bytes(content[68:72], "little"), set()
    while more < _FREE and more not in seen:
        seen.add(more)
        numbers = _numbers(content[(more + 1) * sector : (more + 2) * sector])
        if not numbers:
            break
        listed.extend(numbers[:-1])
        more = numbers[-1]
    table: list[int] = []
    for number in listed:
        if number < _FREE:
            table.extend(_numbers(content[(number + 1) * sector : (number + 2) * sector]))
    return table


def _chain(content: bytes, table: list[int], start: int, sector: int) -> bytes:
    pieces, seen = [], set()
    while start < len(table) and start not in seen:
        seen.add(start)
        pieces.append(content[(start + 1) * sector : (start + 2) * sector])
        start = table[start]
    return b"".join(pieces)


def _small(
    content: bytes, table: list[int], sector: int, entries: dict[str, tuple[int, int, int]], start: int, size: int
) -> bytes:
    """Return a stream below the cut-off, which lives in 64-byte pieces of the root entry's own stream."""
    root = next((entry for entry in entries.values() if entry[0] == 5), None)
    if root is None:
        raise damaged()
    store = _chain(content, table, root[1], sector)
    following = _numbers(_chain(content, table, int.from_bytes(content[60:64], "little"), sector))
    pieces, seen = [], set()
    while start < len(following) and start not in seen:
        seen.add(start)
        pieces.append(store[start * 64 : start * 64 + 64])
        start = following[start]
    return b"".join(pieces)[:size]


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])

"""What a file is, told by its bytes; its name only serves to say when the two disagree."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from .model import Unreadable
from .xlsxparts import workbook_part

# kind → what it is called on screen, extensions it goes by
TABLES = {
    "xlsx": (".xlsx 工作簿", {".xlsx", ".xlsm", ".xltx", ".xltm", ".et", ".ett"}),
    "xls": (".xls 工作簿", {".xls", ".xlt", ".et", ".ett"}),
    "ods": (".ods 工作簿", {".ods", ".ots"}),
    "xml2003": ("XML 表格", {".xml"}),
    "html": ("网页表格(HTML)", {".html", ".htm"}),
    "csv": ("文本表格(CSV)", {".csv", ".txt", ".tsv"}),
}
OTHERS = (
    (b"%PDF", "PDF 文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"BM", "图片"),
    (b"II*\0", "图片"),
    (b"MM\0*", "图片"),
    (b"RIFF", "图片或音视频"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf\x27\x1c", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
    (b"BZh", "压缩包"),
    (b"\xfd7zXZ", "压缩包"),
    (b"MZ", "程序"),
    (b"\x7fELF", "程序"),
    (b"SQLite format 3", "数据库文件"),
    (b"{\\rtf", "RTF 文档"),
    (b"MIME-Version:", "单个文件网页(MHT)"),
    (b"\x09\x08", "早于 97 版的 .xls 工作簿"),
    (b"\x09\x04", "早于 97 版的 .xls 工作簿"),
    (b"\x09\x02", "早于 97 版的 .xls 工作簿"),
    (b"\x09\x00\x04\x00", "早于 97 版的 .xls 工作簿"),
)
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCK_LENGTHS = (54, 162, 165)


def kind_of(name: str, content: bytes) -> str:
    """Return what `content` is: "zip", "compound", or a key of `TABLES`; raise `Unreadable` for all else."""
    if not content:
        raise Unreadable("empty", "文件是空的(0 字节),请确认保存成功后重新上传。")
    if is_lock_file(name, content):
        raise Unreadable("lock_file", "这是表格打开时自动生成的锁定文件(~$ 开头),不含数据，请上传不带 ~$ 的原文件。")
    if content[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return "zip"
    if content[:8] == COMPOUND:
        return "compound"
    for magic, what in OTHERS:
        if content.startswith(magic) and (len(magic) > 2 or b"\0" in content[:64]):
            raise not_a_table(what)
    head = content[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if not head.startswith(b"<"):
        return "csv"
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head and b"<workbook" in head:
        return "xml2003"
    if re.search(rb"<(?:!doctype\s+html|html|head|table|meta|body|style|div)\b", head):
        return "html"
    return "csv"


def kind_of_package(parts: dict[str, bytes]) -> str:
    """Return "xlsx" or "ods" for an inflated archive; raise `Unreadable` that names what else it is."""
    names = parts.keys()
    if parts.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return "ods"
    if workbook_part(parts):
        return "xlsx"
    for folder, what in (
        ("word/", "Word 文档"),
        ("ppt/", "演示文稿"),
        ("xl/", "二进制工作簿(.xlsb)或不完整的工作簿"),
        ("content.xml", "OpenDocument 文档"),
        ("visio/", "Visio 图"),
    ):
        if any(name.startswith(folder) for name in names):
            raise not_a_table(what)
    raise not_a_table("压缩包")


def not_a_table(what: str) -> Unreadable:
    """The file is `what`, and that is no workbook."""
    return Unreadable("not_a_table", f"这是{what}，不是可以读取的台账，请上传 .xlsx、.xls、.et、.ods 或 .csv 文件。")


def is_lock_file(name: str, content: bytes) -> bool:
    """Tell whether this is the owner file that Office and WPS leave beside an open document."""
    length = content[0]
    padded = len(content) in _LOCK_LENGTHS and 0 < length <= 52 and not content[1 + length : 54].strip(b" \0")
    return padded or (len(content) <= 512 and shown_name(name).startswith("~$"))


def shown_name(name: str) -> str:
    """Return the last part of a file name as sent, without control and direction marks, at most 200 characters."""
    last = re.split(r"[/\\]", name)[-1]
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", "", last)[:200]


def stem(name: str) -> str:
    """Return the shown name without its extension; it names the only sheet of a text file."""
    return PurePosixPath(shown_name(name)).stem or "表格"


def extension_note(name: str, kind: str) -> str | None:
    """Return a sentence when the extension does not fit what was found, else ``None``."""
    extension = PurePosixPath(shown_name(name)).suffix.lower()
    what, extensions = TABLES[kind]
    if extension in extensions:
        return None
    said = f"扩展名是 {extension}" if extension else "文件没有扩展名"
    return f"{said}，实为{what}，已按实际内容读取。"

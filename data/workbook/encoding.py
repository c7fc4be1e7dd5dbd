"""The text of a file whose encoding nobody wrote down."""

from __future__ import annotations

import codecs
import re
from itertools import islice

from .model import Unreadable

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# What a Chinese table is written in; a line of GB18030 that happens to be valid UTF-8 almost never decodes to this.
_PLAUSIBLE = re.compile(r"[\u0000-\u007f\u2014-\u2026\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]*")
_NOT_TEXT = re.compile(r"[\x01-\x08\x0e-\x19\x1b-\x1f]")


def decoded(content: bytes) -> tuple[str, str]:
    """Return the text of `content` and the encoding found: a BOM's, else UTF-8 if it is valid, else GB18030.

    Raises `Unreadable` for NUL characters, for lines in two encodings (with the line number) and for what is no text.
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _strict(content[len(bom) :], encoding), encoding
    sample = content[:4096]
    if len(sample) > 1 and b"\0" in sample:
        for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
            zeros = sample[offset::2].count(0)
            if zeros >= 3 and zeros * 40 > len(sample) and sample[1 - offset :: 2].count(0) == 0:
                return _strict(content, encoding), encoding
    try:
        return _checked(content.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        return _strict(content, "gb18030"), "gb18030"


def _strict(content: bytes, encoding: str) -> str:
    if encoding in ("utf-8", "gb18030") and (line := _first_odd_line(content)):
        raise Unreadable(
            "mixed_encoding",
            f"第 {line} 行的文字编码与其他行不同(UTF-8 与 GBK 混用),请在 WPS/Excel 中打开核对后另存为 .xlsx 再传。",
        )
    try:
        return _checked(content.decode(encoding))
    except UnicodeDecodeError as error:
        if encoding.startswith("utf-16"):
            raise not_text() from error
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            "undecodable",
            f"第 {line} 行有无法识别的字符，文件可能已损坏或不是文本表格，请在 WPS/Excel 中打开核对后另存为 .xlsx 再传。",
        ) from error


def _checked(text: str) -> str:
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Unreadable(
            "nul", f"第 {line} 行含有空字符(NUL),文件可能已损坏，请在 WPS/Excel 中打开核对后另存为 .xlsx 再传。"
        )
    if len(list(islice(_NOT_TEXT.finditer(text, 0, 65536), 21))) > 20:
        raise not_text()
    return text


def not_text() -> Unreadable:
    """The bytes are neither a known kind of file nor text."""
    return Unreadable("not_a_table", "无法识别这个文件的类型，请上传 .xlsx、.xls、.et、.ods 或 .csv 文件。")


def _first_odd_line(content: bytes) -> int:
    """Return the number, from one, of the first line in another encoding than the first line that shows one; or 0."""
    first = None
    for number, line in enumerate(content.split(b"\n"), 1):
        if line.isascii():
            continue
        try:
            found = "utf-8" if _PLAUSIBLE.fullmatch(line.decode("utf-8")) else None
        except UnicodeDecodeError:
            found = "gb18030"
        if found and first and found != first:
            return number
        first = first or found
    return 0

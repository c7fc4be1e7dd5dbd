"""The sentences with which a file is refused for more than one cause."""

from __future__ import annotations

from .model import Unreadable

RESAVE = "请在 WPS/Excel 中打开后另存为 .xlsx 再传。"


def damaged() -> Unreadable:
    """The file is broken or cut short."""
    return Unreadable("damaged", "文件已损坏或没有传完整，请从原处重新复制一份，确认能在 WPS/Excel 中打开后再传。")


def encrypted() -> Unreadable:
    """The file needs a password."""
    return Unreadable("encrypted", "文件已加密，请在 WPS/Excel 中取消密码后再传。")


def bomb(limit: int) -> Unreadable:
    """The file inflates beyond `limit` bytes."""
    return Unreadable(
        "inflates_too_far",
        f"文件解压后的内容超过 {limit // 2**20} MB 或与其声明的大小不符，不是正常的台账，请删除多余内容后另存为 .xlsx 再传。",
    )


def entities() -> Unreadable:
    """The file declares a document type or entities."""
    return Unreadable("entities", f"文件内部含有不允许的实体声明(DOCTYPE),已拒绝读取，{RESAVE}")


def too_long() -> Unreadable:
    """Reading did not end in time."""
    return Unreadable("too_long", "文件在规定时间内没有读完，请删除无关的工作表和格式后另存为 .xlsx 再传。")


def too_big() -> Unreadable:
    """Reading needs more memory than it may take."""
    return Unreadable("too_big", "文件内容过大，超出可用内存，请拆分成几个文件或删除无关内容后再传。")


def unparsable() -> Unreadable:
    """The parser gave up or died."""
    return Unreadable("unparsable", f"文件内部结构异常，无法读取，{RESAVE}")


def too_wide(sheet: str, corner: str) -> Unreadable:
    """The cells of a sheet span an area out of all proportion, down to `corner`."""
    return Unreadable(
        "sheet_too_large",
        f"工作表「{sheet}」的内容一直延伸到 {corner}，超出可读取的范围，请删除表格以外多余的行和列后再传。",
    )

"""From the bytes of a file to a workbook: once in this process, once guarded by a child process."""

from __future__ import annotations

from .limits import Limits
from .model import Sheet, Unreadable, Workbook, within_use
from .refusals import too_big, unparsable
from .sniff import extension_note, kind_of, kind_of_package, shown_name

Contents = tuple[tuple[Sheet, ...], tuple[str, ...]]
DEFAULT = Limits()


def read(name: str, content: bytes, *, limits: Limits = DEFAULT) -> Workbook:
    """Return the workbook in `content`, read by a child process that `limits` bind.

    However the child ends, the outcome is a workbook or `Unreadable`. `name` is the file's name as sent.
    """
    from . import crossing, guard  # The child, which reads in process, does without.

    if len(content) > limits.content:
        raise Unreadable(
            "file_too_large",
            f"文件有 {len(content) // 2**20} MB,超过 {limits.content // 2**20} MB 的上限，请拆分或删除图片后再传。",
        )
    answer = guard.run("data.workbook.child", (name, content, limits), limits)
    try:
        sheets, notes = crossing.contents_from(answer)
    except Exception as error:  # Only a child that the file took over would answer so.
        raise unparsable() from error
    return _workbook(name, content, sheets, notes)


def read_in_process(name: str, content: bytes, limits: Limits = DEFAULT) -> Workbook:
    """Return the workbook in `content`, read here and now, unguarded against what a hostile file may do.

    Raises `Unreadable`; a parser that panics does so too.
    """
    return _workbook(name, content, *contents(name, content, limits))


def contents(name: str, content: bytes, limits: Limits) -> Contents:
    """Return the sheets in `content` and the notes on them; raises `Unreadable`."""
    try:
        kind, sheets, notes = _sheets(name, content, limits)
    except (Unreadable, KeyboardInterrupt, SystemExit):
        raise
    except MemoryError as error:
        raise too_big() from error
    except BaseException as error:  # A panic of the parser is no Exception.
        raise unparsable() from error
    if not any(sheet.rows for sheet in sheets):
        raise Unreadable("no_cells", "文件里没有任何内容，请确认选对了文件，并已保存后再传。")
    lies = extension_note(name, kind)
    return tuple(map(within_use, sheets)), ((lies, *notes) if lies else tuple(notes))


def _workbook(name: str, content: bytes, sheets: tuple[Sheet, ...], notes: tuple[str, ...]) -> Workbook:
    import hashlib

    return Workbook(name=shown_name(name), sha256=hashlib.sha256(content).hexdigest(), sheets=sheets, notes=notes)


def _sheets(name: str, content: bytes, limits: Limits) -> tuple[str, list[Sheet], list[str]]:
    """Return the kind of a file, its sheets and what to say about them; imports only the reader it needs."""
    kind = kind_of(name, content)
    if kind == "zip":
        from .package import inflate

        parts = inflate(content, limits)
        kind = kind_of_package(parts)
        if kind == "ods":
            from . import ods

            return kind, ods.sheets(parts, limits), []
        from . import xlsx

        return kind, xlsx.sheets(parts, limits), []
    if kind == "compound":
        from . import xls

        return "xls", xls.sheets(content, limits), []
    from . import textfiles

    sheets, notes = textfiles.sheets(kind, name, content, limits)
    return kind, sheets, notes

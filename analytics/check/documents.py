"""The text of a document that somebody dropped: .docx, .pptx, .pdf or .txt. Read in a child process, within limits, as strangers' files are.

`python -m analytics.check.documents` is that child. A document's text is its paragraphs, one a line, so that a comment finds its way back.
"""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import PurePath

from data.workbook import Limits, Unreadable
from data.workbook.child import answer
from data.workbook.encoding import decoded
from data.workbook.guard import run

TYPES = ("docx", "txt", "md", "pdf", "pptx")
LIMITS = Limits(content=50 * 2**20, inflated=200 * 2**20, parts=5000, seconds=20.0, written=1024)
LONGEST = 200_000
"""Characters; no report has as many."""


def text_of(name: str, content: bytes) -> str:
    """Returns the text of a document. Raises `Unreadable` with one Chinese sentence for what cannot be read."""
    _weigh(name, content)
    text = json.loads(bytes(run("analytics.check.documents", ("read", _ending(name), content, "", LIMITS), LIMITS)))
    return bounded(text)


def commented(text: str, content: bytes | None, comments: list[tuple[int, int, str]]) -> bytes:
    """Returns a .docx with a comment at each (start, end, words) of the text: the one sent, else one made of the text.

    Raises `Unreadable`.
    """
    limits = replace(LIMITS, seconds=40.0)
    ending, given = ("txt", text.encode()) if content is None else ("docx", content)
    return bytes(run("analytics.check.documents", ("comment", ending, given, json.dumps(comments), limits), limits))


def bounded(text: str) -> str:
    """Returns a text with blanks for the signs that nobody sees; raises `Unreadable` for one that is empty or far too long."""
    # Sign for sign, so that places in it stay places in the document.
    clean = "".join(sign if sign in "\n\t\u3000" or sign.isprintable() else " " for sign in text.replace("\r\n", "\n").replace("\r", "\n"))
    if not clean.strip():
        raise Unreadable("no_text", "文件中没有可读的文字；扫描件请先识别成文字再核对。")
    if len(clean) > LONGEST:
        raise Unreadable("text_too_long", f"文字超过 {LONGEST // 10000} 万字，请分成几份核对。")
    return clean


def _ending(name: str) -> str:
    return PurePath(name).suffix.lower().lstrip(".")


def _weigh(name: str, content: bytes) -> None:
    ending = _ending(name)
    if ending in ("doc", "ppt", "wps", "dps"):
        raise Unreadable("old_document", "旧格式文件读不了，请在 WPS/Word 中另存为 .docx 或 .pptx 再传。")
    if ending not in TYPES:
        raise Unreadable("not_a_document", "只能核对 .docx、.pptx、.pdf 和 .txt 文件。")
    if len(content) > LIMITS.content:
        raise Unreadable("document_too_large", f"文件超过 {LIMITS.content // 2**20} MB，请删除图片后再传。")
    if ending in ("docx", "pptx") and content[:4] != b"PK\x03\x04":
        raise Unreadable("damaged_document", "文件已损坏、已加密或不是该格式，请在 WPS/Word 中确认能打开并取消密码，另存后再传。")


def work(task: str, ending: str, content: bytes, comments: str, limits: Limits) -> bytes:
    """Does one task in the child: the document's text as JSON, or the document with comments."""
    from analytics.check import readers

    if ending in ("docx", "pptx"):
        _inspect(content, limits)
    if task == "comment":
        document = readers.plain_document(content.decode()) if ending == "txt" else content
        return readers.with_comments(document, [tuple(one) for one in json.loads(comments)])
    if ending in ("txt", "md"):
        text = decoded(content)[0]
    else:
        try:
            text = {"docx": readers.docx_text, "pptx": readers.pptx_text, "pdf": readers.pdf_text}[ending](content)
        except readers.Locked as error:
            raise Unreadable("encrypted_document", "文件已加密，请取消密码后再传。") from error
        except (KeyError, ValueError, zipfile.BadZipFile) as error:
            raise Unreadable("damaged_document", "文件已损坏或不是该格式，请确认能打开，另存后再传。") from error
    return json.dumps(text[: LONGEST + 1]).encode()


def _inspect(content: bytes, limits: Limits) -> None:
    """Refuses archives that inflate beyond measure or declare entities before any parser sees them."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > limits.parts or sum(part.file_size for part in parts) > limits.inflated:
                raise Unreadable("document_bomb", "文件解压后过大，不是正常的文档，已拒绝读取。")
            for part in parts:
                if part.flag_bits & 1:
                    raise Unreadable("encrypted_document", "文件已加密，请取消密码后再传。")
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as stream:
                        begin = stream.read(4096)
                    if b"<!DOCTYPE" in begin or b"<!ENTITY" in begin or b"\0<\0!" in begin:
                        raise Unreadable("document_entities", "文件内部含有不允许的实体声明，已拒绝读取。")
    except zipfile.BadZipFile as error:
        raise Unreadable("damaged_document", "文件已损坏或没有传完整，请重新复制一份再传。") from error


if __name__ == "__main__":
    answer(work)

"""Choosing files and reading them, each once, in a child process, with its progress shown."""

import hashlib

import streamlit as st

from data.intake import open_files
from data.workbook import Workbook
from pages.parts.upload import answers

TYPES = ["xlsx", "xls", "et", "ods", "csv", "txt", "xlsm", "htm", "html"]
_READ, _ROUND = "upload_read", "upload_round"


def choose() -> list[tuple[str, bytes]]:
    """The uploader; (name, content) of the files on the table."""
    turn = st.session_state.setdefault(_ROUND, 0)
    sent = st.file_uploader(
        "选择台账文件（可多选，可拖入）",
        type=TYPES,
        accept_multiple_files=True,
        key=f"upload_files_{turn}",
        help="支持 Excel、WPS 表格、ODS、CSV",
    )
    return [(one.name, one.getvalue()) for one in sent or ()]


def opened(files: list[tuple[str, bytes]]) -> tuple[list[Workbook], list[dict]]:
    """The workbooks of the files and a report for each that cannot be read; files read before are not read again."""
    keys = [(name, hashlib.sha256(content).hexdigest()) for name, content in files]
    known = st.session_state.get(_READ, {})
    if set(known) - set(keys) and not set(known) & set(keys):
        answers.forget()
    fresh = [(key, one) for key, one in zip(keys, files, strict=True) if key not in known]
    if fresh:
        with st.status("正在读取文件", expanded=False) as status:
            for key, one in fresh:
                known = known | {key: open_files([one], lambda text: status.update(label=text))}
            status.update(label=f"已读取 {len(files)} 个文件", state="complete")
    st.session_state[_READ] = {key: known[key] for key in keys}
    read = [known[key] for key in keys]
    return [book for books, _ in read for book in books], [report for _, refused in read for report in refused]


def clear() -> None:
    """Take the files off the table, with everything decided about them."""
    st.session_state.pop(_READ, None)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    answers.forget()

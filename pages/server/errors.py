"""Our own mistakes: the reader gets one sentence and a number, the log what is needed to find the cause.

An exception's message may quote a cell, so neither the screen nor the log repeats it:
the log holds the kinds of the exceptions and the places they came through.
"""

import logging
import secrets
import traceback

import streamlit as st

LOG = logging.getLogger("inspection")


def show_error(error: Exception) -> bool:
    """Logs an uncaught exception of a page and shows its number; returns True: nothing else is to be shown."""
    number = log_error(error)
    st.error(
        f"页面出错了，已记录。请把错误编号 {number} 告诉管理员；其他页面不受影响。",
        icon=":material/error:",
    )
    return True


def log_error(error: BaseException) -> str:
    """Logs where an exception came from and returns the number it is logged under."""
    number = secrets.token_hex(4)
    LOG.error("error %s: %s", number, places(error))
    return number


def places(error: BaseException) -> str:
    """Returns the kinds and places of an exception and its causes, innermost last, without their messages."""
    lines = []
    current: BaseException | None = error
    while current is not None:
        lines.append(type(current).__name__)
        lines += [
            f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(current.__traceback__)
        ]
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def keep_cells_out_of_logs() -> None:
    """Silences Streamlit's own report of a page's exception, which prints its message."""
    logging.getLogger("streamlit.error_util").addFilter(lambda record: record.exc_info is None)
    if not LOG.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        LOG.addHandler(handler)
        LOG.propagate = False

"""Finds English that was left on a page. It is the guard for upgrades of Streamlit."""

import re
from pathlib import Path

from playwright.sync_api import Page

LOOK = (Path(__file__).with_name("english.js")).read_text("utf-8")
WORD = re.compile(r"[A-Za-z]{2,}")
# Names of file formats, programs and units that Chinese readers use as they stand.
ALLOWED = frozenset(
    [
        "xlsx",
        "xls",
        "et",
        "ods",
        "csv",
        "txt",
        "xlsm",
        "html",
        "docx",
        "pptx",
        "pdf",
        "png",
        "svg",
        "zip",
        "excel",
        "wps",
        "word",
        "gb",
        "utf",
        "mb",
        "kb",
        "gbk",
        "edge",
        "chromium",
        "windows",
        "esc",
    ]
)


def english_on(page: Page) -> list[str]:
    """Returns the texts and labels of a page that hold an English word, without repeats, in their order."""
    texts = dict.fromkeys(page.evaluate(LOOK))
    return [text for text in texts if any(word.lower() not in ALLOWED for word in WORD.findall(text))]

"""HTML as PDF, printed by the browser that is on this machine; nothing is fetched, the product's own fonts are embedded."""

import logging
import subprocess
import tempfile
import threading
from html import escape
from pathlib import Path

from analytics.export.picture import browser

FONTS = Path(__file__).parents[2] / "pages" / "static" / "fonts.css"
# Of HTML that was made here, only type and colours are allowed to do anything.
POLICY = "default-src 'none'; style-src 'unsafe-inline' file:; font-src file:; img-src data:"
ARGUMENTS = (
    "--headless", "--disable-gpu", "--no-sandbox", "--no-first-run", "--disable-extensions", "--disable-sync", "--disable-quic",
    "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage", "--no-pdf-header-footer",
    "--virtual-time-budget=20000", "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip
PATIENCE = 90
# A browser needs some hundred megabytes: readers who print at once wait for each other, everyone else goes on.
_PRINTING = threading.Lock()


class CannotPrint(RuntimeError):
    """The message is one Chinese sentence that says what to do."""


def can_print() -> bool:
    """Whether this machine has a browser that prints."""
    return browser() is not None


def printed(html: str) -> bytes:
    """Returns a document as PDF; raises CannotPrint where there is no browser or it does not answer."""
    path = browser()
    if path is None:
        raise CannotPrint("本机没有可用的浏览器（谷歌浏览器或微软浏览器），不能生成图片和版式文件；演示文稿和表格仍可下载。")
    with _PRINTING, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        page, made = Path(folder) / "page.html", Path(folder) / "page.pdf"
        page.write_text(html, "utf-8")
        command = [path, *ARGUMENTS, f"--user-data-dir={Path(folder) / 'profile'}", f"--print-to-pdf={made}", page.as_uri()]
        try:
            subprocess.run(command, check=True, timeout=PATIENCE, stdin=subprocess.DEVNULL, capture_output=True)
            return made.read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            # What it says may hold the page's text.
            logging.getLogger(__name__).warning("A document could not be printed: %s", type(error).__name__)
            raise CannotPrint("本机浏览器没有完成排版，请稍后重试；演示文稿和表格仍可下载。") from None


def page(style: str, body: str, title: str) -> str:
    """Returns a document; `body` is HTML that is escaped already, `title` is not."""
    return (
        f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<title>{escape(title)}</title><link rel="stylesheet" href="{FONTS.as_uri()}"><style>{style}</style></head><body>{body}</body></html>'
    )

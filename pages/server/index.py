"""Makes Streamlit's one HTML page ours: Chinese, with our fonts, texts and the refusal of old browsers.

Streamlit has no setting for any of this. The page's first paint, its language (which
decides the shapes of Han characters and a screen reader's voice) and the message when
the connection is lost all come before or without a page script, so they must be in here.
"""

import json
import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.server.routes import asset

TITLE = "巡察数据看板"
# Streamlit asks for its own Latin font first; ours are used instead.
UNUSED_FONT = re.compile(r'<link\s+rel="preload"[^>]*as="font"[^>]*>')
WITHOUT_SCRIPTS = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
MANIFEST = Path(streamlit.__file__).parent / "static" / "manifest.json"
CHARTS = "../lib/src/components/elements/PlotlyChart/PlotlyChart.tsx"
NEEDS_SCRIPTS = "<noscript><p>请在浏览器设置中允许运行 JavaScript，然后刷新本页。</p></noscript>"


@cache
def head() -> str:
    """Returns what goes first into `<head>`, before Streamlit's own scripts."""
    return "".join(
        (
            f'<script src="{asset("polyfill.js")}"></script>',
            f'<script src="{asset("chinese.js")}"></script>',
            f'<script src="{asset("browser.js")}"></script>',
            f'<link rel="stylesheet" href="{asset("fonts.css")}">',
            f'<link rel="icon" type="image/png" href="{asset("icon.png")}">',
        )
    )


@cache
def ahead() -> str:
    """Returns what lets the browser load and parse the code of charts, 5 MB, while the server still computes what they show."""
    file = json.loads(MANIFEST.read_text("utf-8"))[CHARTS]["file"]
    return f'<link rel="modulepreload" crossorigin href="./{file}">'


def patched(page: str) -> str:
    """Returns Streamlit's index.html in Chinese; raises ValueError when a new version of it looks different."""
    for old, new in (
        ('<html lang="en">', '<html lang="zh-CN">'),
        ("<title>Streamlit</title>", f"<title>{TITLE}</title>{head()}"),
        ('<link rel="shortcut icon" href="./favicon.png" />', ""),
        # After Streamlit's own scripts: the page itself comes first.
        ("</head>", f"{ahead()}</head>"),
    ):
        if old not in page:
            raise ValueError(f"Streamlit's index.html has no {old!r} any more; adapt pages/server/index.py")
        page = page.replace(old, new, 1)
    return WITHOUT_SCRIPTS.sub(NEEDS_SCRIPTS, UNUSED_FONT.sub("", page))


class IndexPage:
    """Middleware that rewrites HTML answers with `patched`; everything else passes through untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles one connection."""
        asked = Headers(scope=scope) if scope["type"] == "http" else Headers()
        if scope.get("method") != "GET" or "text/html" not in asked.get("accept", ""):
            await self.app(scope, receive, send)
            return

        # Asked for uncompressed and without conditions, the page arrives whole.
        dropped = {b"accept-encoding", b"if-none-match", b"if-modified-since"}
        scope = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in dropped]}
        start: Message | None = None
        parts: list[bytes] = []

        async def rewrite(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                if Headers(raw=message["headers"]).get("content-type", "").startswith("text/html"):
                    start = message
                    return
            elif start is not None and message["type"] == "http.response.body":
                parts.append(message.get("body", b""))
                if not message.get("more_body"):
                    await send_page(start, b"".join(parts), send)
                return
            await send(message)

        await self.app(scope, receive, rewrite)


async def send_page(start: Message, body: bytes, send: Send) -> None:
    """Sends an HTML answer, patched when it is Streamlit's index page."""
    if b'id="root"' in body:
        body = patched(body.decode()).encode()
    headers = MutableHeaders(raw=list(start["headers"]))
    for name in ("etag", "last-modified"):
        del headers[name]
    headers["content-length"] = str(len(body))
    await send({**start, "headers": headers.raw})
    await send({"type": "http.response.body", "body": body})

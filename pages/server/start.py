"""What happens between starting the program and its first reader: warm up, then say the address."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from anyio import to_thread

from pages.server.at_once import send_at_once
from pages.server.errors import keep_cells_out_of_logs
from pages.server.warm import prepare, warm


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Runs around the server's life; the address is printed once pages can be served quickly."""
    keep_cells_out_of_logs()
    send_at_once()
    await to_thread.run_sync(prepare)
    # A console with a Western code page shows question marks rather than stopping the start.
    sys.stdout.reconfigure(errors="replace")
    print(f"巡察数据看板已启动，请在浏览器中打开：{address()}  （按 Ctrl+C 停止）", flush=True)
    warm()
    yield


def address() -> str:
    """Returns where this machine's own browser finds the dashboard."""
    port, base = st.get_option("server.port"), (st.get_option("server.baseUrlPath") or "").strip("/")
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    return f"{scheme}://localhost:{port}/{base}"
